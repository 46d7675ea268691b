"""Coverage through time: layers, a timeline, two dates side by side, and every claim about a municipality."""

import streamlit as st

from coverage.dataset import Dataset, current
from coverage.i18n import _
from coverage.ui.evidence import page as coverageview
from coverage.ui.groups.survey import survey_panel
from coverage.ui.html import hint
from coverage.ui.map.legend import status_words
from coverage.ui.pages import params_of
from coverage.ui.redraw import fragment, problems

st.title(coverageview.title(), anchor=False)
hint(coverageview.intro())


@fragment
def view(ds: Dataset) -> None:
    """Everything that follows the date; a step redraws this part alone."""
    problems(*params_of("dekking"))
    coverageview.show_coverage(ds)


view()
status_words()
with st.expander(_("Ernaast: de enquête van 2018 onder gemeenten")):
    survey_panel(current())
