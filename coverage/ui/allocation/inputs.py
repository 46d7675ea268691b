"""Budget, key, population year and what belongs to them: few controls, and only those that count."""

from __future__ import annotations

from functools import partial

import streamlit as st

from coverage.analysis.allocation.definitions import definitions
from coverage.analysis.allocation.known_keys import KEYS, MOST_WEIGHT, mixable
from coverage.analysis.allocation.result import Allocation
from coverage.analysis.allocation.scenario import UNITS
from coverage.analysis.population import complete_years
from coverage.dataset import Dataset
from coverage.geography.lineage import divisions
from coverage.i18n import _, euro, number, typed_number
from coverage.ui.allocation.origin import origin_words
from coverage.ui.bound import bound, pick_from
from coverage.ui.folding import folded_on_a_phone
from coverage.ui.html import notice
from coverage.ui.params import allocation as params
from coverage.ui.params.evidence import DIVISION
from coverage.ui.state import Param


def inputs(ds: Dataset, allocation: Allocation) -> None:
    """All controls, and under them where budget and key come from."""
    s = allocation.scenario
    controls = folded_on_a_phone("money")
    money, key, year, more = controls.columns([3, 4, 2, 2], vertical_alignment="bottom")
    with money:
        _amount(ds, _("Budget per jaar"), params.BUDGET, s.budget)
    with key:
        _key(ds, allocation)
    with year:
        _year(ds, _("Bevolkingsjaar"), params.YEAR, s.year)
    with more, st.popover(_("Grenzen en afronding"), width="stretch"):
        _borders_and_rounding(ds, allocation)
    with controls:
        _parameters(ds, allocation)
    if text := params.problem():
        notice(text)
    origin_words(ds, allocation)


def _amount(ds: Dataset, title: str, param: Param[str], value: int | None, hint: str = "") -> None:
    text = params.refused(param) or ("" if value is None else number(value))
    bound(
        st.text_input, title, param, value=text, placeholder=hint, max_chars=40, icon=":material/euro:",
        take=lambda typed: params.change(ds, {param: typed_number(typed)}, typed={param: typed}),
    )  # fmt: skip


def _key(ds: Dataset, allocation: Allocation) -> None:
    s = allocation.scenario
    words = {key: d.label for key, d in definitions().items()}
    pick_from(_("Verdeelsleutel"), params.KEY, words, value=s.key, take=lambda key: params.change_key(ds, s, key))


def _year(ds: Dataset, title: str, param: Param[str], value: int) -> None:
    words = {
        y.year: f"{y.year} " + _("(voorlopig)") if y.provisional else str(y.year) for y in reversed(complete_years(ds))
    }
    pick_from(title, param, words, value=value, take=lambda year: params.change(ds, {param: str(year)}))


def _borders_and_rounding(ds: Dataset, allocation: Allocation) -> None:
    names = {"": _("die van 1 januari van het bevolkingsjaar")} | {d.id: d.label for d in divisions(ds)}
    pick_from(_("Gemeentelijke indeling"), DIVISION, names, take=lambda d: params.change(ds, {DIVISION: d}))
    bound(
        st.radio, _("Afronden op"), params.UNIT, value=allocation.scenario.unit, words={u: euro(u) for u in UNITS},
        take=lambda unit: params.change(ds, {params.UNIT: str(unit)}), horizontal=True,
    )  # fmt: skip


def _parameters(ds: Dataset, allocation: Allocation) -> None:
    """The settings of the key in use; nothing for a key without."""
    s, p = allocation.scenario, allocation.scenario.parameters
    used = KEYS[s.key].uses
    if not used:
        return
    if "weights" in used:
        _weights(ds, dict(p.weights), s.other_year)
        return
    columns = iter(st.columns([3, 3, 3, 2]))
    if "fixed_amount" in used:
        with next(columns):
            _amount(ds, _("Vast bedrag per regio"), params.FIXED, p.fixed_amount)
    if "floor" in used:
        with next(columns):
            _amount(ds, _("Bodem per regio"), params.FLOOR, p.floor)
    if "max_loss" in used:
        with next(columns):
            bound(
                st.number_input, _("Grootste verlies (procent)"), params.LOSS, value=p.max_loss, min_value=0,
                max_value=100, take=lambda loss: params.change(ds, {params.LOSS: str(loss)}),
            )  # fmt: skip
    if "other_year" in used:
        with next(columns):
            _year(ds, _("Vergelijk met inwoners van"), params.OTHER_YEAR, s.other_year)
    if "baseline_budget" in used:
        with next(columns):
            _amount(ds, _("Budget toen"), params.BEFORE, p.baseline_budget, _("even groot als nu"))


def _weights(ds: Dataset, weights: dict[str, int], other_year: int) -> None:
    columns = st.columns([2, 2, 2, 2, 3], vertical_alignment="bottom")

    def weigh(name: str, weight: int) -> None:
        wanted = {n: weights.get(n, 0) for n in mixable()} | {name: weight}
        used = {n: w for n, w in wanted.items() if w} or wanted
        params.change(ds, {params.WEIGHTS: ",".join(f"{definitions()[n].slug}={w}" for n, w in used.items())})

    titles = (_("Gewicht inwoners"), _("Gelijke delen"), _("Gemeenten"), _("Ander jaar"))
    for column, name, title in zip(columns, mixable(), titles, strict=False):
        with column:
            bound(
                st.number_input, title, params.WEIGHTS, name=f"weight-{name}", value=weights.get(name, 0),
                min_value=0, max_value=MOST_WEIGHT, step=5, take=partial(weigh, name),
            )  # fmt: skip
    with columns[-1]:
        _year(ds, _("Het andere jaar"), params.OTHER_YEAR, other_year)
