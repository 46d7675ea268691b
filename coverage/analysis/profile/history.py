"""The status of one municipality through the years, as stretches of time on a line.

A status can change on a day on which a claim begins to count, and on the day on which a claim becomes older than
the age limit; on no other day. So it is judged on those days only, by the same rule as everywhere
(:func:`coverage.analysis.status.judge`), and days between which nothing changes are joined.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from coverage.analysis.claim import Claim, LocalClaim
from coverage.analysis.evidence import duup_start, local_claims, standing_claims
from coverage.analysis.status import judge
from coverage.dataset import Dataset
from coverage.dataset.memo import per_snapshot
from coverage.dates import years_before
from coverage.geography.lineage import division
from coverage.vocabulary import DateBasis, Relation, Status

HISTORY_FROM = date(2011, 1, 1)


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch with one status by the same programmes. ``end`` is the first day after it; None for the last one.

    ``programmes`` are those of the claims that decided, ``sources`` what they rest on. ``begun`` is the claim by which
    it begins when the source gives no day (a month, a year, or a date that we estimated) or names another than its
    own. ``ended`` is the same for its end. No text tells a day that no source does.
    """

    begin: date
    end: date | None
    status: Status
    programmes: tuple[str, ...]
    sources: tuple[str, ...]
    begun: Claim | None = None
    ended: Claim | None = None

    def holds(self, on: date) -> bool:
        """Whether a day lies in the stretch."""
        return self.begin <= on and (self.end is None or on < self.end)


def newest_day(ds: Dataset) -> date:
    """The last day on which anything in the claims begins to count: history is drawn at least up to it."""
    return max(ds.table("claims")["effective"])


@per_snapshot(maxsize=1024)
def history(ds: Dataset, code: str, division_id: str, max_age: int, until: date) -> tuple[Segment, ...]:
    """Stretches from 2011 up to and including ``until``, without gaps, oldest first; at least one.

    Told within the borders of one division. KeyError when the division does not have the municipality.
    """
    bearing = _bearing(ds, code, division_id)
    segments: list[Segment] = []
    for day, estimated in _turning_points(bearing, max_age, until).items():
        now = replace(_judged(bearing, day, max_age), begun=estimated)
        last = segments[-1] if segments else None
        if last and (last.status, last.programmes) == (now.status, now.programmes):
            segments[-1] = replace(last, sources=tuple(sorted({*last.sources, *now.sources})))
            continue
        if last:
            segments[-1] = replace(last, end=day, ended=estimated)
        segments.append(now)
    return tuple(segments)


def judged_by_time(ds: Dataset, code: str, division_id: str, max_age: int, day: date) -> Status:
    """The status on a day by what spoke before that day: what the passing of time alone makes of a municipality."""
    known = tuple(c for c in _bearing(ds, code, division_id) if c.claim.effective < day)
    return judge(known, day, years_before(day, max_age)).status


def _judged(bearing: tuple[LocalClaim, ...], day: date, max_age: int) -> Segment:
    """The stretch that begins on a day, still open."""
    verdict = judge(bearing, day, years_before(day, max_age))
    return Segment(
        day, None, verdict.status,
        programmes=tuple(sorted({c.claim.programme_id for c in verdict.decisive if _names(c)})),
        sources=tuple(sorted({c.claim.source_id for c in verdict.decisive})),
    )  # fmt: skip


def _bearing(ds: Dataset, code: str, division_id: str) -> tuple[LocalClaim, ...]:
    """Everything that speaks about a municipality at any time."""
    assigned = standing_claims(ds, max(duup_start(ds), division(ds, division_id).valid_from))
    return (*local_claims(ds, division_id)[code], LocalClaim(assigned[code]))


def _names(local: LocalClaim) -> bool:
    """Whether the claim is about a programme that is (or was) there; a bare "none" names one that is not."""
    return local.claim.relation is not Relation.EXPLICIT_NONE


def _turning_points(claims: tuple[LocalClaim, ...], max_age: int, until: date) -> dict[date, Claim | None]:
    """Days on which the verdict may differ from the day before, in order; with the claim that made it without a day."""
    days: dict[date, Claim | None] = {HISTORY_FROM: None}
    for claim in sorted((c.claim for c in claims), key=lambda c: (c.date_basis is DateBasis.ESTIMATED, _coarse(c))):
        own = {claim.effective}
        if claim.until and claim.until < date.max:
            own.add(claim.until + timedelta(days=1))
        if claim.first_possible and not claim.standing:
            own |= _too_old(claim.first_possible, max_age)
        for day in own:
            named = day == claim.effective != claim.start
            undated = claim.date_basis is DateBasis.ESTIMATED or named or (_coarse(claim) and day == claim.start)
            days.setdefault(day, claim if undated else None)
    return {d: days[d] for d in sorted(days) if HISTORY_FROM <= d <= until}


def _coarse(claim: Claim) -> bool:
    """Whether the source gives a month or a year only."""
    return len(claim.date) < len("2013-07-01")


def _too_old(start: date, max_age: int) -> set[date]:
    """The first day on which a claim is too old; two candidates, since 28 February may stand for the 29th."""
    year = start.year + max_age
    if year >= date.max.year:
        return set()
    same = date(year, 3, 1) - timedelta(days=1) if (start.month, start.day) == (2, 29) else start.replace(year=year)
    return {same + timedelta(days=1), same + timedelta(days=2)}
