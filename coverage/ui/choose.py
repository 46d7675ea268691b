"""Controls that several pages share: the reference date and the municipality."""

from __future__ import annotations

from contextlib import suppress
from datetime import date

import streamlit as st

from coverage.dataset import Dataset
from coverage.dataset.memo import per_snapshot
from coverage.dates import today
from coverage.geography.names import NameProblem, resolve, sort_key
from coverage.i18n import _
from coverage.ui.html import notice
from coverage.ui.params import DATE, FIRST_DAY, MUNICIPALITY

OTHER = "other"


def moments() -> dict[str, str]:
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
    names = moments() | {OTHER: _("andere datum")}
    current = chosen.isoformat() if chosen.isoformat() in names else OTHER
    key = f"moment-{chosen}-{st.session_state.get('other-date', False)}"

    def move() -> None:
        picked = st.session_state[key]
        st.session_state["other-date"] = picked == OTHER
        if picked not in {None, OTHER}:
            DATE.set(date.fromisoformat(picked))

    shown = OTHER if st.session_state.get("other-date") else current
    st.pills(
        _("Peildatum"),
        list(names),
        format_func=lambda k: names[k],
        default=shown,
        key=key,
        on_change=move,
        required=True,
    )
    if shown == OTHER:
        picked = st.date_input(
            _("Andere peildatum"),
            chosen,
            min_value=FIRST_DAY,
            max_value=today(),
            format="DD-MM-YYYY",
            key=f"day-{chosen}",
        )
        if isinstance(picked, date) and picked != chosen:
            DATE.set(picked)
            chosen = picked
    return chosen


def search(ds: Dataset) -> None:
    """Find a municipality by name, old name or spelling variant; the choice is in the address."""
    first = _first_in_box(MUNICIPALITY.get())
    options = _names(ds)
    if first and first not in options:
        options = [first, *options]
    key = _box(first)

    def find() -> None:
        typed = st.session_state[key] or ""
        with suppress(NameProblem):  # what nobody knows stays as typed, with a line about it
            typed = resolve(ds, typed, DATE.get()).name
        MUNICIPALITY.set(typed)

    st.selectbox(
        _("Zoek een gemeente"),
        options,
        index=options.index(first) if first else None,
        key=key,
        on_change=find,
        placeholder=_("Typ een naam, ook een oude"),
        accept_new_options=True,
    )


def _first_in_box(known: str) -> str:
    """The name that the search box was made with. It is made anew only for a name that it does not hold already.

    So what a reader picks in it does not change what is sent of it, which is all names of the country.
    """
    first: str = st.session_state.get("find-first", known)
    if (st.session_state.get(_box(first), first) or "") != known:
        first = known
    st.session_state["find-first"] = first
    return first


def _box(first: str) -> str:
    return f"find-{first}"


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
    return (codes[0] if codes else None), match.explanation


@per_snapshot(maxsize=1)
def _names(ds: Dataset) -> list[str]:
    """Municipalities of today, in the order of a register."""
    known = ds.table("municipalities")
    return sorted(known[known["valid_to"].isna()]["name"], key=sort_key)


def municipality(ds: Dataset, on: date, division_id: str) -> str | None:
    """Search box and outcome in one place, for pages that have no need to keep them apart."""
    search(ds)
    return selected(ds, on, division_id)
