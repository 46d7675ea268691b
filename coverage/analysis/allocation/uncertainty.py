"""How sure is my amount? Its range over memberships, over population years and over keys."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from coverage.analysis.allocation import drawings
from coverage.analysis.allocation.basis import AllocationBasis
from coverage.analysis.allocation.budget import AllocationError
from coverage.analysis.allocation.definitions import definitions
from coverage.analysis.allocation.extremes import membership_extremes
from coverage.analysis.allocation.result import Allocation, amounts_over
from coverage.analysis.allocation.scenario import Scenario, scenario_basis
from coverage.analysis.population import complete_years
from coverage.dataset import Dataset
from coverage.i18n import _, number


@dataclass(frozen=True, slots=True)
class Range:
    """Smallest and largest amount of a region, and with what (a year, a key; empty for memberships)."""

    low: int
    high: int
    low_at: str = ""
    high_at: str = ""

    def wider_than(self, unit: int) -> bool:
        """Whether the amounts differ by more than the rounding to ``unit`` euros can make."""
        return self.high - self.low > unit


@dataclass(frozen=True, slots=True)
class Ranges:
    """A range per region number, and how it was found, as a sentence."""

    by_region: dict[int, Range]
    method: str
    skipped: tuple[str, ...] = ()


def over_memberships(allocation: Allocation) -> Ranges:
    """Over every way to place the uncertain municipalities, each free of the others; exact, with rounding."""
    s, basis = allocation.scenario, allocation.basis
    low, high = membership_extremes(basis, s.key, s.budget, s.parameters, s.unit)
    ways = drawings.count(basis)
    method = _(
        "Kleinste en grootste bedrag over alle {ways} manieren om de {count} gemeenten waarvan de regio onzeker is "
        "in te delen, elke gemeente los van de andere; exact, met afronding."
    ).format(ways=number(ways), count=number(len(basis.uncertain)))
    if s.budget % s.unit:
        method += " " + _("Het restbedrag onder de afronding kan het bereik met minder dan € 1.000 verbreden.")
    return Ranges(
        {n: Range(a, b) for n, a, b in zip(basis.names, low, high, strict=True)},
        method,
    )


def over_years(ds: Dataset, scenario: Scenario) -> Ranges:
    """Over all complete population years, on the same borders, with the same key."""
    found, skipped = _compute(ds, ((str(y.year), scenario.with_year(y.year)) for y in complete_years(ds)))
    method = _("Kleinste en grootste bedrag over de bevolkingsjaren {years}, op dezelfde gemeentegrenzen.").format(
        years=", ".join(found)
    )
    return _ranges(scenario_basis(ds, scenario), found, method, skipped)


def over_keys(ds: Dataset, scenario: Scenario) -> Ranges:
    """Over the keys, the scenario's own as the reader set it and the others as they are presented.

    Keys that cannot be paid from the budget are left out and named in ``skipped``.
    """
    scenarios = ((key, scenario if key == scenario.key else scenario.with_key(key)) for key in definitions())
    found, skipped = _compute(ds, scenarios)
    method = _("Kleinste en grootste bedrag over {count} verdeelsleutels, met hetzelfde budget.").format(
        count=number(len(found))
    )
    return _ranges(scenario_basis(ds, scenario), found, method, skipped)


def _compute(ds: Dataset, scenarios: Iterable[tuple[str, Scenario]]) -> tuple[dict[str, list[int]], tuple[str, ...]]:
    found: dict[str, list[int]] = {}
    skipped = []
    for name, scenario in scenarios:
        try:
            found[name] = amounts_over(scenario_basis(ds, scenario), scenario)
        except AllocationError:
            skipped.append(name)
    return found, tuple(skipped)


def _ranges(basis: AllocationBasis, found: dict[str, list[int]], method: str, skipped: tuple[str, ...]) -> Ranges:
    by_region = {}
    for i, n in enumerate(basis.names):
        amounts = {name: values[i] for name, values in found.items()}
        low_at, high_at = min(amounts, key=lambda k: amounts[k]), max(amounts, key=lambda k: amounts[k])
        by_region[n] = Range(amounts[low_at], amounts[high_at], low_at, high_at)
    return Ranges(by_region, method, skipped)
