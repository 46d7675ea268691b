"""Do a programme and a municipality both speak of each other? And when does what was accepted grow old?"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from coverage.inventory.book import Answer, Book
from coverage.inventory.questions import question_set, versions
from coverage.vocabulary import AnswerField, AnswerKind, AnswerState, Recognition
from coverage.vocabulary import Handshake as HandshakeState

SOON = timedelta(days=60)
_KNOWN = frozenset({Recognition.REFERS, Recognition.KNOWS})


@dataclass(frozen=True, slots=True)
class Pair:
    """A programme and a municipality; ``says`` is what the municipality said, empty when nothing was accepted."""

    programme: str
    municipality: str
    state: HandshakeState
    says: str


def claimed_areas(book: Book) -> dict[str, frozenset[str]]:
    """Programme -> the municipalities that the accepted answer on its area names."""
    areas: dict[str, frozenset[str]] = {}
    for a in book.accepted():
        if a.field is AnswerField.AREA and a.kind is AnswerKind.CHANGED:
            areas[a.subject.partition(":")[2]] = frozenset(a.value)
    return areas


def claimed_of(book: Book, municipality: str) -> list[str]:
    """Programmes that name a municipality of which they are not the centre: it is asked whether it knows them."""
    speaker = {a.subject.partition(":")[2]: a.organisation for a in book.accepted() if a.field is AnswerField.AREA}
    return sorted(p for p, area in claimed_areas(book).items() if municipality in area and speaker[p] != municipality)


def handshakes(book: Book) -> list[Pair]:
    """Every pair of which one speaks of the other, from accepted answers, in order of programme and municipality."""
    said: dict[tuple[str, str], str] = {}
    for a in book.accepted():
        if a.field is AnswerField.RECOGNITION and a.kind is AnswerKind.CHANGED:
            _kind, programme, municipality = a.subject.split(":")
            said[programme, municipality] = str(a.value)
    claimed = {(p, m) for p, area in claimed_areas(book).items() for m in area}
    return [
        Pair(p, m, _state((p, m) in claimed, said.get((p, m), "")), said.get((p, m), ""))
        for p, m in sorted(claimed | set(said))
        if (p, m) in claimed or said[p, m] in _KNOWN
    ]


def _state(claimed: bool, says: str) -> HandshakeState:
    if not claimed:
        return HandshakeState.RECOGNISED
    if not says:
        return HandshakeState.CLAIMED
    return HandshakeState.MUTUAL if says in _KNOWN else HandshakeState.NOT_RECOGNISED


@dataclass(frozen=True, slots=True)
class Due:
    """When the accepted answer to a question grows old; ``soon`` within 60 days, ``expired`` from that day on."""

    answer: Answer
    on: date
    soon: bool
    expired: bool


def months_after(day: date, months: int) -> date:
    """The same day some months later, or the last day of that month."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def due(book: Book, on: date) -> list[Due]:
    """Of each question the last accepted answer, first what grows old first. "We do not know" makes nothing fresh."""
    questions = question_set(versions()[-1]).questions
    last: dict[tuple[str, AnswerField], Answer] = {}
    for a in book.accepted():
        if a.kind not in {AnswerKind.UNKNOWN, AnswerKind.NOT_OURS} and a.state is AnswerState.ACCEPTED:
            last[a.key] = a
    made = []
    for a in last.values():
        day = months_after(a.on, questions[a.field].months)
        made.append(Due(a, day, on < day <= on + SOON, day <= on))
    return sorted(made, key=lambda d: (d.on, d.answer.subject, d.answer.field))
