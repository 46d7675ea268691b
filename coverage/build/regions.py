"""DUVO and DUUP regions, to which municipalities belong, and the areas that local regulations name."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

from coverage.build import codes
from coverage.build.municipalities import Life
from coverage.build.rows import BuildError, Record, Row, read_rows
from coverage.build.sources import SourceBook
from coverage.dataset.divisions import PIECES_FROM
from coverage.dates import start

SECOND_LIST = date(2023, 1, 1)
UNCERTAIN = {2021: 8, 2023: 15}  # as counted in the collection's own account of the lists
# The folder of June 2020 names the region by its formal name, the lists of members by the everyday one.
_FOLDER_NAME = {"Den Bosch": "'s-Hertogenbosch"}
_MEMBERS_NOTE = "Vindplaatsen zoals de verzameling ze noemt; webpagina's zijn als opgeslagen fragment gelezen."
_UNNAMED = re.compile(r" \(gemeenten niet afzonderlijk genoemd.*\)$")
_DUUP_IN_WORDS = re.compile(r"\((?:ook )?DUUP ([^)]+)\)")


def folder_name(region: str) -> str:
    """A region in the spelling of the folder."""
    return _FOLDER_NAME.get(region, region)


def region_tables(
    facts: Path, centre: dict[str, str], book: SourceBook
) -> tuple[list[Record], list[Record], list[Record]]:
    """Tables ``duvo_regions``, ``duup_regions`` and ``duvo_duup``. ``centre`` maps names of municipalities to codes."""
    duvo: list[Record] = []
    belongs: list[Record] = []
    duup: list[Record] = []
    for row in read_rows(facts / "duup_regios.csv"):
        source = {k: v for k, v in book.provenance(row).items() if k != "note"} | {"date": row["peildatum"]}
        number, members = int(row["nummer"]), row["duvo_regios"].split("; ")
        if len(members) != int(row["aantal_duvo_regios"]):
            raise row.error("aantal_duvo_regios", f"differs from the {len(members)} regions listed; correct either")
        duup.append(
            {
                "number": number,
                "name": row["centrumgemeente"],
                "centre_code": centre[row["centrumgemeente"]],
                "programme_id": row["duup_id"],
                **source,
            }
        )
        duvo += [{"name": name, "centre_code": centre[name], **source} for name in members]
        belongs += [_belongs(name, number, source) for name in members]
    if (len(duvo), len(duup)) != (35, 18):
        raise BuildError(f"duup_regios.csv: {len(duvo)} DUVO and {len(duup)} DUUP regions; 35 and 18 expected")
    return duvo, duup, belongs


def _belongs(name: str, number: int, source: Record) -> Record:
    """A row of ``duvo_duup``: in force since the start of the DUUP."""
    row = {"duvo_region": name, "duup_number": number, "valid_from": PIECES_FROM, "valid_to": None, "note": ""}
    return row | {key: value for key, value in source.items() if key != "date"}


def alternative_duup(words: str, own: int, duup_of: dict[str, int]) -> str:
    """Numbers of the other DUUP regions that an ``alternatief`` text suggests, ascending, separated by ';'.

    "Utrecht (ook DUUP Utrecht) of Ede (DUUP Apeldoorn)" names DUUP regions; "Apeldoorn (alleen
    DUUP-uitvoering)" names the region itself.
    """
    found: set[int] = set()
    for clause in words.split(" of ") if words else []:
        named = _DUUP_IN_WORDS.search(clause)
        found.add(duup_of[folder_name(named[1] if named else clause.split(" (")[0])])
    return ";".join(str(n) for n in sorted(found - {own}))


def memberships(
    regions: Path, life: dict[str, Life], duvo: list[Record], duup: list[Record], book: SourceBook
) -> list[Record]:
    """Table ``memberships``: the list of 2021 until 2023 or the end of the municipality; from then the list of 2023,
    or from its start for a municipality that began in between."""
    numbers = {r["name"]: r["number"] for r in duup}
    duup_of_duvo = {r["duvo_region"]: r["duup_number"] for r in duvo}
    lists = {year: read_rows(regions / f"duvo_gemeenten_{year}.csv") for year in (2021, 2023)}
    ids = book.by_text("D-DUVO", (r["bron"] for rows in lists.values() for r in rows), note=_MEMBERS_NOTE)
    found: list[Record] = []
    for year, rows in lists.items():
        for row in rows:
            valid_from, valid_to = _held(year, life[row["gemeentecode"]])
            region, number = folder_name(row["duvo_centrumgemeente"]), numbers[folder_name(row["duup_regio"])]
            if duup_of_duvo.get(region) != number:
                raise row.error("duup_regio", f"is not the DUUP region of DUVO region {region}; correct one of them")
            source_id = ids[row["bron"]]
            found.append(
                {
                    "code": row["gemeentecode"],
                    "valid_from": valid_from,
                    "valid_to": valid_to,
                    "duvo_region": region,
                    "certainty": row.code("zekerheid", codes.MEMBERSHIP_CERTAINTY),
                    "evidence": row.code("bewijs", codes.MEMBERSHIP_EVIDENCE),
                    "alternatives": row["alternatief"],
                    "alternative_duup": alternative_duup(row["alternatief"], number, numbers),
                    "duup_uncertain": row.flag("duup_onzeker"),
                    "source_id": source_id,
                    "reading": book.refer(source_id),
                    "note": row.prose("opmerking"),
                }
            )
        _check_uncertain(year, rows, found[-len(rows) :])
    return sorted(found, key=lambda r: (r["code"], r["valid_from"]))


def _held(year: int, life: Life) -> tuple[date, date | None]:
    """First day of a row of the list of a year, and first day on which it no longer holds."""
    if year == 2021:
        return PIECES_FROM, min(life.valid_to or SECOND_LIST, SECOND_LIST)
    began = life.valid_from or date.min
    return (began if began > PIECES_FROM else SECOND_LIST), life.valid_to


def _check_uncertain(year: int, rows: list[Row], made: list[Record]) -> None:
    uncertain = [(row, r) for row, r in zip(rows, made, strict=True) if r["duup_uncertain"]]
    if len(uncertain) != UNCERTAIN[year]:
        raise BuildError(
            f"duvo_gemeenten_{year}.csv: {len(uncertain)} uncertain DUUP regions, {UNCERTAIN[year]} expected"
        )
    for row, r in uncertain:
        if not r["alternative_duup"]:
            raise row.error("alternatief", "names no other DUUP region though duup_onzeker is 'ja'; name one")


def rule_areas(
    regions: Path, life: dict[str, Life], numbers: dict[str, int], book: SourceBook
) -> tuple[list[Record], list[Row]]:
    """Table ``rule_areas``, and the rows left out: filled-in members that did not exist when the rule began."""
    found: list[Record] = []
    left_out: list[Row] = []
    for row in read_rows(regions / "duup_programmagebied_bronnen.csv"):
        valid_from, _, valid_to = row["geldig"].removeprefix("vanaf ").partition("-")
        named = not _UNNAMED.search(row["programmagebied"])
        if not life[row["gemeentecode"]].on(start(valid_from)):
            if named:
                raise row.error("gemeentecode", f"did not exist in {valid_from}, yet the rule names it; correct it")
            left_out.append(row)
            continue
        publication, _, detail = row["bron"].rpartition(", ")
        source_id = _source_of(row, publication, book)
        found.append(
            {
                "code": row["gemeentecode"],
                "duup_number": numbers[row["duup_centrumgemeente"]],
                "area": _UNNAMED.sub("", row["programmagebied"]),
                "named": named,
                "valid_from": valid_from,
                "valid_to": valid_to,
                "source_id": source_id,
                "source_detail": detail,
                "reading": book.refer(source_id),
            }
        )
    return found, left_out


def _source_of(row: Row, publication: str, book: SourceBook) -> str:
    """The source of the collection whose address holds the number of the gazette, such as gmb-2025-463183."""
    number = publication.rpartition(", ")[2]
    found = [source_id for source_id, source in book.rows.items() if f"/{number}." in source["url"]]
    if len(found) != 1:
        raise row.error("bron", f"matches {len(found)} sources by the number {number}; name one that is in bronnen.csv")
    return found[0]
