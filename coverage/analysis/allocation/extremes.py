"""The smallest and largest amount per region over all ways to draw the regions.

The extremes are exact, rounding included. Writing out all drawings is needed only for keys whose shares
depend on what happens between other regions. For the rest, a region's rounding depends on a part of the
drawing that does not touch it through one number: how many units that part takes rounded down, plus how many
of its regions go first in the rounding. With those numbers the extremes of 32,768 drawings follow
from the extremes of the parts (4,096, 4 and 2 drawings from 2023 on).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from coverage.analysis.allocation.basis import AllocationBasis
from coverage.analysis.allocation.drawings import Part, in_use, joint, parts
from coverage.analysis.allocation.keys import Columns, Integers, Parameters, Shares, kept_money, level
from coverage.analysis.allocation.known_keys import KEYS, Key

BITS = 2**63


@dataclass(frozen=True, eq=False, slots=True)
class _Rounding:
    """Shares of a part (regions x drawings) in units: rounded down, with numerators and remainders to compare.

    ``taken`` is, per drawing, how many units these regions get rounded down.
    """

    rows: tuple[int, ...]
    units: Integers
    remainder: Integers
    numerators: Integers
    taken: Integers

    def ahead(self, row: int, remainder: Any, numerator: Any) -> Integers:
        """How many of these regions go before region ``row`` in the rounding, by the rule of ``rounding``."""
        total = np.zeros(np.broadcast_shapes(np.shape(remainder), self.units[0].shape), dtype=np.int64)
        for other, r, n in zip(self.rows, self.remainder, self.numerators, strict=True):
            if other != row:
                tied = r == remainder
                total += r > remainder
                if tied.any():
                    total += tied & ((n > numerator) | ((n == numerator) & (other < row)))
        return total

    def only(self, drawings: Integers) -> _Rounding:
        """Some of the drawings."""
        if len(drawings) == len(self.taken):
            return self
        return _Rounding(
            self.rows,
            self.units[:, drawings],
            self.remainder[:, drawings],
            self.numerators[:, drawings],
            self.taken[drawings],
        )


def membership_extremes(
    basis: AllocationBasis, key: str, budget: int, p: Parameters, unit: int = 1
) -> tuple[list[int], list[int]]:
    """Smallest and largest amount per region, in order of number, over all drawings of the regions."""
    families = _families(basis, key, budget, p, unit)
    ends = [_extremes([_round(part, shares, unit) for part, shares in family], budget, unit) for family in families]
    return (
        [min(amounts) for amounts in zip(*(low for low, _ in ends), strict=True)],
        [max(amounts) for amounts in zip(*(high for _, high in ends), strict=True)],
    )


def _extremes(roundings: Sequence[_Rounding], budget: int, unit: int) -> tuple[list[int], list[int]]:
    """Smallest and largest amounts over the product of some parts.

    A region gets one unit more than its share rounded down when fewer regions go before it than there
    are units left; so only drawings in which the rounded-down share is extreme need a look.
    """
    whole, rest = divmod(budget, unit)
    regions = sum(len(r.rows) for r in roundings)
    low, high = [0] * regions, [0] * regions
    for own in roundings:
        for i, row in enumerate(own.rows):
            least, most = own.units[i].min(), own.units[i].max()
            fewest, reach = _before(roundings, own, i, least)
            if most != least:
                fewest, _ = _before(roundings, own, i, most)
            low[row] = (int(least) + int(reach < whole)) * unit
            high[row] = (int(most) + int(fewest < whole)) * unit
    if rest:
        for row in _may_be_largest(roundings, certainly=True):
            low[row] += rest
        for row in _may_be_largest(roundings, certainly=False):
            high[row] += rest
    return low, high


def _before(roundings: Sequence[_Rounding], own: _Rounding, i: int, units: int) -> tuple[int, int]:
    """Fewest and most units that are gone before it is region ``i``'s turn, in drawings that give it ``units``."""
    near = own.only(np.flatnonzero(own.units[i] == units))
    row, r, n = own.rows[i], near.remainder[i], near.numerators[i]
    fewest = most = near.taken + near.ahead(row, r, n)
    for other in roundings:
        if other is not own:
            there = other.taken + other.ahead(row, r[:, None], n[:, None])
            fewest, most = fewest + there.min(axis=1), most + there.max(axis=1)
    return int(fewest.min()), int(most.max())


