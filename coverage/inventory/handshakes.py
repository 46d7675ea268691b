"""Do a programme and a municipality both speak of each other? And when does what was accepted grow old?"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from coverage.inventory.book import Answer, Book
from coverage.inventory.questions import question_set, versions
from coverage.vocabulary import AnswerField, AnswerKind, AnswerState, Recognition
from coverage.vocabulary import Handshake as HandshakeState

SOON = timedelta(days=60)
_KNOWN = frozenset({Recognition.REFERS, Recognition.KNOWS})
_SAID = frozenset({AnswerState.STATED, AnswerState.ACCEPTED})


@dataclass(frozen=True, slots=True)
class Pair:
    """A programme and a municipality; ``says`` is what the municipality said, empty when nothing was accepted."""

    programme: str
    municipality: str
    state: HandshakeState
    says: str


@dataclass(frozen=True, slots=True)
class Claimed:
    """What a programme says of its area: the municipalities, and the organisation that answered for it."""

    municipalities: frozenset[str]
    speaker: str


def claimed_areas(book: Book) -> dict[str, Claimed]:
    """Programme -> what the last accepted answer on its area names; nothing of a programme that ended.

    Who confirmed an area named the municipalities that were shown.
    """
    areas: dict[str, Claimed] = {}
    for a in book.accepted():
        programme = a.subject.partition(":")[2]
        if a.field is AnswerField.AREA and a.kind in {AnswerKind.CHANGED, AnswerKind.CONFIRMED}:
            named = a.value if a.kind is AnswerKind.CHANGED else (a.shown or {}).get("value")
            areas[programme] = Claimed(frozenset(named or ()), a.organisation)
        elif a.field is AnswerField.EXISTENCE and a.kind in {AnswerKind.ENDED, AnswerKind.NONE}:
            areas.pop(programme, None)
    return areas


def claimed_of(book: Book, municipality: str) -> list[str]:
    """Programmes that name a municipality which did not answer for them itself: it is asked whether it knows them."""
    return sorted(
        p for p, area in claimed_areas(book).items()
        if municipality in area.municipalities and area.speaker != municipality
    )  # fmt: skip


def unasked_handshakes(book: Book) -> frozenset[str]:
    """Municipalities that a programme names and that did not say yet, in any round, whether they know it."""
    said = {a.subject for a in book.answers.values() if a.field is AnswerField.RECOGNITION and a.state in _SAID}
    return frozenset(
        m for p, area in claimed_areas(book).items() for m in area.municipalities
        if m != area.speaker and f"handshake:{p}:{m}" not in said
    )  # fmt: skip


def handshakes(book: Book) -> list[Pair]:
    """Every pair of which one speaks of the other, from accepted answers, in order of programme and municipality.

    Whoever answered for the programme knows it: that pair needs no question.
    """
    said: dict[tuple[str, str], str] = {}
    for a in book.accepted():
        if a.field is AnswerField.RECOGNITION and a.kind is AnswerKind.CHANGED:
            _kind, programme, municipality = a.subject.split(":")
            said[programme, municipality] = str(a.value)
    areas = claimed_areas(book)
    claimed = {(p, m) for p, area in areas.items() for m in area.municipalities}
    own = {(p, area.speaker) for p, area in areas.items()}
    return [
        Pair(p, m, _state((p, m), claimed, own, said), said.get((p, m), ""))
        for p, m in sorted(claimed | set(said))
        if (p, m) in claimed or said[p, m] in _KNOWN
    ]


def _state(
    pair: tuple[str, str], claimed: Collection[tuple[str, str]], own: Collection[tuple[str, str]],
    said: Mapping[tuple[str, str], str],
) -> HandshakeState:  # fmt: skip
    if pair not in claimed:
        return HandshakeState.RECOGNISED
    says = said.get(pair, "")
    if pair in own or says in _KNOWN:
        return HandshakeState.MUTUAL
    return HandshakeState.NOT_RECOGNISED if says else HandshakeState.CLAIMED


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
