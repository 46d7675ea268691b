"""A round from opening to edition, on both databases: screen, commands and files agree with the log."""

import json
from datetime import timedelta
from pathlib import Path
from uuid import uuid4

import pytest
from small_package import write_package

from coverage.analysis.editions.edition import edition
from coverage.analysis.editions.sentences import presented
from coverage.analysis.inventory_effect import effect
from coverage.analysis.profile.own_answers import own_answers
from coverage.analysis.round_words import response_sentence
from coverage.analysis.status import status_at
from coverage.analysis.story.plan import story
from coverage.analysis.story.scene import Wish, round_now
from coverage.cli import main
from coverage.dataset import Dataset
from coverage.dataset.newest import add_to_snapshots, current, read_dataset
from coverage.dataset.problems import read_strings
from coverage.dates import today
from coverage.editing.publishing import publish, verify
from coverage.exports.deck import footer
from coverage.i18n import day
from coverage.inventory.actors import Desk, ForbiddenError, Respondent
from coverage.inventory.handshakes import handshakes
from coverage.inventory.judging import accept, queue, reject, send_back
from coverage.inventory.overlay import check_with, show_accepted, tables_now
from coverage.inventory.response import questions_for, response
from coverage.inventory.rounds import Dates, asked_organisations, close_round, grant, invite, open_round, record_contact
from coverage.inventory.sessions import start_session
from coverage.inventory.statements import AnswerStatement
from coverage.inventory.store import Store
from coverage.inventory.submitting import AnswerReceipt, Sending, submit
from coverage.vocabulary import (
    AnswerChannel,
    AnswerConflict,
    AnswerField,
    AnswerKind,
    AnswerState,
    DeskRole,
    Handshake,
    ResponseState,
    SlideKind,
    Status,
)

ANNA, BERT = Desk("desk:anna"), Desk("desk:bert")
CENTRE, SOUTH = "GM9001", "GM9007"
NEW = "programme:AAR-NIEUW"
AREA = ["GM9001", "GM9002", "GM9005", "GM9008"]  # the last one lies in the region of the south


class Played:
    """A round on a package of its own, with few words for what happens in it."""

    def __init__(self, store: Store, package: Path) -> None:
        self.store, self.package = store, package
        self.strings = read_strings(package)[0]

    @property
    def book(self):
        with self.store.reading() as connection:
            return self.store.book(connection)

    def say(self, who, organisation: str, channel: AnswerChannel, *said: AnswerStatement) -> AnswerReceipt:
        sending = Sending(str(uuid4()), organisation, "najaar", channel, said)
        return submit(self.store, who, sending, tables_now(self.store, self.package))

    def accept(self, receipt: AnswerReceipt) -> None:
        accept(self.store, BERT, receipt.answers, check_with(self.strings))

    def statuses(self) -> dict[str, Status]:
        return {r.code: r.status for r in status_at(current(self.package), today()).rows}

    def state(self, organisation: str) -> ResponseState:
        found = response(self.book, tables_now(self.store, self.package), "najaar", today())
        return next(o.state for o in found.organisations if o.organisation == organisation)


@pytest.fixture
def played(store: Store, tmp_path: Path):
    """Anna organises and Bert judges; everybody is asked."""
    round_ = Played(store, write_package(tmp_path / "data"))
    show_accepted(store)
    grant(store, ANNA, ANNA.reference, DeskRole.ORGANISER)
    grant(store, ANNA, BERT.reference, DeskRole.REVIEWER)
    asked = asked_organisations(round_.strings, "all")
    open_round(store, ANNA, "najaar", asked, Dates(deadline=today() + timedelta(28), opening=today()))
    yield round_
    add_to_snapshots(None)


