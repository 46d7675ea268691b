"""Money next to gaps: euros per inhabitant beside the inhabitants for whom provision is evidenced.

Two facts side by side. That one region has more money or more evidence than another shows no cause.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from coverage.analysis.allocation.result import Allocation
from coverage.analysis.status import MunicipalityStatus, StatusReport
from coverage.vocabulary import EVIDENCED, Status, TargetGroup


@dataclass(frozen=True, slots=True)
class RegionGap:
    """One region. ``inhabitants`` and the shares follow the status report, ``per_inhabitant`` the allocation.

    ``evidenced`` is the share of inhabitants with recently evidenced provision; ``by_status`` has all statuses.
    ``unmet`` are groups without evidenced provision, None when nobody looked.
    """

    number: int
    name: str
    amount: int
    per_inhabitant: Fraction
    inhabitants: int
    evidenced: Fraction
    by_status: Mapping[Status, int]
    unmet: tuple[TargetGroup, ...] | None


def money_next_to_gaps(
    allocation: Allocation,
    report: StatusReport,
    unmet: Mapping[int, tuple[TargetGroup, ...]] | None = None,
) -> tuple[RegionGap, ...]:
    """Join amounts and status per region, in order of number. ``unmet`` maps region number to target groups."""
    rows: dict[int, list[MunicipalityStatus]] = {}
    for row in report.rows:
        rows.setdefault(row.duup_number, []).append(row)
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
                per_inhabitant=r.per_inhabitant,
                inhabitants=total,
                evidenced=Fraction(sum(people[s] for s in EVIDENCED), total) if total else Fraction(0),
                by_status=people,
                unmet=None if unmet is None else unmet.get(r.number, ()),
            )
        )
    return tuple(found)
