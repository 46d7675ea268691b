"""Sending answers, by whichever channel, and keeping a draft until then.

A receipt is given only after the transaction was kept. The sender makes the identifier of what is sent: sending the
same again, after a lost connection or a double click, gives the same receipt and writes nothing.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID, uuid5

from sqlalchemy import ColumnElement, Connection, delete, insert, select, update

from coverage import dates
from coverage.i18n import _
from coverage.inventory import InventoryError
from coverage.inventory.actors import Desk, ForbiddenError, Respondent, require_invitation, require_open, require_role
from coverage.inventory.book import OPEN
from coverage.inventory.chain import EventKind, LogEvent, NewEvent
from coverage.inventory.questions import question_set, versions
from coverage.inventory.rounds import known_round
from coverage.inventory.statements import AnswerStatement, checked
from coverage.inventory.store import Store
from coverage.inventory.store_tables import DRAFT
from coverage.inventory.subjects import Places, Tables
from coverage.vocabulary import AnswerChannel, AnswerField, AnswerKind, AnswerState, DeskRole


@dataclass(frozen=True, slots=True)
class Sending:
    """What is sent: by whom it is stated, in which round (empty for a correction at any time), by which channel.
    ``submission_id`` is a UUID made by the sender. ``department`` is the function or department that answers."""

    submission_id: str
    organisation: str
    round: str
    channel: AnswerChannel
    statements: tuple[AnswerStatement, ...]
    department: str = ""


@dataclass(frozen=True, slots=True)
class AnswerReceipt:
    """That answers are in the log. ``number`` is for people; ``hash`` binds the log up to here."""

    number: str
    submission_id: str
    organisation: str
    round: str
    at: str
    answers: tuple[str, ...]
    hash: str


def _receipt(event: LogEvent) -> AnswerReceipt:
    p = event.payload
    number = f"{event.seq}-{event.hash[:6]}".upper()
    return AnswerReceipt(
        number, event.event_id, p["organisation"], event.round, event.at, tuple(p["answers"]), event.hash
    )


def submit(store: Store, who: Desk | Respondent, sending: Sending, tables: Tables) -> AnswerReceipt:
    """Write the answers and give a receipt. StatementError when an answer cannot be taken: then nothing is written."""
    try:
        namespace = UUID(sending.submission_id)
    except ValueError:
        raise InventoryError(_("Het kenmerk van deze inzending is geen UUID.")) from None
    sending = replace(sending, submission_id=str(namespace))
    with store.reading() as connection:
        if earlier := _sent_before(store, connection, who, sending):
            return earlier
        book = store.book(connection)
    version = known_round(book, sending.round).questions if sending.round else versions()[-1]
    questions = question_set(version)
    statements = checked(sending.statements, sending.organisation, questions, Places(tables, book))
    actor = _actor(who)
    made = [_answered(one, sending, actor, questions.questions[one.field].form == "text") for one in statements]
    payload = {"organisation": sending.organisation, "answers": [e.event_id for e in made], "questions": version}
    typed = {"department": sending.department[:120]}  # among the texts, so that a name in it can be erased
    made.append(NewEvent(sending.submission_id, EventKind.SUBMITTED, actor, payload, typed, round=sending.round))
    with store.writing() as connection:  # asked once more: it may have been sent, or the invitation revoked, meanwhile
        if earlier := _sent_before(store, connection, who, sending):
            return earlier
        receipt = _receipt(store.append_all(connection, made)[-1])
        if isinstance(who, Respondent):  # what a colleague wrote about other questions stays
            for one in statements:
                connection.execute(delete(DRAFT).where(_place(who, (one.subject, one.field))))
    return receipt


def _actor(who: Desk | Respondent) -> str:
    return f"invitation:{who.invitation_id}" if isinstance(who, Respondent) else who.reference


def _sent_before(
    store: Store, connection: Connection, who: Desk | Respondent, sending: Sending
) -> AnswerReceipt | None:
    """The receipt when this was sent before; ForbiddenError when it may not be sent."""
    if isinstance(who, Respondent):
        require_invitation(connection, who, sending.organisation, sending.round)
    else:
        require_role(store.book(connection), who, DeskRole.ORGANISER)
    earlier = store.found(connection, sending.submission_id)
    if earlier is not None and (earlier.kind is not EventKind.SUBMITTED or earlier.actor != _actor(who)):
        raise ForbiddenError(_("Dit kenmerk is al door een ander gebruikt."))
    return _receipt(earlier) if earlier else None


def _answered(one: AnswerStatement, sending: Sending, actor: str, typed: bool) -> NewEvent:
    submission_id = sending.submission_id
    payload = {
        "organisation": sending.organisation, "subject": one.subject, "field": one.field.value, "kind": one.kind.value,
        "value": None if typed else one.value, "since": one.since, "shown": one.shown, "base_seq": one.base_seq,
        "channel": sending.channel.value, "submission": submission_id,
    }  # fmt: skip
    texts = {"remark": one.remark, "value": one.value if typed and one.value else ""}
    event_id = str(uuid5(UUID(submission_id), f"{one.subject} {one.field.value}"))
    return NewEvent(event_id, EventKind.ANSWERED, actor, payload, texts, round=sending.round)


def receipt_of(store: Store, who: Desk | Respondent, submission_id: str) -> AnswerReceipt | None:
    """The receipt of what was sent before, for whoever sent it or the desk; None when there is none for them."""
    with store.reading() as connection:
        event = store.found(connection, submission_id)
    if event is None or event.kind is not EventKind.SUBMITTED:
        return None
    if isinstance(who, Respondent) and event.actor != _actor(who):
        return None
    return _receipt(event)


def withdraw(store: Store, who: Respondent, answer_id: str) -> None:
    """Take back an answer that was not judged yet; only for the organisation that gave it.

    With a programme that it added goes what it said about that programme, which rests on it.
    """
    with store.writing() as connection:
        book = store.book(connection)
        answer = book.answers.get(answer_id)
        if answer is None:
            raise InventoryError(_("Antwoord {id} bestaat niet.").format(id=answer_id[:64]))
        require_invitation(connection, who, answer.organisation, answer.round)
        if answer.state is AnswerState.WITHDRAWN:
            return
        if answer.state not in OPEN:
            raise InventoryError(_("Dit antwoord is al beoordeeld; stuur een nieuw antwoord."))
        resting = [
            a for a in book.about(answer.subject)
            if answer.kind is AnswerKind.ADDED and a.organisation == answer.organisation and a.state in OPEN
        ]  # fmt: skip
        for one in resting or [answer]:
            event_id = str(uuid5(UUID(one.answer_id), "withdrawn"))
            new = NewEvent(event_id, EventKind.WITHDRAWN, _actor(who), about=one.answer_id, round=one.round)
            store.append(connection, new)


@dataclass(frozen=True, slots=True)
class Draft:
    """One answer that was not sent yet. ``content`` is what the form keeps; ``editor`` tells colleagues apart."""

    subject: str
    field: AnswerField
    content: Any
    version: int
    editor: str
    at: str


def drafts(connection: Connection, who: Respondent) -> list[Draft]:
    """The draft of an invitation, which its colleagues share."""
    found = connection.execute(select(DRAFT).where(DRAFT.c.invitation_id == who.invitation_id)).all()
    return [Draft(r.subject, AnswerField(r.field), json.loads(r.content), r.version, r.editor, r.at) for r in found]


def _place(who: Respondent, at: tuple[str, AnswerField]) -> ColumnElement[bool]:
    subject, about = at
    return (DRAFT.c.invitation_id == who.invitation_id) & (DRAFT.c.subject == subject) & (DRAFT.c.field == about.value)


def save_draft(
    store: Store, who: Respondent, at: tuple[str, AnswerField], content: Any, editor: str, seen: int = 0
) -> Draft | None:
    """Keep an answer as a draft; ``at`` is its subject and field, ``seen`` the version that the editor saw (0: none).

    The last one wins. What stood there is returned when a colleague wrote it in between, so that the last one is told.
    """
    subject, about = at
    text = json.dumps(content, ensure_ascii=False)
    if len(text) > 20_000 or len(subject) > 80:
        raise InventoryError(_("Dit concept is te groot om te bewaren."))
    where = _place(who, at)
    now = dates.now().isoformat(timespec="microseconds")  # two drafts of one second differ: what is sent is known by it
    with store.writing() as connection:
        require_open(connection, who)
        row = connection.execute(select(DRAFT).where(where)).first()
        values = {"content": text, "editor": editor[:64], "at": now, "version": (row.version if row else 0) + 1}
        if row is None:
            key = {"invitation_id": who.invitation_id, "subject": subject, "field": about.value}
            connection.execute(insert(DRAFT).values(**key, **values))
            return None
        connection.execute(update(DRAFT).where(where).values(**values))
    if row.version == seen or row.editor == editor[:64]:
        return None
    return Draft(subject, about, json.loads(row.content), row.version, row.editor, row.at)
