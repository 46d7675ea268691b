"""The course of things: statuses through time, beside the number of sources that spoke.

A falling number of municipalities with recent evidence can mean less provision or fewer sources, so the two are never
shown apart. Each step is judged within the borders of its own day.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from coverage.analysis.evidence import local_claims
from coverage.analysis.status import DEFAULT_MAX_AGE, MunicipalityStatus, status_at
from coverage.dataset import Dataset
from coverage.dataset.memo import per_snapshot
from coverage.vocabulary import Status

COURSE_FROM = date(2011, 6, 30)  # the end of RUPS I, of which the first report tells


@dataclass(frozen=True, slots=True)
class CourseStep:
    """One half-year. ``shares`` of inhabitants per status sum to 1; ``municipalities`` per status sum to all.

    ``sources`` counts those with a claim or local rule dated after the step before, up to and including this one.
    """

    on: date
    shares: Mapping[Status, float]
    municipalities: Mapping[Status, int]
    sources: int


def half_years(last: date) -> tuple[date, ...]:
    """30 June and 31 December of each year since 2011, up to a day, and that day itself."""
    days = [date(y, m, d) for y in range(COURSE_FROM.year, last.year + 1) for m, d in ((6, 30), (12, 31))]
    return (*(d for d in days if COURSE_FROM <= d < last), last)


@per_snapshot(maxsize=64)
def course(
    ds: Dataset, last: date, max_age: int = DEFAULT_MAX_AGE, regions: frozenset[int] | None = None
) -> tuple[CourseStep, ...]:
    """Every half-year up to a day, oldest first; of the country, or of the municipalities of some DUUP regions.

    A municipality counts for the region that it belongs to on the day of the step (before 2021: on 1 January 2021).
    Without municipalities in the regions on that day there is no step.
    """
    steps = []
    before = date.min
    for on in half_years(last):
        report = status_at(ds, on, max_age)
        rows = [r for r in report.rows if regions is None or r.duup_number in regions]
        if rows:
            claims = local_claims(ds, report.division.id)
            spoke = {c.claim.source_id for r in rows for c in claims[r.code] if before < c.claim.start <= on}
            steps.append(_step(on, rows, len(spoke)))
        before = on
    return tuple(steps)


def _step(on: date, rows: Sequence[MunicipalityStatus], sources: int) -> CourseStep:
    people = {s: sum(r.inhabitants for r in rows if r.status is s) for s in Status}
    total = sum(people.values())
    counts = {s: sum(r.status is s for r in rows) for s in Status}
    return CourseStep(on, {s: n / total if total else 0.0 for s, n in people.items()}, counts, sources)
