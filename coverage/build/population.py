"""Inhabitants per municipality, and on the lineage pieces."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pandas as pd

from coverage.build.rows import BuildError, Record, Row, read_rows
from coverage.build.sources import CC_BY, SourceBook
from coverage.geography.lineage import PIECES_FROM, Lineage, division_at
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


def largest_remainder(total: int, weights: Mapping[str, float]) -> dict[str, int]:
    """Whole numbers in proportion to non-negative ``weights`` that sum to ``total`` exactly.

    Each gets its share rounded down; what is left goes one by one to the largest remainders (ties: the
    first in order of key). ValueError when all weights are zero or one is negative.
    """
    whole = math.fsum(weights.values())
    if whole <= 0 or min(weights.values()) < 0:
        raise ValueError("weights must not be negative, and not all zero")
    quotas = {key: total * weight / whole for key, weight in weights.items()}
    shares = {key: math.floor(quota) for key, quota in quotas.items()}
    order = sorted(quotas, key=lambda key: (shares[key] - quotas[key], key))
    for key in order[: total - sum(shares.values())]:
        shares[key] += 1
    return shares


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


def population_pieces(population: pd.DataFrame, years: pd.DataFrame, lineage: Lineage) -> list[Record]:
    """Table ``population_pieces`` from the typed tables.

    Before 2021 an old municipality is shared out by area; a piece that received a part of a split is an
    estimate. After, a municipality of several pieces is shared out by their inhabitants of 2021.
    """
    values = {
        year: dict(zip(group["code"], group["inhabitants"].tolist(), strict=True))
        for year, group in population.groupby("year")
    }
    found: list[Record] = []
    for year in years.loc[years["complete"], "year"].tolist():
        on = date(year, 1, 1)
        if on < PIECES_FROM:
            weights = {code: lineage.pieces(code, on) for code in values[year]}
        else:
            weights = _backward(lineage, on, values[2021])
        totals: dict[str, int] = {}
        estimated: set[str] = set()
        for code, inhabitants in sorted(values[year].items()):
            for piece, part in largest_remainder(inhabitants, weights[code]).items():
                totals[piece] = totals.get(piece, 0) + part
                if len(weights[code]) > 1:
                    estimated.add(piece)
        found += [
            {"year": year, "piece": piece, "inhabitants": n, "estimated": piece in estimated}
            for piece, n in sorted(totals.items())
        ]
    return found


def _backward(lineage: Lineage, on: date, inhabitants_2021: Mapping[str, int]) -> dict[str, dict[str, float]]:
    """Municipality -> its pieces with their inhabitants of 2021, for the division in force on a date."""
    weights: dict[str, dict[str, float]] = {}
    for piece, code in lineage.composition(division_at(on).id).items():
        weights.setdefault(code, {})[piece] = float(inhabitants_2021[piece])
    return weights
