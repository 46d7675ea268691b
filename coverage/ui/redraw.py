"""What the file of every page uses: parts that are drawn again by themselves, and lines about a bad address."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate, ParamSpec

import streamlit as st

from coverage.dataset import Dataset, one_snapshot
from coverage.i18n import _, use_language
from coverage.ui.html import notice
from coverage.ui.params import LANGUAGE
from coverage.ui.state import Param, readable
from coverage.ui.titles import name_page

P = ParamSpec("P")
MOST_TOLD = 3  # unknown names in an address


def fragment(view: Callable[Concatenate[Dataset, P], None]) -> Callable[P, None]:
    """A part of a page that is drawn again by itself: in the reader's language, from the newest snapshot.

    In a run of the whole page it gets the snapshot of that run. Neither it nor its other arguments may hold a
    snapshot: a session keeps its fragments, with their arguments, for as long as it is open.
    """

    @wraps(view)
    def redraw(*args: P.args, **named: P.kwargs) -> None:
        use_language(LANGUAGE.get())  # by itself it runs outside :func:`coverage.ui.shell.run`
        with one_snapshot() as ds:
            view(ds, *args, **named)
            name_page(ds)

    redraw_alone: Callable[P, None] = st.fragment(redraw)
    return redraw_alone


def problems(*params: Param[Any]) -> None:
    """One friendly line for each value in the address that could not be used."""
    for param in (LANGUAGE, *params):
        param.get()
        if param.problem():
            notice(param.problem())
    known = {param.name for param in (LANGUAGE, *params)}
    for name in sorted(set(st.query_params) - known)[:MOST_TOLD]:
        notice(
            _("In het adres staat “{name}”. Dat kent deze pagina niet; zij slaat het over.").format(name=readable(name))
        )
