"""Map, profile, fact sheet, slides and command line tell stated apart from accepted, and agree after each step."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from uuid import uuid4

import pytest
from small_package import write_package

from coverage.analysis.profile.facts import profile
from coverage.analysis.profile.own_answers import own_answers
from coverage.analysis.round_words import response_sentence, waiting_here, waiting_words
from coverage.analysis.status import status_at
from coverage.analysis.story.plan import story
from coverage.analysis.story.scene import Wish, heard_now, usual_kinds
from coverage.cli import main
from coverage.dataset import Dataset, current
from coverage.dataset.newest import DATA_VARIABLE, add_to_snapshots
from coverage.dataset.problems import read_strings
from coverage.dates import today
from coverage.exports.deck_html import html_page
from coverage.exports.factsheet_pdf import factsheet_pdf
from coverage.inventory import VARIABLE
from coverage.inventory.actors import Desk
from coverage.inventory.judging import accept, reject, send_back
from coverage.inventory.overlay import book_of_readers, check_with, connect
from coverage.inventory.rounds import Dates, asked_organisations, grant, open_round
from coverage.inventory.statements import AnswerStatement
from coverage.inventory.store import Store
from coverage.inventory.submitting import AnswerReceipt, Sending, submit
from coverage.vocabulary import AnswerChannel, AnswerField, AnswerKind, DeskRole, SlideKind

ANNA, BERT, TOWN = Desk("desk:anna"), Desk("desk:bert"), "GM9003"
SUBJECT = f"municipality:{TOWN}"


@pytest.fixture
def asked(sqlite_store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    """A municipality that was asked, in a process that shows what is accepted."""
    package = write_package(tmp_path / "data")
    monkeypatch.setenv(DATA_VARIABLE, str(package))
    monkeypatch.setenv(VARIABLE, sqlite_store.url.render_as_string(hide_password=False))
    for who, role in ((ANNA, DeskRole.ORGANISER), (BERT, DeskRole.REVIEWER)):
        grant(sqlite_store, ANNA, who.reference, role)
    named = asked_organisations(read_strings(package)[0], [TOWN])
    open_round(sqlite_store, ANNA, "najaar", named, Dates(today() + timedelta(9), today()))
    connect()
    yield sqlite_store
    add_to_snapshots(None)


def words_of(pdf: bytes, folder: Path) -> str:
    (folder / "sheet.pdf").write_bytes(pdf)
    told = subprocess.run(["pdftotext", folder / "sheet.pdf", "-"], capture_output=True, text=True, check=True)
    return " ".join(told.stdout.split())


def say(store: Store, kind: AnswerKind) -> AnswerReceipt:
    strings = read_strings(current().path)[0]
    said = AnswerStatement(SUBJECT, AnswerField.EXISTENCE, kind)
    return submit(store, ANNA, Sending(str(uuid4()), TOWN, "najaar", AnswerChannel.PHONE, (said,)), strings)


def all_agree(capsys: pytest.CaptureFixture[str], folder: Path, waiting: int, answer: AnswerKind | None) -> Dataset:
    """``answer`` is the last that was accepted, and ``waiting`` how many wait: each place says so in the same words."""
    ds, book = current(), book_of_readers()
    p, state = profile(ds, TOWN, today()), waiting_here(book, TOWN)
    own = [line.text for line in own_answers(ds, TOWN)]
    assert len(own) == (answer is not None) and all(str(answer and answer.label("nl")) in line for line in own)
    assert bool(state) == bool(waiting) and (str(waiting) in state) == bool(waiting)
    assert main(["profile", TOWN, "--format", "json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["waiting"], [x["text"] for x in told["own_answers"]]) == (state, own)
    assert told["status"] == status_at(ds, today()).row(TOWN).status.value
    assert main(["profile", TOWN]) == 0
    printed = capsys.readouterr().out
    assert ("Opgegeven, nog niet beoordeeld" in printed) == bool(waiting) and all(line in printed for line in own)
    sheet = words_of(factsheet_pdf(ds, p, waiting=state), folder)
    assert state in sheet and ("nog niet beoordeeld" in sheet) == bool(waiting) and all(line in sheet for line in own)
    heard = heard_now(ds, book)
    assert heard is not None and usual_kinds(book)[0] is SlideKind.RESPONSE
    slides = story(ds, Wish(today(), (SlideKind.RESPONSE, SlideKind.HEARD), heard=heard))
    shown = html_page(ds, slides)
    assert response_sentence(heard.response) in shown and waiting_words(waiting) in shown
    assert ("nog niet beoordeeld" in shown) == bool(waiting)
    return ds


def test_every_place_says_the_same_after_every_step(
    asked: Store, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    check = check_with(read_strings(current().path)[0])
    before = {r.code: r.status for r in status_at(all_agree(capsys, tmp_path, 0, None), today()).rows}
    first = say(asked, AnswerKind.NONE)
    stated = all_agree(capsys, tmp_path, 1, None)
    assert {r.code: r.status for r in status_at(stated, today()).rows} == before  # stated is not accepted
    send_back(asked, BERT, first.answers[0], "Sinds wanneer?")
    all_agree(capsys, tmp_path, 0, None)
    unknown = say(asked, AnswerKind.UNKNOWN)
    all_agree(capsys, tmp_path, 1, None)
    accept(asked, BERT, unknown.answers, check)
    same = all_agree(capsys, tmp_path, 0, AnswerKind.UNKNOWN)  # an answer, and no claim
    assert {r.code: r.status for r in status_at(same, today()).rows} == before
    again = say(asked, AnswerKind.NONE)
    all_agree(capsys, tmp_path, 1, AnswerKind.UNKNOWN)
    accept(asked, BERT, again.answers, check)
    after = all_agree(capsys, tmp_path, 0, AnswerKind.NONE)
    assert {r.code: r.status for r in status_at(after, today()).rows} != before
    reject(asked, BERT, say(asked, AnswerKind.NOT_OURS).answers[0], "Dit vragen wij aan jullie.")
    all_agree(capsys, tmp_path, 0, AnswerKind.NONE)


def test_the_deck_of_the_command_line_begins_with_the_round(asked: Store, tmp_path: Path) -> None:
    from pptx import Presentation

    say(asked, AnswerKind.UNKNOWN)
    assert main(["export", "--format", "pptx", "--out", str(tmp_path / "dia.pptx")]) == 0
    slides = list(Presentation(str(tmp_path / "dia.pptx")).slides)
    texts = [" ".join(s.text_frame.text for s in slide.shapes if s.has_text_frame) for slide in slides]
    found = next(t for t in texts if "Respons deze ronde" in t)
    heard = heard_now(current(), book_of_readers())
    assert heard is not None and response_sentence(heard.response) in found and waiting_words(1) in found
