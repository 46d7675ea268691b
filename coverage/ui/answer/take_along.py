"""Taking the answers along: a Word file in one click, and text to copy."""

from __future__ import annotations

import streamlit as st

from coverage.analysis.answer.brief import Brief, brief
from coverage.analysis.answer.plain_text import brief_text, short_text
from coverage.dataset import Dataset
from coverage.i18n import _, in_this_language
from coverage.ui.folding import folded_on_a_phone

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
HEIGHT = 420  # pixels of the text to copy


def answer_files(ds: Dataset, whole: Brief) -> None:
    """The button for the Word file, and the text that unfolds with Streamlit's own button to copy it."""
    on, max_age = whole.on, whole.max_age
    name = _("antwoorden") + f"-{on.isoformat()}"

    def made() -> bytes:
        from coverage.exports.answer_docx import docx_bytes  # libraries for Word, for who asks

        return docx_bytes(ds, brief(ds, on, max_age))

    with folded_on_a_phone("answer-files", _("Meenemen: Word of tekst"), horizontal=True):
        st.download_button(
            _("Download Word, met voetnoten"),
            in_this_language(made),
            f"{name}.docx", WORD, key="answer-docx", on_click="ignore",
            icon=":material/download:",
        )  # fmt: skip
        st.download_button(
            _("Download tekst, met alles"),
            in_this_language(lambda: brief_text(ds, brief(ds, on, max_age)).encode()),
            f"{name}.txt", "text/plain; charset=utf-8", key="answer-text", on_click="ignore",
            icon=":material/download:",
        )  # fmt: skip
    box = st.expander(_("Kopieer als tekst"), key="unfolding-answer-copy", on_change="rerun")
    if box.open:
        with box:
            st.code(short_text(ds, whole), language=None, wrap_lines=True, height=HEIGHT)
