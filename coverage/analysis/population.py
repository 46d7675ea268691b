"""Inhabitants of the municipalities of any division, from complete years only."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from coverage.dataset import Geography
from coverage.dataset.memo import per_geography
from coverage.geography.lineage import lineage


@dataclass(frozen=True, slots=True)
class PopulationYear:
    """A complete population year; ``provisional`` figures are marked wherever they are shown."""

    year: int
    provisional: bool


def inhabitants_source(ds: Geography, year: PopulationYear) -> str:
    """The source of the numbers of inhabitants of a year."""
    years = ds.table("population_years")
    return str(years.loc[years["year"] == year.year, "source_id"].iloc[0])


@per_geography(maxsize=1)
def complete_years(ds: Geography) -> tuple[PopulationYear, ...]:
    """Years in which every municipality has a value, oldest first."""
    years = ds.table("population_years")
    return tuple(
        PopulationYear(int(y), bool(p))
        for y, complete, p in zip(years["year"], years["complete"], years["provisional"], strict=True)
        if complete
    )


def population_year(ds: Geography, on: date) -> PopulationYear:
    """The latest complete year up to a date; the oldest one (2012) for every earlier date."""
    years = complete_years(ds)
    return next((y for y in reversed(years) if y.year <= on.year), years[0])


@per_geography(maxsize=64)
def inhabitants(ds: Geography, year: int, division_id: str) -> dict[str, int]:
    """Municipality -> inhabitants on 1 January of a complete year, within the borders of a division.

    Municipalities that were split or merged in between are shared out as ``population_pieces`` says.
    Raises ValueError for a year that is not complete.
    """
    pieces = ds.table("population_pieces")
    of_year = pieces[pieces["year"] == year]
    if of_year.empty:
        known = ", ".join(str(y.year) for y in complete_years(ds))
        raise ValueError(f"no complete population for {year}; complete years: {known}")
    composition = lineage(ds).composition(division_id)
    totals: dict[str, int] = dict.fromkeys(composition.values(), 0)
    for piece, count in zip(of_year["piece"], of_year["inhabitants"], strict=True):
        totals[composition[piece]] += int(count)
    return totals
