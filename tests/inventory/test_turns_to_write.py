"""Writers take turns, and what takes long is worked out before a turn, so that nobody waits for it."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path
from uuid import uuid4

import pytest
from small_package import write_package

from coverage.dataset.problems import read_strings
from coverage.dates import today
from coverage.inventory import InventoryAwayError, InventoryError, invitations
from coverage.inventory.actors import Desk
from coverage.inventory.chain import EventKind, LogEvent
from coverage.inventory.judging import TRIES, accept
from coverage.inventory.rounds import Dates, asked_organisations, invite, open_round, record_contact
from coverage.inventory.statements import AnswerStatement
from coverage.inventory.store import Store
from coverage.inventory.submitting import Sending, submit
from coverage.inventory.turns import WriterTurns
from coverage.vocabulary import AnswerChannel, AnswerField, AnswerKind

ANNA, BERT, CENTRE = Desk("desk:anna"), Desk("desk:bert"), "GM9001"
SAID = AnswerStatement("programme:P-AARDE", AnswerField.EXISTENCE, AnswerKind.CONFIRMED)


@pytest.fixture
def answered(store: Store, tmp_path: Path) -> tuple[Store, tuple[str, ...]]:
    """A round with one answer that waits for a reviewer, and its number."""
    strings = read_strings(write_package(tmp_path / "data"))[0]
    open_round(store, ANNA, "najaar", asked_organisations(strings, "centres"), Dates(today() + timedelta(28), today()))
    sent = Sending(str(uuid4()), CENTRE, "najaar", AnswerChannel.PHONE, (SAID,))
    return store, submit(store, ANNA, sent, strings).answers


def written(store: Store) -> list[LogEvent]:
    with store.reading() as connection:
        return store.events(connection)


def in_a_thread(act) -> None:
    """What another process or window does meanwhile; it fails when it has to wait."""
    with ThreadPoolExecutor(1) as pool:
        pool.submit(act).result(timeout=5)


def test_a_turn_is_of_one_thread_and_ends_with_the_block(tmp_path: Path) -> None:
    turns = WriterTurns(tmp_path / "log.sqlite", wait=0.05)
    elsewhere = WriterTurns(tmp_path / "log.sqlite", wait=0.05)  # a lock of its own, as in another process

    def take(which: WriterTurns) -> None:
        with which.turn():
            order.append("taken")

    order: list[str] = []
    with ThreadPoolExecutor(2) as pool:
        with turns.turn():
            with pytest.raises(TimeoutError):
                pool.submit(take, turns).result()
            waits = pool.submit(take, elsewhere)
            order.append("held")
        waits.result(timeout=5)
    assert order == ["held", "taken"]
    take(turns)


def test_without_a_place_for_the_turn_the_database_is_away(sqlite_store: Store, monkeypatch) -> None:
    monkeypatch.setattr(sqlite_store, "_turns", WriterTurns(Path("/nergens/log.sqlite"), wait=1))
    with pytest.raises(InventoryAwayError), sqlite_store.writing():
        pass


def test_others_write_while_an_acceptance_is_checked(answered) -> None:
    store, answers = answered
    looked: list[int] = []

    def check(book):
        looked.append(book.seq)
        if len(looked) == 1:
            in_a_thread(lambda: record_contact(store, ANNA, "najaar", CENTRE, reached=True))
        return ()

    accept(store, BERT, answers, check)
    assert [e.kind for e in written(store)][-2:] == [EventKind.REMINDED, EventKind.ACCEPTED]
    assert len(looked) == 2 and looked[1] == looked[0] + 1  # checked again after what was written


def test_a_stream_of_answers_does_not_keep_an_acceptance_away(answered) -> None:
    store, answers = answered
    looked: list[int] = []

    def check(book):
        looked.append(book.seq)
        if len(looked) <= TRIES:
            in_a_thread(lambda: record_contact(store, ANNA, "najaar", CENTRE, reached=True))
        return ()

    accept(store, BERT, answers, check)
    assert len(looked) == TRIES + 1
    assert [e.kind for e in written(store)].count(EventKind.ACCEPTED) == 1


def test_what_does_not_pass_the_check_leaves_the_log_as_it_was(answered) -> None:
    store, answers = answered
    before = written(store)
    with pytest.raises(InventoryError, match="een rij klopt niet"):
        accept(store, BERT, answers, lambda _book: ["een rij klopt niet"])
    assert written(store) == before


def test_others_write_while_codes_are_hashed(answered, monkeypatch) -> None:
    store, _answers = answered
    hashed = invitations._code_hash

    def slow(salt: str, code: str) -> str:
        in_a_thread(lambda: record_contact(store, ANNA, "najaar", CENTRE, reached=False))
        return hashed(salt, code)

    monkeypatch.setattr(invitations, "_code_hash", slow)
    letters = invite(store, ANNA, "najaar")
    kinds = [e.kind for e in written(store)]
    assert kinds.count(EventKind.CONTACT_FAILED) == kinds.count(EventKind.INVITED) == len(letters) > 0
