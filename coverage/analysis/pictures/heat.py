"""Evidence by year and region: where it was recent at the end of each year, and how many sources spoke that year."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from coverage.analysis.course import COURSE_FROM
from coverage.analysis.evidence import local_claims
from coverage.analysis.region_share import region_shares_of
from coverage.analysis.status import status_at
from coverage.dataset import Dataset
from coverage.dataset.memo import per_snapshot
from coverage.geography.region_names import region_names


@dataclass(frozen=True, slots=True)
class HeatCell:
    """A region in a year, as it was on ``on``: the last day of the year, or the reference date.

    ``share`` (0 to 1) of its inhabitants lived where a programme was recently evidenced; ``sources`` spoke of its
    municipalities in that year, up to that day.
    """

    on: date
    share: float
    sources: int


@dataclass(frozen=True, slots=True)
class HeatRow:
    """A DUUP region through the years; None for a year in which it had no municipalities."""

    number: int
    name: str
    cells: tuple[HeatCell | None, ...]


def heat_days(last: date) -> tuple[date, ...]:
    """The last day of each year since 2011, and ``last`` for the year in which it lies."""
    first = min(COURSE_FROM.year, last.year)
    return tuple(min(date(year, 12, 31), last) for year in range(first, last.year + 1))


@per_snapshot(maxsize=16)
def evidence_heat(ds: Dataset, last: date, max_age: int) -> tuple[HeatRow, ...]:
    """The regions in the order of the table; those that never had a municipality are left out."""
    columns = [_column(ds, on, max_age) for on in heat_days(last)]
    rows = (HeatRow(n, name, tuple(column.get(name) for column in columns)) for n, name in region_names(ds).items())
    return tuple(row for row in rows if any(row.cells))


def _column(ds: Dataset, on: date, max_age: int) -> dict[str, HeatCell]:
    report, first, found = status_at(ds, on, max_age), date(on.year, 1, 1), {}
    claims = local_claims(ds, report.division.id)
    for of in region_shares_of(ds, report):
        spoke = {c.claim.source_id for r in of.region.rows for c in claims[r.code] if first <= c.claim.start <= on}
        found[of.region.name] = HeatCell(on, of.recent, len(spoke))
    return found
