"""My municipality: one page on one A4, a fact sheet to take along, and a sheet to correct what is wrong."""

from functools import partial

import streamlit as st

from coverage.analysis.profile.facts import profile
from coverage.analysis.status import StatusReport, status_at
from coverage.dataset import Dataset
from coverage.i18n import _
from coverage.ui import choose, clicks
from coverage.ui.html import as_text, notice, show
from coverage.ui.map.component import coverage_map
from coverage.ui.map.status import pictured
from coverage.ui.municipality import page as profileview
from coverage.ui.municipality.corrections import is_this_right
from coverage.ui.municipality.tools import link, suggestions, take_along
from coverage.ui.municipality.waiting import waiting_answers
from coverage.ui.pages import params_of
from coverage.ui.params import DATE, MAX_AGE
from coverage.ui.pieces import unfolding
from coverage.ui.redraw import fragment, problems

MAP = "gemeentekaart"


def _country(report: StatusReport, selected: str | None) -> None:
    shown = pictured(report, selected=selected)
    coverage_map(shown.view, key=MAP)
    show(shown.legend)


@fragment
def view(ds: Dataset) -> None:
    """Everything that follows the municipality and the date; a change redraws this part alone."""
    clicks.take_over(ds, MAP)
    on = DATE.get()
    report = status_at(ds, on, MAX_AGE.get())
    selected, remark = choose.found(ds, on, report.division.id)
    found = profile(ds, selected, on, report.max_age) if selected else None
    st.title(as_text(found.row.name) if found else profileview.title(), anchor=False)
    problems(*params_of("mijn-gemeente"))
    moment, find = st.columns([2, 1], vertical_alignment="top")
    with moment:
        choose.reference_date()
    with find:
        choose.search(ds)
    if remark:
        notice(remark)
    suggestions(ds, on)

    page, aside = st.columns([8, 4], gap="medium")
    with page:
        if found:
            show(profileview.article(ds, found))
            profileview.asked_here(ds, found)
            waiting_answers(found.row.code)
        else:
            show(profileview.invitation(ds, report))
    with aside, st.container(key="profile-aside"):
        if found:
            take_along(ds, found)
            region = _("Kaart van de regio {name}").format(name=found.row.duup_region)
            unfolding("own-region", region, partial(profileview.own_region, ds, found))
            country = st.expander(_("Kaart van Nederland"), key="country-map", on_change="rerun")
            if country.open:
                with country:
                    _country(report, selected)
        else:
            _country(report, selected)
    if found:
        with st.container(key="profile-more"):
            is_this_right(found.row.code, on, report.max_age, link(found))
            profileview.caveats_here(found)


view()
