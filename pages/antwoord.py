"""Answers for parliament: the questions that are asked, from the data of a date, every sentence with its sources."""

from functools import partial

import streamlit as st

from coverage.analysis.answer.brief import brief
from coverage.analysis.answer.plain_text import without_background
from coverage.dataset import Dataset
from coverage.i18n import label
from coverage.ui import choose
from coverage.ui.answer.page import asked, background, noted, title
from coverage.ui.answer.take_along import answer_files
from coverage.ui.html import hint, show
from coverage.ui.pages import params_of
from coverage.ui.params import MAX_AGE
from coverage.ui.pieces import unfolding
from coverage.ui.redraw import fragment, problems


@fragment
def view(ds: Dataset) -> None:
    """The whole page; another date redraws it in one run."""
    st.title(title(), anchor=False)
    problems(*params_of("antwoord"))
    whole = brief(ds, choose.reference_date(), MAX_AGE.get())
    hint(whole.basis)
    answer_files(ds, whole)
    short = without_background(whole)
    notes = short.notes()
    for answered in whole.answers:
        show(asked(notes, answered))
        if answered.told:
            unfolding(
                f"told-{answered.about.value}",
                f"{answered.heading} ({len(answered.told)}): {label(answered.about)}",
                partial(background, ds, answered.told),
            )
    for place, (heading, rows) in enumerate(whole.advice):
        unfolding(f"advice-{place}", f"{heading} ({len(rows)})", partial(background, ds, rows))
    show(noted(ds, short))


view()
