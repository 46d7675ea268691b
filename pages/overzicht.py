"""Front page: where is a programme evidenced on the chosen date, how sure is that, and how did it come about?"""

import streamlit as st

from coverage.analysis.region_share import region_shares_of
from coverage.analysis.status import status_at
from coverage.analysis.summary import country_answer, question
from coverage.dataset import Dataset, current
from coverage.dates import today
from coverage.i18n import _
from coverage.ui import choose, clicks
from coverage.ui.bound import pick
from coverage.ui.course import course_section
from coverage.ui.html import hint, show
from coverage.ui.map.component import coverage_map
from coverage.ui.map.download import map_download
from coverage.ui.map.legend import status_words
from coverage.ui.municipality.detail import municipality_detail
from coverage.ui.overview.age_choice import age_choice
from coverage.ui.overview.page import shown_map, years_and_regions
from coverage.ui.overview.region_map import region_table
from coverage.ui.overview.verdict_line import verdict_line
from coverage.ui.pages import params_of
from coverage.ui.params import MAX_AGE
from coverage.ui.params.overview import MAP_BY, MapBy
from coverage.ui.pieces import all_municipalities, answer_line, planned_notes, unfolding
from coverage.ui.redraw import fragment, problems
from coverage.ui.tables import status_table

MAP, AGE = "kaart", "age-of-the-course"


@fragment
def view(ds: Dataset) -> None:
    """What follows the date; a choice redraws it in one run. The course below follows the age limit alone."""
    if st.session_state.get(AGE) != MAX_AGE.get():
        st.rerun()
    clicks.take_over(ds, MAP)
    title, search = st.columns([2, 1], vertical_alignment="center")
    with title:
        st.title(question(), anchor=False)
    with search:
        choose.search(ds)
    problems(*params_of(""))
    on = choose.reference_date()
    report = status_at(ds, on, MAX_AGE.get())
    selected = choose.selected(ds, on, report.division.id)
    shown = shown_map(ds, report, selected=selected)
    answer_line(country_answer(report))
    left, right = st.columns([8, 5], gap="medium")
    with left:
        coverage_map(shown.view, key=MAP)
        map_download(ds, MAP, on, {r.code: r.inhabitants for r in report.rows})
    with right:
        show(shown.legend)
        # Under map and legend, which stay where the first view had them.
        if pick(_("Kaart"), MAP_BY, MapBy) == MapBy.REGION:
            hint(shown.sentence)
        age_choice(report)
        if selected:
            municipality_detail(ds, report, report.row(selected))
        else:
            st.info(_("Klik op een gemeente op de kaart of zoek er een, en zie wat de bronnen erover zeggen."))
    planned_notes(ds, on)
    unfolding("regions", _("Alle regio's als tabel"), lambda: region_table(region_shares_of(ds, report)))
    all_municipalities("tabel", lambda: status_table(report, key="tabel"))


st.session_state[AGE] = MAX_AGE.get()
view()
st.header(_("Verloop sinds 2011"), anchor=False)
show(course_section(current(), today(), MAX_AGE.get(), folded=True) + years_and_regions(current(), MAX_AGE.get()))
st.header(_("Is er een landelijk dekkend netwerk? Wat anderen zeiden"), anchor=False)
show(verdict_line(current(), today()))
status_words()
