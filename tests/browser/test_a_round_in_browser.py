"""A whole round in a real browser: opened, invited, answered by every way and in every kind, judged, published, told.

At every step the log, the tiles that readers see, the commands and the open files say the same.
"""

from __future__ import annotations

import csv
import json
import re
import shutil
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
from addresses import settle
from databases import cluster, database_address, postgres_url  # noqa: F401 fixtures
from harness import PATIENCE, ROOT, Visit, follow, serve, visit
from playwright.sync_api import Browser, Page, expect
from small_package import write_package

from coverage.analysis.round_words import response_sentence
from coverage.analysis.status import status_at
from coverage.cli import main
from coverage.dataset.newest import add_to_snapshots, current, read_dataset
from coverage.dates import today
from coverage.inventory.book import Book
from coverage.inventory.chain import chain_problems
from coverage.inventory.overlay import show_accepted
from coverage.inventory.response import Response, questions_for, response
from coverage.inventory.store import Store
from coverage.inventory.store_setup import init_store
from coverage.inventory.subjects import tables_of
from coverage.sheets.proposals import COLUMNS, DATE, ID, RELATION, SHEET, SOURCE, SUBJECT
from coverage.vocabulary import AnswerChannel, AnswerConflict, AnswerKind, AnswerState

ROUND = "najaar"
DEPARTMENT = "beleidsmedewerker zorg"
LONG = (("small", "postgresql"), ("real", "sqlite"), ("real", "postgresql"))


@dataclass
class Play:
    """The server, its store, and a reader at the desk, with few words for what happens."""

    url: str
    store: Store
    package: Path
    desk: Visit
    capsys: pytest.CaptureFixture[str]

    @property
    def book(self) -> Book:
        with self.store.reading() as connection:
            return self.store.book(connection)

    @property
    def now(self) -> Response:
        return response(self.book, tables_of(current(self.package)), ROUND, today())

    def command(self, *words: str) -> str:
        self.capsys.readouterr()
        assert main(list(words)) == 0, self.capsys.readouterr().err
        return self.capsys.readouterr().out

    def at_desk(self, task: str, more: str = "") -> Page:
        page = self.desk.open(f"{self.url}/werkbank?ronde={ROUND}&taak={task}{more}")
        settle(self.desk)
        return page

    def press(self, page: Page, name: str, says: str) -> None:
        """Press a button and wait for what it says; publishing the whole package is checked on a copy first."""
        page.get_by_role("button", name=name).first.click()
        expect(page.get_by_text(says).first).to_be_visible(timeout=4 * PATIENCE)

    def file(self, path: str) -> bytes:
        with urllib.request.urlopen(f"{self.url}{path}", timeout=60) as answer:
            return bytes(answer.read())

    def agree(self, *, live: bool = False) -> None:
        """Log, tiles, commands and files tell the same of this moment; tiles as the server draws them, or ``live``."""
        with self.store.reading() as connection:
            assert list(chain_problems(self.store.events(connection))) == []
        found = self.now
        said = json.loads(self.command("inventory", "response", ROUND, "--format", "json"))
        assert said["asked"] == len(found.organisations)
        assert (said["in"], said["partly"]) == (found.came_in, found.partly)
        assert (said["accepted"], said["unknown"]) == (found.accepted, found.unknown)
        assert [r["state"] for r in said["regions"]] == [r.state.value for r in found.regions]
        assert len(json.loads(self.command("inventory", "queue", "--format", "json"))) == len(self.book.open_answers())
        states, sentence = [r.state.label() for r in found.regions], response_sentence(found)
        if live:
            page = self.desk.open(f"{self.url}/uitvraag?ronde={ROUND}")
            settle(self.desk)
            assert page.locator("li.tile .state").all_inner_texts() == states
            expect(page.locator("#root .answer").first).to_contain_text(sentence)
        else:
            told = self.file(f"/uitvraag?ronde={ROUND}").decode()
            assert re.findall(r'<span class="state">(.*?)</span>', told) == states and sentence in told
        statuses = {r.code: r.status.value for r in status_at(current(self.package), today()).rows}
        rows = json.loads(self.file("/data/latest/status/today.json"))["municipalities"]
        assert {r["code"]: r["status"] for r in rows} == statuses


