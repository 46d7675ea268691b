"""Target groups: what programmes say about whom they serve, and what nobody recorded."""

import streamlit as st

from coverage.dataset import load
from coverage.i18n import _
from coverage.ui import choose
from coverage.ui.groups import page as groupviews
from coverage.ui.groups.params import DIMENSION, GROUP_VIEW, GROUPS, SCOPE, GroupView
from coverage.ui.params import DATE, MAX_AGE
from coverage.ui.pick import pick
from coverage.ui.shell import problems

VIEWS = {
    GroupView.MATRIX: groupviews.matrix_view,
    GroupView.MAP: groupviews.map_view,
    GroupView.GAPS: groupviews.gaps_view,
    GroupView.NATIONAL: groupviews.national_view,
}

st.title(_("Voor wie zijn de programma's, en wie valt erbuiten?"), anchor=False)
problems(DATE, MAX_AGE, GROUP_VIEW, DIMENSION, SCOPE, GROUPS)
on = choose.reference_date()
view = GroupView(pick(_("Onderdeel"), GROUP_VIEW, GroupView, hide_title=True))
VIEWS[view](load(), on, MAX_AGE.get())
