"""Within a region: what each municipality's share would be if the amount followed inhabitants.

A yardstick and not money owed: the centre municipality decides, and accounts to its council, not to the state.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from coverage.analysis.allocation.result import Allocation
from coverage.analysis.allocation.rounding import largest_remainder


@dataclass(frozen=True, slots=True)
class MunicipalityAmount:
    """One municipality. ``share`` is its part of the region's inhabitants; ``uncertain`` that its region is."""

    code: str
    name: str
    inhabitants: int
    share: Fraction
    amount: int
    uncertain: bool


def within(allocation: Allocation, region: int) -> tuple[MunicipalityAmount, ...]:
    """Municipalities of a region in order of code; the amounts sum to that of the region.

    Equal remainders go to the larger share, then to the lower code. KeyError for an unknown region.
    """
    amount = allocation.region(region).amount
    own = allocation.basis.of_region(region)
    people = [m.inhabitants for m in own]
    return tuple(
        MunicipalityAmount(
            m.code, m.name, m.inhabitants, Fraction(m.inhabitants, sum(people)), euros, uncertain=len(m.options) > 1
        )
        for m, euros in zip(own, largest_remainder(people, amount), strict=True)
    )