def programme_x() -> tuple[AnswerStatement, ...]:
    """What a centre says of a programme that nobody knew: name, executor, groups and area, since January."""
    since = f"{today().year}-01"
    return (
        AnswerStatement(NEW, AnswerField.EXISTENCE, AnswerKind.ADDED, "Programma X", since),
        AnswerStatement(NEW, AnswerField.EXECUTOR, AnswerKind.CHANGED, "Organisatie X", since),
        AnswerStatement(NEW, AnswerField.AREA, AnswerKind.CHANGED, AREA, since),
        AnswerStatement(NEW, AnswerField.GROUPS, AnswerKind.CHANGED, ["women", "men"], since),
    )


def test_one_answer_turns_what_the_reviewer_saw_and_asks_each_municipality(played: Played) -> None:
    letter = next(x for x in invite(played.store, ANNA, "najaar") if x.organisation == CENTRE)
    opened = start_session(played.store, letter.link, letter.code)
    assert opened
    receipt = played.say(Respondent(opened.invitation.invitation_id), CENTRE, AnswerChannel.FORM, *programme_x())
    before = played.statuses()
    foreseen = effect(current(played.package), played.book, receipt.answers, today())
    assert not foreseen.problems and {"GM9005", "GM9008"} <= {t.code for t in foreseen.turned}
    assert played.statuses() == before  # stated is not accepted
    played.accept(receipt)
    after = played.statuses()
    assert {(t.code, t.after) for t in foreseen.turned} == {(c, s) for c, s in after.items() if s is not before[c]}
    ds = current(played.package)
    assert {str(g) for g in ds.table("target_groups").query("programme_id == 'AAR-NIEUW'")["group"]} == {"women", "men"}
    named = {p.municipality for p in handshakes(played.book) if p.programme == "AAR-NIEUW"}
    assert named == set(AREA)
    for town in set(AREA) - {CENTRE}:
        question = (f"handshake:AAR-NIEUW:{town}", AnswerField.RECOGNITION)
        assert question in questions_for(played.book, tables_now(played.store, played.package), "najaar", town)


def readers_are_told(played: Played, on_disk: Dataset) -> None:
    """Profile and slides, of what was accepted alone."""
    assert any("weten wij niet" in line.text for line in own_answers(on_disk, "GM9005"))
    assert own_answers(on_disk, "GM9003") == ()  # it was not accepted
    (slide,) = story(on_disk, Wish(today(), (SlideKind.HEARD,), earlier=today() - timedelta(30))).slides
    assert "2 van de 2 centrumgemeenten" in slide.paragraphs[0] and "Programma X" in slide.paragraphs[1]
    assert slide.table and ("weten wij niet", "2") in slide.table.rows
    now = round_now(played.book, tables_now(played.store, played.package), "najaar", today())
    (slide,) = story(on_disk, Wish(today(), (SlideKind.RESPONSE,), heard=now)).slides
    assert slide.paragraphs[0] == response_sentence(now.response) and len(slide.paragraphs) == now.waiting + 1
    assert slide.table and sum(int(n) for _state, n, _names in slide.table.rows) == len(now.response.regions)
    assert played.book.head[:16] in slide.notes[0]
    (nothing,) = story(on_disk, Wish(today(), (SlideKind.RESPONSE,))).slides
    assert nothing.table is None and "niet bekend" in nothing.paragraphs[0]
    (empty,) = story(on_disk, Wish(today() - timedelta(60), (SlideKind.HEARD,))).slides
    assert empty.table is None


