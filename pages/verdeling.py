"""Sharing out the money: who gets what by which key, what that shifts, how sure it is, and a receipt."""

import streamlit as st

from coverage.analysis.allocation.words import allocation_answer
from coverage.dataset import Dataset
from coverage.dates import today
from coverage.i18n import _
from coverage.ui.allocation.inputs import inputs
from coverage.ui.allocation.page import ALLOCATION_PARTS, title
from coverage.ui.allocation.result import show_result
from coverage.ui.bound import pick
from coverage.ui.html import notice
from coverage.ui.pages import params_of
from coverage.ui.params import allocation as params
from coverage.ui.params.allocation import VIEW, AllocationView
from coverage.ui.pieces import answer_line, planned_notes
from coverage.ui.redraw import fragment, problems

st.title(title(), anchor=False)


@fragment
def view(ds: Dataset) -> None:
    """Everything that follows the scenario; a change redraws this part alone."""
    problems(*params_of("verdeling"))
    allocation, why_not = params.allocation_in_address(ds)
    if why_not:
        notice(why_not)
    sentence = allocation_answer(allocation)
    answer_line(sentence)
    planned_notes(ds, today())
    inputs(ds, allocation)
    part = AllocationView(pick(_("Onderdeel"), VIEW, AllocationView, label_visibility="collapsed"))
    if part is AllocationView.RESULT:
        show_result(ds, allocation, sentence)
    else:
        ALLOCATION_PARTS[part][0](ds, allocation)


view()
