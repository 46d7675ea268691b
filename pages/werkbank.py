"""The desk: a round from the first invitation to the edition of the meeting."""

import streamlit as st

from coverage.dataset import current
from coverage.ui.desk.desk_page import show_desk, title
from coverage.ui.pages import params_of
from coverage.ui.redraw import problems

st.title(title(), anchor=False)
problems(*params_of("werkbank"))
show_desk(current())
