"""Which municipalities went to another DUUP region since the day whose regions an allocation uses.

An allocation belongs to a population year and has the regions of that 1 January, or of the first day of its division.
Who moved later counts from the next year that has inhabitants; until then this is said beside the amounts.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from coverage.analysis.allocation.basis import AllocationBasis
from coverage.dataset import Dataset
from coverage.geography.areas import membership_on
from coverage.geography.region_names import region_names
from coverage.i18n import _


@dataclass(frozen=True, slots=True)
class MovedMunicipality:
    """A municipality with its region (name) in the allocation and on the later day."""

    name: str
    origin: str
    goal: str


def moved_since(ds: Dataset, basis: AllocationBasis, on: date) -> tuple[MovedMunicipality, ...]:
    """Municipalities of the allocation that are in another DUUP region on a date, by name.

    One that is gone by then is left out.
    """
    now = membership_on(ds, on)
    goals = dict(zip(now["code"], now["duup_number"], strict=True))
    names = region_names(ds)
    found = [
        MovedMunicipality(m.name, names[m.region], names[goals[m.code]])
        for m in basis.municipalities
        if goals.get(m.code, m.region) != m.region
    ]
    return tuple(sorted(found, key=lambda moved: moved.name))


def moved_line(ds: Dataset, basis: AllocationBasis, on: date, region: int = 0) -> str:
    """That the amounts do not follow those moves yet, in words; empty when nobody moved.

    With ``region`` only who left that DUUP region or came to it.
    """
    moved = moved_since(ds, basis, on)
    if region:
        name = region_names(ds)[region]
        moved = tuple(m for m in moved if name in (m.origin, m.goal))
    if not moved:
        return ""
    told = "; ".join(
        _("{name} (van {origin} naar {goal})").format(name=m.name, origin=m.origin, goal=m.goal) for m in moved
    )
    return _(
        "De verdeling gebruikt inwoners van {year}, en de regio's van toen. Sindsdien ging naar een andere regio: "
        "{told}. Dat telt mee in een verdeling met inwoners van een later jaar."
    ).format(year=basis.year, told=told)
