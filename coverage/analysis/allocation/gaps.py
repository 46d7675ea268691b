"""Money next to need and reach: euros beside inhabitants, area, distance to the centre, and evidenced provision.

Facts side by side. That one region has more money or more evidence than another shows no cause.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from coverage.analysis.allocation.result import Allocation
from coverage.analysis.status import MunicipalityStatus, StatusReport
from coverage.dataset import Dataset
from coverage.geography.areas import METRES, division_areas, km_between
from coverage.vocabulary import EVER_EVIDENCED, EVIDENCED, Status, TargetGroup


@dataclass(frozen=True, slots=True)
class Stretch:
    """How far a region stretches, as the crow flies, on the simplified map: indicators, not travel times.

    ``area`` in square kilometres; ``distance`` in kilometres from a point inside the centre municipality to one inside
    each other, weighed by inhabitants; ``farthest`` is the name of the one that lies farthest, ``farthest_km`` away.
    """

    area: float
    distance: float
    farthest: str
    farthest_km: float


@dataclass(frozen=True, slots=True)
class RegionGap:
    """One region. ``amount`` follows the allocation, ``inhabitants`` and the shares the status report.

    ``evidenced`` is the share of inhabitants with recently evidenced provision, ``ever_evidenced`` that with recent or
    earlier evidence; ``by_status`` has all statuses. ``unmet`` are groups without evidenced provision, None when nobody
    looked. ``reach`` is None when the centre municipality does not lie in its own region.
    """

    number: int
    name: str
    amount: int
    inhabitants: int
    evidenced: Fraction
    ever_evidenced: Fraction
    by_status: Mapping[Status, int]
    reach: Stretch | None
    unmet: tuple[TargetGroup, ...] | None


def money_next_to_gaps(
    ds: Dataset,
    allocation: Allocation,
    report: StatusReport,
    unmet: Mapping[int, tuple[TargetGroup, ...]] | None = None,
) -> tuple[RegionGap, ...]:
    """Join amounts and status per region, in order of number. ``unmet`` maps region number to target groups."""
    rows: dict[int, list[MunicipalityStatus]] = {}
    for row in report.rows:
        rows.setdefault(row.duup_number, []).append(row)
    centres = dict(zip(ds.table("duup_regions")["number"], ds.table("duup_regions")["centre_code"], strict=True))
    found = []
    for r in allocation.regions:
        own = rows.get(r.number, [])
        people = {s: sum(m.inhabitants for m in own if m.status is s) for s in Status}
        total = sum(people.values())
        found.append(
            RegionGap(
                number=r.number,
                name=r.name,
                amount=r.amount,
                inhabitants=total,
                evidenced=Fraction(sum(people[s] for s in EVIDENCED), total) if total else Fraction(0),
                ever_evidenced=Fraction(sum(people[s] for s in EVER_EVIDENCED), total) if total else Fraction(0),
                by_status=people,
                reach=_reach(ds, report, centres[r.number], own),
                unmet=None if unmet is None else unmet.get(r.number, ()),
            )
        )
    return tuple(found)


def _reach(ds: Dataset, report: StatusReport, centre: str, own: list[MunicipalityStatus]) -> Stretch | None:
    people = sum(m.inhabitants for m in own)
    if not people or centre not in {m.code for m in own}:
        return None
    areas = division_areas(ds, report.division.id).set_index("code").geometry
    km = {m.code: km_between(ds, report.division.id, centre, m.code) for m in own}
    farthest = max(own, key=lambda m: (km[m.code], m.code))
    return Stretch(
        area=float(sum(areas[m.code].area for m in own)) / METRES**2,
        distance=sum(km[m.code] * m.inhabitants for m in own) / people,
        farthest=farthest.name,
        farthest_km=km[farthest.code],
    )
