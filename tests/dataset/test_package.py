"""What holds for the committed package whatever it says; its figures are in ``facts_of_edition.toml``."""

import hashlib
import json
from datetime import date

import pandas as pd
import pytest

from coverage.dataset import DATA, current
from coverage.dataset.tables import TABLES
from coverage.dates import today
from coverage.vocabulary import EVIDENCE_KINDS, Reading


def table(name: str) -> pd.DataFrame:
    return current().table(name)


def alive(on: date) -> set[str]:
    m = table("municipalities")
    return {
        code
        for code, first, last in zip(m["code"], m["valid_from"], m["valid_to"], strict=True)
        if (first or date.min) <= on < (last or date.max)
    }


def test_names_are_those_that_people_use() -> None:
    current = table("municipalities")[table("municipalities")["valid_to"].isna()]
    assert current["name"].is_unique
    bare, added = current["name"].str.partition(" (")[0], current["name"].str.contains(" (", regex=False)
    assert (bare[added].map(bare.value_counts()) > 1).all()  # an addition tells two of one name apart
    variants = table("municipality_variants").set_index("variant")["code"]
    assert variants["'s-Gravenhage"] == "GM0518"
    assert variants["Den Bosch"] == "GM0796"
    assert variants["Rijswijk (ZH.)"] == "GM0603"


def test_a_province_for_every_municipality_since_2021() -> None:
    provinces = table("municipalities").set_index("code")["province"]
    assert (provinces[sorted(alive(date(2021, 1, 1)) | alive(date(2023, 1, 1)))] != "").all()
    assert provinces.nunique() == 12 + 1  # and none for those that ended before
    assert (provinces["GM0457"], provinces["GM1992"]) == ("Noord-Holland", "Zuid-Holland")


def test_inhabitants_are_of_the_municipalities_of_that_day() -> None:
    for year in table("population_years").itertuples():
        if year.complete:
            values = table("population")[table("population")["year"] == year.year]
            assert (len(values), values["inhabitants"].sum()) == (year.municipalities, year.total)
            assert set(values["code"]) == alive(date(year.year, 1, 1))


def test_an_uncertain_region_names_the_other() -> None:
    m = table("memberships")
    assert (m.loc[m["duup_uncertain"], "alternative_duup"] != "").all()


def test_which_years_can_be_used() -> None:
    years = table("population_years").set_index("year")
    final = years[years["complete"] & ~years["provisional"]]
    assert {2012, 2021} <= set(final.index)  # of borders before and since the pieces
    known = final[final["official_total"].notna() & (final["note"] == "")]
    assert len(known) and (known["total"] == known["official_total"]).all()


def test_pieces_share_out_what_was_split() -> None:
    pieces = table("population_pieces").set_index(["year", "piece"])
    values = table("population").set_index(["year", "code"])["inhabitants"]
    assert pieces.loc[(2021, "GM0518"), "inhabitants"] == values[2021, "GM0518"]
    assert not pieces.loc[2021, "estimated"].any()
    purmerend = pieces.loc[2022].loc[["GM0439", "GM0370"]]
    assert purmerend["inhabitants"].sum() == values[2022, "GM0439"]
    assert purmerend["estimated"].all()
    # Haaren (14,195) went to four municipalities in 2021; by area Boxtel got 0.093 of 0.999.
    boxtel = pieces.loc[(2019, "GM0757")]
    assert boxtel["estimated"]
    assert boxtel["inhabitants"] - values[2019, "GM0757"] in (1321, 1322)


@pytest.mark.parametrize(
    "on",
    [
        date(2021, 1, 1),
        date(2021, 12, 31),
        date(2022, 1, 1),
        date(2022, 3, 23),
        date(2022, 3, 24),
        date(2022, 12, 31),
        date(2023, 1, 1),
        today(),
    ],
)
def test_one_region_for_each_municipality(on: date) -> None:
    m = table("memberships")
    held = m[(m["valid_from"] <= on) & m["valid_to"].map(lambda day: day is None or on < day)]
    assert sorted(held["code"]) == sorted(alive(on))


def test_weesp_moved_from_utrecht_to_amsterdam() -> None:
    m = table("memberships").set_index(["code", "valid_from"])
    weesp = m.loc[("GM0457", date(2021, 1, 1))]
    assert (weesp["duvo_region"], weesp["valid_to"]) == ("Hilversum", date(2022, 3, 24))
    assert m.loc[("GM0363", date(2023, 1, 1)), "duvo_region"] == "Amsterdam"
    number = table("duvo_duup").set_index("duvo_region")["duup_number"]
    assert (number["Hilversum"], number["Amsterdam"]) == (10, 17)


