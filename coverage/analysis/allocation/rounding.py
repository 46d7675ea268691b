"""From exact shares to whole euros that add up: the method of the largest remainder.

The rule, in the order in which it decides:

1. Each region gets its exact share, rounded down to a whole number of units (1 or 1,000 euros).
2. The units that are left go, one each, to the regions with the largest remainders. Equal remainders:
   the larger share goes first, then the region that comes first in the list (the lower number).
3. When the total is not a multiple of the unit, what is left (less than one unit) goes to the region
   with the largest share, the first in the list when shares are equal.

It follows that nobody is more than a unit (and rest) away from the exact share, that a larger share never gets less,
and that a region without a share gets nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from math import lcm

from coverage.i18n import language, number

PLACES = 6  # decimals of what is printed before rounding


def apportion(numerators: Sequence[int], denominator: int, unit: int = 1) -> list[int]:
    """Round shares ``numerators[i] / denominator``, which sum to a whole number of euros.

    Returns euros: non-negative integers with exactly that sum, multiples of ``unit`` except for the rest of rule 3.
    """
    total, odd = divmod(sum(numerators), denominator)
    if odd:
        raise ValueError(f"shares sum to {Fraction(sum(numerators), denominator)}, not to a whole number of euros")
    step = denominator * unit
    amounts = [n // step * unit for n in numerators]
    left = total // unit - sum(amounts) // unit
    order = sorted(range(len(amounts)), key=lambda i: (-(numerators[i] % step), -numerators[i], i))
    for i in order[:left]:
        amounts[i] += unit
    if rest := total % unit:
        amounts[max(range(len(amounts)), key=lambda i: (numerators[i], -i))] += rest
    return amounts


def largest_remainder(weights: Sequence[int | Fraction], total: int, unit: int = 1) -> list[int]:
    """Share out ``total`` euros in proportion to ``weights``, in order of region number.

    Raises ValueError for a negative total or weight, a unit below 1, or money with nobody to give it to.
    """
    if total < 0 or unit < 1:
        raise ValueError(f"total must be 0 or more and unit 1 or more, got {total} and {unit}")
    if any(w < 0 for w in weights):
        raise ValueError("a weight is negative")
    if total == 0:
        return [0] * len(weights)
    exact = [Fraction(w) for w in weights]
    whole = lcm(*(w.denominator for w in exact))
    integers = [w.numerator * (whole // w.denominator) for w in exact]
    if sum(integers) == 0:
        raise ValueError("all weights are zero: there is nobody to give the money to")
    return apportion([w * total for w in integers], sum(integers), unit)


def decimals(value: Fraction, places: int = PLACES) -> str:
    """An exact fraction with a fixed number of decimals, rounded half up, without passing through a float."""
    scaled = (2 * value.numerator * 10**places + value.denominator) // (2 * value.denominator)
    whole, part = divmod(abs(scaled), 10**places)
    mark = "," if language() == "nl" else "."
    return f"{'-' if scaled < 0 else ''}{number(whole)}{mark}{part:0{places}d}"
