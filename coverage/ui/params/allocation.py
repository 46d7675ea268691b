"""What the address of the page on sharing out money may hold, and the scenario that it describes.

Values are kept as text and only left out when nobody chose them: a link must give the same euros when a default
has changed since.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from coverage.analysis.allocation.address import SETTINGS, from_address, parse_weights, whole
from coverage.analysis.allocation.budget import AllocationError, parse_budget
from coverage.analysis.allocation.definitions import defined_as, definitions
from coverage.analysis.allocation.known_keys import KEYS
from coverage.analysis.allocation.result import Allocation, allocate
from coverage.analysis.allocation.scenario import BASELINE_KEY, UNITS, Scenario
from coverage.analysis.population import complete_years
from coverage.dataset import Dataset, current
from coverage.i18n import _
from coverage.ui.params import choice
from coverage.ui.params.evidence import DIVISION
from coverage.ui.state import BadValue, Param, beside
from coverage.vocabulary import Code

PROBLEM, REFUSED = "allocation-problem", "allocation-refused"


class AllocationView(Code):
    """Parts of the page."""

    RESULT = ("verdeling", "Verdeling", "Allocation")
    EFFECT = ("effect", "Effect", "Effect")
    RECEIPT = ("kassabon", "Kassabon", "Receipt")
    CERTAINTY = ("zekerheid", "Hoe zeker?", "How sure?")
    WITHIN = ("regio", "Binnen de regio", "Within the region")
    GAPS = ("gaten", "Geld naast gaten", "Money next to gaps")
    HISTORY = ("geschiedenis", "Geschiedenis", "History")
    RULES = ("regels", "Regels en advies", "Rules and advice")


class Measure(Code):
    """What the map shows."""

    AMOUNT = ("bedrag", "bedrag", "amount")
    PER_HEAD = ("per-inwoner", "euro per inwoner", "euros per inhabitant")


class GapOrder(Code):
    """What stands first where money stands next to gaps."""

    LARGEST = ("bedrag", "het grootste bedrag eerst", "largest amount first")
    LEAST_EVIDENCE = ("bewijs", "het minste bewijs eerst", "least evidence first")
    FARTHEST = ("afstand", "de grootste afstand eerst", "greatest distance first")


class Over(Code):
    """Over what an amount is uncertain."""

    MEMBERSHIPS = ("gemeenten", "Indeling", "Membership")
    YEARS = ("jaren", "Bevolkingsjaar", "Population year")
    KEYS = ("sleutels", "Sleutel", "Key")


def _text(name: str, read: Callable[[str], object]) -> Param[str]:
    """A value kept as text; ``read`` raises AllocationError for what it does not understand."""

    def parse(text: str) -> str:
        try:
            read(text)
        except AllocationError as error:
            raise BadValue(f"{error} " + _("We rekenen nu met de standaardwaarde.")) from None
        return text.strip()

    return Param(name, parse, str, str)


def _year(text: str) -> int:
    year, known = whole(text, _("jaar")), [y.year for y in complete_years(current())]
    if year not in known:
        raise AllocationError(
            _("Voor {year} zijn geen volledige inwoneraantallen; kies uit {years}.").format(
                year=year, years=", ".join(map(str, known))
            )
        )
    return year


def _key(text: str) -> None:
    if defined_as(text) is None:
        raise AllocationError(
            _("“{text}” is geen verdeelsleutel; kies uit {known}.").format(
                text=text[:60], known=", ".join(d.slug for d in definitions().values())
            )
        )


def _unit(text: str) -> None:
    if text.strip() not in {str(u) for u in UNITS}:
        raise AllocationError(_("Afronden kan op 1 of op 1.000 euro."))


def _loss(text: str) -> None:
    if whole(text, _("grootste verlies")) > 100:
        raise AllocationError(_("Het grootste verlies is een heel percentage van 0 tot en met 100."))


VIEW, MEASURE, OVER = choice("toon", AllocationView), choice("kaart", Measure), choice("over", Over)
GAP_ORDER = choice("sorteer", GapOrder)
BUDGET, YEAR, KEY, UNIT = (
    _text("budget", parse_budget), _text("jaar", _year), _text("sleutel", _key), _text("afronding", _unit),
)  # fmt: skip
OTHER_YEAR, FIXED, FLOOR = _text("ander-jaar", _year), _text("vast-bedrag", parse_budget), _text("bodem", parse_budget)
LOSS, BEFORE, WEIGHTS = _text("verlies", _loss), _text("eerder-budget", parse_budget), _text("gewichten", parse_weights)
ALWAYS = (BUDGET, YEAR, DIVISION, KEY, UNIT)
OF_KEYS = (OTHER_YEAR, FIXED, FLOOR, LOSS, BEFORE, WEIGHTS)
ALL = (*ALWAYS, *OF_KEYS)


def values_in_use(changes: Mapping[str, str] | None = None) -> dict[str, str]:
    """Values in the address that count, with changes: parameters of another key do not."""
    values = {p.name: p.get() for p in ALL} | dict(changes or {})
    definition = defined_as(values[KEY.name])
    used = {p.name for p in ALWAYS} | {SETTINGS[u] for u in KEYS[definition.id if definition else BASELINE_KEY].uses}
    return {name: value for name, value in values.items() if value and name in used}


def allocation_in_address(ds: Dataset) -> tuple[Allocation, str]:
    """The allocation that the address asks for; when it cannot be computed the rule, and why."""
    values = values_in_use()
    try:
        return allocate(ds, from_address(ds, values)), ""
    except AllocationError as error:
        plain = {p.name: values[p.name] for p in (BUDGET, YEAR, DIVISION, UNIT) if p.name in values}
        return allocate(ds, from_address(ds, plain)), f"{error} " + _("We tonen nu de regel: naar inwoners.")


def change(ds: Dataset, changes: Mapping[Param[str], str], typed: Mapping[Param[str], str] | None = None) -> None:
    """Take a reader's change over when the result can be computed; else keep all as it was, and say why.

    For use as a callback of a widget. ``typed`` is the text of a field, which stays there when it is refused.
    """
    try:
        allocate(ds, from_address(ds, values_in_use({p.name: text.strip() for p, text in changes.items()})))
    except AllocationError as error:
        beside()[PROBLEM] = f"{error} " + _("We laten de vorige uitkomst staan.")
        beside()[REFUSED] = {p.name: text for p, text in (typed or {}).items()}
    else:
        beside().pop(PROBLEM, None)
        beside().pop(REFUSED, None)
        for param, text in changes.items():
            param.set(text.strip())


def problem() -> str:
    """What was wrong with the last change of the reader; empty when nothing was."""
    return str(beside().get(PROBLEM, ""))


def refused(param: Param[str]) -> str:
    """The text that was typed for a value and could not be used; empty when there is none."""
    return str(beside().get(REFUSED, {}).get(param.name, ""))


def change_key(ds: Dataset, scenario: Scenario, key: str) -> None:
    """Choose another key, and start with the parameters with which it is presented.

    A fixed amount or floor that this budget cannot pay starts at half of an equal share instead.
    """
    definition, changes = definitions()[key], dict.fromkeys(OF_KEYS, "")
    regions = len(ds.table("duup_regions"))
    for param, amount in ((FIXED, definition.parameters.fixed_amount), (FLOOR, definition.parameters.floor)):
        if amount * regions > scenario.budget:
            changes[param] = str(scenario.budget // regions // 2)
    change(ds, {KEY: definition.slug, **changes})
