"""Municipalities without recent evidence, by why: white, blind, or to be confirmed; never added up under one word.

*White*: a source says there is none. *Blind*: no source says whether a programme runs (unknown, or only the region was
assigned). *To be confirmed*: evidenced earlier, or announced in a rule or plan.

The nearest programme is one of recent evidence, with a known executor and an access rule that does not exclude the
municipality; as the crow flies between a point inside each of the two municipalities, in RD metres. Where no programme
qualifies, none is named: the centre municipality is where to turn (docs/method-coverage.md).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import shapely

from coverage.analysis.claim import ENDINGS, LocalClaim
from coverage.analysis.comparison.compare import programmes_compared
from coverage.analysis.evidence import duup_start
from coverage.analysis.naming import duup_centres, duvo_centres
from coverage.analysis.spots.admission import Admission, admissions
from coverage.analysis.status import DEFAULT_MAX_AGE, MunicipalityStatus, StatusReport, status_at
from coverage.dataset import Dataset
from coverage.dataset.memo import per_snapshot
from coverage.geography.areas import places
from coverage.geography.lineage import division_at
from coverage.vocabulary import BLIND, EVER_EVIDENCED, EVIDENCED, TO_CONFIRM, WHITE, Status

SPOTS = (*WHITE, *BLIND, *TO_CONFIRM)
METRES = 1000


@dataclass(frozen=True, slots=True)
class Nearest:
    """The nearest municipality with a programme that may take people from here, which ones, and how far in km."""

    code: str
    name: str
    programmes: tuple[str, ...]
    km: float


@dataclass(frozen=True, slots=True)
class Spot:
    """A municipality without recent evidence.

    ``since`` is as precise as the source: the day from which there is none, or the last evidence before it became
    too old; empty when no source ever said anything. ``reasons`` are the claims that decided its status.
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
    """All municipalities without recent evidence, by status, most inhabitants first."""

    report: StatusReport
    by_status: dict[Status, tuple[Spot, ...]]

    def of(self, *statuses: Status) -> tuple[Spot, ...]:
        """Spots with one of these statuses, most inhabitants first."""
        found = (s for status in statuses for s in self.by_status[status])
        return tuple(sorted(found, key=lambda s: (-s.row.inhabitants, s.row.code)))

    def inhabitants(self, *statuses: Status) -> int:
        """Inhabitants of the spots with one of these statuses."""
        return sum(s.row.inhabitants for s in self.of(*statuses))


@per_snapshot(maxsize=32)
def white_spots(ds: Dataset, on: date, max_age: int = DEFAULT_MAX_AGE, division_id: str | None = None) -> Spots:
    """Every municipality without recent evidence on a date, by status."""
    if division_id is None:
        return white_spots(ds, on, max_age, division_at(ds, on).id)
    report = status_at(ds, on, max_age, division_id)
    near = nearest(ds, report)
    duvo, duup = duvo_centres(ds), duup_centres(ds)
    found: dict[Status, list[Spot]] = {s: [] for s in SPOTS}
    for row in sorted(report.rows, key=lambda r: (-r.inhabitants, r.code)):
        if row.status in EVIDENCED:
            continue
        found[row.status].append(
            Spot(
                row=row,
                since=_none_since(row) if row.status in WHITE else row.last_confirmed,
                reasons=row.decisive,
                nearest=near.get(row.code),
                duvo_centre=duvo[row.duvo_region],
                duup_centre=duup[row.duup_number] if on >= duup_start(ds) else "",
            )
        )
    return Spots(report, {s: tuple(rows) for s, rows in found.items()})


def _none_since(row: MunicipalityStatus) -> str:
    """The day from which sources say there is none, after the last evidence; as precise as the source."""
    last = max((c.claim.start for c in row.claims if c.claim.relation not in ENDINGS), default=date.min)
    later = [c.claim for c in row.decisive if c.claim.effective >= last] or [c.claim for c in row.decisive]
    first = min(later, key=lambda c: c.effective)
    return first.date if first.effective == first.start else first.effective.isoformat()


def nearest(ds: Dataset, report: StatusReport) -> dict[str, Nearest]:
    """Municipality without recent evidence -> the nearest one with a programme that may take its people.

    Absent when no programme qualifies. Ties go to the municipality with the lower code.
    """
    admitted = admissions(ds, report.on)
    offered: dict[str, list[tuple[str, Admission]]] = {}
    for row in report.rows:
        if row.status is Status.EVIDENCED_HERE:
            known = [(p, admitted[p]) for p in programmes_compared(row) if p in admitted]
            if known:
                offered[row.code] = known
    points = places(ds, report.division.id)
    without = [r for r in report.rows if r.status not in EVIDENCED]
    open_to_all = sorted(code for code, known in offered.items() if any(a.anywhere for _p, a in known))
    closest = _closest([points[r.code] for r in without], [points[code] for code in open_to_all])
    found: dict[str, Nearest] = {}
    for row, indices in zip(without, closest, strict=True):
        candidates = {open_to_all[i] for i in indices}
        if row.status in EVER_EVIDENCED:
            candidates |= {code for code, known in offered.items() if any(_covers(row, p) for p, _a in known)}
        fitting = {
            code: tuple(p for p, admission in offered[code] if admission.lets_in(_covers(row, p)))
            for code in candidates
        }
        fitting = {code: fit for code, fit in fitting.items() if fit}
        if fitting:
            here = points[row.code]
            code = min(sorted(fitting), key=lambda c: shapely.distance(here, points[c]))
            km = round(shapely.distance(here, points[code]) / METRES, 1)
            found[row.code] = Nearest(code, report.row(code).name, fitting[code], km)
    return found


def _closest(points: list[shapely.Point], others: list[shapely.Point]) -> list[list[int]]:
    """Per point the indices of the others that are closest; the same answer as from all distances, by a tree."""
    found: list[list[int]] = [[] for _point in points]
    for point, other in zip(*shapely.STRtree(others).query_nearest(points), strict=True):
        found[point].append(int(other))
    return found


def _covers(row: MunicipalityStatus, programme_id: str) -> bool:
    """Whether a programme was ever evidenced for a municipality, and nothing says that it stopped."""
    return row.status in EVER_EVIDENCED and programme_id in {c.claim.programme_id for c in row.decisive}
