"""A round from question to map, on both databases: the made-up country of ``tests/small_package.py``."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from uuid import uuid4

import pytest
from small_package import write_package

from coverage.analysis.inventory_effect import effect
from coverage.dataset import current
from coverage.dataset.newest import add_to_snapshots
from coverage.dataset.problems import read_strings
from coverage.dates import today
from coverage.inventory import InventoryError
from coverage.inventory.actors import Desk, ForbiddenError, Respondent
from coverage.inventory.chain import chain_problems
from coverage.inventory.judging import accept, queue, redact, reject, send_back
from coverage.inventory.overlay import check_with, show_accepted
from coverage.inventory.rounds import Dates, asked_organisations, grant, invite, open_round, revoke_invitation
from coverage.inventory.sessions import start_session
from coverage.inventory.statements import AnswerStatement, StatementError
from coverage.inventory.store import Store
from coverage.inventory.subjects import Places, tables_of
from coverage.inventory.submitting import Draft, Sending, drafts, save_draft, submit, withdraw
from coverage.vocabulary import AnswerChannel, AnswerConflict, AnswerField, AnswerKind, AnswerState, DeskRole, Status

ANNA, BERT = Desk("desk:anna"), Desk("desk:bert")
CENTRE, OTHER = "GM9001", "GM9007"


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_package(tmp_path_factory.mktemp("country") / "data")


@pytest.fixture
def strings(package: Path):
    return read_strings(package)[0]


@pytest.fixture
def opened(store: Store, strings) -> Store:
    """A round in which the centres were asked."""
    dates = Dates(deadline=today() + timedelta(28), opening=today())
    open_round(store, ANNA, "2026-najaar", asked_organisations(strings, "centres"), dates)
    return store


def say(
    *statements: AnswerStatement, organisation: str = CENTRE, channel: AnswerChannel = AnswerChannel.PHONE
) -> Sending:
    return Sending(str(uuid4()), organisation, "2026-najaar", channel, statements)


NEW = (
    AnswerStatement("programme:AAR-NIEUW", AnswerField.EXISTENCE, AnswerKind.ADDED, "Nieuw programma", "2026-01"),
    AnswerStatement("programme:AAR-NIEUW", AnswerField.EXECUTOR, AnswerKind.CHANGED, "Stichting X"),
    AnswerStatement("programme:AAR-NIEUW", AnswerField.GROUPS, AnswerKind.CHANGED, ["women", "mannen"]),
    AnswerStatement("programme:AAR-NIEUW", AnswerField.AREA, AnswerKind.CHANGED, "Beukenrode, GM9008, Samenland"),
)


def book_of(store: Store):
    with store.reading() as connection:
        return store.book(connection)


def test_one_answer_adds_a_programme_with_its_area_and_the_map_follows(opened: Store, strings, package: Path) -> None:
    receipt = submit(opened, ANNA, say(*NEW), strings)
    waiting = queue(book_of(opened))
    assert [q.answer.field for q in waiting][:2] == [AnswerField.EXISTENCE, AnswerField.AREA]
    seen = effect(current(package), book_of(opened), receipt.answers, today())
    assert seen.problems == ()
    assert {t.code for t in seen.turned if t.after is Status.EVIDENCED_REGION} == {"GM9008", "GM9014"}
    accept(opened, BERT, receipt.answers, check_with(strings))
    before = current(package)
    show_accepted(opened)
    try:
        after = current(package)
        assert after is not before and current(package) is after
        groups = after.table("target_groups")
        assert set(groups.loc[groups["programme_id"] == "AAR-NIEUW", "group"]) == {"women", "men"}
        members = after.table("area_members")
        # Samenland was made of two municipalities of 2021, and areas are held by those.
        assert {"GM9009", "GM9010", "GM9002", "GM9008"} == set(
            members.loc[members["source_id"].str.startswith("M-"), "piece"]
        )
        assert after.source("M-2026-najaar-GM9001").title == "Opgave gemeente Aardeveld, ronde 2026-najaar"
    finally:
        add_to_snapshots(None)


def test_only_what_is_accepted_changes_the_tables(opened: Store, strings) -> None:
    from coverage.inventory.fold import fold

    receipt = submit(opened, ANNA, say(*NEW), strings)
    assert all(fold(strings, book_of(opened))[name] is frame for name, frame in strings.items())
    reject(opened, BERT, receipt.answers[0], "Dit loopt via de provincie.")
    assert fold(strings, book_of(opened))["programmes"] is strings["programmes"]


def test_what_rests_on_an_answer_that_is_not_accepted_cannot_be_accepted(opened: Store, strings) -> None:
    """The executor of a programme that is not there: the tables would not hold together, so nothing is written."""
    receipt = submit(opened, ANNA, say(*NEW), strings)
    seq = book_of(opened).seq
    with pytest.raises(InventoryError, match=r"programmes\.csv"):
        accept(opened, BERT, receipt.answers[1:], check_with(strings))
    assert book_of(opened).seq == seq


def test_sending_twice_gives_the_same_receipt_and_writes_once(opened: Store, strings) -> None:
    sending = say(*NEW)
    first = submit(opened, ANNA, sending, strings)
    seq = book_of(opened).seq
    assert submit(opened, ANNA, sending, strings) == first
    assert book_of(opened).seq == seq
    with pytest.raises(ForbiddenError):
        submit(opened, BERT, sending, strings)


def test_nobody_accepts_what_they_entered(opened: Store, strings) -> None:
    receipt = submit(opened, ANNA, say(NEW[0]), strings)
    for judge in (lambda: accept(opened, ANNA, receipt.answers, check_with(strings)),
                  lambda: reject(opened, ANNA, receipt.answers[0], "nee"),
                  lambda: send_back(opened, ANNA, receipt.answers[0], "hoe?")):  # fmt: skip
        with pytest.raises(ForbiddenError):
            judge()
    accept(opened, BERT, receipt.answers, check_with(strings))


def test_one_person_on_a_laptop_may_and_the_log_says_so(opened: Store, strings) -> None:
    alone = Desk("laptop")
    receipt = submit(opened, alone, say(NEW[0]), strings)
    (event,) = accept(opened, alone, receipt.answers, check_with(strings))
    assert event.payload["alone"] is True
    grant(opened, alone, "desk:anna", DeskRole.REVIEWER)
    with pytest.raises(ForbiddenError):
        submit(opened, alone, say(NEW[1]), strings)


def test_roles_are_asked_where_it_is_written(opened: Store, strings) -> None:
    receipt = submit(opened, ANNA, say(NEW[0]), strings)
    grant(opened, ANNA, "desk:anna", DeskRole.ORGANISER)
    grant(opened, ANNA, "desk:bert", DeskRole.REVIEWER)
    with pytest.raises(ForbiddenError, match="beoordelaar"):
        accept(opened, Desk("desk:carl"), receipt.answers, check_with(strings))
    with pytest.raises(ForbiddenError, match="uitvraag"):
        submit(opened, BERT, say(NEW[1]), strings)
    with pytest.raises(ForbiddenError):
        invite(opened, BERT, "2026-najaar")
    accept(opened, BERT, receipt.answers, check_with(strings))


def _entered(store: Store, organisation: str = CENTRE) -> Respondent:
    (letter,) = invite(store, ANNA, "2026-najaar", only=[organisation])
    session = start_session(store, letter.link, f" {letter.code[:4].lower()}-{letter.code[4:]} ")
    assert session is not None and session.invitation.organisation == organisation
    return Respondent(session.invitation.invitation_id)


def _drafts(store: Store, who: Respondent) -> list[Draft]:
    with store.reading() as connection:
        return drafts(connection, who)


def test_an_invitation_answers_for_its_own_organisation_only(opened: Store, strings) -> None:
    who = _entered(opened)
    with pytest.raises(ForbiddenError):
        submit(opened, who, say(NEW[0], organisation=OTHER), strings)
    receipt = submit(opened, who, say(NEW[0], channel=AnswerChannel.FORM), strings)
    other = _entered(opened, OTHER)
    with pytest.raises(ForbiddenError):
        withdraw(opened, other, receipt.answers[0])
    withdraw(opened, who, receipt.answers[0])
    assert book_of(opened).answers[receipt.answers[0]].state is AnswerState.WITHDRAWN
    revoke_invitation(opened, ANNA, who.invitation_id)
    with pytest.raises(ForbiddenError):
        submit(opened, who, say(NEW[1]), strings)


def test_a_code_can_be_tried_ten_times(opened: Store) -> None:
    (letter,) = invite(opened, ANNA, "2026-najaar", only=[CENTRE])
    assert start_session(opened, "unknown", letter.code) is None
    for _try in range(10):
        assert start_session(opened, letter.link, "AAAAAAAA") is None
    assert start_session(opened, letter.link, letter.code) is None


def test_secrets_are_kept_as_hashes_only(opened: Store) -> None:
    from sqlalchemy import select

    from coverage.inventory.store_tables import EVENT, INVITATION

    letters = invite(opened, ANNA, "2026-najaar", {CENTRE: "loket@aardeveld.example"})
    with opened.reading() as connection:
        kept = str(connection.execute(select(INVITATION)).all()) + str(connection.execute(select(EVENT)).all())
    assert "loket@aardeveld.example" in kept
    assert not any(secret in kept for letter in letters for secret in (letter.link, letter.code))


def test_a_new_invitation_ends_the_one_before(opened: Store) -> None:
    (old,) = invite(opened, ANNA, "2026-najaar", only=[CENTRE])
    _entered(opened)
    assert start_session(opened, old.link, old.code) is None


def test_colleagues_share_a_draft_and_the_last_one_is_told(opened: Store, strings) -> None:
    who, at = _entered(opened), ("programme:P-EIK", AnswerField.EXECUTOR)
    assert save_draft(opened, who, at, {"value": "A"}, "one") is None
    (kept,) = _drafts(opened, who)
    assert (kept.content, kept.version) == ({"value": "A"}, 1)
    assert save_draft(opened, who, at, {"value": "B"}, "two", seen=1) is None
    overwritten = save_draft(opened, who, at, {"value": "C"}, "one", seen=1)
    assert overwritten is not None and (overwritten.content, overwritten.editor) == ({"value": "B"}, "two")
    other = ("programme:P-EIK", AnswerField.GROUPS)
    save_draft(opened, who, other, {"value": ["women"]}, "two")
    submit(opened, who, say(AnswerStatement(*at, AnswerKind.CHANGED, "C"), channel=AnswerChannel.FORM), strings)
    assert [(d.subject, d.field) for d in _drafts(opened, who)] == [other]  # a colleague was still at it


def test_returned_and_answered_again_is_one_answer_that_counts(opened: Store, strings) -> None:
    first = submit(opened, ANNA, say(*NEW), strings)
    send_back(opened, BERT, first.answers[3], "Hoort Samenland er zeker bij?")
    area = AnswerStatement("programme:AAR-NIEUW", AnswerField.AREA, AnswerKind.CHANGED, ["GM9002"])
    second = submit(opened, ANNA, say(area), strings)
    book = book_of(opened)
    old = next(a for a in book.answers.values() if a.field is AnswerField.AREA and a.answer_id in first.answers)
    assert book.answers[second.answers[0]].state is AnswerState.STATED
    assert old.state in {AnswerState.SUPERSEDED, AnswerState.RETURNED}
    states = [a.state for a in book.about("programme:AAR-NIEUW") if a.field is AnswerField.AREA]
    assert states.count(AnswerState.STATED) == 1


def test_conflicts_are_told_against_what_was_seen(opened: Store, strings) -> None:
    base = book_of(opened).seq
    one = AnswerStatement("programme:P-EIK", AnswerField.EXECUTOR, AnswerKind.CHANGED, "Stichting A", base_seq=base)
    receipt = submit(opened, ANNA, say(one), strings)
    accept(opened, BERT, receipt.answers, check_with(strings))
    other = AnswerStatement("programme:P-EIK", AnswerField.EXECUTOR, AnswerKind.CHANGED, "Stichting B", base_seq=base)
    beside = AnswerStatement("programme:P-EIK", AnswerField.GROUPS, AnswerKind.CHANGED, ["men"], base_seq=base)
    later = submit(opened, ANNA, say(other, beside), strings)
    conflicts = {q.answer.field: q.conflict for q in queue(book_of(opened))}
    assert conflicts == {AnswerField.EXECUTOR: AnswerConflict.HARD, AnswerField.GROUPS: AnswerConflict.SOFT}
    fresh = AnswerStatement(
        "programme:P-EIK", AnswerField.EXECUTOR, AnswerKind.CHANGED, "Stichting B", base_seq=book_of(opened).seq
    )
    submit(opened, ANNA, say(fresh), strings)
    assert later.answers
    assert {q.conflict for q in queue(book_of(opened)) if q.answer.field is AnswerField.EXECUTOR} == {
        AnswerConflict.NONE
    }


def test_a_text_is_erased_and_the_chain_still_verifies(opened: Store, strings) -> None:
    one = AnswerStatement("programme:P-EIK", AnswerField.EXECUTOR, AnswerKind.CHANGED, "Jan Jansen", remark="bel Jan")
    receipt = submit(opened, ANNA, say(one), strings)
    redact(opened, BERT, receipt.answers[0], "naam van een persoon")
    with opened.reading() as connection:
        events = opened.events(connection)
    assert list(chain_problems(events)) == []
    assert "Jan" not in str(events)
    book = book_of(opened)
    assert book.answers[receipt.answers[0]].erased
    with pytest.raises(InventoryError, match="gewist"):
        accept(opened, BERT, receipt.answers, check_with(strings))


def test_what_was_typed_as_a_department_can_be_erased(opened: Store, strings) -> None:
    sending = replace(say(NEW[0]), department="beleid, mevrouw Jansen")
    receipt = submit(opened, ANNA, sending, strings)
    redact(opened, BERT, receipt.submission_id, "Er stond een naam in")
    with opened.reading() as connection:
        events = opened.events(connection)
    assert "Jansen" not in str(events) and list(chain_problems(events)) == []


@pytest.mark.parametrize(
    ("statement", "says"),
    [
        (AnswerStatement("iets", AnswerField.AREA, AnswerKind.CHANGED, "GM9001"), "geen onderwerp"),
        (AnswerStatement("programme:P-EIK", AnswerField.AREA, AnswerKind.CHANGED, "Utrecht"), "geen gemeente"),
        (AnswerStatement("programme:P-EIK", AnswerField.AREA, AnswerKind.CHANGED, ""), "Kies"),
        (AnswerStatement("programme:P-EIK", AnswerField.GROUPS, AnswerKind.CHANGED, "iedereen"), "geen keuze"),
        (AnswerStatement("programme:P-EIK", AnswerField.CAPACITY_CLASS, AnswerKind.CONFIRMED), "kan hier niet"),
        (AnswerStatement("programme:NIET-ER", AnswerField.EXECUTOR, AnswerKind.CHANGED, "X"), "niet bekend"),
        (AnswerStatement("programme:P-EIK", AnswerField.EXISTENCE, AnswerKind.ADDED, "X"), "bestaat al"),
        (AnswerStatement("region:2", AnswerField.EXISTENCE, AnswerKind.NONE), "andere centrumgemeente"),
        (AnswerStatement("municipality:GM9007", AnswerField.EXISTENCE, AnswerKind.NONE), "over zichzelf"),
        (AnswerStatement("programme:P-EIK", AnswerField.EXISTENCE, AnswerKind.ENDED, since="2999"), "toekomst"),
        (AnswerStatement("programme:P-EIK", AnswerField.EXISTENCE, AnswerKind.ENDED, since="vorig jaar"), "geen datum"),
        (
            AnswerStatement("programme:P-EIK", AnswerField.EXISTENCE, AnswerKind.ENDED, remark="bel 06-12345678"),
            "telefoon",
        ),
    ],
)
def test_an_answer_that_cannot_be_taken_says_why_and_nothing_is_written(
    opened: Store, strings, statement, says
) -> None:
    seq = book_of(opened).seq
    with pytest.raises(StatementError, match=says):
        submit(opened, ANNA, say(NEW[0], statement), strings)
    assert book_of(opened).seq == seq


def test_places_are_the_same_from_files_and_from_a_snapshot(package: Path, strings) -> None:
    one, other = Places(strings), Places(tables_of(current(package)))
    assert vars(one) == vars(other)
