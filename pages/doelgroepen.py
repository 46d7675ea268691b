"""Target groups: what programmes say about whom they serve, and what nobody recorded."""

import streamlit as st

from coverage.dataset import Dataset
from coverage.geography.lineage import division_at
from coverage.i18n import _
from coverage.ui import choose
from coverage.ui.bound import pick
from coverage.ui.groups import page as groupviews
from coverage.ui.groups.leaving import show_leaving
from coverage.ui.groups.links import open_cell
from coverage.ui.pages import params_of
from coverage.ui.params import MAX_AGE
from coverage.ui.params.groups import GROUP_VIEW, GroupView
from coverage.ui.redraw import fragment, problems

VIEWS = {
    GroupView.MATRIX: groupviews.matrix_view,
    GroupView.MAP: groupviews.map_view,
    GroupView.GAPS: groupviews.gaps_view,
    GroupView.ROUTE: groupviews.route_view,
    GroupView.NATIONAL: groupviews.national_view,
    GroupView.LEAVING: show_leaving,
}

st.title(groupviews.title(), anchor=False)


@fragment
def view(ds: Dataset) -> None:
    """Everything that follows the date; a change redraws this part alone."""
    open_cell()
    problems(*params_of("doelgroepen"))
    on = choose.reference_date()
    part = GroupView(pick(_("Onderdeel"), GROUP_VIEW, GroupView, label_visibility="collapsed"))
    if part is not GroupView.MAP:  # the map says it beside what it shows
        choose.selected(ds, on, division_at(ds, on).id)
    VIEWS[part](ds, on, MAX_AGE.get())


view()
