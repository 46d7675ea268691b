"""The response to a round: what is in, who names whom, and what is asked again when."""

import streamlit as st

from coverage.dataset import current
from coverage.ui.pages import params_of
from coverage.ui.redraw import problems
from coverage.ui.response.response_page import show_round_response, title

st.title(title(), anchor=False)
problems(*params_of("uitvraag"))
show_round_response(current())
