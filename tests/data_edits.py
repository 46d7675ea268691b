"""Edits that a maintainer may make on any day, of a copy of the real data: no test of logic may fail on them."""

from __future__ import annotations

import csv
import os
import shutil
import sys
from collections import Counter
from collections.abc import Callable
from operator import itemgetter
from pathlib import Path

from coverage.cli import main
from coverage.dataset import DATA
from coverage.dataset.problems import check
from coverage.derive import derive

Row = dict[str, str]
SOURCE = "W-EDIT"
WHICH = int(os.environ.get("COVERAGE_EDITS", "0"))  # other rows are edited with another number, 0 to 6
PROGRAMME = "EDIT-NIEUW"


def rows_of(package: Path, table: str) -> list[Row]:
    """The rows of a table as text."""
    with (package / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def write_rows(package: Path, table: str, rows: list[Row]) -> None:
    """Write a table as a person would after an edit in a spreadsheet."""
    with (package / f"{table}.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def add(package: Path, thing: str, **words: str) -> None:
    """``coverage add``; AssertionError when it refuses."""
    options = [part for word, text in words.items() for part in (f"--{word.replace('_', '-')}", text)]
    assert main(["add", thing, *options, "--data", str(package)]) == 0, (thing, words)


def new_source(package: Path) -> None:
    add(package, "source", id=SOURCE, title="Brief van een gemeente", date="2026-05-01", reading="excerpt")


def new_programme(package: Path) -> None:
    add(package, "programme", id=PROGRAMME, name="Nieuwe weg", kind="exit_programme", source=SOURCE)


def new_claim(package: Path) -> None:
    about = {"programme": PROGRAMME, "date": "2026-05-01", "source": SOURCE}
    add(package, "claim", municipality="Zutphen", relation="location", **about)
    add(package, "period", period="duup", **about)
    add(package, "group", group="men", **about)


def new_area(package: Path) -> None:
    add(package, "area", id="EDIT-AREA", name="IJsseldal", valid_from="2021-01-01", source=SOURCE,
        members="Zutphen; Lochem; Brummen")  # fmt: skip
    add(package, "claim", area="EDIT-AREA", programme=PROGRAMME, relation="catchment", date="2026-05-01", source=SOURCE)


def ended_programme(package: Path) -> None:
    """The programme that was located last has stopped there."""
    located = [
        c for c in rows_of(package, "claims")
        if c["relation"] == "location" and c["code"] and c["programme_id"] != PROGRAMME
    ]  # fmt: skip
    last = max(located, key=lambda c: c["date"])
    add(package, "claim", municipality=last["code"], programme=last["programme_id"], relation="stopped",
        date="2026-09-01", source=SOURCE)  # fmt: skip


def removed_claims(package: Path) -> None:
    """Some claims turn out to be read wrongly and go; another still holds what the source says."""
    claims = rows_of(package, "claims")
    what = itemgetter("programme_id", "date", "effective", "source_id")
    said = Counter(map(what, claims))
    double = [c for c in claims if said[what(c)] > 1]
    write_rows(package, "claims", [c for c in claims if c not in double[WHICH::9]])


def centres(package: Path) -> set[str]:
    """Codes of the centre municipalities of DUVO and DUUP regions."""
    return {r["centre_code"] for t in ("duvo_regions", "duup_regions") for r in rows_of(package, t)}


def heads(package: Path) -> set[str]:
    """DUVO regions with the centre municipality of a DUUP region."""
    centre = {r["centre_code"] for r in rows_of(package, "duup_regions")}
    return {r["name"] for r in rows_of(package, "duvo_regions") if r["centre_code"] in centre}


def moved_municipality(package: Path) -> None:
    """The first municipality that is not a centre goes to the DUVO region of the last."""
    members = rows_of(package, "memberships")
    old = [m for m in members if not m["valid_to"] and m["code"] not in centres(package)][WHICH * 40]
    goal = members[-1]["duvo_region"]
    new = old | {"valid_from": "2026-06-01", "duvo_region": goal, "duup_uncertain": "false", "alternative_duup": "",
                 "source_id": SOURCE}  # fmt: skip
    old["valid_to"] = "2026-06-01"
    write_rows(package, "memberships", sorted([*members, new], key=lambda m: (m["code"], m["valid_from"])))


def merger_to_come(package: Path) -> None:
    add(package, "reorganisation", date="2027-01-01", old="Wijdemeren", new="Hilversum")


def corrected_words_and_figures(package: Path) -> None:
    """Names, titles, notes and figures are written otherwise; a new figure and a new event."""
    for table, column in (
        ("programmes", "name"),
        ("contradictions", "title"),
        ("sources", "title"),
        ("claims", "note"),
    ):
        rows = rows_of(package, table)
        for row in rows:
            row[column] = f"{row[column]} (verbeterd)".strip()
        write_rows(package, table, rows)
    for table in ("outcomes", "survey"):
        rows = rows_of(package, table)
        for row in rows:
            if row["value"].isdigit():
                row["value"] = str(int(row["value"]) + 1)
        write_rows(package, table, rows)
    add(package, "outcome", programme=PROGRAMME, indicator="deelnemers", value="7", unit="personen",
        participants="true", period_from="2026", period_to="2026", date="2026-05-01", source=SOURCE)  # fmt: skip
    add(package, "event", date="2026-05-01", domain="programme", event="Een programma begint", source=SOURCE)
    add(package, "funding", scheme="duup", period_from="2026", item="landelijk totaal", role="other", value="8000000",
        unit="euro", recipient="centrumgemeenten", date="2026-05-01", source=SOURCE)  # fmt: skip


def next_edition(package: Path) -> None:
    described = (package / "datapackage.json").read_text(encoding="utf-8")
    (package / "datapackage.json").write_text(described.replace('"2026-11"', '"2026-12"'), encoding="utf-8")


def renamed(package: Path) -> None:
    """Every programme has another name, and so has a municipality that is no centre."""
    programmes = rows_of(package, "programmes")
    for row in programmes:
        row["name"] = f"Voorheen {row['name']}"
    write_rows(package, "programmes", programmes)
    towns = rows_of(package, "municipalities")
    town = [t for t in towns if t["code"] not in centres(package) and not t["valid_to"]][WHICH * 40]
    variants = rows_of(package, "municipality_variants")
    variants.append(variants[0] | {"variant": town["name"], "code": town["code"], "note": ""})
    town["name"] = "Nieuwe Naam"
    write_rows(package, "municipalities", towns)
    write_rows(package, "municipality_variants", variants)


def fewer_rows(package: Path) -> None:
    """What was read wrongly goes: a seventh of many tables, a member of each area, some contradictions."""
    for table in ("target_groups", "life_domains", "outcomes", "survey", "activities", "features", "partners",
                  "recommendations", "verdicts", "timeline"):  # fmt: skip
        rows = rows_of(package, table)
        write_rows(package, table, [row for i, row in enumerate(rows) if (i - WHICH) % 7 != 3])
    gone = {row["contradiction_id"] for row in rows_of(package, "contradictions")[(2 + WHICH) % 7 :: 7]}
    for table in ("contradictions", "contradiction_subjects"):
        write_rows(package, table, [r for r in rows_of(package, table) if r["contradiction_id"] not in gone])
    members = rows_of(package, "area_members")
    size = Counter(row["area_id"] for row in members)
    loose = {r["area_id"] for r in rows_of(package, "areas") if r["kind"] not in ("province", "duup_region")}
    last = {row["area_id"]: row for row in members if size[row["area_id"]] > 2 and row["area_id"] in loose}
    write_rows(package, "area_members", [row for row in members if row is not last.get(row["area_id"])])


def other_regions(package: Path) -> None:
    """From a day on a DUVO region is a DUUP region by itself, and another one goes to the DUUP region of the first."""
    shared = rows_of(package, "duvo_duup")
    many = [number for number, n in Counter(r["duup_number"] for r in shared).most_common() if n > 2]
    split, moved = (
        next(r for r in reversed(shared) if r["duup_number"] == n and r["duvo_region"] not in heads(package))
        for n in many[:2]
    )
    regions, duvo = rows_of(package, "duup_regions"), rows_of(package, "duvo_regions")
    number = str(1 + max(int(r["number"]) for r in regions))
    centre = next(r["centre_code"] for r in duvo if r["name"] == split["duvo_region"])
    programmes = rows_of(package, "programmes")
    assigned = next(p for p in programmes if p["kind"] == "assignment")
    regions.append(regions[-1] | {
        "number": number, "name": split["duvo_region"], "centre_code": centre, "programme_id": f"DUUP{number}",
        "date": "2026-05-01", "source_id": SOURCE, "source_detail": "",
    })  # fmt: skip
    programmes.append(assigned | {
        "programme_id": f"DUUP{number}", "name": f"DUUP {split['duvo_region']}", "centre": split["duvo_region"],
        "centre_code": centre,
    })  # fmt: skip
    for row, goal in ((split, number), (moved, regions[0]["number"])):
        shared.insert(shared.index(row) + 1, row | {
            "duup_number": goal, "valid_from": "2026-06-01", "source_id": SOURCE, "source_detail": "",
        })  # fmt: skip
        row["valid_to"] = "2026-06-01"
    for table, rows in (("duup_regions", regions), ("programmes", programmes), ("duvo_duup", shared)):
        write_rows(package, table, rows)


def another_population(package: Path) -> None:
    """The provisional year becomes final, with other figures; the year after it comes."""
    years, people = rows_of(package, "population_years"), rows_of(package, "population")
    last = years[-1]["year"]
    towns = rows_of(package, "municipalities")
    later = str(int(last) + 1)
    alive = {t["code"] for t in towns if not t["valid_to"] or t["valid_to"] > f"{later}-01-01"}
    for row in [r for r in people if r["year"] == last]:
        row |= {"inhabitants": str(int(row["inhabitants"]) + 7), "provisional": "false"}
        if row["code"] in alive:
            people.append(
                row | {"year": later, "inhabitants": str(int(row["inhabitants"]) + 11), "provisional": "true"}
            )
    years.append(years[-1] | {"year": later, "note": ""})
    years[-2]["provisional"] = "false"
    for row in years[-2:]:
        found = [int(r["inhabitants"]) for r in people if r["year"] == row["year"]]
        row |= {"municipalities": str(len(found)), "total": str(sum(found))}
    write_rows(package, "population", people)
    write_rows(package, "population_years", years)


def another_budget(package: Path) -> None:
    add(package, "funding", scheme="duup", period_from="2026", period_to="2026", item="landelijk totaal",
        role="national", per_year="true", value="7654321", unit="euro per jaar", recipient="centrumgemeenten",
        date="2026-05-01", source=SOURCE)  # fmt: skip


EDITS: tuple[Callable[[Path], None], ...] = (
    new_source, new_programme, new_claim, new_area, ended_programme, removed_claims, moved_municipality,
    merger_to_come, corrected_words_and_figures, next_edition, renamed, fewer_rows, other_regions, another_population,
    another_budget,
)  # fmt: skip


def edited_copy(package: Path) -> Path:
    """A copy of the real data in ``package`` (not there yet) with all edits, sound as ``check`` sees it."""
    shutil.copytree(DATA, package)
    for edit in EDITS:
        edit(package)
        derive(package)
        assert (problems := check(package)) == [], (edit.__name__, problems[:3])
    return package


if __name__ == "__main__":
    edited_copy(Path(sys.argv[1]))
