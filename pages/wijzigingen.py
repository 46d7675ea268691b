"""Changes: what is different since earlier editions, and when which evidence came in."""

import streamlit as st

from coverage.dataset import Dataset, current
from coverage.dates import today
from coverage.i18n import _
from coverage.ui import choose
from coverage.ui.data.answered import municipal_answers
from coverage.ui.data.changelog import changelog, evidence_table, intro, title
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
    changelog(ds, today())
    municipal_answers(ds)
    st.header(_("Wanneer kwam welk bewijs erbij?"), anchor=False)
    evidence_table(ds, today())


page(current())
