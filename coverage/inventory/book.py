"""The book: what follows from the log, by going through it once. It holds nothing that the log does not.

``replay(later, replay(earlier))`` equals ``replay(earlier + later)``, so a book can be kept and brought up to date.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from coverage.dates import AMSTERDAM
from coverage.inventory.chain import EventKind, LogEvent
from coverage.vocabulary import AnswerChannel, AnswerConflict, AnswerField, AnswerKind, AnswerState, DeskRole

JUDGEMENT = {
    EventKind.ACCEPTED: AnswerState.ACCEPTED,
    EventKind.RETURNED: AnswerState.RETURNED,
    EventKind.REJECTED: AnswerState.REJECTED,
    EventKind.WITHDRAWN: AnswerState.WITHDRAWN,
}
OPEN = frozenset({AnswerState.STATED, AnswerState.RETURNED})  # not decided for good


@dataclass(frozen=True, slots=True)
class Round:
    """A round of questions. ``asked`` gives per organisation (code of a municipality) its question set: ``centre`` or
    ``municipality``. ``freeze`` is the day on which the edition of the meeting is made."""

    name: str
    questions: str
    asked: Mapping[str, str]
    opening: date
    deadline: date
    freeze: date | None
    meeting: date | None
    closed: bool = False


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer and what became of it. ``recorded_by`` entered it (an invitation, or someone at the desk);
    ``shown`` and ``base_seq`` are what the respondent saw; ``value`` is None when none was given or it was erased.
    ``told`` is the question or reason of the reviewer."""

    answer_id: str
    seq: int
    on: date
    round: str
    organisation: str
    subject: str
    field: AnswerField
    kind: AnswerKind
    value: Any
    since: str
    shown: Any
    base_seq: int
    channel: AnswerChannel
    remark: str
    recorded_by: str
    submission: str
    erased: bool = False
    state: AnswerState = AnswerState.STATED
    judged_by: str = ""
    judged_seq: int = 0
    judgement: str = ""  # the event that judged it
    told: str = ""

    @property
    def key(self) -> tuple[str, AnswerField]:
        """What the answer is about: decided, aged and compared by this."""
        return self.subject, self.field


@dataclass(frozen=True, slots=True)
class Invited:
    """An invitation as the log knows it: without its secrets."""

    invitation_id: str
    round: str
    organisation: str
    expires_on: date
    revoked: bool = False


@dataclass(slots=True)
class Book:
    """Everything that follows from the log up to ``seq``."""

    seq: int = 0
    head: str = ""
    rounds: dict[str, Round] = field(default_factory=dict)
    invitations: dict[str, Invited] = field(default_factory=dict)
    answers: dict[str, Answer] = field(default_factory=dict)
    of_subject: dict[str, tuple[str, ...]] = field(default_factory=dict)  # subject -> its answers, in order of the log
    roles: dict[str, frozenset[DeskRole]] = field(default_factory=dict)
    contacts: list[tuple[str, str, date, EventKind]] = field(default_factory=list)  # round, organisation, day, what
    published: list[tuple[str, int, date]] = field(default_factory=list)  # edition, last number of the log, day

    def accepted(self) -> list[Answer]:
        """Accepted answers, in the order in which they were accepted."""
        found = (a for a in self.answers.values() if a.state is AnswerState.ACCEPTED)
        return sorted(found, key=lambda a: a.judged_seq)

    def open_answers(self) -> list[Answer]:
        """Answers that wait for a reviewer, in order of the log."""
        return [a for a in self.answers.values() if a.state is AnswerState.STATED]

    def last_accepted(self, subject: str, about: AnswerField) -> Answer | None:
        """The accepted answer that speaks for a field of a subject now."""
        found = [a for a in self.about(subject) if a.field is about and a.state is AnswerState.ACCEPTED]
        return max(found, key=lambda a: a.judged_seq, default=None)

    def about(self, subject: str) -> list[Answer]:
        """All answers about a subject, in order of the log."""
        return [self.answers[i] for i in self.of_subject.get(subject, ())]

    def conflict(self, answer: Answer) -> AnswerConflict:
        """Whether something was accepted since the respondent saw it, or another organisation says otherwise."""
        about = [a for a in self.about(answer.subject) if a.answer_id != answer.answer_id]
        since = [a for a in about if a.state is AnswerState.ACCEPTED and a.judged_seq > answer.base_seq]
        others = [
            a for a in about if a.field is answer.field and a.state in OPEN and a.organisation != answer.organisation
        ]  # fmt: skip
        if any(a.field is answer.field and not _agree(a, answer) for a in since):
            return AnswerConflict.HARD
        if any(not _agree(a, answer) for a in others):
            return AnswerConflict.HARD
        return AnswerConflict.SOFT if any(a.submission != answer.submission for a in since) else AnswerConflict.NONE


