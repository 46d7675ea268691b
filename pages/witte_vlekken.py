"""White and blind spots: where there is no programme, where nobody knows, and what would help most."""

import streamlit as st

from coverage.dataset import Dataset
from coverage.ui.evidence import spots_page as spotsview
from coverage.ui.html import hint
from coverage.ui.map.legend import status_words
from coverage.ui.pages import params_of
from coverage.ui.redraw import fragment, problems

st.title(spotsview.title(), anchor=False)
hint(spotsview.intro())


@fragment
def view(ds: Dataset) -> None:
    """Everything that follows the date; a step redraws this part alone."""
    problems(*params_of("witte-vlekken"))
    spotsview.show_spots(ds)


view()
status_words()
