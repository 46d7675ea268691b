"""A scenario as values in an address, so that a link gives the same euros on another machine."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from coverage.analysis.allocation.budget import AllocationError, parse_budget
from coverage.analysis.allocation.definitions import defined_as, definitions
from coverage.analysis.allocation.keys import Parameters
from coverage.analysis.allocation.known_keys import KEYS
from coverage.analysis.allocation.scenario import Scenario, baseline
from coverage.dataset import Dataset
from coverage.i18n import _

SETTINGS: Mapping[str, str] = {
    "other_year": "ander-jaar", "fixed_amount": "vast-bedrag", "floor": "bodem", "max_loss": "verlies",
    "baseline_budget": "eerder-budget", "weights": "gewichten",
}  # fmt: skip  # what a key may use -> its name in addresses
NAMES = ("budget", "jaar", "indeling", "sleutel", "afronding", *SETTINGS.values())


def to_address(scenario: Scenario) -> dict[str, str]:
    """Every value that decides the euros, those that equal a default included: defaults may change, a link may not."""
    address = {
        "budget": str(scenario.budget),
        "jaar": str(scenario.year),
        "indeling": scenario.division_id,
        "sleutel": definitions()[scenario.key].slug,
        "afronding": str(scenario.unit),
    }
    for name, written in SETTINGS.items():
        value: Any = scenario.other_year if name == "other_year" else getattr(scenario.parameters, name)
        if name in KEYS[scenario.key].uses and value is not None:
            address[written] = _weights(value) if name == "weights" else str(value)
    return address


def _weights(weights: tuple[tuple[str, int], ...]) -> str:
    return ",".join(f"{definitions()[key].slug}={weight}" for key, weight in weights)


def from_address(ds: Dataset, values: Mapping[str, str]) -> Scenario:
    """The scenario of an address; what it does not hold is as in the baseline.

    :class:`AllocationError` tells what cannot be read. Whether the scenario can be computed is for
    ``scenario.check`` to say.
    """
    budget = parse_budget(values["budget"]) if "budget" in values else None
    year = whole(values["jaar"], _("jaar")) if "jaar" in values else None
    scenario = baseline(ds, budget, year, values.get("indeling", ""))
    if "sleutel" in values:
        definition = defined_as(values["sleutel"])
        if definition is None:
            raise AllocationError(
                _("“{text}” is geen verdeelsleutel; kies uit {known}.").format(
                    text=values["sleutel"], known=", ".join(d.slug for d in definitions().values())
                )
            )
        scenario = scenario.with_key(definition.id)
    if "ander-jaar" in values:
        scenario = replace(scenario, other_year=whole(values["ander-jaar"], _("ander jaar")))
    if "afronding" in values:
        scenario = replace(scenario, unit=whole(values["afronding"], _("afronding")))
    return replace(scenario, parameters=_parameters(values, scenario.parameters))


def _parameters(values: Mapping[str, str], p: Parameters) -> Parameters:
    read: Mapping[str, Callable[[str], object]] = {
        "fixed_amount": parse_budget, "floor": parse_budget, "baseline_budget": parse_budget, "weights": parse_weights,
        "max_loss": lambda text: whole(text, _("grootste verlies")),
    }  # fmt: skip
    given: dict[str, Any] = {n: parse(values[SETTINGS[n]]) for n, parse in read.items() if SETTINGS[n] in values}
    return replace(p, **given)


def parse_weights(text: str) -> tuple[tuple[str, int], ...]:
    """Pairs of key and weight from 'population=60,equal=40'; keys by id or by their name in addresses."""
    weights = []
    for part in text.split(","):
        name, _equals, weight = part.partition("=")
        definition = defined_as(name)
        if definition is None:
            raise AllocationError(
                _("“{text}” is geen verdeelsleutel; schrijf bijvoorbeeld population=60,equal=40.").format(
                    text=name.strip()
                )
            )
        weights.append((definition.id, whole(weight, definition.label)))
    return tuple(weights)


def whole(text: str, what: str) -> int:
    """A whole number of 0 or more in plain digits; :class:`AllocationError` names ``what`` was asked."""
    plain = text.strip()
    if not (plain.isascii() and plain.isdecimal() and len(plain) <= 11):
        raise AllocationError(
            _("{what}: “{text}” is geen heel getal van 0 of meer.").format(what=what, text=plain[:60])
        )
    return int(plain)
