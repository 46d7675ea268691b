"""Presentation: the story for the knowledge meeting, made from the current data."""

import streamlit as st

from coverage.dataset import Dataset, current
from coverage.ui import choose
from coverage.ui.pages import params_of
from coverage.ui.pieces import answer_line
from coverage.ui.presentation.downloads import deck_downloads, worksheet_download
from coverage.ui.presentation.page import choose_story, preview, summary, title
from coverage.ui.redraw import problems
from coverage.ui.server import base_path


def page(ds: Dataset) -> None:
    """The whole page."""
    st.title(title(), anchor=False)
    problems(*params_of("presentatie"))
    on = choose.reference_date()
    wish = choose_story(ds, on)
    answer_line(summary(ds, wish))
    deck_downloads(ds, wish)
    worksheet_download(ds, wish)
    preview(ds, wish, base_path())


page(current())
