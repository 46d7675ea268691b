"""A correction sheet that came back by mail: given out per organisation, read, and noted like the telephone."""

from __future__ import annotations

from uuid import uuid4

import streamlit as st

from coverage.forms.question import statement_of
from coverage.forms.sheet_answers import XLSX, read_in_words, sheet_answers, sheet_to_answer
from coverage.forms.state import Questioned
from coverage.i18n import _, in_this_language
from coverage.inventory.answer_words import counted_answers
from coverage.inventory.book import Round
from coverage.inventory.submitting import AnswerReceipt, Sending, submit
from coverage.sheets.unpack import SheetError
from coverage.ui.desk.at_work import AtWork, do
from coverage.ui.html import as_text, hint
from coverage.vocabulary import AnswerChannel


def sheet_of_organisation(at: AtWork, asked: Round, organisation: str) -> None:
    """The sheet to send, and what one that came back answers; nothing is written before the button."""
    state = Questioned(at.ds, at.book, organisation, asked, {})
    hint(_("Wat op het blad niet als antwoord te lezen is, staat in een lijst: vraag daar nog naar."))
    st.download_button(
        _("Correctieblad van {town} (XLSX)").format(town=state.town), in_this_language(lambda: sheet_to_answer(state)),
        f"correctieblad-{organisation}.xlsx", XLSX, on_click="ignore", icon=":material/download:",
        key=f"sheet-{organisation}",
    )  # fmt: skip
    uploaded = st.file_uploader(
        _("Ingevuld correctieblad (XLSX, ODS of CSV)"), type=["xlsx", "ods", "csv"],
        key=f"sheet-back-{organisation}-{at.book.seq}",  # emptied once its answers are noted
    )  # fmt: skip
    if uploaded is None:
        return
    try:
        found = sheet_answers(state, uploaded.getvalue())
    except SheetError as error:
        st.error(as_text(str(error)))
        return
    for heading, lines in ((_("Gelezen"), read_in_words(state, found)), (_("Niet gelezen"), found.left)):
        if lines:
            st.markdown("\n".join([f"**{heading}**\n", *(f"- {as_text(line)}" for line in lines)]))
    if not found.made:
        st.write(_("Er stond niets op dat wij als antwoord op een vraag kunnen lezen."))
    elif st.button(_("Noteer {answers} van het blad").format(answers=counted_answers(len(found.made))), type="primary"):
        said = tuple(statement_of(key, content) for key, (_row, content) in found.made.items())
        sending = Sending(str(uuid4()), organisation, asked.name, AnswerChannel.SHEET, said)

        def act() -> AnswerReceipt:
            return submit(at.store, at.desk, sending, at.tables)

        do(act, lambda receipt: _("Genoteerd: {answers}. Ontvangstbewijs {number}.").format(
            answers=counted_answers(len(receipt.answers)), number=receipt.number))  # fmt: skip
