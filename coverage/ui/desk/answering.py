"""Noting what someone says at the telephone: each open question with what stands, and the same kinds of answer.

A question takes a line until it was put: what belongs to an answer is asked once there is one. Questions about several
things fold, one a thing, and those about a programme that ended or is not there fall away.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

import streamlit as st
from markupsafe import Markup

from coverage.i18n import _, label, language, partial_day
from coverage.inventory import InventoryError
from coverage.inventory.answer_words import counted_answers, subject_in_words
from coverage.inventory.questions import CHOICES, Question
from coverage.inventory.response import RUNS
from coverage.inventory.statements import WITH_VALUE, AnswerStatement, StatementError
from coverage.inventory.submitting import AnswerReceipt, Sending, submit
from coverage.ui.bound import multiselect
from coverage.ui.desk.at_work import AtWork, do
from coverage.ui.html import as_text, hint, show
from coverage.vocabulary import AnswerChannel, AnswerField, AnswerKind, TargetGroup

_LATER = ""  # a question that was not put yet
_WITH_DAY = WITH_VALUE | {AnswerKind.ENDED, AnswerKind.NONE}


@dataclass(frozen=True, slots=True)
class Noted:
    """What was filled in at one question; ``kind`` is empty when it was not put."""

    subject: str
    field: AnswerField
    kind: str
    value: Any
    since: str
    remark: str
    shown: Any


@st.fragment  # an answer draws the questions anew, and not the call list
def answer_form(at: AtWork, organisation: str, questions: Sequence[tuple[str, AnswerField]]) -> None:
    """The open questions of an organisation, to note in one go what was said."""
    if not questions:
        st.success(_("Alle vragen zijn beantwoord."))
        return
    subjects = list(dict.fromkeys(subject for subject, _about in questions))
    noted: list[Noted] = []
    for subject in subjects:
        own = [about for one, about in questions if one == subject]
        with _folded(at, subject, len(own), subject == subjects[0]):
            for about in own:
                noted.append(_question(at, subject, about))
                if about is AnswerField.EXISTENCE and noted[-1].kind and noted[-1].kind not in RUNS and own[1:]:
                    hint(_("De andere vragen over dit programma vervallen dan."))
                    break
    if st.button(_("Noteer deze antwoorden"), type="primary", key=f"phone-{organisation}"):
        statements = tuple(
            AnswerStatement(n.subject, n.field, AnswerKind(n.kind), n.value, n.since, n.remark, n.shown, at.book.seq)
            for n in noted
            if n.kind
        )
        send_by_phone(at, organisation, statements)


def _folded(at: AtWork, subject: str, questions: int, is_first: bool) -> st.delta_generator.DeltaGenerator:
    words = _("{subject}: nog {count}").format(subject=as_text(subject_in_words(subject, at.places)), count=questions)
    return st.expander(words, expanded=is_first)


def send_by_phone(at: AtWork, organisation: str, statements: tuple[AnswerStatement, ...]) -> None:
    """Write what was said by telephone, and tell the number of the receipt."""

    def act() -> AnswerReceipt:
        name = at.round.name if at.round and organisation in at.round.asked else ""
        sending = Sending(str(uuid4()), organisation, name, AnswerChannel.PHONE, statements)
        try:
            return submit(at.store, at.desk, sending, at.tables)
        except StatementError as error:
            told = (
                f"{subject_in_words(subject, at.places)}, {label(about)}: {what}"
                for (subject, about), what in error.faults.items()
            )
            raise InventoryError("\n".join(told)) from error

    do(act, lambda receipt: _("Genoteerd: {answers}. Ontvangstbewijs {number}.").format(
        answers=counted_answers(len(receipt.answers)), number=receipt.number))  # fmt: skip


def _question(at: AtWork, subject: str, about: AnswerField) -> Noted:
    question = at.questions.questions[about]
    known = at.known(subject, about)
    key = f"{subject} {about}"
    words, answer = st.columns([3, 2])
    stands = (
        _("Nu staat er: {known} (bron {source}, {on}).").format(
            known=known.words, source=known.source, on=partial_day(known.on)
        )
        if known
        else _("Er staat nog niets.")
    )
    with words:
        asked = Markup('<p class="question"><strong>{}</strong><br><small>{}</small></p>')
        show(asked.format(question.text(language()), stands))
    kinds = [k.value for k in question.kinds if k is not AnswerKind.ADDED]
    choices = {_LATER: _("nog niet gevraagd")} | {k: label(AnswerKind(k)) for k in kinds}
    name = f"{label(about)}, {subject_in_words(subject, at.places)}"
    kind = answer.selectbox(
        _("Antwoord: {question}").format(question=name), list(choices), format_func=choices.__getitem__,
        key=f"kind {key}", label_visibility="collapsed",  # the question stands beside it
    )  # fmt: skip
    value, since, remark = None, "", ""
    with answer:
        if kind in WITH_VALUE:
            value = _value(at, question, name, f"value {key}")
        if kind in _WITH_DAY:
            since = st.text_input(_("Sinds wanneer: {question}").format(question=name), key=f"since {key}",
                                  max_chars=10, placeholder=_("jjjj, jjjj-mm of jjjj-mm-dd"))  # fmt: skip
        if kind:
            remark = st.text_input(_("Opmerking: {question}").format(question=name), key=f"remark {key}",
                                   max_chars=300, placeholder=_("Niets over personen"))  # fmt: skip
    return Noted(subject, about, kind or "", value, since.strip(), remark, known.shown() if known else None)


def _value(at: AtWork, question: Question, name: str, key: str) -> Any:
    title = _("Wat is het nu: {question}").format(question=name)
    if question.form == "text":
        return st.text_input(title, key=key, max_chars=question.most)
    if question.form == "municipalities":
        return towns(at, title, key)
    codes = {c.value: label(c) for c in CHOICES[question.form]}
    if question.form == "groups":
        return multiselect(title, list(codes), format_func=codes.__getitem__, key=key, placeholder=_("Kies"))
    return st.selectbox(title, list(codes), index=None, format_func=codes.__getitem__, key=key, placeholder=_("Kies"))


def towns(at: AtWork, title: str, key: str, default: Sequence[str] = ()) -> list[str]:
    """Choose municipalities by name."""
    names = at.places.names
    return multiselect(
        title, sorted(names, key=names.__getitem__), default=list(default), format_func=names.__getitem__, key=key,
        placeholder=_("Kies gemeenten"),
    )  # fmt: skip


def new_programme_form(at: AtWork, organisation: str) -> None:
    """A programme that nobody knew yet: its name, who runs it, since when, for whom and where, in one sending."""
    region = at.places.centre_of(organisation)
    if region is None:
        st.write(_("Alleen een centrumgemeente noemt een nieuw programma van de regio."))
        return
    groups = {g.value: label(g) for g in TargetGroup}
    identifier = _free_identifier(at, organisation)  # another once this one is noted: the form is empty again
    with st.form(f"new-programme-{identifier}"):
        name = st.text_input(_("Naam van het programma"), max_chars=120)
        executor = st.text_input(_("Welke organisatie voert het uit?"), max_chars=200)
        since = st.text_input(_("Sinds wanneer?"), max_chars=10, placeholder=_("jjjj, jjjj-mm of jjjj-mm-dd"))
        chosen = multiselect(_("Voor wie?"), list(groups), format_func=groups.__getitem__, placeholder=_("Kies"))
        inside = [c for c, number in at.places.region_of.items() if number == region and c in at.places.names]
        area = towns(at, _("Voor inwoners van welke gemeenten?"), f"new-area-{identifier}", inside)
        if not st.form_submit_button(_("Noteer dit programma"), type="primary"):
            return
    subject = f"programme:{identifier}"
    added, changed = AnswerKind.ADDED, AnswerKind.CHANGED
    said: tuple[tuple[AnswerField, AnswerKind, Any], ...] = (
        (AnswerField.EXISTENCE, added, name), (AnswerField.EXECUTOR, changed, executor),
        (AnswerField.AREA, changed, area), (AnswerField.GROUPS, changed, chosen),
    )  # fmt: skip
    send_by_phone(at, organisation, tuple(
        AnswerStatement(subject, field, kind, value, since.strip(), base_seq=at.book.seq)
        for field, kind, value in said
        if value or kind is added
    ))  # fmt: skip


def _free_identifier(at: AtWork, organisation: str) -> str:
    taken = at.places.taken | set(at.places.programmes)
    return next(i for n in range(1, 1000) if (i := f"{organisation}-{n}") not in taken)
