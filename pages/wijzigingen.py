"""Changes: what is different since earlier editions, and when which evidence came in."""

import streamlit as st

from coverage.dataset import Dataset, current
from coverage.i18n import _
from coverage.ui import choose
from coverage.ui.data.changelog import all_changes, intro, title
from coverage.ui.data.since import edition_panel
from coverage.ui.pages import params_of
from coverage.ui.params.slides import EDITION
from coverage.ui.pieces import answer_line
from coverage.ui.redraw import problems


def page(ds: Dataset) -> None:
    """The whole page."""
    st.title(title(), anchor=False)
    problems(*params_of("wijzigingen"))
    answer_line(intro())
    with st.expander(_("Een peildatum lezen naast een eerdere editie"), expanded=bool(EDITION.get())):
        on = choose.reference_date()
        edition_panel(ds, on)
    all_changes(ds)


page(current())
