"""The amounts of a scenario: exact shares, rounded to euros that add up to the budget."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

import numpy as np

from coverage.analysis.allocation.basis import AllocationBasis
from coverage.analysis.allocation.drawings import in_use
from coverage.analysis.allocation.known_keys import KEYS
from coverage.analysis.allocation.rounding import apportion
from coverage.analysis.allocation.scenario import Scenario, check_scenario, scenario_basis
from coverage.dataset import Dataset


@dataclass(frozen=True, slots=True)
class RegionAmount:
    """One region. ``share`` is its part of the budget, ``exact`` the euros before rounding."""

    number: int
    name: str
    inhabitants: int
    other: int
    municipalities: int
    share: Fraction
    exact: Fraction
    amount: int

    @property
    def per_inhabitant(self) -> Fraction:
        """Euros per inhabitant; 0 for a region without any."""
        return Fraction(self.amount, self.inhabitants) if self.inhabitants else Fraction(0)


@dataclass(frozen=True, eq=False, slots=True)
class Allocation:
    """A scenario with its outcome, in order of region number."""

    scenario: Scenario
    basis: AllocationBasis
    regions: tuple[RegionAmount, ...]

    def region(self, number: int) -> RegionAmount:
        """One region; KeyError when there is none with this number."""
        return {r.number: r for r in self.regions}[number]


def allocate(ds: Dataset, scenario: Scenario) -> Allocation:
    """The amounts of a scenario; :class:`AllocationError` says why it cannot be computed."""
    return allocate_over(scenario_basis(ds, scenario), scenario)


def allocate_over(basis: AllocationBasis, scenario: Scenario) -> Allocation:
    """The same over regions that are already there."""
    check_scenario(scenario, len(basis.names))
    columns = in_use(basis)
    numerators, whole = _exact(basis, scenario, scenario.budget)
    # Without money there are no parts of it; the key still says how a first euro would be split.
    parts, unity = (numerators, whole * scenario.budget) if scenario.budget else _exact(basis, scenario, 1)
    rows = zip(
        basis.names.items(),
        columns.inhabitants[:, 0],
        columns.other[:, 0],
        columns.municipalities[:, 0],
        parts,
        numerators,
        apportion(numerators, whole, scenario.unit),
        strict=True,
    )
    return Allocation(
        scenario,
        basis,
        tuple(
            RegionAmount(number, name, people, other, count, Fraction(part, unity), Fraction(exact, whole), amount)
            for (number, name), people, other, count, part, exact, amount in rows
        ),
    )


def amounts_over(basis: AllocationBasis, scenario: Scenario) -> list[int]:
    """Only the amounts, in order of region number."""
    check_scenario(scenario, len(basis.names))
    return apportion(*_exact(basis, scenario, scenario.budget), scenario.unit)


def _exact(basis: AllocationBasis, scenario: Scenario, budget: int) -> tuple[list[int], int]:
    """Exact shares of a budget as numerators and denominator."""
    shares = KEYS[scenario.key].weigh(in_use(basis), budget, scenario.parameters)
    return list(shares.numerators[:, 0]), int(np.ravel(shares.denominator)[0])
