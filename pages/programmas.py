"""Programmes: the directory, the timeline, the results with their footnotes, and where sources disagree."""

import streamlit as st

from coverage.dataset import current
from coverage.i18n import _
from coverage.ui.bound import pick
from coverage.ui.pages import params_of
from coverage.ui.params.groups import PROGRAMME, PROGRAMME_VIEW, ProgrammeView
from coverage.ui.programmes import page as programmeviews
from coverage.ui.redraw import problems

VIEWS = {ProgrammeView.DIRECTORY: programmeviews.directory_view, **programmeviews.PROGRAMME_PARTS}

st.title(programmeviews.title(), anchor=False)
problems(*params_of("programmas"))
if PROGRAMME.get():  # a link to one programme shows its card, whatever part was open
    programmeviews.directory_view(current())
else:
    view = ProgrammeView(pick(_("Onderdeel"), PROGRAMME_VIEW, ProgrammeView, label_visibility="collapsed"))
    VIEWS[view](current())
