"""What a DUUP region would get by the rule of the scheme, and which part of it goes with one municipality.

It is the baseline of the allocation page (:func:`coverage.analysis.allocation.scenario.baseline`): the budget of the
sources, shared out by inhabitants. What centre municipalities really get was found in no public source.
"""

from __future__ import annotations

from dataclasses import dataclass

from coverage.analysis.allocation.budget import Budget, default_budget
from coverage.analysis.allocation.result import Allocation, RegionAmount, allocate
from coverage.analysis.allocation.scenario import baseline
from coverage.analysis.allocation.uncertainty import Range, Ranges, over_memberships
from coverage.analysis.allocation.within import MunicipalityAmount, within
from coverage.dataset import Dataset
from coverage.dataset.memo import per_snapshot


@dataclass(frozen=True, slots=True)
class RegionMoney:
    """``own`` is the municipality's part by inhabitants; None when it is no municipality of this region in the
    population year that is shared out by (it was merged away, or belonged elsewhere)."""

    budget: Budget
    year: int
    source_id: str
    region: RegionAmount
    range: Range
    own: MunicipalityAmount | None


@per_snapshot(maxsize=1)
def _baseline(ds: Dataset) -> tuple[Budget, Allocation, Ranges]:
    allocation = allocate(ds, baseline(ds))
    return default_budget(ds), allocation, over_memberships(allocation)


def region_money(ds: Dataset, code: str, duup_number: int) -> RegionMoney | None:
    """Money of a region with the part of one of its municipalities.

    None for a region that does not exist in the year that the sharing out rests on: it began later, or ended before.
    """
    budget, allocation, ranges = _baseline(ds)
    if duup_number not in ranges.by_region:
        return None
    own = next((m for m in within(allocation, duup_number) if m.code == code), None)
    return RegionMoney(
        budget, allocation.scenario.year, allocation.basis.source_id, allocation.region(duup_number),
        ranges.by_region[duup_number], own,
    )  # fmt: skip
