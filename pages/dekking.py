"""Coverage through time: layers, a timeline, two dates side by side, and every claim about a municipality."""

import streamlit as st

from coverage.dataset import Dataset, current
from coverage.dates import today
from coverage.i18n import _
from coverage.ui.course import course_section
from coverage.ui.evidence import page as coverageview
from coverage.ui.evidence.forecast import forecast_panel
from coverage.ui.groups.survey import survey_panel, survey_year
from coverage.ui.map.legend import status_words
from coverage.ui.pages import params_of
from coverage.ui.params import DATE, MAX_AGE
from coverage.ui.pieces import planned_notes, unfolding
from coverage.ui.redraw import fragment, problems

st.title(coverageview.title(), anchor=False)


@fragment
def view(ds: Dataset) -> None:
    """Everything that follows the date; a step redraws this part alone."""
    problems(*params_of("dekking"))
    coverageview.show_coverage(ds)
    planned_notes(ds, DATE.get())
    unfolding("course", _("Verloop sinds 2011"), lambda: course_section(ds, today(), MAX_AGE.get()))
    ahead = st.expander(_("Wat veroudert wanneer?"), key="forecast", on_change="rerun")
    if ahead.open:
        with ahead:
            forecast_panel(ds)


view()
status_words()
# The survey was held in 2018: beside a map of that time it stands open.
with st.expander(_("Ernaast: de enquête van 2018 onder gemeenten"), expanded=DATE.get().year == survey_year(current())):
    survey_panel(current())
