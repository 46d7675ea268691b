"""The arithmetic of allocation keys: how a budget turns into an exact share per region, before rounding.

A key is a pure function of a table of regions. The table may hold one way to draw the regions or many at
once: every column has a row per region and a column per *drawing*, so that one definition serves both the
amounts and their ranges. A key answers with numerators and a denominator, in euros; nothing is rounded,
and every drawing sums to the budget exactly.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Any

import numpy as np
from numpy.typing import NDArray

Integers = NDArray[Any]  # int64, or Python integers (object) where 63 bits do not do


@dataclass(frozen=True, slots=True)
class Totals:
    """Of the whole country, whatever the drawing."""

    inhabitants: int
    municipalities: int
    other: int
    regions: int


@dataclass(frozen=True, eq=False, slots=True)
class Columns:
    """Regions by drawings: inhabitants, number of municipalities, inhabitants in the year of comparison.

    The rows may be some of the regions; ``totals`` are always of all.
    """

    inhabitants: Integers
    municipalities: Integers
    other: Integers
    totals: Totals

    def exact(self) -> Columns:
        """The same with Python integers, which never overflow."""
        return replace(
            self,
            inhabitants=self.inhabitants.astype(object),
            municipalities=self.municipalities.astype(object),
            other=self.other.astype(object),
        )


@dataclass(frozen=True, slots=True)
class Parameters:
    """What the reader may set; each key uses some of it. Amounts in euros, ``max_loss`` in percent.

    ``baseline_budget`` is what was shared out before (None: the same budget), for hold-harmless;
    ``weights`` are pairs of key and weight, for a mix.
    """

    fixed_amount: int = 0
    floor: int = 0
    max_loss: int = 0
    baseline_budget: int | None = None
    weights: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, eq=False, slots=True)
class Shares:
    """Exact shares: ``numerators`` (regions x drawings) over ``denominator`` (one, or one per drawing)."""

    numerators: Integers
    denominator: Any


def population(columns: Columns, budget: int, p: Parameters) -> Shares:
    """By inhabitants: the rule of the DUUP."""
    return Shares(columns.inhabitants * budget, columns.totals.inhabitants)


def population_fixed(columns: Columns, budget: int, p: Parameters) -> Shares:
    """A fixed amount for each region, the rest by inhabitants."""
    rest = budget - p.fixed_amount * columns.totals.regions
    whole = columns.totals.inhabitants
    return Shares(columns.inhabitants * rest + p.fixed_amount * whole, whole)


def equal(columns: Columns, budget: int, p: Parameters) -> Shares:
    """The same for each region."""
    return Shares(columns.inhabitants * 0 + budget, columns.totals.regions)


def municipality_bases(columns: Columns, budget: int, p: Parameters) -> Shares:
    """By number of municipalities."""
    return Shares(columns.municipalities * budget, columns.totals.municipalities)


def population_other_year(columns: Columns, budget: int, p: Parameters) -> Shares:
    """By inhabitants of the year of comparison."""
    return Shares(columns.other * budget, columns.totals.other)


def floor(columns: Columns, budget: int, p: Parameters) -> Shares:
    """No region below a floor; the others share the rest by inhabitants."""
    return with_minima(columns.inhabitants, floor_minima(columns, budget, p), budget)


def hold_harmless(columns: Columns, budget: int, p: Parameters) -> Shares:
    """No region below its baseline less ``max_loss`` percent; the others share the rest by inhabitants.

    The baseline is ``baseline_budget`` by inhabitants of the year of comparison.
    """
    return with_minima(columns.inhabitants, kept_minima(columns, budget, p), budget)


def no_minima(columns: Columns, _budget: int, _p: Parameters) -> Integers:
    """Nothing, for each region."""
    return columns.inhabitants * 0


def floor_minima(columns: Columns, budget: int, p: Parameters) -> Integers:
    """The floor, for each region."""
    return columns.inhabitants * 0 + p.floor


def kept_minima(columns: Columns, budget: int, p: Parameters) -> Integers:
    """The baseline less ``max_loss`` percent, rounded down to whole euros so that all minima fit together."""
    kept = kept_money(budget, p)
    return columns.other * kept.numerator // (columns.totals.other * kept.denominator)


def kept_money(budget: int, p: Parameters) -> Fraction:
    """What the minima of hold-harmless take together, before rounding down."""
    before = budget if p.baseline_budget is None else p.baseline_budget
    return Fraction(before * (100 - p.max_loss), 100)


def with_minima(weights: Integers, minima: Integers, budget: int) -> Shares:
    """Shares in proportion to ``weights``, but never below ``minima``; both hold all regions.

    The minima must fit in the budget.
    """
    left, among = level(weights, minima, budget)
    return Shares(np.maximum(minima * among, weights * left), among)


def level(weights: Integers, minima: Integers, budget: int) -> tuple[Any, Any]:
    """Euros per unit of weight for the regions above their minimum, as numerator and denominator per drawing.

    Regions under their minimum get it, and the others share what is left in proportion; that may push
    others under theirs, so it repeats until nobody is.
    """
    held = np.zeros(weights.shape, dtype=bool)
    left, among = weights[0] * 0 + budget, weights.sum(axis=0)
    while (below := ~held & (weights * left < minima * among)).any():
        held |= below
        left = budget - np.where(held, minima, 0).sum(axis=0)
        among = np.where(held, 0, weights).sum(axis=0)
    return left, among
