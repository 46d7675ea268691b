"""Which regions would have had priority under RUPS II, article 4(2)?

"The minister gives priority, in allotting applications, to applications with regard to an exit programme in a
region where no exit programmes exist" (Regeling uitstapprogramma's prostituees II, source S3, r.1368-1370).
The scheme does not define a region; the DUVO regions (before 2021) and DUUP regions stand in for it. A region
has a programme when provision is evidenced in one of its municipalities. Where it is not, sources may still be
silent: only in municipalities that are confirmed none is it known that no programme exists.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from coverage.analysis.spots.steps import Level, RegionRows, default_level, regions
from coverage.analysis.status import DEFAULT_MAX_AGE, StatusReport, status_at
from coverage.dataset import Dataset
from coverage.vocabulary import Status


@dataclass(frozen=True, slots=True)
class Priority:
    """A region without evidenced programme; ``confirmed`` municipalities are known to have none."""

    region: RegionRows
    inhabitants: int
    municipalities: int
    confirmed: int


def priority(ds: Dataset, report: StatusReport, level: Level | None = None) -> tuple[Priority, ...]:
    """Regions in which no programme is evidenced on the date of the report, most inhabitants first."""
    found = [
        Priority(r, r.inhabitants(), r.municipalities(), r.municipalities(Status.CONFIRMED_NONE))
        for r in regions(ds, report, level or default_level(ds, report))
        if not r.programmes
    ]
    return tuple(sorted(found, key=lambda p: (-p.inhabitants, p.region.name)))


def over_time(
    ds: Dataset, days: Iterable[date], level: Level, max_age: int = DEFAULT_MAX_AGE
) -> dict[str, tuple[bool | None, ...]]:
    """Every region of the level -> for each day whether it would have had priority; None when it was not there."""
    columns = []
    for day in days:
        report = status_at(ds, day, max_age)
        columns.append({r.name: not r.programmes for r in regions(ds, report, level)})
    return {name: tuple(column.get(name) for column in columns) for name in ds.table(f"{level}_regions")["name"]}
