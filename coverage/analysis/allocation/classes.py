"""Classes for a map of amounts: few, with round borders, so that the legend can be read at a glance."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

MOST = 5
STEPS = (Fraction(1), Fraction(2), Fraction(5, 2), Fraction(5))


@dataclass(frozen=True, slots=True)
class Interval:
    """Values from ``low`` up to but not including ``high``; None means no border on that side.

    ``low == high`` stands for exactly that value.
    """

    low: Fraction | None
    high: Fraction | None

    def holds(self, value: Fraction) -> bool:
        """Whether a value belongs to this class."""
        if self.low is not None and self.low == self.high:
            return value == self.low
        return (self.low is None or value >= self.low) and (self.high is None or value < self.high)


def rounded(values: Sequence[Fraction], places: int) -> list[Fraction]:
    """Values as they are printed with so many decimals: what looks equal must fall in one class."""
    return [Fraction(round(v * 10**places), 10**places) for v in values]


def sequential(values: Sequence[Fraction]) -> tuple[Interval, ...]:
    """At most five classes of equal width, from low to high; one class when all values are the same."""
    low, high = min(values), max(values)
    if low == high:
        return (Interval(low, low),)
    step = _step((high - low) / MOST)
    while high // step - low // step + 1 > MOST:
        step = _step(step * Fraction(101, 100))
    borders = [step * i for i in range(low // step, high // step + 2)]
    return tuple(Interval(a, b) for a, b in pairwise(borders))


def diverging(values: Sequence[Fraction]) -> tuple[Interval, ...]:
    """Five classes around nothing: much less, less, the same, more, much more."""
    middle = _step(max((abs(v) for v in values), default=Fraction(0)) / 3 or Fraction(1))
    zero = Fraction(0)
    # The class of exactly 0 is looked at first, so that the one above it does not take it.
    return (
        Interval(None, -middle),
        Interval(-middle, zero),
        Interval(zero, zero),
        Interval(zero, middle),
        Interval(middle, None),
    )


def place(value: Fraction, classes: Sequence[Interval]) -> int:
    """The index of the class of a value: the first that holds it."""
    return next(i for i, c in enumerate(classes) if c.holds(value))


def _step(least: Fraction) -> Fraction:
    """The smallest of 1, 2, 2.5 and 5 times a power of ten that is not below ``least``."""
    power = Fraction(1)
    while power > least:
        power /= 10
    while power * 10 <= least:
        power *= 10
    return next((s * power for s in STEPS if s * power >= least), power * 10)
