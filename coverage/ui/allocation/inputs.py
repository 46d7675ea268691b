"""Budget, key, population year and what belongs to them: few controls, and only those that count."""

from __future__ import annotations

import streamlit as st

from coverage.analysis.allocation.definitions import definitions
from coverage.analysis.allocation.keys import MIXABLE
from coverage.analysis.allocation.result import Allocation
from coverage.analysis.allocation.scenario import MOST_WEIGHT, UNITS
from coverage.analysis.population import complete_years
from coverage.dataset import Dataset
from coverage.geography.lineage import divisions
from coverage.i18n import _, euro, number, typed_number, use_language
from coverage.ui.allocation import params
from coverage.ui.allocation.origin import origin
from coverage.ui.evidence.params import DIVISION
from coverage.ui.html import notice
from coverage.ui.params import LANGUAGE
from coverage.ui.state import Param


def inputs(ds: Dataset, allocation: Allocation) -> None:
    """All controls, and under them where budget and key come from."""
    s = allocation.scenario
    money, key, year, more = st.columns([3, 4, 2, 2], vertical_alignment="bottom")
    with money:
        _amount(ds, _("Budget per jaar"), params.BUDGET, s.budget)
    with key:
        _key(ds, allocation)
    with year:
        _year(ds, _("Bevolkingsjaar"), params.YEAR, s.year)
    with more, st.popover(_("Grenzen en afronding"), width="stretch"):
        _borders_and_rounding(ds, allocation)
    _parameters(ds, allocation)
    if text := params.problem():
        notice(text)
    origin(ds, allocation)


def _amount(ds: Dataset, title: str, param: Param[str], value: int | None, hint: str = "") -> None:
    key = f"amount-{param.name}-{value}"

    def changed() -> None:
        use_language(LANGUAGE.get())  # a callback runs before the page sets it
        params.change(ds, {param: typed_number(st.session_state[key])})

    st.text_input(
        title,
        "" if value is None else number(value),
        key=key,
        placeholder=hint,
        max_chars=40,
        icon=":material/euro:",
        on_change=changed,
    )


def _key(ds: Dataset, allocation: Allocation) -> None:
    s, known = allocation.scenario, definitions()
    key = f"key-{s.key}"
    st.selectbox(
        _("Verdeelsleutel"),
        list(known),
        index=list(known).index(s.key),
        key=key,
        format_func=lambda k: known[k].label,
        on_change=lambda: params.change_key(ds, s, st.session_state[key]),
    )


def _year(ds: Dataset, title: str, param: Param[str], value: int) -> None:
    years = {y.year: y for y in reversed(complete_years(ds))}
    key = f"year-{param.name}-{value}"
    st.selectbox(
        title,
        list(years),
        index=list(years).index(value),
        key=key,
        format_func=lambda y: f"{y} " + _("(voorlopig)") if years[y].provisional else str(y),
        on_change=lambda: params.change(ds, {param: str(st.session_state[key])}),
    )


def _borders_and_rounding(ds: Dataset, allocation: Allocation) -> None:
    s = allocation.scenario
    names = {"": _("die van 1 januari van het bevolkingsjaar")} | {d.id: d.label for d in divisions(ds)}
    chosen, key, rounding = DIVISION.get(), f"division-{DIVISION.get()}", f"unit-{s.unit}"
    st.selectbox(
        _("Gemeentelijke indeling"),
        list(names),
        index=list(names).index(chosen),
        key=key,
        format_func=lambda d: names[d],
        on_change=lambda: params.change(ds, {DIVISION: st.session_state[key]}),
    )
    st.radio(
        _("Afronden op"),
        UNITS,
        index=UNITS.index(s.unit),
        key=rounding,
        horizontal=True,
        format_func=euro,
        on_change=lambda: params.change(ds, {params.UNIT: str(st.session_state[rounding])}),
    )


def _parameters(ds: Dataset, allocation: Allocation) -> None:
    """The settings of the key in use; nothing for a key without."""
    s, p = allocation.scenario, allocation.scenario.parameters
    used = params.USES.get(s.key, ())
    if not used:
        return
    if s.key == "mix":
        _weights(ds, dict(p.weights), s.other_year)
        return
    columns = iter(st.columns([3, 3, 3, 2]))
    if params.FIXED in used:
        with next(columns):
            _amount(ds, _("Vast bedrag per regio"), params.FIXED, p.fixed_amount)
    if params.FLOOR in used:
        with next(columns):
            _amount(ds, _("Bodem per regio"), params.FLOOR, p.floor)
    if params.LOSS in used:
        with next(columns):
            key = f"loss-{p.max_loss}"
            st.number_input(
                _("Grootste verlies (procent)"),
                0,
                100,
                p.max_loss,
                key=key,
                on_change=lambda: params.change(ds, {params.LOSS: str(st.session_state[key])}),
            )
    if params.OTHER_YEAR in used:
        with next(columns):
            _year(ds, _("Vergelijk met inwoners van"), params.OTHER_YEAR, s.other_year)
    if params.BEFORE in used:
        with next(columns):
            _amount(ds, _("Budget toen"), params.BEFORE, p.baseline_budget, _("even groot als nu"))


def _weights(ds: Dataset, weights: dict[str, int], other_year: int) -> None:
    columns = st.columns([2, 2, 2, 2, 3], vertical_alignment="bottom")
    keys = {name: f"weight-{name}-{weights.get(name, 0)}" for name in MIXABLE}

    def weigh() -> None:
        text = ",".join(
            f"{definitions()[n].slug}={st.session_state[k]}" for n, k in keys.items() if st.session_state[k]
        )
        params.change(ds, {params.WEIGHTS: text or ",".join(f"{definitions()[n].slug}=0" for n in keys)})

    titles = (_("Gewicht inwoners"), _("Gelijke delen"), _("Gemeenten"), _("Ander jaar"))
    for column, (name, key), title in zip(columns, keys.items(), titles, strict=False):
        with column:
            st.number_input(title, 0, MOST_WEIGHT, weights.get(name, 0), step=5, key=key, on_change=weigh)
    with columns[-1]:
        _year(ds, _("Het andere jaar"), params.OTHER_YEAR, other_year)
