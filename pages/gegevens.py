"""Data: where everything comes from, how it is made, what is not known, and everything to take along."""

import streamlit as st

from coverage.analysis.status import status_at
from coverage.dataset import Dataset, current
from coverage.i18n import _
from coverage.ui.bound import pick
from coverage.ui.data import contradictions, parts
from coverage.ui.data.downloads import data_downloads
from coverage.ui.data.page import title
from coverage.ui.data.read_along import read_along
from coverage.ui.data.rows import all_rows
from coverage.ui.data.sources import sources
from coverage.ui.pages import params_of
from coverage.ui.params import DATE, MAX_AGE
from coverage.ui.params.data import DATA_VIEW, DataView
from coverage.ui.redraw import problems


def page(ds: Dataset) -> None:
    """The whole page."""
    st.title(title(), anchor=False)
    problems(*params_of("gegevens"))
    view = pick(_("Onderdeel"), DATA_VIEW, DataView, label_visibility="collapsed")

    if view is DataView.DOWNLOADS:
        data_downloads(ds)
    elif view is DataView.READ:
        read_along(ds)
    elif view is DataView.ROWS:
        all_rows(ds)
    elif view is DataView.SOURCES:
        sources(ds)
    elif view is DataView.METHOD:
        parts.method(ds)
    elif view is DataView.MEMBERSHIP:
        parts.certainty(ds, DATE.get())
    elif view is DataView.GAPS:
        parts.gaps(ds, status_at(ds, DATE.get(), MAX_AGE.get()))
    else:
        contradictions.everything(ds)


page(current())