def test_a_round_is_played_to_its_edition(
    played: Played, database_address: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    letters = {x.organisation: x for x in invite(played.store, ANNA, "najaar")}
    assert set(map(played.state, letters)) == {ResponseState.ASKED}
    record_contact(played.store, ANNA, "najaar", SOUTH, reached=False)

    added = played.say(Respondent(letters[CENTRE].invitation_id), CENTRE, AnswerChannel.FORM, *programme_x())
    phone = played.say(
        ANNA, SOUTH, AnswerChannel.PHONE, AnswerStatement("region:2", AnswerField.EXISTENCE, AnswerKind.UNKNOWN)
    )
    sheet = played.say(
        ANNA,
        "GM9005",
        AnswerChannel.SHEET,
        AnswerStatement("municipality:GM9005", AnswerField.EXISTENCE, AnswerKind.NONE),
    )
    not_ours = played.say(
        ANNA,
        "GM9003",
        AnswerChannel.PHONE,
        AnswerStatement("municipality:GM9003", AnswerField.EXISTENCE, AnswerKind.NOT_OURS),
    )
    assert {q.answer.field for q in queue(played.book)[:1]} == {AnswerField.EXISTENCE}  # heaviest first

    with pytest.raises(ForbiddenError):  # four eyes, and the role
        accept(played.store, ANNA, phone.answers, check_with(played.strings))
    played.accept(added)
    played.accept(phone)
    send_back(played.store, BERT, sheet.answers[0], "Geldt dat ook nu Programma X er is?")
    assert played.state("GM9005") is ResponseState.ASKED
    again = played.say(
        ANNA, "GM9005", AnswerChannel.PHONE,
        AnswerStatement("municipality:GM9005", AnswerField.EXISTENCE, AnswerKind.UNKNOWN),
        AnswerStatement("handshake:AAR-NIEUW:GM9005", AnswerField.RECOGNITION, AnswerKind.CHANGED, "refers"),
    )  # fmt: skip
    assert played.book.answers[sheet.answers[0]].state is AnswerState.SUPERSEDED
    played.accept(again)
    reject(played.store, BERT, not_ours.answers[0], "Dit vragen wij juist aan jullie.")

    late = AnswerStatement(
        NEW, AnswerField.EXECUTOR, AnswerKind.CHANGED, "Organisatie Y"
    )  # had not seen what was accepted
    other = played.say(ANNA, CENTRE, AnswerChannel.PHONE, late)
    assert played.book.conflict(played.book.answers[other.answers[0]]) is AnswerConflict.HARD
    reject(played.store, BERT, other.answers[0], "Organisatie X is bevestigd.")

    mutual = [p.municipality for p in handshakes(played.book) if p.state is Handshake.MUTUAL]
    assert mutual == [CENTRE, "GM9005"]
    shown = played.statuses()
    made = publish(played.store, ANNA, played.package, "najaar-editie")
    assert played.statuses() == shown  # publishing moves rows, it changes nothing that readers see
    on_disk = read_dataset(played.package)
    assert {r.code: r.status for r in status_at(on_disk, today()).rows} == shown
    assert edition(on_disk, "najaar-editie").sha256 == made.edition.sha256
    close_round(played.store, ANNA, "najaar")
    assert list(verify(played.store, played.package)) == []

    readers_are_told(played, on_disk)
    monkeypatch.setenv("COVERAGE_INVENTORY", database_address)
    monkeypatch.setenv("COVERAGE_DATA", str(played.package))
    assert main(["inventory", "response", "najaar", "--format", "json"]) == 0
    said = json.loads(capsys.readouterr().out)
    kept = response(played.book, tables_now(played.store, played.package), "najaar", today())
    assert (said["asked"], said["in"], said["unknown"]) == (len(letters), kept.came_in, kept.unknown)
    assert main(["status", "--format", "json"]) == 0
    told = {r["code"]: r["status"] for r in json.loads(capsys.readouterr().out)["municipalities"]}
    assert told == {code: status.value for code, status in shown.items()}

    # Who presents sees the edition that was published, and that something was taken over after it.
    named = f"editie najaar-editie ({day(today())})"
    presenting = story(on_disk, Wish(today()))
    assert any(f"Gegevens: {named}. " in line for line in presenting.lines)
    assert footer(presenting).startswith("Editie najaar-editie ·")
    later = AnswerStatement("region:2", AnswerField.EXISTENCE, AnswerKind.UNKNOWN)
    played.accept(played.say(ANNA, SOUTH, AnswerChannel.PHONE, later))
    assert presented(current(played.package)) == f"{named}, met daarna overgenomen: 1 antwoord"
