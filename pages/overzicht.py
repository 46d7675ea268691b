"""Front page: where is a programme evidenced on the chosen date, and to which DUUP region does it belong?"""

import streamlit as st

from coverage.analysis.status import status_at
from coverage.analysis.summary import question
from coverage.dataset import Dataset
from coverage.i18n import _
from coverage.ui import choose, clicks
from coverage.ui.html import show
from coverage.ui.map.component import coverage_map
from coverage.ui.map.download import map_download
from coverage.ui.map.legend import status_words
from coverage.ui.map.status import pictured
from coverage.ui.municipality.detail import municipality_detail
from coverage.ui.pages import params_of
from coverage.ui.pieces import answer_line, planned_notes
from coverage.ui.redraw import fragment, problems
from coverage.ui.tables import status_table

MAP = "kaart"


@fragment
def view(ds: Dataset) -> None:
    """The whole page; a choice redraws it in one run."""
    clicks.take_over(ds, MAP)
    title, search = st.columns([2, 1], vertical_alignment="center")
    with title:
        st.title(question(), anchor=False)
    with search:
        choose.search(ds)
    problems(*params_of(""))
    on = choose.reference_date()
    report = status_at(ds, on)
    selected = choose.selected(ds, on, report.division.id)
    shown = pictured(report, selected=selected)
    answer_line(shown.sentence)
    left, right = st.columns([8, 5], gap="medium")
    with left:
        coverage_map(shown.view, key=MAP)
        map_download(ds, MAP, on, {r.code: r.inhabitants for r in report.rows})
    with right:
        show(shown.legend)
        if selected:
            municipality_detail(ds, report, report.row(selected))
        else:
            st.info(_("Klik op een gemeente op de kaart of zoek er een, en zie wat de bronnen erover zeggen."))
    planned_notes(ds, on)
    st.header(_("Alle gemeenten"), anchor=False)
    status_table(report, key="tabel")


view()
status_words()
