"""The frame around every page: configuration, language, navigation, style, help line and attribution."""

from __future__ import annotations

from pathlib import Path

import streamlit as st
from markupsafe import Markup

from coverage.analysis.where_to_turn import help_doubt, help_line, help_list_link, help_question
from coverage.dataset import Dataset, one_snapshot
from coverage.i18n import _, language, use_language
from coverage.ui.html import show
from coverage.ui.pages import PAGES
from coverage.ui.params import LANGUAGE
from coverage.ui.state import enter
from coverage.ui.web.help_page import PATH as HELP
from coverage.ui.web.statement import PATH as STATEMENT
from coverage.ui.web.switch import switch_line
from coverage.vocabulary import ATTRIBUTION

ROOT = Path(__file__).resolve().parents[2]


def run() -> None:
    """Show the page that the address asks for."""
    use_language(LANGUAGE.get())
    st.set_page_config(page_title=_("Dekking uitstapprogramma's"), layout="wide", initial_sidebar_state="collapsed")
    chosen = st.navigation(
        [
            st.Page(
                ROOT / "pages" / p.file, title=p.title(), url_path=p.path or None, default=not p.path,
                visibility="visible" if p.shown() else "hidden",
            )
            for p in PAGES
        ],
        position="top",
    )  # fmt: skip
    enter(chosen.url_path)
    show(switch_line())
    with one_snapshot() as ds:
        chosen.run()
        _footer(ds)


def _footer(ds: Dataset) -> None:
    elsewhere = "" if language() == "nl" else f"?{LANGUAGE.name}={language()}"
    show(
        Markup(
            '<section class="foot" aria-label="{}"><p><strong>{}</strong> {} <a href="{}">{}</a>. {}</p>'
            '<p>{} <a href="{}">{}</a></p></section>'
        ).format(
            _("Hulp en verantwoording"),
            help_question(),
            help_line(),
            f"{HELP}{elsewhere}",
            help_list_link(),
            help_doubt(),
            _(
                "Grenzen en inwoners: {attribution}. Gegevens: editie {edition}, met bron en datum bij elk gegeven."
            ).format(attribution=ATTRIBUTION, edition=ds.edition),
            f"{STATEMENT}{elsewhere}",
            _("Toegankelijkheid"),
        )
    )
