"""White spots (a source says there is none) and blind spots (no source says anything), never mixed.

A third group, *remote only*, and a fourth, *on paper*, are lists of their own: a national programme for a part
of the target group, or an assignment to a funded region, is neither a programme nor a confirmed absence.

The nearest programme is the nearest municipality where a programme is located or works (evidenced here) on the
date, as the crow flies between a point inside each of the two municipalities, in RD metres.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import shapely

from coverage.analysis.comparison.compare import programmes
from coverage.analysis.evidence import DUUP_START, LocalClaim
from coverage.analysis.naming import duup_centres, duvo_centres
from coverage.analysis.status import (
    DEFAULT_MAX_AGE,
    NEGATIVE,
    MunicipalityStatus,
    StatusReport,
    judge,
    status_at,
    years_before,
)
from coverage.dataset import Dataset
from coverage.dataset.memo import per_snapshot
from coverage.geography.areas import places
from coverage.geography.lineage import division_at
from coverage.vocabulary import EVIDENCED, Relation, Status

SPOTS = (Status.CONFIRMED_NONE, Status.UNKNOWN, Status.REMOTE_ONLY, Status.ON_PAPER)
METRES = 1000


@dataclass(frozen=True, slots=True)
class Nearest:
    """The nearest municipality where provision is evidenced, its programmes, and the distance in kilometres."""

    code: str
    name: str
    programmes: tuple[str, ...]
    km: float


@dataclass(frozen=True, slots=True)
class Spot:
    """A municipality without evidenced provision.

    ``since`` is as precise as the source: the day from which there is none, or the last evidence before it became
    too old; empty when no source ever said anything. ``reasons`` are the claims that say why there is none.
    ``duup_centre`` is empty before the DUUP began.
    """

    row: MunicipalityStatus
    since: str
    reasons: tuple[LocalClaim, ...]
    nearest: Nearest | None
    duvo_centre: str
    duup_centre: str


@dataclass(frozen=True, slots=True)
class Spots:
    """All municipalities without evidenced provision, by status, most inhabitants first."""

    report: StatusReport
    by_status: dict[Status, tuple[Spot, ...]]
    national: tuple[LocalClaim, ...]

    def inhabitants(self, status: Status) -> int:
        """Inhabitants of the spots of one status."""
        return sum(s.row.inhabitants for s in self.by_status[status])


@per_snapshot(maxsize=32)
def white_spots(ds: Dataset, on: date, max_age: int = DEFAULT_MAX_AGE, division_id: str | None = None) -> Spots:
    """Municipalities that are a white spot, a blind spot, remote only, or on paper on a date."""
    if division_id is None:
        return white_spots(ds, on, max_age, division_at(on).id)
    report = status_at(ds, on, max_age, division_id)
    near = nearest(ds, report)
    duvo, duup = duvo_centres(ds), duup_centres(ds)
    found: dict[Status, list[Spot]] = {s: [] for s in SPOTS}
    for row in sorted(report.rows, key=lambda r: (-r.inhabitants, r.code)):
        if row.status in EVIDENCED:
            continue
        white = row.status is Status.CONFIRMED_NONE
        found[row.status].append(
            Spot(
                row=row,
                since=_none_since(row) if white else _last_evidence(row, on),
                reasons=row.decisive if white else (),
                nearest=near.get(row.code),
                duvo_centre=duvo[row.duvo_region],
                duup_centre=duup[row.duup_number] if on >= DUUP_START else "",
            )
        )
    return Spots(report, {s: tuple(rows) for s, rows in found.items()}, national_programmes(report))


def _none_since(row: MunicipalityStatus) -> str:
    """The day from which sources say there is none, after the last evidence; as precise as the source."""
    last = max(
        (c.claim.start for c in row.claims if c.claim.relation not in NEGATIVE | {Relation.NATIONAL}), default=date.min
    )
    later = [c.claim for c in row.decisive if c.claim.effective >= last] or [c.claim for c in row.decisive]
    first = min(later, key=lambda c: c.effective)
    return first.date if first.effective == first.start else first.effective.isoformat()


def _last_evidence(row: MunicipalityStatus, on: date) -> str:
    """Reference date of the last evidence that became too old; empty when there never was any."""
    verdict = judge(row.claims, on, date.min)
    return max((c.claim.date for c in verdict.decisive), default="") if verdict.status in EVIDENCED else ""


def nearest(ds: Dataset, report: StatusReport) -> dict[str, Nearest]:
    """Municipality without evidenced provision -> nearest one where it is evidenced here; empty when there is none.

    Ties go to the municipality with the lower code.
    """
    here = sorted((r for r in report.rows if r.status is Status.EVIDENCED_HERE), key=lambda r: r.code)
    if not here:
        return {}
    points = places(ds, report.division.id)
    without = [r for r in report.rows if r.status not in EVIDENCED]
    there = shapely.STRtree(points.loc[[r.code for r in here]].to_numpy())
    (rows, closest), metres = there.query_nearest(
        points.loc[[r.code for r in without]].to_numpy(), return_distance=True
    )
    found: dict[str, Nearest] = {}
    for row, index, distance in sorted(zip(rows.tolist(), closest.tolist(), metres.tolist(), strict=True)):
        near = here[index]
        found.setdefault(
            without[row].code, Nearest(near.code, near.name, programmes(near), round(distance / METRES, 1))
        )
    return found


def national_programmes(report: StatusReport) -> tuple[LocalClaim, ...]:
    """Fresh claims of programmes that take people from the whole country, the latest of each programme."""
    oldest = years_before(report.on, report.max_age)
    latest: dict[str, LocalClaim] = {}
    for local in report.rows[0].claims:  # a national claim speaks about every municipality, so the first has them all
        claim = local.claim
        known = latest.get(claim.programme_id)
        if claim.relation is Relation.NATIONAL and claim.start >= oldest:
            latest[claim.programme_id] = known if known and known.claim.start >= claim.start else local
    return tuple(latest[p] for p in sorted(latest))
