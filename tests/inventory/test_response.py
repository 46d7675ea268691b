"""How far a round is, the handshake between programme and municipality, and what grows old when."""

from datetime import date, timedelta
from pathlib import Path
from uuid import uuid4

import pytest
from small_package import write_package

from coverage.dataset.problems import read_strings
from coverage.dates import today
from coverage.inventory.actors import Desk
from coverage.inventory.handshakes import due, handshakes, months_after
from coverage.inventory.judging import accept, reject
from coverage.inventory.overlay import check_with, tables_now
from coverage.inventory.response import Response, questions_for, response
from coverage.inventory.rounds import Dates, asked_organisations, open_round
from coverage.inventory.statements import AnswerStatement
from coverage.inventory.store import Store
from coverage.inventory.submitting import Sending, submit
from coverage.vocabulary import AnswerChannel, AnswerField, AnswerKind, Handshake, ResponseState

ANNA, BERT = Desk("desk:anna"), Desk("desk:bert")
CENTRE, OTHER = "GM9001", "GM9007"


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_package(tmp_path_factory.mktemp("country") / "data")


class Round:
    """A round in which all are asked, with few words for what happens in it."""

    def __init__(self, store: Store, package: Path) -> None:
        self.store, self.package = store, package
        self.strings = read_strings(package)[0]
        asked = asked_organisations(self.strings, "all")
        open_round(store, ANNA, "najaar", asked, Dates(deadline=today() + timedelta(28), opening=today()))

    def say(self, organisation: str, *said: tuple) -> tuple[str, ...]:
        statements = tuple(AnswerStatement(*one) for one in said)
        sending = Sending(str(uuid4()), organisation, "najaar", AnswerChannel.PHONE, statements)
        return submit(self.store, ANNA, sending, tables_now(self.store, self.package)).answers

    def accept(self, answers: tuple[str, ...]) -> None:
        accept(self.store, BERT, answers, check_with(self.strings))

    @property
    def book(self):
        with self.store.reading() as connection:
            return self.store.book(connection)

    def now(self, later: int = 0) -> Response:
        return response(self.book, tables_now(self.store, self.package), "najaar", today() + timedelta(later))

    def state(self, organisation: str, later: int = 0) -> ResponseState:
        return next(o.state for o in self.now(later).organisations if o.organisation == organisation)

    def questions(self, organisation: str):
        return questions_for(self.book, tables_now(self.store, self.package), "najaar", organisation)


@pytest.fixture
def asked(sqlite_store: Store, package: Path) -> Round:
    return Round(sqlite_store, package)


def test_an_organisation_goes_from_asked_to_accepted(asked: Round) -> None:
    assert asked.state("GM9005") is ResponseState.ASKED
    assert asked.state("GM9005", later=40) is ResponseState.NO_ANSWER
    said = asked.say("GM9005", ("municipality:GM9005", AnswerField.EXISTENCE, AnswerKind.UNKNOWN))
    assert asked.state("GM9005") is ResponseState.IN and asked.now().unknown == 1
    reject(asked.store, BERT, said[0], "Vraag het je centrumgemeente.")
    assert asked.state("GM9005") is ResponseState.ACCEPTED


def test_a_centre_is_partly_in_until_each_question_of_each_programme_is_answered(asked: Round) -> None:
    programmes = {s for s, _f in asked.questions(CENTRE) if s.startswith("programme:")}
    assert programmes
    for subject in sorted(programmes):
        assert asked.state(CENTRE) in {ResponseState.ASKED, ResponseState.PARTLY_IN}
        asked.say(CENTRE, (subject, AnswerField.EXISTENCE, AnswerKind.ENDED))
    # Of what ended nothing more is asked.
    assert {f for s, f in asked.questions(CENTRE) if s in programmes} == {AnswerField.EXISTENCE}
    assert asked.state(CENTRE) is ResponseState.IN


def test_each_municipality_that_a_programme_names_is_asked_whether_it_knows(asked: Round) -> None:
    area = ["GM9001", "GM9002", "GM9014"]
    said = asked.say(
        CENTRE,
        ("programme:AAR-NIEUW", AnswerField.EXISTENCE, AnswerKind.ADDED, "Nieuw programma"),
        ("programme:AAR-NIEUW", AnswerField.AREA, AnswerKind.CHANGED, area),
    )
    question = ("handshake:AAR-NIEUW:GM9014", AnswerField.RECOGNITION)
    assert question not in asked.questions("GM9014")  # stated, not accepted
    asked.accept(said)
    assert question in asked.questions("GM9014")
    assert not any(s.startswith("handshake") for s, _f in asked.questions(CENTRE))  # it does not ask itself
    known = asked.say("GM9014", (*question, AnswerKind.CHANGED, "refers"))
    asked.accept(known)
    unknown = asked.say(
        "GM9002", ("handshake:AAR-NIEUW:GM9002", AnswerField.RECOGNITION, AnswerKind.CHANGED, "did_not_know")
    )
    asked.accept(unknown)
    outside = asked.say("GM9008", ("handshake:AAR-NIEUW:GM9008", AnswerField.RECOGNITION, AnswerKind.CHANGED, "knows"))
    asked.accept(outside)
    assert {p.municipality: p.state for p in handshakes(asked.book)} == {
        "GM9001": Handshake.MUTUAL,  # it answered for the programme itself
        "GM9002": Handshake.NOT_RECOGNISED,
        "GM9008": Handshake.RECOGNISED,
        "GM9014": Handshake.MUTUAL,
    }


def test_regions_have_a_state_and_those_not_asked_say_so(asked: Round, package: Path, tmp_path: Path) -> None:
    assert [(r.number, r.state) for r in asked.now().regions] == [(1, ResponseState.ASKED), (2, ResponseState.ASKED)]
    one = asked_organisations(asked.strings, ["Aardeveld"])
    open_round(asked.store, ANNA, "klein", one, Dates(deadline=today(), opening=today()))
    found = response(asked.book, asked.strings, "klein", today())
    assert [r.state for r in found.regions] == [ResponseState.ASKED, ResponseState.NOT_ASKED]


def test_each_field_grows_old_at_its_own_day_and_not_knowing_makes_nothing_fresh(asked: Round) -> None:
    said = asked.say(
        CENTRE,
        ("programme:P-EIK", AnswerField.EXISTENCE, AnswerKind.CONFIRMED),
        ("programme:P-EIK", AnswerField.CAPACITY_CLASS, AnswerKind.CHANGED, "open"),
        ("programme:P-EIK", AnswerField.GROUPS, AnswerKind.UNKNOWN),
    )
    asked.accept(said)
    found = due(asked.book, today() + timedelta(150))
    assert [(d.answer.field, d.on) for d in found] == [
        (AnswerField.CAPACITY_CLASS, months_after(today(), 6)),
        (AnswerField.EXISTENCE, months_after(today(), 12)),
    ]
    assert [(d.soon, d.expired) for d in found] == [(True, False), (False, False)]


def test_months_end_on_their_last_day() -> None:
    assert months_after(date(2026, 8, 31), 6) == date(2027, 2, 28)
    assert months_after(date(2026, 12, 1), 12) == date(2027, 12, 1)
