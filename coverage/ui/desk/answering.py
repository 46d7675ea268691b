"""Noting what someone says at the telephone: each open question with what stands, and the same kinds of answer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

import streamlit as st

from coverage.i18n import _, label, language, partial_day
from coverage.inventory.answer_words import subject_in_words
from coverage.inventory.questions import CHOICES, Question
from coverage.inventory.statements import WITH_VALUE, AnswerStatement
from coverage.inventory.submitting import AnswerReceipt, Sending, submit
from coverage.ui.desk.at_work import AtWork, do
from coverage.ui.html import as_text
from coverage.vocabulary import AnswerChannel, AnswerField, AnswerKind, TargetGroup

_LATER = ""  # a question that was not put yet


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


def answer_form(at: AtWork, organisation: str, questions: Sequence[tuple[str, AnswerField]]) -> None:
    """The open questions of an organisation, to note in one go what was said."""
    if not questions:
        st.success(_("Alle vragen zijn beantwoord."))
        return
    with st.form(f"phone-{organisation}"):
        several = len({subject for subject, _about in questions}) > 1
        noted = [_question(at, subject, about, several) for subject, about in questions]
        sent = st.form_submit_button(_("Noteer deze antwoorden"), type="primary")
    if sent:
        statements = tuple(
            AnswerStatement(n.subject, n.field, AnswerKind(n.kind), n.value, n.since, n.remark, n.shown, at.book.seq)
            for n in noted
            if n.kind
        )
        send_by_phone(at, organisation, statements)


def send_by_phone(at: AtWork, organisation: str, statements: tuple[AnswerStatement, ...]) -> None:
    """Write what was said by telephone, and tell the number of the receipt."""

    def act() -> AnswerReceipt:
        name = at.round.name if at.round and organisation in at.round.asked else ""
        sending = Sending(str(uuid4()), organisation, name, AnswerChannel.PHONE, statements)
        return submit(at.store, at.desk, sending, at.tables)

    do(act, lambda receipt: _("Genoteerd: {count} antwoorden. Ontvangstbewijs {number}.").format(
        count=len(receipt.answers), number=receipt.number))  # fmt: skip


def _question(at: AtWork, subject: str, about: AnswerField, several: bool) -> Noted:
    question = at.questions.questions[about]
    known = at.known(subject, about)
    key = f"{subject} {about}"
    st.markdown(f"**{as_text(question.text(language()))}**")
    st.caption(
        _("Over {subject}. Nu staat er: {known} (bron {source}, {on}).").format(
            subject=as_text(subject_in_words(subject, at.places)), known=as_text(known.words),
            source=as_text(known.source), on=partial_day(known.on),
        )
        if known
        else _("Over {subject}. Er staat nog niets.").format(subject=as_text(subject_in_words(subject, at.places)))
    )  # fmt: skip
    kinds = [k.value for k in question.kinds if k is not AnswerKind.ADDED]
    words = {_LATER: _("nog niet gevraagd")} | {k: label(AnswerKind(k)) for k in kinds}
    name = f"{label(about)}, {subject_in_words(subject, at.places)}" if several else label(about)
    left, right = st.columns([1, 2])
    kind = left.selectbox(
        _("Antwoord: {question}").format(question=name), list(words), format_func=words.__getitem__, key=f"kind {key}"
    )
    with right:
        value = _value(at, question, name, f"value {key}") if WITH_VALUE & set(question.kinds) else None
    since = left.text_input(_("Sinds wanneer: {question}").format(question=name), key=f"since {key}", max_chars=10,
                            placeholder=_("jjjj, jjjj-mm of jjjj-mm-dd"))  # fmt: skip
    remark = right.text_input(_("Opmerking: {question}").format(question=name), key=f"remark {key}", max_chars=300,
                              placeholder=_("Niets over personen"))  # fmt: skip
    return Noted(subject, about, kind or "", value, since.strip(), remark, known.shown() if known else None)


def _value(at: AtWork, question: Question, name: str, key: str) -> Any:
    title = _("Wat is het nu: {question}").format(question=name)
    if question.form == "text":
        return st.text_input(title, key=key, max_chars=question.most)
    if question.form == "municipalities":
        return towns(at, title, key)
    codes = {c.value: label(c) for c in CHOICES[question.form]}
    if question.form == "groups":
        return st.multiselect(title, list(codes), format_func=codes.__getitem__, key=key, placeholder=_("Kies"))
    return st.selectbox(title, list(codes), index=None, format_func=codes.__getitem__, key=key, placeholder=_("Kies"))


def towns(at: AtWork, title: str, key: str, default: Sequence[str] = ()) -> list[str]:
    """Choose municipalities by name."""
    names = at.places.names
    return st.multiselect(
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
    with st.form(f"new-programme-{organisation}"):
        name = st.text_input(_("Naam van het programma"), max_chars=120)
        executor = st.text_input(_("Welke organisatie voert het uit?"), max_chars=200)
        since = st.text_input(_("Sinds wanneer?"), max_chars=10, placeholder=_("jjjj, jjjj-mm of jjjj-mm-dd"))
        chosen = st.multiselect(_("Voor wie?"), list(groups), format_func=groups.__getitem__, placeholder=_("Kies"))
        inside = [c for c, number in at.places.region_of.items() if number == region and c in at.places.names]
        area = towns(at, _("Voor inwoners van welke gemeenten?"), f"new-area-{organisation}", inside)
        if not st.form_submit_button(_("Noteer dit programma"), type="primary"):
            return
    subject = f"programme:{_free_identifier(at, organisation)}"
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