def _agree(one: Answer, other: Answer) -> bool:
    silent = {AnswerKind.UNKNOWN, AnswerKind.NOT_OURS}
    return bool({one.kind, other.kind} & silent) or (one.kind, one.value) == (other.kind, other.value)


def replay(events: Iterable[LogEvent], book: Book | None = None) -> Book:
    """The book after these events, going on from another one (which is left as it was)."""
    made = Book() if book is None else Book(
        book.seq, book.head, dict(book.rounds), dict(book.invitations), dict(book.answers), dict(book.of_subject),
        dict(book.roles), list(book.contacts), list(book.published),
    )  # fmt: skip
    for event in events:
        _apply(made, event)
        made.seq, made.head = event.seq, event.hash
    return made


def local_day(event: LogEvent) -> date:
    """The day in the Netherlands on which an event was recorded."""
    return event.moment.astimezone(AMSTERDAM).date()


def _apply(book: Book, event: LogEvent) -> None:
    p = event.payload
    if event.kind is EventKind.ANSWERED:
        _answered(book, event)
    elif event.kind in JUDGEMENT:
        _judged(book, event)
    elif event.kind is EventKind.ROUND_OPENED:
        days = {name: date.fromisoformat(p[name]) if p[name] else None for name in ("freeze", "meeting")}
        book.rounds[event.round] = Round(
            event.round, p["questions"], p["asked"], date.fromisoformat(p["opening"]),
            date.fromisoformat(p["deadline"]), days["freeze"], days["meeting"],
        )  # fmt: skip
    elif event.kind is EventKind.ROUND_CLOSED:
        book.rounds[event.round] = replace(book.rounds[event.round], closed=True)
    elif event.kind is EventKind.INVITED:
        book.invitations[p["invitation"]] = Invited(
            p["invitation"], event.round, p["organisation"], date.fromisoformat(p["expires_on"])
        )
    elif event.kind is EventKind.INVITATION_REVOKED:
        book.invitations[event.about] = replace(book.invitations[event.about], revoked=True)
    elif event.kind in {EventKind.REMINDED, EventKind.CONTACT_FAILED}:
        book.contacts.append((event.round, p["organisation"], local_day(event), event.kind))
    elif event.kind in {EventKind.GRANTED, EventKind.UNGRANTED}:
        role = frozenset({DeskRole(p["role"])})
        held = book.roles.get(event.about, frozenset())
        book.roles[event.about] = held | role if event.kind is EventKind.GRANTED else held - role
    elif event.kind is EventKind.PUBLISHED:
        book.published.append((p["edition"], p["seq"], local_day(event)))
    elif event.kind is EventKind.REDACTED:
        _erase(book, event.about, p["names"])


def _answered(book: Book, event: LogEvent) -> None:
    p = event.payload
    in_text = "value" in event.digests
    made = Answer(
        event.event_id, event.seq, local_day(event), event.round, p["organisation"], p["subject"],
        AnswerField(p["field"]), AnswerKind(p["kind"]), event.texts.get("value") if in_text else p["value"],
        p["since"], p["shown"], p["base_seq"], AnswerChannel(p["channel"]), event.texts.get("remark", ""), event.actor,
        p["submission"], erased=in_text and "value" not in event.texts,
    )  # fmt: skip
    for earlier in book.about(made.subject):
        if earlier.field is made.field and earlier.organisation == made.organisation and earlier.state in OPEN:
            book.answers[earlier.answer_id] = replace(earlier, state=AnswerState.SUPERSEDED)
    book.answers[made.answer_id] = made
    book.of_subject[made.subject] = (*book.of_subject.get(made.subject, ()), made.answer_id)


def _judged(book: Book, event: LogEvent) -> None:
    book.answers[event.about] = replace(
        book.answers[event.about],
        state=JUDGEMENT[event.kind],
        judged_by=event.actor,
        judged_seq=event.seq,
        judgement=event.event_id,
        told=event.texts.get("told", ""),
    )


def _erase(book: Book, event_id: str, names: list[str]) -> None:
    for answer in list(book.answers.values()):
        if answer.judgement == event_id and "told" in names:
            book.answers[answer.answer_id] = replace(answer, told="")
    if event_id not in book.answers:
        return
    answer = book.answers[event_id]
    if "value" in names:
        answer = replace(answer, value=None, erased=True)
    if "remark" in names:
        answer = replace(answer, remark="")
    book.answers[event_id] = answer
