"""A scenario: the baseline (the rule, with the budget and year of the sources) plus a named difference."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from coverage.analysis.allocation.basis import Basis, basis, usual_division
from coverage.analysis.allocation.budget import AllocationError, checked_budget, default_budget
from coverage.analysis.allocation.definitions import definitions
from coverage.analysis.allocation.keys import MIXABLE, Parameters, kept_money
from coverage.analysis.population import complete_years
from coverage.dataset import Dataset
from coverage.i18n import _, euro, number

UNITS = (1, 1000)
BASELINE_KEY = "population"
MOST_WEIGHT = 100


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


def scenario_basis(ds: Dataset, scenario: Scenario) -> Basis:
    """The regions that a scenario shares out over; :class:`AllocationError` for an unknown year or division."""
    return basis(ds, scenario.year, scenario.other_year or scenario.year, scenario.division_id)


def check(scenario: Scenario, regions: int) -> None:
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
    if scenario.key == "population_fixed":
        _check_each(p.fixed_amount, regions, scenario.budget, _("vaste bedrag"))
    if scenario.key == "floor":
        _check_each(p.floor, regions, scenario.budget, _("bodembedrag"))
    if scenario.key == "hold_harmless" and (kept := kept_money(scenario.budget, p)) > scenario.budget:
        raise AllocationError(
            _(
                "Dit kan niet: als geen regio meer dan {loss}% verliest, is {kept} nodig, en het budget is {budget}. "
                "Kies een hoger budget of een groter verlies."
            ).format(loss=number(p.max_loss), kept=euro(float(kept)), budget=euro(scenario.budget))
        )
    if scenario.key == "mix":
        _check_weights(p.weights)


def _check_each(amount: int, regions: int, budget: int, what: str) -> None:
    if amount * regions > budget:
        raise AllocationError(
            _(
                "Dit kan niet: {regions} regio's met een {what} van {amount} kosten samen {total}, "
                "en het budget is {budget}. Kies hoogstens {most} per regio."
            ).format(
                regions=regions,
                what=what,
                amount=euro(amount),
                total=euro(amount * regions),
                budget=euro(budget),
                most=euro(budget // regions),
            )
        )


def _check_weights(weights: tuple[tuple[str, int], ...]) -> None:
    for key, weight in weights:
        if key not in MIXABLE:
            raise AllocationError(
                _("“{text}” kan niet in een mengvorm; kies uit {known}.").format(text=key, known=", ".join(MIXABLE))
            )
        if not 0 <= weight <= MOST_WEIGHT:
            raise AllocationError(_("Een gewicht is een heel getal van 0 tot en met 100."))
    if len({key for key, _weight in weights}) != len(weights):
        raise AllocationError(_("Een verdeelsleutel staat twee keer in de mengvorm; noem elke sleutel één keer."))
    if not sum(weight for _key, weight in weights):
        raise AllocationError(_("Geef ten minste één verdeelsleutel een gewicht groter dan 0."))
