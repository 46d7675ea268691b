"""Sharing out the money: who gets what by which key, what that shifts, how sure it is, and a receipt."""

import streamlit as st

from coverage.analysis.allocation.words import answer
from coverage.dataset import Dataset
from coverage.dates import today
from coverage.i18n import _
from coverage.ui.allocation.certainty import show_certainty
from coverage.ui.allocation.effect import show_effect
from coverage.ui.allocation.gaps import show_gaps
from coverage.ui.allocation.history import show_history
from coverage.ui.allocation.inputs import inputs
from coverage.ui.allocation.receipt import show_receipt
from coverage.ui.allocation.result import show_result, title
from coverage.ui.allocation.rules import show_rules
from coverage.ui.allocation.within import show_within
from coverage.ui.bound import pick
from coverage.ui.html import notice
from coverage.ui.pages import params_of
from coverage.ui.params import allocation as params
from coverage.ui.params.allocation import VIEW, AllocationView
from coverage.ui.pieces import answer_line, planned_notes
from coverage.ui.redraw import fragment, problems

PARTS = {
    AllocationView.EFFECT: show_effect,
    AllocationView.RECEIPT: show_receipt,
    AllocationView.CERTAINTY: show_certainty,
    AllocationView.WITHIN: show_within,
    AllocationView.GAPS: show_gaps,
    AllocationView.HISTORY: show_history,
    AllocationView.RULES: show_rules,
}

st.title(title(), anchor=False)


@fragment
def view(ds: Dataset) -> None:
    """Everything that follows the scenario; a change redraws this part alone."""
    problems(*params_of("verdeling"))
    allocation, why_not = params.allocation_in_address(ds)
    if why_not:
        notice(why_not)
    sentence = answer(allocation)
    answer_line(sentence)
    planned_notes(ds, today())
    inputs(ds, allocation)
    part = AllocationView(pick(_("Onderdeel"), VIEW, AllocationView, label_visibility="collapsed"))
    if part is AllocationView.RESULT:
        show_result(ds, allocation, sentence)
    else:
        PARTS[part](ds, allocation)


view()
