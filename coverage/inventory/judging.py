"""Judging answers: the queue, accepting, returning with a question, rejecting with a reason, erasing a text.

An acceptance is written only when the tables that follow from it pass the checks of a data package, so that what was
accepted can always be shown and published.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from uuid import UUID, uuid4, uuid5

from sqlalchemy import Connection, delete

from coverage import dates
from coverage.i18n import _
from coverage.inventory import InventoryError
from coverage.inventory.actors import Desk, ForbiddenError, is_alone, require_role
from coverage.inventory.book import Answer, Book, replay
from coverage.inventory.chain import EventKind, LogEvent, NewEvent, linked
from coverage.inventory.questions import question_set, versions
from coverage.inventory.screening import text_fault
from coverage.inventory.store import Store
from coverage.inventory.store_tables import EVENT_TEXT
from coverage.vocabulary import AnswerConflict, AnswerKind, AnswerState, DeskRole

Check = Callable[[Book], Sequence[str]]  # a book that would be -> what is wrong with the tables that follow from it
TRIES = 5  # to accept without letting others wait
OPENS_OR_CLOSES = frozenset({AnswerKind.ADDED, AnswerKind.ENDED, AnswerKind.NONE, AnswerKind.CHANGED})


@dataclass(frozen=True, slots=True)
class Queued:
    """An answer that waits, with what a reviewer needs beside it. ``known`` is what was accepted last."""

    answer: Answer
    weight: int
    conflict: AnswerConflict
    known: Answer | None


def queue(book: Book) -> list[Queued]:
    """Answers that wait for a reviewer: first what opens or closes coverage, then what conflicts, then the rest."""
    weights = {f: q.weight for f, q in question_set(versions()[-1]).questions.items()}
    made = []
    for answer in book.open_answers():
        conflict = book.conflict(answer)
        weight = weights[answer.field] + (10 if answer.kind in OPENS_OR_CLOSES else 0)
        weight += 5 if conflict is AnswerConflict.HARD else 0
        made.append(Queued(answer, weight, conflict, book.last_accepted(answer.subject, answer.field)))
    return sorted(made, key=lambda q: (-q.weight, q.answer.seq))


def found_answers(book: Book, typed: Sequence[str]) -> list[str]:
    """Answers by what a person types: an identifier or its first six characters, or that of a whole submission."""
    made: list[str] = []
    for text in typed:
        found = [a for a in book.answers.values() if a.submission == text or a.answer_id.startswith(text)]
        if len(text) < 6 or not found or len({a.submission for a in found}) > 1:
            raise InventoryError(_("Antwoord {id} bestaat niet.").format(id=text[:64]))
        made += [a.answer_id for a in found]
    return made


def _judged(book: Book, desk: Desk, answer_id: str, allowed: frozenset[AnswerState]) -> Answer:
    """The answer, when this reviewer may judge it now."""
    answer = book.answers.get(answer_id)
    if answer is None:
        raise InventoryError(_("Antwoord {id} bestaat niet.").format(id=answer_id[:64]))
    if answer.recorded_by == desk.reference and not is_alone(book, desk):
        raise ForbiddenError(_("Wie een antwoord noteerde, beoordeelt het niet; vraag een collega."))
    if answer.state not in allowed:
        raise InventoryError(
            _("Antwoord {id} kan niet meer worden beoordeeld: {state}.").format(
                id=answer_id, state=answer.state.label()
            )
        )
    return answer


def accept(store: Store, desk: Desk, answer_ids: Sequence[str], check: Check) -> list[LogEvent]:
    """Take answers over, all or none; what was accepted already stays so. InventoryError says what is in the way.

    Checking takes long, so nobody waits for it: it is done on the log as read, and counts if that is still its end when
    it is written. Under a stream of answers it would never be; then others wait for the last try.
    """
    for _again in range(TRIES):
        with store.reading() as connection:
            book = store.book(connection)
        news = _checked_news(book, desk, answer_ids, check)
        if not news:
            return []
        with store.writing() as connection:
            if store.head(connection) == (book.seq, book.head):
                return store.append_all(connection, news)
    with store.writing() as connection:
        return store.append_all(connection, _checked_news(store.book(connection), desk, answer_ids, check))


def _checked_news(book: Book, desk: Desk, answer_ids: Sequence[str], check: Check) -> list[NewEvent]:
    """What is to be written to accept these answers after this book."""
    require_role(book, desk, DeskRole.REVIEWER)
    wanted = sorted(set(answer_ids), key=lambda i: book.answers[i].seq if i in book.answers else 0)
    news = [
        _acceptance(book, desk, i) for i in wanted
        if not (i in book.answers and book.answers[i].state is AnswerState.ACCEPTED)
    ]  # fmt: skip
    if news and (problems := check(_as_written(book, news))):
        lines = "\n".join(problems[:5])
        raise InventoryError(
            _("Zo kan het niet worden overgenomen; de gegevens zouden niet meer kloppen:\n{lines}").format(lines=lines)
        )
    return news


def _as_written(book: Book, news: Sequence[NewEvent]) -> Book:
    """The book as it would be with these events; their hashes are of this moment, so they are not kept."""
    return replay((linked(new, book.seq + n, book.head, dates.now()) for n, new in enumerate(news, 1)), book)


def _acceptance(book: Book, desk: Desk, answer_id: str) -> NewEvent:
    answer = _judged(book, desk, answer_id, frozenset({AnswerState.STATED}))
    if answer.erased:
        raise InventoryError(
            _("Van antwoord {id} is de tekst gewist; vraag om een nieuw antwoord.").format(id=answer_id)
        )
    payload = {"conflict": book.conflict(answer).value, "alone": answer.recorded_by == desk.reference}
    event_id = str(uuid5(UUID(answer_id), "accepted"))
    return NewEvent(event_id, EventKind.ACCEPTED, desk.reference, payload, about=answer_id, round=answer.round)


def would_accept(book: Book, answer_ids: Sequence[str]) -> Book:
    """The book as it would be with these answers accepted: for a preview. Nothing is written."""
    wanted = sorted((book.answers[i] for i in set(answer_ids)), key=lambda a: a.seq)
    news = [
        NewEvent(a.answer_id, EventKind.ACCEPTED, "preview", about=a.answer_id, round=a.round)
        for a in wanted if a.state is not AnswerState.ACCEPTED
    ]  # fmt: skip
    return _as_written(book, news)


def send_back(store: Store, desk: Desk, answer_id: str, question: str) -> LogEvent:
    """Return an answer with a question; the organisation sees it and answers anew."""
    return _tell(store, desk, answer_id, EventKind.RETURNED, question)


def reject(store: Store, desk: Desk, answer_id: str, reason: str) -> LogEvent:
    """Do not take an answer over, with a reason that the organisation sees."""
    return _tell(store, desk, answer_id, EventKind.REJECTED, reason)


def _tell(store: Store, desk: Desk, answer_id: str, kind: EventKind, told: str) -> LogEvent:
    told = " ".join(told.split())
    if not told:
        raise InventoryError(_("Schrijf erbij waarom; de gemeente leest het."))
    if fault := text_fault(told):
        raise InventoryError(fault)
    allowed = {AnswerState.STATED} | ({AnswerState.RETURNED} if kind is EventKind.REJECTED else set())
    with store.writing() as connection:
        book = store.book(connection)
        require_role(book, desk, DeskRole.REVIEWER)
        answer = _judged(book, desk, answer_id, frozenset(allowed))
        event_id = str(uuid5(UUID(answer_id), kind.value))
        new = NewEvent(event_id, kind, desk.reference, texts={"told": told}, about=answer_id, round=answer.round)
        return store.append(connection, new)


def redact(store: Store, desk: Desk, event_id: str, ground: str, names: Sequence[str] = ()) -> LogEvent:
    """Erase the texts of an event (all, or those of ``names``: remark, value, told). The chain still verifies.

    ``ground`` says why, without repeating what was erased. What was published of it stays in the editions.
    """
    with store.writing() as connection:
        require_role(store.book(connection), desk, DeskRole.REVIEWER)
        event = store.found(connection, event_id)
        if event is None or not event.texts:
            raise InventoryError(_("Bij {id} is geen tekst (meer) om te wissen.").format(id=event_id[:64]))
        wanted = sorted(set(names or event.texts) & set(event.texts))
        if fault := text_fault(ground) or (
            "" if ground.strip() and wanted else _("Noem de reden en een tekst die er is.")
        ):
            raise InventoryError(fault)
        payload = {"names": wanted, "ground": " ".join(ground.split())}
        made = store.append(
            connection,
            NewEvent(str(uuid4()), EventKind.REDACTED, desk.reference, payload, about=event_id, round=event.round),
        )
        _erase(connection, event.seq, wanted)
        return made


def _erase(connection: Connection, seq: int, names: Sequence[str]) -> None:
    connection.execute(delete(EVENT_TEXT).where((EVENT_TEXT.c.seq == seq) & EVENT_TEXT.c.name.in_(list(names))))
