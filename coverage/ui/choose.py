"""Controls that several pages share: the reference date and the municipality."""

from __future__ import annotations

from contextlib import suppress
from datetime import date

import streamlit as st

from coverage.dataset import Dataset, Geography
from coverage.dataset.memo import per_geography
from coverage.dates import today
from coverage.geography.names import NameProblem, resolve, sort_key
from coverage.geography.postcode import is_postcode
from coverage.i18n import _
from coverage.ui.bound import bound, pick_day
from coverage.ui.html import notice
from coverage.ui.params import DATE, FIRST_DAY, MUNICIPALITY

OTHER = "other"


def choose_moment() -> dict[str, str]:
    """Dates at which evidence exists or a scheme began, as ISO date -> name."""
    return {
        "2011-06-30": _("medio 2011"),
        "2013-07-01": _("medio 2013"),
        "2018-12-31": _("eind 2018"),
        "2021-01-01": _("start DUUP 2021"),
        today().isoformat(): _("vandaag"),
    }


def reference_date() -> date:
    """Choose a moment that matters or any other day; the choice is in the address."""
    chosen = DATE.get()
    names = choose_moment() | {OTHER: _("andere datum")}
    other = st.session_state.get("other-date") or DATE.write(chosen) not in names

    def move(picked: str) -> None:
        st.session_state["other-date"] = picked == OTHER
        if picked != OTHER:
            DATE.set(date.fromisoformat(picked))

    shown = OTHER if other else DATE.write(chosen)
    bound(st.pills, _("Peildatum"), DATE, value=shown, words=names, take=move, required=True)
    if other:
        pick_day(_("Andere peildatum"), DATE, min_value=FIRST_DAY, max_value=today())
    return chosen


def search(ds: Dataset) -> None:
    """Find a municipality by name, old name or spelling variant; the choice is in the address."""

    def find(typed: str | None) -> None:
        MUNICIPALITY.set(name_meant(ds, typed or ""))

    # A name of the list changes nothing in what is sent of it, which is all names of the country.
    known, names = MUNICIPALITY.get() or None, _names(ds)
    bound(
        st.selectbox, _("Zoek een gemeente"), MUNICIPALITY, value=known, take=find,
        options=names if known in {None, *names} else [known, *names], index=None,
        placeholder=_("Typ een naam, ook een oude"), accept_new_options=True,
    )  # fmt: skip


def name_meant(ds: Dataset, typed: str) -> str:
    """The name of the municipality that was typed; what nobody knows stays as typed, with a line about it."""
    with suppress(NameProblem):
        if is_postcode(typed):  # a CBS code that looks like one keeps the line that says so
            return typed
        return resolve(ds, typed, DATE.get()).name
    return typed


def selected(ds: Dataset, on: date, division_id: str) -> str | None:
    """Code, in the division, of the municipality in the address; one line when it is another one or unknown."""
    code, remark = found(ds, on, division_id)
    if remark:
        notice(remark)
    return code


def found(ds: Dataset, on: date, division_id: str) -> tuple[str | None, str]:
    """The same, and what there is to say about the name."""
    known = MUNICIPALITY.get()
    if not known:
        return None, ""
    try:
        match = resolve(ds, known, on)
    except NameProblem as problem:
        return None, str(problem)
    codes = match.codes_in(division_id)
    remark = match.explanation
    if is_postcode(known):
        words = _("“{text}” is hier de CBS-code van {name}, geen postcode.")
        remark = " ".join(filter(None, (words.format(text=known, name=match.name), remark)))
    return (codes[0] if codes else None), remark


@per_geography(maxsize=1)
def _names(ds: Geography) -> list[str]:
    """Municipalities of today, in the order of a register."""
    known = ds.table("municipalities")
    return sorted(known[known["valid_to"].isna()]["name"], key=sort_key)


def choose_municipality(ds: Dataset, on: date, division_id: str) -> str | None:
    """Search box and outcome in one place, for pages that have no need to keep them apart."""
    search(ds)
    return selected(ds, on, division_id)