Family = list[tuple[Part, Shares]]  # parts with their exact shares; the drawings are the product of the parts


def _families(basis: AllocationBasis, key: str, budget: int, p: Parameters, unit: int) -> list[Family]:
    """Exact shares of every drawing: as products of parts where the key allows it, written out where not."""
    use, compute = in_use(basis), KEYS[key].weigh
    if KEYS[key].has_minima:
        return _families_with_minima(basis, KEYS[key], budget, p, unit)
    fits = max(budget, unit) * int(compute(use, budget, p).denominator) < BITS
    return [[(part, compute(_columns(part, fits), budget, p)) for part in parts(basis)]]


def _families_with_minima(basis: AllocationBasis, key: Key, budget: int, p: Parameters, unit: int) -> list[Family]:
    """The same for keys with minima.

    In drawings where no region with doubtful municipalities needs its minimum, the regions above theirs share
    the same money by the same inhabitants, whatever the drawing: there the parts are independent.
    """
    compute, minima = key.weigh, key.minima
    use, (whole,) = in_use(basis), joint(basis)
    kept, totals = kept_money(budget, p), use.totals
    worst = max(
        max(budget, unit) * totals.inhabitants,
        int(whole.columns.other.max()) * kept.numerator,
        totals.other * kept.denominator,
    )
    if worst >= BITS:
        return [[(whole, compute(_columns(whole, fits=False), budget, p))]]
    left, among = (int(x[0]) for x in level(use.inhabitants, minima(use, budget, p), budget))

    def needy(part: Part) -> Integers:
        rows = [i for i, row in enumerate(part.rows) if row in doubtful]
        floors = minima(part.columns, budget, p)[rows] * among
        return np.asarray((floors > part.columns.inhabitants[rows] * left).any(axis=0))

    doubtful = {row for part in parts(basis) if part.drawings > 1 for row in part.rows}
    need = needy(whole)
    if need[0]:  # already so in the drawing in use
        return [[(whole, compute(whole.columns, budget, p))]]
    families: list[Family] = [[]]
    for part in parts(basis):
        free = part.only(np.flatnonzero(~needy(part)))
        floors = minima(free.columns, budget, p)
        families[0].append((free, Shares(np.maximum(floors * among, free.columns.inhabitants * left), among)))
    if need.any():
        bound = whole.only(np.flatnonzero(need))
        families.append([(bound, compute(bound.columns, budget, p))])
    return families


def _columns(part: Part, fits: bool) -> Columns:
    """The columns as 64-bit integers when no product can overflow, as Python integers otherwise."""
    return part.columns if fits else part.columns.exact()


def _round(part: Part, shares: Shares, unit: int) -> _Rounding:
    step = shares.denominator * unit
    numerators = shares.numerators
    if (numerators == numerators[:, :1]).all() and not np.ndim(step):
        numerators = numerators[:, :1]  # the drawing makes no difference
    units = numerators // step
    return _Rounding(part.rows, units, numerators - units * step, numerators, units.sum(axis=0))


def _may_be_largest(roundings: Sequence[_Rounding], certainly: bool) -> list[int]:
    """Regions that have the largest share, and so the rest below one unit, in every drawing or in some.

    Where the drawing decides, the range may be too wide, by less than one unit.
    """
    if len(roundings) == 1:  # shares of one drawing have one denominator
        first = {int(row) for row in np.unique(roundings[0].numerators.argmax(axis=0))}
        return sorted(first) if len(first) == 1 or not certainly else []
    least = {row: n.min() for r in roundings for row, n in zip(r.rows, r.numerators, strict=True)}
    most = {row: n.max() for r in roundings for row, n in zip(r.rows, r.numerators, strict=True)}
    mine, theirs = (least, most) if certainly else (most, least)
    return [
        row
        for row in mine
        if all(mine[row] > theirs[o] or (mine[row] == theirs[o] and row < o) for o in mine if o != row)
    ]
