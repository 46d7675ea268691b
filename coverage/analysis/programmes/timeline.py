"""From moments to bars: how long sources show a programme, and where they fall silent.

A source speaks of a moment. A bar runs from there to the next moment at which the programme is active,
unless that is further away than the age limit: then, and after the last moment, it ends open at the limit.
Before the first moment it starts where a source says that the programme began, or began to count. Money
of a scheme colours a bar within the dates of that scheme only; outside them the payer is unknown.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from coverage.analysis.dating import dated
from coverage.analysis.programmes.records import Description, Programme, is_assignment, programmes
from coverage.analysis.programmes.results import results
from coverage.analysis.status import DEFAULT_MAX_AGE
from coverage.dataset import Dataset
from coverage.dataset.memo import per_snapshot
from coverage.dates import start, years_before
from coverage.vocabulary import Funding, ProgrammeStatus, Scheme, TimelineDomain


@dataclass(frozen=True, slots=True)
class Bar:
    """A stretch of a programme. ``open_end``: no source says that it ended there, evidence only grows old."""

    begin: date
    end: date
    funding: Funding
    open_end: bool
    moment: Description


@dataclass(frozen=True, slots=True)
class Lane:
    """A programme with its bars, and the moments that show no activity: planned, stopped or unknown."""

    programme: Programme
    bars: tuple[Bar, ...]
    points: tuple[Description, ...]

    @property
    def first(self) -> date:
        """First day of anything on the lane."""
        return min([b.begin for b in self.bars] + [m.start for m in self.points])


def bar_ends(programme: Programme, bar: Bar) -> tuple[str, str]:
    """Begin and end of a bar in words: as precise as the source that makes it, and an estimate only as one."""
    limit = bar.end.isoformat()[: len(bar.moment.date)]
    return (
        _as_told(programme, bar.begin),
        dated(limit, bar.moment.date_basis) if bar.open_end else _as_told(programme, bar.end),
    )


def _as_told(programme: Programme, on: date) -> str:
    """A day on which a source speaks, or on which the programme began; any other is one of a scheme, or today."""
    said = [m.told for m in programme.moments if m.start == on]
    return said[-1] if said else programme.day_told(on)


@dataclass(frozen=True, slots=True)
class Event:
    """An event of the timeline."""

    date: str
    domain: TimelineDomain
    text: str
    source_id: str
    detail: str


@per_snapshot(maxsize=8)
def lanes(ds: Dataset, today: date, max_age: int = DEFAULT_MAX_AGE) -> tuple[Lane, ...]:
    """A lane for every programme of which a source tells a period, in order of its first day; assignments have none."""
    paid = _paid(ds)
    counted = {r.programme_id: r.window_from for r in results(ds)}
    found = [
        _lane(p, counted.get(p.id, ""), today, max_age, paid)
        for p in programmes(ds)
        if not is_assignment(p) and p.moments
    ]
    return tuple(sorted(found, key=lambda lane: lane.first))


def _lane(
    programme: Programme, counted: str, today: date, max_age: int, paid: dict[Funding, tuple[date, date]]
) -> Lane:
    active = [m for m in programme.moments if m.status is ProgrammeStatus.ACTIVE]
    others = tuple(m for m in programme.moments if m.status is not ProgrammeStatus.ACTIVE)
    stop = start(programme.stopped) if programme.stopped else date.max
    bars: list[Bar] = []
    for i, moment in enumerate(active):
        begin = moment.start
        early = programme.began or counted
        if not bars and early and start(early) < begin:
            begin = start(early)
        limit = _years_after(moment.start, max_age)
        following = active[i + 1].start if i + 1 < len(active) else date.max
        if following == moment.start:
            continue  # two sources at the same date: the later row carries the bar
        end = max(min(following, limit, stop, today), begin)
        bars += _coloured(Bar(begin, end, moment.funding, end not in {following, stop}, moment), paid)
    return Lane(programme, tuple(bars), others)


def _coloured(bar: Bar, paid: dict[Funding, tuple[date, date]]) -> list[Bar]:
    """The bar, cut where the scheme that pays for it began and ended."""
    begin, end = paid.get(bar.funding, (bar.begin, bar.end))
    cuts = sorted({bar.begin, bar.end} | {cut for cut in (begin, end) if bar.begin < cut < bar.end})
    if len(cuts) == 1:
        return [bar]
    return [
        replace(
            bar, begin=a, end=b, funding=bar.funding if begin <= a and b <= end else Funding.UNKNOWN,
            open_end=bar.open_end and b == bar.end,
        )
        for a, b in pairwise(cuts)
    ]  # fmt: skip


def _paid(ds: Dataset) -> dict[Funding, tuple[date, date]]:
    """Scheme money -> the days between which it could be spent."""
    found: dict[Funding, tuple[date, date]] = {}
    for r in ds.table("schemes").itertuples():
        funding = Funding.RUPS_II if r.scheme == Scheme.RUPS_II_EXTENSION else Funding(r.scheme)
        begin, end = found.get(funding, (date.max, date.min))
        last = max(start(d) for d in (r.valid_to, r.spending_to) if d) if r.valid_to else date.max
        found[funding] = (min(begin, start(r.valid_from)), max(end, last))
    return found


def _years_after(on: date, years: int) -> date:
    return years_before(on, -years)


@per_snapshot(maxsize=1)
def events(ds: Dataset) -> tuple[Event, ...]:
    """Starts, stops, mergers of areas, schemes, evaluations and politics, oldest first."""
    rows = sorted(ds.table("timeline").itertuples(), key=lambda r: (start(r.date), r.date))
    return tuple(Event(r.date, TimelineDomain(r.domain), r.event, r.source_id, r.source_detail) for r in rows)
