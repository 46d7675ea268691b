"""Answers for parliament: the questions that are asked, from the data of a date, every sentence with its sources."""

import streamlit as st

from coverage.analysis.answer.brief import brief
from coverage.dataset import Dataset
from coverage.ui import choose
from coverage.ui.answer.page import title, told_answers
from coverage.ui.answer.take_along import answer_files
from coverage.ui.html import hint
from coverage.ui.pages import params_of
from coverage.ui.params import MAX_AGE
from coverage.ui.redraw import fragment, problems


@fragment
def view(ds: Dataset) -> None:
    """The whole page; another date redraws it in one run."""
    st.title(title(), anchor=False)
    problems(*params_of("antwoord"))
    whole = brief(ds, choose.reference_date(), MAX_AGE.get())
    hint(whole.basis)
    answer_files(ds, whole)
    told_answers(ds, whole)


view()
