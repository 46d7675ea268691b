"""Ten edits that a maintainer may make on any day, of a copy of the real data: no test of logic may fail on them."""

from __future__ import annotations

import csv
import shutil
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from coverage.cli import main
from coverage.dataset import DATA
from coverage.dataset.problems import check
from coverage.derive import derive

Row = dict[str, str]
SOURCE = "W-EDIT"
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
    said = Counter((c["programme_id"], c["date"], c["source_id"]) for c in claims)
    double = [c for c in claims if said[c["programme_id"], c["date"], c["source_id"]] > 1]
    write_rows(package, "claims", [c for c in claims if c not in double[::9]])


def moved_municipality(package: Path) -> None:
    """The first municipality that is not a centre goes to the DUVO region of the last."""
    members = rows_of(package, "memberships")
    centres = {r["centre_code"] for t in ("duvo_regions", "duup_regions") for r in rows_of(package, t)}
    old = next(m for m in members if not m["valid_to"] and m["code"] not in centres)
    goal = members[-1]["duvo_region"]
    new = old | {"valid_from": "2026-06-01", "duvo_region": goal, "duup_uncertain": "false", "alternative_duup": ""}
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
        for row in rows[::7]:
            row[column] = f"{row[column]} (verbeterd)".strip()
        write_rows(package, table, rows)
    for table in ("outcomes", "survey"):
        rows = rows_of(package, table)
        for row in rows[::5]:
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


EDITS: tuple[Callable[[Path], None], ...] = (
    new_source, new_programme, new_claim, new_area, ended_programme, removed_claims, moved_municipality,
    merger_to_come, corrected_words_and_figures, next_edition,
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
