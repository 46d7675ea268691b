"""What readers type and what it means."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from small_package import write_package

from coverage.dataset import Dataset, current
from coverage.geography.lineage import divisions
from coverage.geography.names import (
    AmbiguousMunicipality,
    NameProblem,
    NotAMunicipality,
    UnknownMunicipality,
    resolve,
)
from coverage.vocabulary import PlaceKind

DS = current()
KNOWN = DS.table("municipalities")
VARIANTS = DS.table("municipality_variants")


def called(name: str) -> str:
    """What the municipality of this name is called in the data of today."""
    return resolve(DS, name).name


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("Zutphen", "Zutphen"),
        ("  zutphen ", "Zutphen"),
        ("gemeente Zutphen", "Zutphen"),
        ("ZUTPHEN", "Zutphen"),
        ("GM0301", "Zutphen"),
        ("gm 0301", "Zutphen"),
        ("0301", "Zutphen"),
        ("301", "Zutphen"),
        ("'s-Gravenhage", "Den Haag"),
        ("’s-Gravenhage", "Den Haag"),
        ("s gravenhage", "Den Haag"),
        ("den haag", "Den Haag"),
        ("Den Bosch", "'s-Hertogenbosch"),
        ("s-hertogenbosch", "'s-Hertogenbosch"),
        ("sudwest fryslan", "Súdwest-Fryslân"),
        ("Súdwest Fryslân", "Súdwest-Fryslân"),
        ("Su\u0301dwest-Frysla\u0302n", "Súdwest-Fryslân"),
        ("Bergen (NH.)", "Bergen (NH.)"),
        ("bergen nh", "Bergen (NH.)"),
        ("Bergen (L)", "Bergen (L.)"),
        ("nuenen gerwen en nederwetten", "Nuenen, Gerwen en Nederwetten"),
        ("St. Michielsgestel", "Sint-Michielsgestel"),
        ("hengelo", "Hengelo"),
        ("Hengelo (O.)", "Hengelo"),
        ("\u202eZutphen\u202c", "Zutphen"),
    ],
)
def test_current_municipalities_in_many_spellings(typed: str, name: str) -> None:
    match = resolve(DS, typed)
    assert (match.name, match.explanation) == (called(name), "")
    assert match.codes_in("2023") == (match.code,)


@pytest.mark.parametrize(
    ("typed", "since", "now"),
    [
        ("Weesp", "24 maart 2022", {"Amsterdam"}),
        ("Brielle", "1 januari 2023", {"Voorne aan Zee"}),
        ("Andijk", "1 januari 2011", {"Medemblik"}),
        ("De Friese Meren", "1 juli 2015", {"De Fryske Marren"}),
        ("Boarnsterhim", "1 januari 2014", {"Leeuwarden", "Heerenveen", "Súdwest-Fryslân", "De Fryske Marren"}),
        ("Haaren", "1 januari 2021", {"Vught", "Oisterwijk", "Tilburg", "Boxtel"}),
    ],
)
def test_former_municipalities_say_where_they_went(typed: str, since: str, now: set[str]) -> None:
    match = resolve(DS, typed)
    assert match.name == typed
    assert set(match.codes_in("2023")) == {resolve(DS, name).code for name in now}
    assert f"bestaat sinds {since} niet meer" in match.explanation
    assert all(called(name) in match.explanation for name in now)


def test_largest_heir_comes_first() -> None:
    assert resolve(DS, "Haaren").codes_in("2023")[0] == resolve(DS, "Vught").code


def test_explanation_depends_on_the_borders_shown() -> None:
    assert resolve(DS, "Weesp", date(2021, 6, 1)).explanation == ""
    assert resolve(DS, "Weesp", date(2013, 7, 1)).explanation == ""
    assert resolve(DS, "Weesp", date(2022, 3, 24)).explanation != ""
    early = resolve(DS, "Voorne aan Zee", date(2022, 6, 1))
    assert early.codes_in("2022-03") == ("GM0501", "GM0530", "GM0614")
    assert "pas sinds 1 januari 2023" in early.explanation and "Hellevoetsluis" in early.explanation
    assert resolve(DS, "Amsterdam").codes_in("2021") == ("GM0363",)


def test_a_name_of_two_municipalities_lists_both() -> None:
    with pytest.raises(AmbiguousMunicipality, match=r"Bergen \(NH\.\) en Bergen \(L\.\)") as problem:
        resolve(DS, "Bergen")
    assert problem.value.candidates == ("Bergen (NH.)", "Bergen (L.)")


@pytest.fixture(scope="module")
def made_up(tmp_path_factory: pytest.TempPathFactory) -> Dataset:
    return current(write_package(tmp_path_factory.mktemp("names") / "data"))


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("Beuknerode", "Beukenrode"),
        ("Eikenbsch", "Eikenbosch"),
        ("Oud", "Oud Aarde"),
        ("Jonkerdan", "Jonkerdam"),
        ("duinhuize", "'s-Duinhuizen"),
        ("Grootmeeer", "Grootmeer"),
    ],
)
def test_typing_errors_get_suggestions(made_up: Dataset, typed: str, first: str) -> None:
    with pytest.raises(UnknownMunicipality) as problem:
        resolve(made_up, typed)
    assert problem.value.suggestions[0] == first and first in str(problem.value)
    assert len(problem.value.suggestions) <= 5


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "   ",
        "\u200f\u202e",
        "\x00\x07",
        "x" * 10_000,
        "Zutphen" * 2000,
        "Москва",
        "🙂",
        "GM9999",
        "GM00000301",
        "-1",
        "%s{0}",
    ],
)
def test_absurd_input_is_refused_legibly(typed: str) -> None:
    try:
        match = resolve(DS, typed)
    except UnknownMunicipality as problem:
        message = str(problem)
        assert 10 < len(message) < 300 and message.isprintable()
    else:
        assert match.name == "Zutphen"  # leading zeros too many


def test_nothing_typed_asks_for_a_name() -> None:
    with pytest.raises(UnknownMunicipality, match="Typ de naam"):
        resolve(DS, " ")


def test_every_name_code_and_variant_is_found() -> None:
    for code, name in zip(KNOWN["code"], KNOWN["name"], strict=True):
        assert resolve(DS, name).code == code
        assert resolve(DS, code).code == code
        assert resolve(DS, name.upper()).code == code
    for code, variant in zip(VARIANTS["code"], VARIANTS["variant"], strict=True):
        assert resolve(DS, variant).code == code


def test_every_municipality_is_somewhere_in_every_division() -> None:
    for code in KNOWN["code"]:
        for division in divisions(DS):
            match = resolve(DS, code, division.valid_from)
            assert match.codes_in(division.id)
            assert bool(match.explanation) == (match.codes_in(division.id) != (code,))


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("Utrecht (gemeente)", "GM0344"),
        ("Zutphen, gemeente", "GM0301"),
        ("Gemeente: Zutphen", "GM0301"),
        ("Utrecht gemeente", "GM0344"),
        ("Stad Utrecht", "GM0344"),
        ("Groningen-stad", "GM0014"),
        ("gem. Zutphen", "GM0301"),
        ("de gemeente Zutphen", "GM0301"),
        ("Municipality of Utrecht", "GM0344"),
        ("City of The Hague", "GM0518"),
        ("The Hague", "GM0518"),
        ("Hague, The", "GM0518"),
        ("Haag, Den", "GM0518"),
        ("’s-Gravenhage (gemeente)", "GM0518"),
        ("Den Haag / 's-Gravenhage", "GM0518"),
        ("Hertogenbosch, 's-", "GM0796"),
        ("Bilt, De", "GM0310"),
        ("Bilt (De)", "GM0310"),
        ("Nuenen c.a.", "GM0820"),
        ("Nuenen a.c.", "GM0820"),
        ("Nuenen", "GM0820"),
        ("Haarlemmerliede c.a.", "GM0393"),
        ("Mill c.a.", "GM0815"),
        ("Kollumerland c.a.", "GM0079"),
        ("Zutphen e.o.", "GM0301"),
        ("Bergen (Noord-Holland)", "GM0373"),
        ("Bergen, gemeente (Noord-Holland)", "GM0373"),
        ("Noord-Holland - Bergen", "GM0373"),
        ("Bergen N.-H.", "GM0373"),
        ("Bergen Noord Holland", "GM0373"),
        ("Bergen, Limburg, Nederland", "GM0893"),
        ("Hengelo Ov.", "GM0164"),
        ("Hengelo (OV)", "GM0164"),
        ("Scherpenzeel (GLD)", "GM0279"),
        ("Stein (Limburg)", "GM0971"),
        ("Beek LB", "GM0888"),
        ("Vianen (Zuid-Holland)", "GM0620"),
        ("Vianen (Utrecht)", "GM0620"),
        ("Haren (Gr.)", "GM0017"),
        ("Alphen a/d Rijn", "GM0484"),
        ("Alphen a.d. Rijn", "GM0484"),
        ("Alphen aan de Rijn", "GM0484"),
        ("Krimpen a/d IJssel", "GM0542"),
        ("Capelle a/d Ijssel", "GM0502"),
        ("Wijk b/d Duurstede", "GM0352"),
        ("Wychen", "GM0296"),
        ("Bergen o/Zoom", "GM0748"),
        ("Peel & Maas", "GM1894"),
        ("Gilze-Rijen", "GM0784"),
        ("Hof v. Twente", "GM1735"),
        ("Tietjerksteradeel (Tytsjerksteradiel)", "GM0737"),
        ("Dantumadeel", "GM1891"),
        ("Noordoost-Friesland", "GM1970"),
        ("Zuidwest-Friesland", "GM1900"),
        ("It Hearrenfean", "GM0074"),
        ("Leeuwarden/Ljouwert", "GM0080"),
        ("NLGM0301", "GM0301"),
        ("NL.IMBAG.GM0301", "GM0301"),
        ("NL.IMBAG.Gemeente.0301", "GM0301"),
        ("GM301", "GM0301"),
        ("GM0301 Zutphen", "GM0301"),
        ("Zutphen (GM0301)", "GM0301"),
        ("https://identifier.overheid.nl/tooi/id/gemeente/gm0301", "GM0301"),
        ("http://standaarden.overheid.nl/owms/terms/Zutphen_(gemeente)", "GM0301"),
    ],
)
def test_names_as_public_files_and_registers_write_them(typed: str, code: str) -> None:
    assert resolve(DS, typed).code == code


@pytest.mark.parametrize(
    ("typed", "kind", "suggestions"),
    [
        ("Bonaire", PlaceKind.PUBLIC_BODY, ()),
        ("Saba (gemeente)", PlaceKind.PUBLIC_BODY, ()),
        ("St. Eustatius", PlaceKind.PUBLIC_BODY, ()),
        ("Curaçao", PlaceKind.COUNTRY, ()),
        ("Limburg", PlaceKind.PROVINCE, ()),
        ("gemeente Limburg", PlaceKind.PROVINCE, ()),
        ("Friesland", PlaceKind.PROVINCE, ()),
        ("N-H", PlaceKind.PROVINCE, ()),
        ("Utrecht (provincie)", PlaceKind.PROVINCE, ()),
        ("provincie Groningen", PlaceKind.PROVINCE, ()),
        ("Achterhoek", PlaceKind.REGION, ()),
        ("regio Zwolle", PlaceKind.REGION, ()),
        ("Zuid-Limburg", PlaceKind.REGION, ()),
        ("Volendam", PlaceKind.VILLAGE, ("Edam-Volendam",)),
        ("Volendam (gemeente Edam-Volendam)", PlaceKind.VILLAGE, ("Edam-Volendam",)),
        ("Hengelo (Gld)", PlaceKind.VILLAGE, ("Bronckhorst",)),
        ("Rijswijk (Noord-Brabant)", PlaceKind.VILLAGE, ("Altena",)),
    ],
)
def test_what_is_no_municipality_is_told_apart(typed: str, kind: PlaceKind, suggestions: tuple[str, ...]) -> None:
    with pytest.raises(NotAMunicipality, match="is geen gemeente, maar een") as problem:
        resolve(DS, typed)
    holders = tuple(called(name) for name in suggestions)
    assert (problem.value.kind, problem.value.suggestions) == (kind, holders)
    assert all(name in str(problem.value) for name in holders)


@pytest.mark.parametrize(
    "typed", ["Zutphen (Limburg)", "GM0302 Zutphen", "Zutphen,Deventer", "Lutten", "Beek (Gelderland)", "Limburgs"]
)
def test_a_wrong_suggestion_is_worse_than_none(typed: str) -> None:
    """What an addition contradicts, or what is merely spelt like it, is neither taken nor suggested."""
    with pytest.raises(UnknownMunicipality) as problem:
        resolve(DS, typed)
    assert problem.value.suggestions == ()


def test_letters_that_sound_the_same_are_one() -> None:
    with pytest.raises(UnknownMunicipality, match="Misschien Zutphen") as problem:
        resolve(DS, "Zutfen")
    assert problem.value.suggestions == ("Zutphen",)


def test_an_addition_also_chooses_among_suggestions() -> None:
    with pytest.raises(UnknownMunicipality) as problem:
        resolve(DS, "Bergn (NH)")
    assert problem.value.suggestions == ("Bergen (NH.)",)


ADDED = (
    "{} (gemeente)", "{}, gemeente", "Gemeente: {}", "gemeente {}", "Gem. {}", "{} gemeente", "{} e.o.",
    "{} c.a.", "{}, Nederland", "{} ({code})", "{code} {}", "  {}  ", "{}_(gemeente)",
)  # fmt: skip
IN_PROVINCE = ("{} ({})", "{}, {}", "{} {}", "{1} - {0}", "gemeente {} ({})", "{} [{}]")


@pytest.mark.parametrize("form", ADDED)
def test_every_municipality_with_every_addition(form: str) -> None:
    for code, name in zip(KNOWN["code"], KNOWN["name"], strict=True):
        for spelt in (name, name.upper(), name.replace(" aan den ", " a/d ").replace(" en ", " & ")):
            assert resolve(DS, form.format(spelt, code=code)).code == code, form.format(spelt, code=code)


@pytest.mark.parametrize("form", IN_PROVINCE)
def test_every_municipality_with_its_province_in_full_and_short(form: str) -> None:
    places = DS.table("places")
    short = places[(places["kind"] == PlaceKind.PROVINCE) & (places["means"] != "")]
    for code, name, province in zip(KNOWN["code"], KNOWN["name"], KNOWN["province"], strict=True):
        for spelt in [province, *short[short["means"] == province]["name"]] if province else []:
            bare = name.partition(" (")[0]
            assert resolve(DS, form.format(bare, spelt)).code == code, form.format(bare, spelt)


def test_an_article_may_stand_behind_the_name() -> None:
    for code, name in zip(KNOWN["code"], KNOWN["name"], strict=True):
        article, _space, rest = name.partition(" ")
        if article in {"De", "Den", "Het", "het", "Ten"}:
            for form in ("{1}, {0}", "{1} ({0})", "{1}, {0} (gemeente)"):
                assert resolve(DS, form.format(article, rest)).code == code


def test_places_have_what_their_kind_asks() -> None:
    places = DS.table("places")
    village = places["kind"] == PlaceKind.VILLAGE
    assert (places[village]["code"] != "").all() and (places[~village]["code"].fillna("") == "").all()
    assert set(places[places["means"] != ""]["kind"]) <= {PlaceKind.PROVINCE, PlaceKind.PUBLIC_BODY}


@given(st.text(max_size=60))
def test_any_text_gives_a_match_or_a_friendly_problem(text: str) -> None:
    try:
        assert resolve(DS, text).code in set(KNOWN["code"])
    except NameProblem as problem:
        assert str(problem).isprintable()