def test_municipalities_new_in_2022_keep_the_region_of_their_parts() -> None:
    m, r = table("memberships"), table("reorganisations")
    first = m.sort_values("valid_from").drop_duplicates("code").set_index("code")
    in_2022 = (r["date"] > date(2021, 1, 1)) & (r["date"] <= date(2023, 1, 1))
    merged = r[in_2022 & (r["kind"] == "merger") & ~r["planned"] & (r["old_code"] != "GM0457")]
    assert len(merged)
    for old, new in zip(merged["old_code"], merged["new_code"], strict=True):
        assert first.loc[old, "duvo_region"] == first.loc[new, "duvo_region"]


def test_what_a_claim_rests_on() -> None:
    claims, programmes = table("claims"), table("programmes").set_index("programme_id")
    kinds = claims["programme_id"].map(programmes["kind"])
    assert set(kinds[claims["basis"] == "assignment"]) == {"assignment"}
    assert set(kinds[claims["basis"] == "regulation"]) == {"regulation"}
    assert not (kinds == "figure").any()


def test_every_programme_says_what_it_is() -> None:
    programmes = table("programmes").set_index("programme_id")
    assert (programmes.loc[programmes["kind"].isin(EVIDENCE_KINDS), "exit_aim"] == "stated").all()
    assert set(programmes.index[programmes["kind"] == "assignment"]) == set(table("duup_regions")["programme_id"])


def test_areas_and_their_members() -> None:
    members = table("area_members").groupby("area_id")["piece"].agg(set)
    first = {name: table(name)[table(name)["valid_from"] == date(2021, 1, 1)] for name in ("memberships", "duvo_duup")}
    held = first["memberships"].merge(first["duvo_duup"][["duvo_region", "duup_number"]])
    for number, codes in held.groupby("duup_number")["code"].agg(set).items():
        assert members[f"DUUP-{number:02}"] == codes


def test_silence_is_not_stored() -> None:
    for name in ("target_groups", "life_domains"):
        rows = table(name)
        silent = rows[(rows["reach"] == "unknown") & ~rows["stated"]]
        assert (silent["note"] != "").all()
        assert not silent["note"].str.contains("Aangevuld").any()


def test_verdicts_on_care_for_victims_are_marked() -> None:
    verdicts = table("verdicts")
    route = verdicts["verdict"].str.startswith("Slachtofferroute")
    assert set(verdicts.loc[route, "scope"]) == {"victim_care"}


def test_contradictions() -> None:
    c = table("contradictions").set_index("contradiction_id")
    assert sorted(c.index) == list(c.index) and c.index.str.fullmatch(r"T\d\d+").all()
    assert set(table("contradiction_subjects")["contradiction_id"]) == set(c.index)


def test_sources() -> None:
    sources = table("sources").set_index("source_id")
    assert (sources.loc[[f"S{n}" for n in range(5)], "reading"] == "full").all()
    assert (sources.loc[[f"S{n}" for n in range(5)], "url"] == "").all()
    addresses = sources["url"][sources["url"] != ""]
    assert addresses.str.match(r"https?://[^ ]+$").all()
    assert sources.loc["W-STENTOR-SAL", "url"] == ""  # it would name private persons
    rests_on = {
        source_id
        for name in TABLES
        if name != "sources" and "source_id" in table(name)
        for source_id in table(name)["source_id"]
    }
    assert set(sources.index[~sources["used"]]).isdisjoint(rests_on)


def test_no_table_points_into_the_collection() -> None:
    for name in TABLES:
        text = (DATA / f"{name}.csv").read_text("utf-8")
        for word in ("seeds/", "seedtekst", "tegenstrijdigheden.md", "tabel_1_3.csv"):
            assert word not in text, f"{name}: {word}"


def test_the_description_fits_the_files() -> None:
    described = json.loads((DATA / "datapackage.json").read_text("utf-8"))
    by_path = {resource["path"]: resource for resource in described["resources"]}
    stored = {p.relative_to(DATA).as_posix() for p in DATA.rglob("*") if p.suffix in {".csv", ".geojson", ".topojson"}}
    assert set(by_path) == stored
    for path, resource in by_path.items():
        content = (DATA / path).read_bytes()
        assert resource["bytes"] == len(content), f"{path}: rebuild, or describe the package anew"
        assert resource["hash"] == f"sha256:{hashlib.sha256(content).hexdigest()}", path
        assert b"\r" not in content


def test_no_row_of_which_a_fragment_was_read_says_that_it_rests_on_the_whole() -> None:
    for name in current().names:
        rows = table(name)
        if {"source_detail", "reading"} <= set(rows.columns):
            whole = rows["source_detail"].str.match(r"hele? (bericht|brief|pagina|document|rapport)", na=False)
            assert not (whole & (rows["reading"] == Reading.EXCERPT)).any(), name
