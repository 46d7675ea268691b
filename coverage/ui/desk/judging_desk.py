"""The review queue: per sending and field what was known, what is said, and what taking it over does to the map."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st
from markupsafe import Markup

from coverage.analysis.inventory_effect import MapEffect, effect
from coverage.analysis.naming import counted
from coverage.dataset.problems import read_strings
from coverage.dates import today
from coverage.forms.words import answer_in_words
from coverage.i18n import _, day, label, number, partial_day, sentence_case
from coverage.inventory.answer_words import counted_answers, subject_in_words
from coverage.inventory.book import Answer
from coverage.inventory.judging import Queued, accept, queue, reject, send_back
from coverage.inventory.overlay import check_with
from coverage.ui.desk.at_work import AtWork, do
from coverage.ui.html import as_text, hint, join, show
from coverage.ui.pieces import row, table
from coverage.vocabulary import AnswerConflict, AnswerKind

_EFFECT = "desk-effect"  # the last one that was worked out, since each tick draws the page again


def judging_view(at: AtWork) -> None:
    """What waits, heaviest first; one sending at a time."""
    waiting = queue(at.book)
    if not waiting:
        st.write(_("Er wacht niets op een beoordeling."))
        return
    _all_unchanged(at, waiting)
    sendings: dict[str, list[Queued]] = {}
    for q in waiting:
        sendings.setdefault(q.answer.submission, []).append(q)
    words = {s: _sending(at, found) for s, found in sendings.items()}
    chosen = st.selectbox(
        _("Inzending, de zwaarste bovenaan ({count})").format(count=len(sendings)), list(words),
        format_func=words.__getitem__, key="judge-sending",
    )  # fmt: skip
    _one_sending(at, sendings[chosen or next(iter(sendings))])


def _sending(at: AtWork, found: Sequence[Queued]) -> str:
    """What a sending is called, the same while a part of it waits: the list knows its choice by these words."""
    one = found[0].answer
    number = min(a.seq for a in at.book.answers.values() if a.submission == one.submission)
    town = at.places.names.get(one.organisation, one.organisation)
    return _("{town}: {channel}, {day} (nr. {number})").format(
        town=town, channel=label(one.channel), day=day(one.on), number=number
    )


def _all_unchanged(at: AtWork, waiting: Sequence[Queued]) -> None:
    """Confirmed without any conflict: in one go, still a person's decision."""
    same = [
        q.answer.answer_id for q in waiting
        if q.answer.kind is AnswerKind.CONFIRMED and q.conflict is AnswerConflict.NONE
        and (q.answer.recorded_by != at.desk.reference or at.alone)
    ]  # fmt: skip
    if same and st.button(_("Neem alles over wat klopt en niet veranderde ({count})").format(count=len(same))):
        _take_over(at, same)


def _take_over(at: AtWork, ids: Sequence[str]) -> None:
    strings = read_strings(at.ds.path)[0]
    do(
        lambda: accept(at.store, at.desk, ids, check_with(strings)),
        lambda made: _("{answers} overgenomen; de kaart volgt.").format(answers=counted_answers(len(made))),
    )


def _one_sending(at: AtWork, found: Sequence[Queued]) -> None:
    st.write(_("Over welke antwoorden oordeel je?"))
    # What is left after a judgement is ticked again; what others send meanwhile changes no tick.
    chosen = [q.answer.answer_id for q in found if _answer(at, q, f"judge-{len(found)}-{q.answer.answer_id}")]
    if not chosen:
        hint(_("Vink aan waar je over oordeelt."))
        return
    shown = _worked_out(at, chosen)
    _show_effect(shown)
    with st.container(horizontal=True, key="judge-buttons"):
        if st.button(_("Neem over ({count})").format(count=len(chosen)), type="primary", disabled=bool(shown.problems)):
            _take_over(at, chosen)
    with st.form("judge-words"):
        words = st.text_input(_("Vraag of reden; de gemeente leest dit"), max_chars=300)
        left, right = st.columns(2)
        back = left.form_submit_button(_("Geef terug met deze vraag"), width="stretch")
        no = right.form_submit_button(_("Neem niet over, met deze reden"), width="stretch")
    if back or no:
        act, said = (send_back, _("{answers} terug met een vraag.")) if back else (
            reject, _("{answers} niet overgenomen.")
        )  # fmt: skip
        do(
            lambda: [act(at.store, at.desk, answer_id, words) for answer_id in chosen],
            said.format(answers=counted_answers(len(chosen))),
        )


def _answer(at: AtWork, q: Queued, key: str) -> bool:
    """One answer: what it is about, to tick, and under that what stood and what is said; a conflict if there is one."""
    a, known = q.answer, at.known(q.answer.subject, q.answer.field)
    name = f"{label(a.field)} – {subject_in_words(a.subject, at.places)}"
    with st.container(key=f"judged-{key}", gap="xxsmall"):
        ticked = st.checkbox(f"**{as_text(sentence_case(name))}**", value=True, key=key)
        source = _("bron {source}, {on}").format(source=known.source, on=partial_day(known.on)) if known else ""
        before = Markup("{} <small>{}</small>").format(known.words if known else _("nog niets"), source)
        told = [(_("Wat er stond"), before), (_("Wat er gezegd wordt"), sentence_case(_said(at, a, known is not None)))]
        if q.conflict is not AnswerConflict.NONE:
            told.append((_("Strijdig"), label(q.conflict)))
        if a.remark:
            told.append((_("Opmerking"), a.remark))
        rows = join(Markup("<div><dt>{}</dt><dd>{}</dd></div>").format(*one) for one in told)
        show(Markup('<dl class="judged">{}</dl>').format(rows))
    return ticked


def _said(at: AtWork, answer: Answer, is_known: bool) -> str:
    if answer.erased:
        return _("{kind}: (tekst gewist)").format(kind=label(answer.kind))
    content = {"kind": answer.kind, "value": answer.value, "since": answer.since}
    words = answer_in_words(at.questions.questions[answer.field], content, at.places.names)
    if words.startswith(label(answer.kind)) or (answer.kind is AnswerKind.CHANGED and not is_known):
        return words  # where nothing stood nothing changed
    return f"{label(answer.kind)}: {words}"


def _worked_out(at: AtWork, ids: Sequence[str]) -> MapEffect:
    """The effect of accepting these, as the map of today would show it."""
    key = (at.ds.path, at.book.seq, tuple(sorted(ids)), today())
    known = st.session_state.get(_EFFECT)
    if known is None or known[0] != key:
        known = (key, effect(at.ds, at.book, ids, today()))
        st.session_state[_EFFECT] = known
    found: MapEffect = known[1]
    return found


def _show_effect(found: MapEffect) -> None:
    if found.problems:
        st.error(as_text(_("Zo kan het niet worden overgenomen: {why}").format(why="; ".join(found.problems[:3]))))
        return
    if not found.turned:
        st.info(_("Neem je dit over, dan verandert op de kaart van vandaag geen status."))
        return
    st.info(
        _("Neem je dit over, dan verandert op de kaart van vandaag de status van {municipalities}.").format(
            municipalities=counted(len(found.turned), found.inhabitants))
    )  # fmt: skip
    rows = join(row(t.name, (label(t.before), label(t.after), number(t.inhabitants))) for t in found.turned)
    head = (_("Gemeente"), _("Nu"), _("Na overnemen"), _("Inwoners"))
    show(table(head, [rows], _("Wat er op de kaart verandert"), style="stated", height="window"))
