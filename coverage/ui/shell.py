"""The frame around every page: configuration, language, navigation, style, help line and attribution."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from coverage.dataset import one_snapshot
from coverage.i18n import use_language
from coverage.sender import sender
from coverage.ui.foot import foot
from coverage.ui.html import show
from coverage.ui.menu import entries, sisters
from coverage.ui.pages import PAGES, page_at
from coverage.ui.params import LANGUAGE
from coverage.ui.state import arrive, enter
from coverage.ui.titles import name_page, on_page, product
from coverage.ui.web.streamlit_inside import went_back
from coverage.ui.web.switch import switch_line

ROOT = Path(__file__).resolve().parents[2]


def run() -> None:
    """Show the page that the address asks for."""
    if went_back():
        arrive()
    use_language(LANGUAGE.get())
    st.set_page_config(page_title=product(), layout="wide", initial_sidebar_state="collapsed")
    menu = {page.path: room.title for room, page in entries()}
    chosen = st.navigation(
        [
            st.Page(
                ROOT / "pages" / p.file, title=menu.get(p.path, p.title()), url_path=p.path or None,
                default=not p.path, visibility="visible" if p.path in menu else "hidden",
            )
            for p in PAGES
        ],
        position="top",
    )  # fmt: skip
    enter(chosen.url_path)
    here = page_at(chosen.url_path)
    on_page(here.title() if here and here.path else "")
    if mark := sender().logo:
        st.logo(str(mark), size="large")
    show(switch_line())
    show(sisters(chosen.url_path))
    with one_snapshot() as ds:
        chosen.run()
        name_page(ds)
        show(foot(ds))
