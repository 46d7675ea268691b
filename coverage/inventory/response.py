"""How far a round is: what each organisation is still asked, and the state of organisations and regions."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from coverage.inventory.book import Answer, Book, Round
from coverage.inventory.handshakes import claimed_of
from coverage.inventory.questions import question_set
from coverage.inventory.rounds import known_round
from coverage.inventory.standing import POSITIVE, standing_rows
from coverage.inventory.subjects import Places, Tables, per_tables
from coverage.vocabulary import EVIDENCE_KINDS, AnswerField, AnswerKind, AnswerState, ResponseState

COUNTS = frozenset({AnswerState.STATED, AnswerState.ACCEPTED, AnswerState.REJECTED})  # a returned one is open again
RUNS = frozenset({AnswerKind.CONFIRMED, AnswerKind.ADDED})
OPTIONAL = frozenset({AnswerField.NEXT_CONTACT})
Question = tuple[str, AnswerField]  # subject and field


def questions_for(book: Book, tables: Tables, name: str, organisation: str) -> list[Question]:
    """What an organisation is asked in a round, in order, answered or not.

    A centre is asked about each programme of its region that a source showed to run and none to have stopped, and
    those it added; without one, whether there is any. Of a programme that ended or that it does not know, nothing
    more. A municipality is asked about itself, and for each programme that names it whether it knows that.
    """
    places = Places(tables, book)
    running = _running(tables, places.programmes_of(organisation))
    return _questions(book, places, running, known_round(book, name), organisation)


def _questions(book: Book, places: Places, running: set[str], asked: Round, organisation: str) -> list[Question]:
    sets = question_set(asked.questions).sets
    name = asked.name
    found: list[Question] = []
    region = places.centre_of(organisation)
    if asked.asked.get(organisation) == "centre" and region is not None:
        programmes = _programmes(book, places, running, name, organisation)
        for programme in programmes:
            subject = f"programme:{programme}"
            existence = answer_in(book, name, organisation, (subject, AnswerField.EXISTENCE))
            more = existence is None or existence.kind in RUNS
            found += [(subject, f) for f in sets["programme"] if more or f is AnswerField.EXISTENCE]
        skipped = {AnswerField.EXISTENCE} if programmes else set()
        found += [(f"region:{region}", f) for f in sets["region"] if f not in skipped]
    else:
        found += [(f"municipality:{organisation}", f) for f in sets["municipality"]]
    found += [
        (f"handshake:{programme}:{organisation}", f)
        for programme in claimed_of(book, organisation)
        for f in sets["handshake"]
    ]
    return found


def _running(tables: Tables, among: Collection[str]) -> set[str]:
    """Programmes that help with leaving, which a source showed somewhere and none to have stopped there."""
    return {p for p in among if _runs(tables, p)}


@per_tables(maxsize=512)
def _runs(tables: Tables, programme: str) -> bool:
    table = tables["programmes"]
    kinds = table["kind"][table["programme_id"] == programme]
    helps = kinds.isin([str(k) for k in EVIDENCE_KINDS]).any()
    return bool(helps) and bool(standing_rows(tables["claims"], programme, POSITIVE))


def _programmes(book: Book, places: Places, running: set[str], name: str, organisation: str) -> list[str]:
    """Those that are asked about: running, added by the centre, or spoken of in this round."""
    added = {
        a.subject.partition(":")[2]
        for a in book.answers.values()
        if a.kind is AnswerKind.ADDED and a.organisation == organisation and a.state in COUNTS | {AnswerState.RETURNED}
    }
    said = {
        a.subject.partition(":")[2]
        for a in book.answers.values()
        if a.round == name and a.subject.startswith("programme:") and a.state in COUNTS
    }
    return [p for p in places.programmes_of(organisation) if p in running | added | said]


def answer_in(book: Book, name: str, organisation: str, question: Question) -> Answer | None:
    """The answer of an organisation to a question in a round that counts now, or None."""
    found = [
        a for a in book.about(question[0])
        if a.field is question[1] and (a.round, a.organisation) == (name, organisation) and a.state in COUNTS
    ]  # fmt: skip
    return found[-1] if found else None


@dataclass(frozen=True, slots=True)
class OrganisationResponse:
    """How far an organisation is. ``answered`` of ``asked`` questions are in; ``judged`` were accepted or rejected;
    ``unknown`` says that it answered "we do not know" at least once; ``open`` are the questions still to answer."""

    organisation: str
    name: str
    region: int
    state: ResponseState
    asked: int
    answered: int
    judged: int
    accepted: int
    unknown: bool
    open: tuple[Question, ...]


@dataclass(frozen=True, slots=True)
class RegionResponse:
    """State of a region: that of its centre, or of all its municipalities that are asked together."""

    number: int
    name: str
    state: ResponseState


@dataclass(frozen=True, slots=True)
class Response:
    """The response of a round on a day. ``came_in`` counts organisations that answered something, ``accepted`` those
    of which something was accepted, ``unknown`` those that said "we do not know": that is an answer too."""

    round: Round
    on: date
    organisations: tuple[OrganisationResponse, ...]
    regions: tuple[RegionResponse, ...]

    @property
    def came_in(self) -> int:
        return sum(o.answered > 0 for o in self.organisations)

    @property
    def partly(self) -> int:
        return sum(o.state is ResponseState.PARTLY_IN for o in self.organisations)

    @property
    def accepted(self) -> int:
        return sum(o.accepted > 0 for o in self.organisations)

    @property
    def unknown(self) -> int:
        return sum(o.unknown for o in self.organisations)


def response(book: Book, tables: Tables, name: str, on: date) -> Response:
    """The response of a round on a day; InventoryError when there is no such round."""
    asked = known_round(book, name)
    places = Places(tables, book)
    running = _running(tables, list(places.programmes))
    rows = tuple(
        _organisation(book, places, asked, code, on, _questions(book, places, running, asked, code))
        for code in asked.asked
    )
    regions = tuple(
        RegionResponse(number, region, _region_state([r.state for r in rows if r.region == number]))
        for number, region in sorted(places.region_names.items())
    )
    return Response(asked, on, rows, regions)


def _organisation(
    book: Book, places: Places, asked: Round, code: str, on: date, listed: list[Question]
) -> OrganisationResponse:
    questions = [q for q in listed if q[1] not in OPTIONAL]
    answers = {q: answer_in(book, asked.name, code, q) for q in questions}
    given = [a for a in answers.values() if a is not None]
    judged = [a for a in given if a.state is not AnswerState.STATED]
    if not given:
        state = ResponseState.NO_ANSWER if on > asked.deadline else ResponseState.ASKED
    elif len(given) < len(questions):
        state = ResponseState.PARTLY_IN
    else:
        state = ResponseState.ACCEPTED if len(judged) == len(given) else ResponseState.IN
    return OrganisationResponse(
        code, places.names.get(code, code), places.region_of.get(code, 0), state, len(questions), len(given),
        len(judged),
        sum(a.state is AnswerState.ACCEPTED for a in given), any(a.kind is AnswerKind.UNKNOWN for a in given),
        tuple(q for q, a in answers.items() if a is None),
    )  # fmt: skip


def _region_state(states: list[ResponseState]) -> ResponseState:
    if not states:
        return ResponseState.NOT_ASKED
    if len(set(states)) == 1:
        return states[0]
    done = {ResponseState.IN, ResponseState.ACCEPTED}
    if set(states) <= done:
        return ResponseState.IN
    return ResponseState.PARTLY_IN if set(states) & (done | {ResponseState.PARTLY_IN}) else ResponseState.ASKED
