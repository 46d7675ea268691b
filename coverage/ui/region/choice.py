"""Choosing a region: by name in a box that forgives, or on the map; a name that is unknown gives names to choose."""

from __future__ import annotations

import streamlit as st

from coverage.analysis.status import status_at
from coverage.dataset import Dataset
from coverage.geography.names import sort_key
from coverage.geography.region_names import UnknownRegion, region_names, resolve_region
from coverage.i18n import _
from coverage.ui.bound import bound
from coverage.ui.html import notice
from coverage.ui.map.component import clicked_area
from coverage.ui.params import DATE, MAX_AGE
from coverage.ui.params.evidence import REGION
from coverage.ui.state import beside

TYPED = "region-typed"  # what was typed last and names no region


def search_region(ds: Dataset) -> None:
    """The box; what it means goes in the address. A municipality that is no region leads to that of its region."""
    names = region_names(ds)

    def find(typed: str | None) -> None:
        try:
            _take(names[resolve_region(ds, typed)] if typed else "")
        except UnknownRegion:
            beside()[TYPED] = typed

    bound(
        st.selectbox, _("Zoek een regio"), REGION, value=REGION.get() or None, take=find,
        options=sorted(names.values(), key=sort_key), index=None, placeholder=_("Typ een regio of gemeente"),
        accept_new_options=True,
    )  # fmt: skip


def unknown_region(ds: Dataset) -> None:
    """A line about a name that is no region, with buttons for the regions that may be meant."""
    typed = beside().get(TYPED)
    if not typed:
        return
    try:
        resolve_region(ds, typed)
    except UnknownRegion as problem:
        notice(str(problem))
        with st.container(horizontal=True, key="region-suggestions"):
            for name in problem.suggestions:
                st.button(name, key=f"suggest-region-{name}", on_click=_take, args=(name,))


def _take(name: str) -> None:
    beside().pop(TYPED, None)
    REGION.set(name)


def take_region(ds: Dataset, key: str) -> None:
    """Put the region of the municipality that was just chosen on the map in the address."""
    code = clicked_area(key)
    if code:
        report = status_at(ds, DATE.get(), MAX_AGE.get())
        _take(report.row(code).duup_region)
