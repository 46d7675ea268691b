"""The database goes away, is full, is put back or the clock jumps in the middle of a round: every receipt that was
given out is in the log, once, the chain holds, and readers never see what is not accepted."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path
from threading import Barrier, Event, Thread
from uuid import uuid4

import pytest
from small_package import write_package
from sqlalchemy import create_engine, event, text

from coverage import dates
from coverage.analysis.status import status_at
from coverage.dataset import current
from coverage.dataset.newest import DATA_VARIABLE, add_to_snapshots
from coverage.dataset.problems import read_strings
from coverage.dates import today
from coverage.inventory import InventoryAwayError, InventoryError
from coverage.inventory.actors import Desk, Respondent
from coverage.inventory.backup import backup, restore
from coverage.inventory.book import Book
from coverage.inventory.chain import EventKind, chain_problems
from coverage.inventory.judging import accept, reject
from coverage.inventory.overlay import AcceptedAnswers, check_with, public_book, show_accepted
from coverage.inventory.rounds import Dates, asked_organisations, invite, open_round
from coverage.inventory.sessions import session_of, start_session
from coverage.inventory.statements import AnswerStatement
from coverage.inventory.store import Store
from coverage.inventory.store_setup import init_store
from coverage.inventory.submitting import Sending, save_draft, submit
from coverage.vocabulary import AnswerChannel, AnswerField, AnswerKind, AnswerState, Status

ANNA, BERT, CARL = Desk("desk:anna"), Desk("desk:bert"), Desk("desk:carl")
CENTRE = "GM9001"
AREA = AnswerStatement("programme:AAR-NIEUW", AnswerField.AREA, AnswerKind.CHANGED, "Beukenrode, GM9008")
NEW = (
    AnswerStatement("programme:AAR-NIEUW", AnswerField.EXISTENCE, AnswerKind.ADDED, "Nieuw programma", "2026-01"),
    AnswerStatement("programme:AAR-NIEUW", AnswerField.EXECUTOR, AnswerKind.CHANGED, "Stichting X"),
    AREA,
)


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    made = write_package(tmp_path / "data")
    monkeypatch.setenv(DATA_VARIABLE, str(made))
    return made


def opened(store: Store, package: Path) -> Store:
    """A round in which the centres were asked."""
    asked = asked_organisations(read_strings(package)[0], "centres")
    open_round(store, ANNA, "najaar", asked, Dates(today() + timedelta(28), today()))
    return store


@pytest.fixture
def readers(sqlite_store: Store, package: Path) -> Iterator[Store]:
    """A round in a process whose readers see what is accepted."""
    show_accepted(opened(sqlite_store, package))
    yield sqlite_store
    add_to_snapshots(None)


def sending(*said: AnswerStatement, channel: AnswerChannel = AnswerChannel.PHONE) -> Sending:
    return Sending(str(uuid4()), CENTRE, "najaar", channel, said)


def book_of(store: Store) -> Book:
    with store.reading() as connection:
        return store.book(connection)


def assert_sent_once(store: Store, submission: str, answers: int) -> None:
    """In the log once with all its answers, in a chain that holds."""
    with store.reading() as connection:
        events = store.events(connection)
    assert list(chain_problems(events)) == []
    assert [e.event_id for e in events if e.kind is EventKind.SUBMITTED].count(submission) == 1
    given = [e for e in events if e.kind is EventKind.ANSWERED and e.payload["submission"] == submission]
    assert len(given) == answers


def statuses() -> dict[str, Status]:
    return {r.code: r.status for r in status_at(current(), today()).rows}


def test_the_database_goes_in_the_middle_of_a_submit_and_comes_back(
    postgres_url: str, package: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store, strings = opened(init_store(postgres_url), package), read_strings(package)[0]
    sent, append_all = sending(*NEW), Store.append_all
    written: list[object] = []

    def cut_off(self, connection, news):
        """The second event finds that the server has ended this connection."""
        written.extend(append_all(self, connection, news[:1]))
        admin = create_engine(postgres_url)
        with admin.connect() as other:
            mine = connection.execute(text("SELECT pg_backend_pid()")).scalar()
            other.execute(text("SELECT pg_terminate_backend(:pid)"), {"pid": mine})
        admin.dispose()
        return append_all(self, connection, news[1:])

    with monkeypatch.context() as patch:
        patch.setattr(Store, "append_all", cut_off)
        with pytest.raises(InventoryAwayError):
            submit(store, ANNA, sent, strings)
    assert len(written) == 1 and not book_of(store).answers  # nothing of it was kept
    first, again = submit(store, ANNA, sent, strings), submit(store, ANNA, sent, strings)
    assert first == again
    assert_sent_once(store, sent.submission_id, len(NEW))
    store.close()


def test_a_disk_that_is_full_keeps_nothing_by_half(sqlite_store: Store, package: Path) -> None:
    store, strings = opened(sqlite_store, package), read_strings(package)[0]
    book_of(store)
    full = True

    @event.listens_for(store.engine, "checkout")
    def _room(raw, _record, _proxy) -> None:
        pages = raw.execute("PRAGMA page_count").fetchone()[0] if full else 2**30
        raw.execute(f"PRAGMA max_page_count = {pages}")  # SQLite's own "database or disk is full"

    many = [sending(*NEW)] + [
        sending(
            AnswerStatement("programme:P-EIK", AnswerField.EXECUTOR, AnswerKind.CHANGED, f"Stichting {n} " + "x" * 80)
        )
        for n in range(60)
    ]
    receipts, refused = [], None
    for one in many:
        try:
            receipts.append(submit(store, ANNA, one, strings).submission_id)
        except InventoryAwayError as error:
            refused = one
            assert "full" in str(error.__cause__) and "niets half opgeslagen" in str(error)
            break
    assert refused is not None
    full = False
    assert refused.submission_id not in {a.submission for a in book_of(store).answers.values()}
    submit(store, ANNA, refused, strings)
    for submission in (*receipts, refused.submission_id):
        assert_sent_once(store, submission, len(NEW) if submission == many[0].submission_id else 1)


def test_the_clock_jumps_between_draft_sending_and_acceptance(
    readers: Store, package: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (letter,) = invite(readers, ANNA, "najaar", only=[CENTRE])
    real, strings = dates.now, read_strings(package)[0]

    def clock(jump: timedelta) -> None:
        monkeypatch.setattr(dates, "now", lambda: real() + jump)

    session = start_session(readers, letter.link, letter.code)
    assert session is not None
    who = Respondent(session.invitation.invitation_id)
    save_draft(readers, who, ("programme:P-EIK", AnswerField.EXECUTOR), {"value": "A"}, "one")
    clock(timedelta(hours=9))  # ahead: the visit is over, the draft is not
    with readers.reading() as connection:
        assert session_of(connection, letter.link, session.token) is None
    clock(timedelta(days=-2))  # behind: an answer is stated before the round was opened
    sent = sending(*NEW, channel=AnswerChannel.FORM)
    receipt = submit(readers, who, sent, strings)
    assert submit(readers, who, sent, strings) == receipt
    before = statuses()
    clock(timedelta(days=400))  # far ahead, and back
    accept(readers, BERT, receipt.answers, check_with(strings))
    clock(timedelta())
    assert_sent_once(readers, sent.submission_id, len(NEW))
    turned = {code for code, status in statuses().items() if status is not before[code]}
    assert "GM9008" in turned  # by order of the log and by the day of the answer, not by that of the judge
    assert {a.state for a in book_of(readers).answers.values()} == {AnswerState.ACCEPTED}


def test_an_answer_of_a_clock_far_ahead_claims_nothing_yet(
    readers: Store, package: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, strings, before = dates.now, read_strings(package)[0], statuses()
    with monkeypatch.context() as patch:
        patch.setattr(dates, "now", lambda: real() + timedelta(days=20))
        receipt = submit(readers, ANNA, sending(*NEW), strings)
    accept(readers, BERT, receipt.answers, check_with(strings))
    assert statuses() == before  # its day has not come
    assert list(chain_problems(_events(readers))) == []


def _events(store: Store):
    with store.reading() as connection:
        return store.events(connection)


def test_two_reviewers_on_one_answer_give_one_judgement(store: Store, package: Path) -> None:
    strings = read_strings(package)[0]
    receipt = submit(opened(store, package), ANNA, sending(*NEW), strings)
    for answer in receipt.answers[1:]:
        reject(store, BERT, answer, "Alleen het eerste doet hier mee.")
    answer, start, check = receipt.answers[0], Barrier(2), check_with(strings)

    def at_once(judge: Callable[[], object]) -> str:
        start.wait()
        try:
            judge()
        except InventoryError as error:
            return str(error)
        return ""

    with ThreadPoolExecutor(2) as pool:
        one = pool.submit(at_once, lambda: accept(store, BERT, [answer], check))
        other = pool.submit(at_once, lambda: reject(store, CARL, answer, "Dit klopt niet."))
        told = [one.result(), other.result()]
    kinds = [e.kind for e in _events(store) if e.about == answer]
    assert len(kinds) == 1 and kinds[0] in {EventKind.ACCEPTED, EventKind.REJECTED}
    assert sorted(bool(t) for t in told) == [False, True] and "kan niet meer" in "".join(told)
    if kinds[0] is EventKind.ACCEPTED:
        accept(store, CARL, [answer], check)  # the same once more is no second judgement
        assert [e.kind for e in _events(store) if e.about == answer] == kinds


def test_a_backup_is_put_back_while_readers_read(readers: Store, package: Path, tmp_path: Path) -> None:
    strings, before = read_strings(package)[0], statuses()
    receipt = submit(readers, ANNA, sending(*NEW), strings)
    backup(readers, tmp_path / "backup")  # of before the acceptance
    accept(readers, BERT, receipt.answers, check_with(strings))
    accepted = statuses()
    assert accepted != before and len(public_book(readers).accepted()) == len(NEW)
    stop, faults, seen = Event(), [], []

    def read() -> None:
        while not stop.is_set():
            try:
                seen.append(statuses())
                public_book(readers)
            except InventoryAwayError:
                pass  # a page says so in words: book_of_readers
            except Exception as error:
                faults.append(error)

    reading = [Thread(target=read) for _n in range(2)]
    for thread in reading:
        thread.start()
    fresh = init_store(f"sqlite:///{tmp_path / 'fresh.sqlite'}")
    restore(fresh, tmp_path / "backup")
    fresh.close()
    place = Path(str(readers.url.database))
    for left in (f"{place}-wal", f"{place}-shm"):
        Path(left).unlink(missing_ok=True)
    os.replace(tmp_path / "fresh.sqlite", place)  # noqa: PTH105 what an operator does
    statuses()
    stop.set()
    for thread in reading:
        thread.join()
    assert faults == [] and all(one in (before, accepted) for one in seen)
    assert statuses() == before  # nothing that is not in the log is shown as accepted
    assert public_book(readers).accepted() == [] and book_of(readers).accepted() == []
    accept(readers, BERT, receipt.answers, check_with(strings))
    assert statuses() == accepted


def test_readers_see_what_was_accepted_however_often_the_database_fails_in_between(
    readers: Store, package: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    strings, before = read_strings(package)[0], statuses()
    receipt = submit(readers, ANNA, sending(*NEW), strings)
    accept(readers, BERT, receipt.answers, check_with(strings))
    good, times = Store.accepted_events, []

    def fails(self, connection):
        times.append(1)
        raise InventoryAwayError("weg")

    with monkeypatch.context() as patch:
        patch.setattr(Store, "accepted_events", fails)
        assert statuses() == before and times  # seen that something is new, and not reached to read it
    assert Store.accepted_events is good
    assert statuses() != before  # at the next interaction, without another acceptance
    shown, there = statuses(), AcceptedAnswers(readers)
    monkeypatch.setattr(Store, "reading", lambda _self: (_ for _ in ()).throw(InventoryAwayError("weg")))
    assert statuses() == shown and there.version() == (None, 0)
