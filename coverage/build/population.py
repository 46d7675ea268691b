"""Inhabitants per municipality."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from coverage.build.rows import BuildError, Record, Row, read_rows
from coverage.build.sources import CC_BY, SourceBook
from coverage.vocabulary import Reading

PROVISIONAL_YEARS = {2026}
_CBS = {
    "publisher": "CBS",
    "licence": CC_BY,
    "note": "Overgenomen uit een openbare kopie van de CBS-tabel; zie de titel.",
}
_ROUNDED = "Alle waarden van 2012 zijn in de bron afgerond op 5; de som wijkt daardoor 3 af van het officiële totaal."


@dataclass(frozen=True, slots=True)
class Year:
    """What is known of a population year: number of municipalities, their sum, CBS's national total, remark."""

    n: int
    total: int | None
    official: int | None
    note: str = ""
    complete: bool = True


YEARS = {
    2012: Year(415, 16_730_345, 16_730_348, _ROUNDED),
    2017: Year(388, 17_081_507, 17_081_507),
    2018: Year(380, 17_181_084, 17_181_084),
    2019: Year(355, 17_282_163, 17_282_163),
    2020: Year(
        355,
        17_407_571,
        17_407_585,
        "352 waarden van CBS; Appingedam, Delfzijl en Loppersum zijn voorlopige waarden (RIVM, 10 mei 2020), samen "
        "45.843; volgens CBS zijn zij samen 45.857. De waarde van Haaren volgt uit het provincietotaal.",
        complete=False,
    ),
    2021: Year(352, 17_475_415, 17_475_415),
    2022: Year(345, 17_590_672, 17_590_672),
    2023: Year(342, 17_811_291, 17_811_291),
    2024: Year(342, 17_942_942, 17_942_942),
    2025: Year(
        0,
        None,
        18_044_027,
        "Geen waarden per gemeente gevonden, alleen het landelijke totaal.",
        complete=False,
    ),
    2026: Year(
        342,
        18_130_231,
        None,
        "Voorlopig: maandcijfer, kan door CBS worden herzien; geen officieel totaal gevonden. 339 waarden zijn gelijk "
        "aan die van een tweede openbare kopie (gemeentle); drie komen alleen daaruit.",
    ),
}


def population_tables(population: Path, book: SourceBook) -> tuple[list[Record], list[Record]]:
    """Tables ``population`` and ``population_years``; BuildError when a sum differs from the known one."""
    final = read_rows(population / "inwoners_per_gemeente.csv")
    provisional = read_rows(population / "inwoners_2020_voorlopig.csv")
    ids = _source_ids([*final, *provisional], book)
    rows: list[Record] = []
    for row in final + provisional:
        source_id, year = ids[row["jaar"], row["bron"]], int(row["jaar"])
        rows.append(
            {
                "year": year,
                "code": row["gemeentecode"],
                "inhabitants": int(row["inwoners"]),
                "provisional": year in PROVISIONAL_YEARS or row.file == "inwoners_2020_voorlopig.csv",
                "source_id": source_id,
                "reading": book.refer(source_id),
            }
        )
    rows.sort(key=lambda r: (r["year"], r["code"]))
    ids_of_year = {int(year): source_id for (year, _), source_id in reversed(ids.items())}
    ids_of_year[2025] = book.add(
        "D-POP-2025",
        "CBS 03759ned, landelijk totaal op 1 januari 2025",
        Reading.FULL,
        publisher="CBS",
        year=2025,
        licence=CC_BY,
        note="Zoals aangehaald in een openbaar testbestand.",
    )
    return rows, [_year_row(year, known, rows, ids_of_year[year]) for year, known in YEARS.items()]


def _source_ids(rows: Iterable[Row], book: SourceBook) -> dict[tuple[str, str], str]:
    """(year, source text) -> identifier: D-POP-2012, and D-POP-2020-2 for a further text of that year."""
    ids: dict[tuple[str, str], str] = {}
    for row in rows:
        key = (row["jaar"], row["bron"])
        if key not in ids:
            n = sum(year == row["jaar"] for year, _ in ids) + 1
            terms = {"publisher": "RIVM"} if row["bron"].startswith("VOORLOPIG: RIVM") else _CBS
            source_id = f"D-POP-{row['jaar']}" + (f"-{n}" if n > 1 else "")
            ids[key] = book.add(source_id, row["bron"], Reading.FULL, year=int(row["jaar"]), **terms)
    return ids


def _year_row(year: int, known: Year, rows: list[Record], source_id: str) -> Record:
    values = [r["inhabitants"] for r in rows if r["year"] == year]
    if (len(values), sum(values) or None) != (known.n, known.total):
        raise BuildError(
            f"population {year}: {len(values)} values, sum {sum(values)}; {known.n} and {known.total} expected"
        )
    return {
        "year": year,
        "complete": known.complete,
        "provisional": year in PROVISIONAL_YEARS,
        "municipalities": known.n,
        "total": known.total,
        "official_total": known.official,
        "source_id": source_id,
        "note": known.note,
    }