@dataclass
class Form:
    """Somebody who answers for an organisation."""

    page: Page
    home: str

    def question(self, subject: str, field: str) -> None:
        self.page.goto(f"{self.home}/vraag/{subject}/{field}")

    def answer(self, wanted: str, text: str = "") -> str:
        """Tick an answer of the page that is open (another one when that is not offered), and go on."""
        offered = self.page.locator(f"input[name=answer][value='{wanted}']")
        radio = offered if offered.count() else self.page.locator("input[name=answer][value=unknown]")
        kind = str(radio.first.get_attribute("value"))
        radio.first.check()
        if text and kind in {"changed", "added"}:
            self.page.locator("#text").fill(text)
        follow(self.page.get_by_role("button", name="Verder"))
        assert not self.page.locator(".faults").count(), self.page.locator(".faults").inner_text()
        return kind

    def send(self) -> None:
        self.page.goto(f"{self.home}/controle")
        self.page.get_by_label("Welke functie en afdeling antwoordt?").fill(DEPARTMENT)
        follow(self.page.get_by_role("button", name="Stuur naar het ministerie"))
        expect(self.page.get_by_role("heading", level=1)).to_have_text("Je antwoorden zijn ontvangen")


@pytest.fixture
def package(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A country of ten municipalities (three invitations), or the data as they are (one per centre municipality)."""
    folder = tmp_path / "data"
    return write_package(folder) if request.param == "small" else Path(shutil.copytree(ROOT / "data", folder))


@pytest.fixture
def play(
    browser: Browser, package: Path, database_address: str, capsys: pytest.CaptureFixture[str],  # noqa: F811
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Play]:  # fmt: skip
    variables = {"COVERAGE_DESK": "laptop", "COVERAGE_INVENTORY": database_address, "COVERAGE_DATA": str(package),
                 "STREAMLIT_SERVER_ADDRESS": "127.0.0.1"}  # fmt: skip
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    store = init_store(database_address)
    show_accepted(store)
    with serve("app.py", env=variables) as url, visit(browser) as desk:
        yield Play(url, store, package, desk, capsys)
    add_to_snapshots(None)
    store.close()


def opened(play: Play) -> list[str]:
    """The round, open: for the centres and, where these are few, for a municipality too."""
    places = read_dataset(play.package).table("duup_regions")
    asked = sorted(set(places["centre_code"]))
    names = play.package.parent / "names.txt"
    names.write_text("\n".join([*asked, *(["GM9002"] if len(asked) < 3 else [])]), encoding="utf-8")
    deadline = (today() + timedelta(28)).isoformat()
    play.command("inventory", "round", "open", ROUND, "--ask", str(names), "--deadline", deadline)
    return list(play.book.rounds[ROUND].asked)


def invited(play: Play) -> dict[str, dict[str, str]]:
    """Invitations made at the desk, as they are taken along once."""
    page = play.at_desk("uitnodigen")
    play.press(page, "Maak uitnodigingen", "Om te versturen")
    with page.expect_download() as download:
        page.get_by_role("button", name="Lijst voor samenvoegen (CSV)").click()
    rows = csv.DictReader(Path(download.value.path()).read_text("utf-8-sig").splitlines())
    return {row["organisation"]: row for row in rows}


def entered(play: Play, page: Page, letter: dict[str, str]) -> Form:
    home = f"{play.url}/opgave/{letter['link'].rsplit('/', 1)[1]}"
    page.goto(home)
    if page.get_by_label("Code").count():  # who was here before is still in
        page.get_by_label("Code").fill(letter["code"])
        follow(page.get_by_role("button", name="Naar de vragen"))
    expect(page.get_by_role("heading", level=1)).to_have_text("Jouw vragen")
    return Form(page, home)


def everything(play: Play, form: Form, centre: str) -> str:
    """A centre that confirms, changes, does not know, passes on, denies and adds, in one sending; the new programme."""
    asked = questions_for(play.book, tables_of(current(play.package)), ROUND, centre)
    running = list(dict.fromkeys(s for s, _field in asked if s.startswith("programme:")))
    first, *others = running
    for field, kind, text in (
        ("existence", "confirmed", ""), ("executor", "changed", "Stichting Nu"), ("groups", "unknown", ""),
        ("access", "not_ours", ""), ("professional_route", "none", ""),
    ):  # fmt: skip
        form.question(first, field)
        assert form.answer(kind, text) == kind
    for other in others[:1]:
        form.question(other, "existence")
        assert form.answer("ended") == "ended"
    form.page.goto(f"{form.home}/nieuw")
    form.page.locator("#text").fill("Programma X")
    follow(form.page.get_by_role("button", name="Verder"))
    new = form.page.url.partition("/vraag/")[2].partition("/")[0]
    form.answer("changed", "Organisatie X")
    form.question(new, "area")
    form.page.locator("input[name=answer][value=changed]").check()
    follow(form.page.get_by_role("link", name="Vink alle"))
    form.answer("changed")
    form.send()
    return new


def by_sheet(form: Form, folder: Path) -> None:
    """A programme that is new, told on the sheet of the invitation."""
    content = form.page.context.request.get(f"{form.home}/correctieblad.xlsx").body()
    book = openpyxl.load_workbook(BytesIO(content))
    sheet, column = book[SHEET], {name: COLUMNS.index(name) + 1 for name in COLUMNS}
    row = next(r for r in range(2, sheet.max_row + 1) if sheet.cell(r, column[ID]).value == "nieuw")
    cells = {SUBJECT: "Programma van het blad", RELATION: "vestiging", SOURCE: "Besluit", DATE: f"{today().year}-01"}
    for name, value in cells.items():
        sheet.cell(row, column[name]).value = value
    path = folder / "blad.xlsx"
    book.save(path)
    form.page.goto(f"{form.home}/correctieblad")
    form.page.locator("input[type=file]").set_input_files(path)
    follow(form.page.get_by_role("button", name="Lees het blad"))
    expect(form.page.get_by_role("heading", name="In je concept gekomen")).to_be_visible()
    form.send()


def by_telephone(play: Play, organisation: str) -> None:
    """The first question, answered at the desk."""
    page = play.at_desk("bellen", f"&organisatie={organisation}")
    kind = page.get_by_role("combobox", name="Antwoord:").first
    kind.click()
    kind.fill(AnswerKind.UNKNOWN.label())
    page.get_by_role("option", name=AnswerKind.UNKNOWN.label()).click()
    play.press(page, "Noteer deze antwoorden", "Ontvangstbewijs")


def choose_sending(play: Play, page: Page, town: str) -> None:
    chooser = page.get_by_role("combobox", name="Inzending").first
    chooser.click()
    page.get_by_role("option", name=f"{town}:").first.click()
    settle(play.desk)


@pytest.mark.parametrize(
    ("package", "database_address"),
    [("small", "sqlite"), *(pytest.param(p, d, marks=pytest.mark.slow) for p, d in LONG)],
    indirect=True,
)
def test_a_round_from_opening_to_slides(  # noqa: PLR0915 one round is one story
    play: Play, browser: Browser, tmp_path: Path
) -> None:
    asked = opened(play)
    assert len(asked) == 3 or len(asked) == len(set(read_dataset(play.package).table("duup_regions")["centre_code"]))
    letters = invited(play)
    assert list(letters) == asked
    play.agree(live=True)

    tables = tables_of(current(play.package))
    programmes = {o: sum(f.value == "executor" for _s, f in questions_for(play.book, tables, ROUND, o)) for o in asked}
    teller = max(asked, key=lambda o: programmes[o])
    caller, writer, *others = [o for o in asked if o != teller]
    context = browser.new_context(locale="nl-NL", java_script_enabled=False)
    page = context.new_page()
    page.set_default_timeout(PATIENCE)
    form = entered(play, page, letters[teller])
    new = everything(play, form, teller)
    by_telephone(play, caller)
    by_sheet(entered(play, page, letters[writer]), tmp_path)
    turn = [k for k in AnswerKind if k is not AnswerKind.ADDED]
    for place, organisation in enumerate(others):
        entered(play, page, letters[organisation])
        page.locator("a.button").first.click()
        Form(page, form.home).answer(turn[place % len(turn)].value)
        Form(page, page.url.partition("/vraag/")[0].partition("/controle")[0]).send()
    kinds = {a.kind for a in play.book.answers.values()}
    assert kinds == set(AnswerKind), set(AnswerKind) - kinds
    assert {a.channel for a in play.book.answers.values()} == set(AnswerChannel)
    assert play.now.came_in == len(asked)
    play.agree()

    # A draft that was made before the acceptance, and is sent after it, contradicts what nobody had shown its writer.
    form = entered(play, page, letters[teller])
    form.question(new, "executor")
    form.answer("changed", "Organisatie Y")
    names = {o.organisation: o.name for o in play.now.organisations}
    sendings = {a.organisation: a.submission for a in play.book.answers.values()}
    desk = play.at_desk("beoordelen")
    choose_sending(play, desk, names[teller])
    foreseen = desk.locator("table:has(caption:text('Wat er op de kaart verandert')) tbody tr").count()
    before = {r.code: r.status for r in status_at(current(play.package), today()).rows}
    play.press(desk, "Neem over (", "overgenomen; de kaart volgt")
    after = {r.code: r.status for r in status_at(current(play.package), today()).rows}
    assert foreseen and foreseen == sum(after[c] is not s for c, s in before.items())
    play.agree()
    form.send()
    (late,) = [a for a in play.book.open_answers() if a.organisation == teller]
    assert play.book.conflict(late) is AnswerConflict.HARD
    play.command("inventory", "reject", late.answer_id, "--reason", "Organisatie X is al overgenomen.")

    desk = play.at_desk("beoordelen")
    choose_sending(play, desk, names[caller])
    desk.get_by_label("Vraag of reden; de gemeente leest dit").fill("Wie zou het weten?")
    play.press(desk, "Geef terug met deze vraag", "terug met een vraag")
    (back,) = [a for a in play.book.answers.values() if a.organisation == caller]
    assert (back.state, back.submission) == (AnswerState.RETURNED, sendings[caller])
    play.agree()
    form = entered(play, page, letters[caller])
    expect(page.get_by_text("Wie zou het weten?")).to_be_visible()
    form.question(back.subject, back.field.value)
    form.answer("not_ours")
    form.send()
    play.command("inventory", "accept", *(a.answer_id for a in play.book.open_answers()))
    assert not play.book.open_answers() and play.now.accepted == len(asked)
    play.agree()

    shown = {r.code: r.status.value for r in status_at(current(play.package), today()).rows}
    desk = play.at_desk("publiceren")
    desk.get_by_role("textbox", name="Naam van de editie").fill("najaarsdag")
    play.press(desk, "Publiceer en leg vast", "vastgelegd op gebeurtenis")
    told = json.loads(play.command("status", "--format", "json"))["municipalities"]
    assert {r["code"]: r["status"] for r in told} == shown
    play.command("inventory", "round", "close", ROUND)
    assert "In orde" in play.command("inventory", "verify")
    play.agree(live=True)

    slides = play.file("/dias?dias=respons,geleerd").decode()
    assert response_sentence(play.now) in slides and "Programma X" in slides
    profile = play.desk.open(f"{play.url}/mijn-gemeente?gemeente={teller}")
    expect(profile.locator("article.profile")).to_contain_text(AnswerKind.UNKNOWN.label(), timeout=PATIENCE)
    context.close()
