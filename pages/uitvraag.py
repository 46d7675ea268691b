"""The response to a round: what is in, who names whom, and what is asked again when."""

import streamlit as st

from coverage.dataset import current
from coverage.i18n import _
from coverage.ui.pages import params_of
from coverage.ui.redraw import problems
from coverage.ui.response.response_page import show_round_response

st.title(_("Uitvraag onder gemeenten"), anchor=False)
problems(*params_of("uitvraag"))
show_round_response(current())
