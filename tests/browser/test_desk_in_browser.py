"""The desk on a laptop in a real browser: a round by keyboard, a map that follows in an open page, and axe."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from uuid import uuid4

import pytest
from addresses import settle
from harness import PATIENCE, Visit, serve, visit
from layout import resize
from playwright.sync_api import Browser, expect
from test_accessibility import violations

from coverage.dataset import current
from coverage.dates import today
from coverage.inventory.actors import Desk
from coverage.inventory.rounds import Dates, asked_organisations, open_round
from coverage.inventory.statements import AnswerStatement
from coverage.inventory.store import Store
from coverage.inventory.store_setup import init_store
from coverage.inventory.subjects import tables_of
from coverage.inventory.submitting import Sending, submit
from coverage.vocabulary import AnswerChannel, AnswerField, AnswerKind

APELDOORN, NEW = "GM0200", "programme:GM0200-1"
PARTS = (
    "/werkbank", "/werkbank?taak=uitnodigen", f"/werkbank?taak=bellen&organisatie={APELDOORN}",
    "/werkbank?taak=beoordelen", "/werkbank?taak=logboek", "/werkbank?taak=publiceren", "/uitvraag",
    "/uitvraag?zaal=ja",
)  # fmt: skip


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    made = init_store(f"sqlite:///{tmp_path_factory.mktemp('desk') / 'inventory.sqlite'}")
    yield made
    made.close()


@pytest.fixture(scope="module")
def laptop(store: Store) -> Iterator[str]:
    """Address of a dashboard as ``make inventory`` starts it."""
    variables = {
        "COVERAGE_DESK": "laptop", "COVERAGE_INVENTORY": store.url.render_as_string(),
        "STREAMLIT_SERVER_ADDRESS": "127.0.0.1",
    }  # fmt: skip
    with serve("app.py", env=variables) as url:
        yield url


def press_by_keyboard(reader: Visit, name: str) -> None:
    """Reach a button with Tab, as somebody without a mouse does, and press it."""
    page = reader.page
    wanted = page.get_by_role("button", name=name, exact=True).first
    expect(wanted).to_be_visible(timeout=PATIENCE)
    settle(reader)  # what is drawn anew loses the keyboard
    for _step in range(80):
        if wanted.evaluate("element => element === document.activeElement"):
            break
        page.keyboard.press("Tab")
    else:
        raise AssertionError(f"{name} is not reached with Tab")
    page.keyboard.press("Enter")


def test_a_round_is_opened_and_everybody_invited_by_keyboard(browser: Browser, laptop: str, store: Store) -> None:
    with visit(browser) as reader:
        page = reader.open(laptop + "/werkbank")
        press_by_keyboard(reader, "Open de ronde")
        expect(page.locator("li.tile")).to_have_count(18, timeout=PATIENCE)
        press_by_keyboard(reader, "Verder: Uitnodigen")
        press_by_keyboard(reader, "Maak uitnodigingen")
        expect(page.get_by_role("link", name="mail aan Apeldoorn")).to_be_visible(timeout=PATIENCE)
    with store.reading() as connection:
        assert len(store.book(connection).invitations) == 18


def opened(store: Store) -> str:
    """Name of the round; one is opened when the test before was left out."""
    with store.reading() as connection:
        known = list(store.book(connection).rounds)
    if known:
        return known[0]
    asked = asked_organisations(tables_of(current()), "centres")
    dates = Dates(deadline=today() + timedelta(28), opening=today())
    return open_round(store, Desk("laptop"), "ronde", asked, dates).name


def test_an_acceptance_is_on_the_map_of_a_page_that_was_open(browser: Browser, laptop: str, store: Store) -> None:
    said = (
        AnswerStatement(NEW, AnswerField.EXISTENCE, AnswerKind.ADDED, "Programma X", f"{today().year}-01"),
        AnswerStatement(
            NEW, AnswerField.AREA, AnswerKind.CHANGED, [APELDOORN, "Epe", "Deventer"], f"{today().year}-01"
        ),
    )
    sending = Sending(str(uuid4()), APELDOORN, opened(store), AnswerChannel.PHONE, said)
    with visit(browser) as other, visit(browser) as reader:
        page = other.open(laptop + "/mijn-gemeente?gemeente=Epe")
        settle(other)
        expect(page.locator("article.profile")).not_to_contain_text("Programma X")
        submit(store, Desk("laptop"), sending, tables_of(current()))
        desk = reader.open(laptop + "/werkbank?taak=beoordelen")
        settle(reader)
        expect(desk.get_by_role("row", name="Epe aangekondigd")).to_be_visible(timeout=PATIENCE)  # foreseen
        assert not violations(desk)
        resize(desk, 390, 844)
        assert desk.evaluate("document.documentElement.scrollWidth") <= 390
        wider = "all => all.filter(e => e.scrollWidth > e.clientWidth + 1).length"
        assert not desk.locator(".scroll").evaluate_all(wider)
        press_by_keyboard(reader, "Neem over (2)")
        expect(desk.get_by_text("2 antwoorden overgenomen")).to_be_visible(timeout=PATIENCE)
        page.get_by_text("medio 2013").first.click()
        page.get_by_text("vandaag").first.click()
        expect(page.locator("article.profile")).to_contain_text("Programma X", timeout=PATIENCE)


QUICK = {"/werkbank?taak=uitnodigen", f"/werkbank?taak=bellen&organisatie={APELDOORN}", "/uitvraag"}
CASES = [
    pytest.param(address, scheme, marks=[] if scheme == "light" and address in QUICK else [pytest.mark.slow])
    for address in PARTS
    for scheme in ("light", "dark")
]


@pytest.mark.parametrize(("address", "scheme"), CASES)
def test_axe_finds_nothing_at_the_desk(browser: Browser, laptop: str, store: Store, address: str, scheme: str) -> None:
    opened(store)
    with visit(browser, color_scheme=scheme, reduced_motion="reduce") as reader:
        page = reader.open(laptop + address)
        settle(reader)
        found = []
        for width in (1400, 390):
            resize(page, width, 900)
            assert page.evaluate("document.documentElement.scrollWidth") <= width
            found += [f"{width} px: {line}" for line in violations(page)]
        assert not found, "\n".join(found)
