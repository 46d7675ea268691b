"""The frame around every page: configuration, language, navigation, style, help line and attribution."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from pathlib import Path
from typing import Any, Concatenate, ParamSpec

import streamlit as st
from markupsafe import Markup

from coverage.dataset import Dataset, one_snapshot
from coverage.i18n import OWN_NAME, _, language, use_language
from coverage.ui.html import notice, show
from coverage.ui.params import LANGUAGE
from coverage.ui.state import Param, enter
from coverage.ui.web.statement import PATH as STATEMENT
from coverage.ui.web.switch import PATH as SWITCH
from coverage.vocabulary import ATTRIBUTION, Language

P = ParamSpec("P")
ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True, slots=True)
class Page:
    """A file in ``pages/`` with its address and its name in the navigation."""

    file: str
    path: str
    title: Callable[[], str]


PAGES: tuple[Page, ...] = (
    Page("overzicht.py", "", lambda: _("Overzicht")),
    Page("dekking.py", "dekking", lambda: _("Dekking")),
    Page("witte_vlekken.py", "witte-vlekken", lambda: _("Witte vlekken")),
    Page("doelgroepen.py", "doelgroepen", lambda: _("Doelgroepen")),
    Page("verdeling.py", "verdeling", lambda: _("Verdeling")),
    Page("mijn_gemeente.py", "mijn-gemeente", lambda: _("Mijn gemeente")),
    Page("programmas.py", "programmas", lambda: _("Programma's")),
    Page("gegevens.py", "gegevens", lambda: _("Gegevens")),
    Page("presentatie.py", "presentatie", lambda: _("Presentatie")),
    Page("wijzigingen.py", "wijzigingen", lambda: _("Wijzigingen")),
)


def run() -> None:
    """Show the page that the address asks for."""
    use_language(LANGUAGE.get())
    st.set_page_config(page_title=_("Dekking uitstapprogramma's"), layout="wide", initial_sidebar_state="collapsed")
    chosen = st.navigation(
        [st.Page(ROOT / "pages" / p.file, title=p.title(), url_path=p.path or None, default=not p.path) for p in PAGES],
        position="top",
    )
    enter(chosen.url_path)
    show(switch_line())
    with one_snapshot() as ds:
        chosen.run()
        _footer(ds)


def fragment(view: Callable[Concatenate[Dataset, P], None]) -> Callable[P, None]:
    """A part of a page that is drawn again by itself: in the reader's language, from the newest snapshot.

    In a run of the whole page it gets the snapshot of that run. Neither it nor its other arguments may hold a
    snapshot: a session keeps its fragments, with their arguments, for as long as it is open.
    """

    @wraps(view)
    def redraw(*args: P.args, **named: P.kwargs) -> None:
        use_language(LANGUAGE.get())  # by itself it runs outside :func:`run`
        with one_snapshot() as ds:
            view(ds, *args, **named)

    redraw_alone: Callable[P, None] = st.fragment(redraw)
    return redraw_alone


def problems(*params: Param[Any]) -> None:
    """One friendly line for each value in the address that could not be used."""
    for param in (LANGUAGE, *params):
        param.get()
        if param.problem():
            notice(param.problem())


def switch_line() -> Markup:
    """A link to the other language; the server finds the address that the reader is at (coverage/ui/web/switch.py)."""
    other: Language = "nl" if language() == "en" else "en"
    link = Markup('<p class="switch"><a href="{}/{}" lang="{}" hreflang="{}">{}</a></p>')
    return link.format(SWITCH, other, other, other, OWN_NAME[other])


def _footer(ds: Dataset) -> None:
    show(
        Markup(
            '<section class="foot" aria-label="{}"><p><strong>{}</strong> {}</p><p>{} <a href="{}">{}</a></p></section>'
        ).format(
            _("Hulp en verantwoording"),
            _("Wil je stoppen met sekswerk of zoek je ander werk?"),
            _(
                "Vraag je gemeente of de centrumgemeente van je regio naar een uitstapprogramma. "
                "In een noodsituatie bel je 112."
            ),
            _(
                "Grenzen en inwoners: {attribution}. Gegevens: editie {edition}, met bron en datum bij elk gegeven."
            ).format(attribution=ATTRIBUTION, edition=ds.edition),
            STATEMENT if language() == "nl" else f"{STATEMENT}?{LANGUAGE.name}={language()}",
            _("Toegankelijkheid"),
        )
    )
