"""A scenario: the baseline (the rule, with the budget and year of the sources) plus a named difference."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from coverage.analysis.allocation.basis import AllocationBasis, basis, usual_division
from coverage.analysis.allocation.budget import AllocationError, checked_budget, default_budget
from coverage.analysis.allocation.definitions import definitions
from coverage.analysis.allocation.keys import Parameters
from coverage.analysis.allocation.known_keys import KEYS
from coverage.analysis.population import complete_years
from coverage.dataset import Dataset
from coverage.i18n import _

UNITS = (1, 1000)
BASELINE_KEY = "population"


@dataclass(frozen=True, slots=True)
class Scenario:
    """What is shared out, by which key, over which regions.

    ``year`` is the population year, ``division_id`` the borders, ``unit`` the rounding in euros, and
    ``other_year`` the year that keys compare with (``year`` itself when a key uses none).
    """

    key: str
    budget: int
    year: int
    division_id: str
    unit: int = 1
    other_year: int = 0
    parameters: Parameters = field(default_factory=Parameters)

    def with_key(self, key: str) -> Scenario:
        """The same with another key, and the parameters with which that key is presented."""
        definition = definitions()[key]
        return replace(self, key=key, parameters=definition.parameters, other_year=definition.other_year or self.year)

    def with_year(self, year: int) -> Scenario:
        """The same with inhabitants of another year, on the same borders."""
        return replace(self, year=year, other_year=year if self.other_year == self.year else self.other_year)


def baseline(ds: Dataset, budget: int | None = None, year: int | None = None, division_id: str = "") -> Scenario:
    """The rule, for the budget of the sources and the latest population year that is final, unless told otherwise.

    The division is that of 1 January of the year unless named.
    """
    if year is None:
        year = next(y.year for y in reversed(complete_years(ds)) if not y.provisional)
    amount = default_budget(ds).amount if budget is None else checked_budget(budget)
    return Scenario(BASELINE_KEY, amount, year, division_id or usual_division(ds, year), other_year=year)


def scenario_basis(ds: Dataset, scenario: Scenario) -> AllocationBasis:
    """The regions that a scenario shares out over; :class:`AllocationError` for an unknown year or division."""
    return basis(ds, scenario.year, scenario.other_year or scenario.year, scenario.division_id)


def check_scenario(scenario: Scenario, regions: int) -> None:
    """Raise :class:`AllocationError`, with what to change, when a scenario cannot be computed over so many regions."""
    p = scenario.parameters
    checked_budget(scenario.budget)
    if scenario.key not in definitions():
        raise AllocationError(
            _("“{text}” is geen verdeelsleutel; kies uit {known}.").format(
                text=scenario.key, known=", ".join(definitions())
            )
        )
    if scenario.unit not in UNITS:
        raise AllocationError(_("Afronden kan op 1 of op 1.000 euro."))
    if min(p.fixed_amount, p.floor, p.baseline_budget or 0) < 0:
        raise AllocationError(_("Een bedrag kan niet negatief zijn."))
    if not 0 <= p.max_loss <= 100:
        raise AllocationError(_("Het grootste verlies is een heel percentage van 0 tot en met 100."))
    KEYS[scenario.key].check(scenario.budget, regions, p)
