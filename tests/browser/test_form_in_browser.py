"""A whole set of questions answered in a real browser, without scripts and by keyboard; axe on each page."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from harness import follow, serve, visit
from playwright.sync_api import Browser, Page, expect
from small_package import write_package
from test_accessibility import violations

from coverage.dataset.problems import read_strings
from coverage.dates import today
from coverage.inventory.actors import Desk
from coverage.inventory.invitations import Letter
from coverage.inventory.rounds import Dates, asked_organisations, invite, open_round
from coverage.inventory.store_setup import init_store
from coverage.vocabulary import AnswerKind

CENTRE, TOWN = "GM9001", "GM9002"
# A centre with two programmes of which nothing changed: what it takes from "Begin" to "Stuur" beside its department. It
# is two clicks a question: 19 questions, and the buttons to begin and to send. With one programme it is 22 and 1.
CLICKS, TEXTS = 40, 2
MOST_CLICKS = 6  # from the link in the letter to the receipt, for one answer
ROUTE = "Wijkteam, via het algemene nummer"


@pytest.fixture(scope="module")
def country(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_package(tmp_path_factory.mktemp("country") / "data")


@contextmanager
def round_of(country: Path, folder: Path) -> Iterator[tuple[str, dict[str, Letter], str]]:
    """A server with an inventory: its address, the letters, and the address of the database."""
    database = f"sqlite:///{folder / 'inventory.sqlite'}"
    store, desk = init_store(database), Desk("laptop")
    asked = asked_organisations(read_strings(country)[0], [CENTRE, TOWN])
    open_round(store, desk, "2026-najaar", asked, Dates(today() + timedelta(28), today()))
    letters = {letter.organisation: letter for letter in invite(store, desk, "2026-najaar")}
    with serve("app.py", data=country, env={"COVERAGE_INVENTORY": database}) as url:
        yield url, letters, database
    store.close()


@contextmanager
def reader(browser: Browser, **options: Any) -> Iterator[Page]:
    with visit(browser, **options) as one:
        yield one.page


def fits(page: Page) -> bool:
    """Nothing has to be scrolled sideways."""
    return bool(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))


def test_a_set_is_answered_without_scripts_and_in_few_steps(browser: Browser, country: Path, tmp_path: Path) -> None:
    with round_of(country, tmp_path) as (url, letters, database), reader(browser, java_script_enabled=False) as page:
        letter, clicks, texts = letters[CENTRE], 0, 0
        page.goto(f"{url}/opgave/{letter.link}")
        page.get_by_label("Code").fill(letter.code)
        follow(page.get_by_role("button", name="Naar de vragen"))
        follow(page.get_by_role("link", name="Begin"))
        while "/vraag/" in page.url:
            still = page.get_by_role("radio", name="Klopt nog")
            if still.count():
                still.check()
            elif "professional_route" in page.url.partition("?")[0]:
                page.get_by_role("radio", name="Het antwoord is:").check()
                page.get_by_label("In woorden").fill(ROUTE)
                texts += 1
            elif "class" in page.url.partition("?")[0]:
                page.get_by_role("radio").first.check()
            else:
                page.get_by_role("radio", name="Dat weten wij niet").check()
            follow(page.get_by_role("button", name="Verder"))
            clicks += 2
        expect(page.get_by_role("heading", level=1)).to_have_text("Controleer je antwoorden")
        page.get_by_label("Welke functie en afdeling antwoordt?").fill("beleidsmedewerker zorg")
        follow(page.get_by_role("button", name="Stuur naar het ministerie"))
        expect(page.get_by_role("heading", level=1)).to_have_text("Je antwoorden zijn ontvangen")
        assert (clicks + 2, texts) == (CLICKS, TEXTS)
        store = init_store(database)
        with store.reading() as connection:
            answers = store.book(connection).answers.values()
        assert len(answers) == 19 and {a.organisation for a in answers} == {CENTRE}
        assert [a.value for a in answers if a.field == "professional_route"] == [ROUTE, ROUTE]
        assert sum(a.kind is AnswerKind.CONFIRMED for a in answers) == 7
        store.close()


def test_axe_finds_nothing_on_any_page_and_nothing_is_wider_than_a_phone(
    browser: Browser, country: Path, tmp_path: Path
) -> None:
    with round_of(country, tmp_path) as (url, letters, _database), reader(browser) as page:
        letter, titles = letters[CENTRE], []

        def look() -> None:
            titles.append(page.title())
            for width in (1400, 390, 320):  # 320: 400% of 1280
                page.set_viewport_size({"width": width, "height": 900})
                assert fits(page), (page.url, width)
                assert width != 320 or violations(page) == [], (page.url, width)

        home = f"{url}/opgave/{letter.link}"
        page.goto(f"{url}/opgave")
        look()
        page.goto(home)
        look()
        follow(page.get_by_role("button", name="Naar de vragen"))  # without a code
        look()
        page.get_by_label("Code").fill(letter.code)
        follow(page.get_by_role("button", name="Naar de vragen"))
        look()
        for field in ("existence", "area", "groups", "capacity_class", "professional_route"):
            page.goto(f"{home}/vraag/programme:P-AARDE/{field}")
            look()
            follow(page.get_by_role("button", name="Verder"))
            expect(page.locator(".faults")).to_be_focused()  # where a screen reader goes on
            look()
            choice = page.locator("input[value=changed]")
            (choice if choice.count() else page.get_by_role("radio").first).check()
            look()
        page.goto(f"{home}/vraag/programme:P-AARDE/area")
        page.locator("input[value=changed]").check()
        page.get_by_role("checkbox", name="Beukenrode").uncheck()
        assert _colour(page, "GM9002") != _colour(page, "GM9001")  # the map follows the boxes
        follow(page.get_by_role("button", name="Verder"))
        page.goto(f"{home}/controle")
        look()
        page.get_by_label("Welke functie en afdeling antwoordt?").fill("zorg")
        follow(page.get_by_role("button", name="Stuur naar het ministerie"))
        look()
        for path in ("nieuw?taal=en", "correctieblad", "vraag/programme:NIET/area"):
            page.goto(f"{home}/{path}")
            look()
        assert len(set(titles)) == 19 and all(" · " in title for title in titles), sorted(set(titles))


def _colour(page: Page, code: str) -> str:
    return str(page.locator(f".k{code}").evaluate("path => getComputedStyle(path).fill"))


def test_a_question_is_answered_by_keyboard(browser: Browser, country: Path, tmp_path: Path) -> None:
    with round_of(country, tmp_path) as (url, letters, _database), reader(browser) as page:
        letter = letters[TOWN]
        page.goto(f"{url}/opgave/{letter.link}")
        page.keyboard.press("Tab")
        expect(page.get_by_role("link", name="Naar de inhoud")).to_be_focused()
        page.get_by_label("Code").focus()
        page.keyboard.type(letter.code)
        page.keyboard.press("Enter")
        page.get_by_role("link", name="Begin").press("Enter")
        page.get_by_role("radio").first.focus()
        page.keyboard.press("Space")
        page.keyboard.press("Enter")
        expect(page.get_by_text("Opgeslagen om")).to_be_visible()
        assert "/vraag/municipality:GM9002/next_contact" in page.url


def test_one_thing_is_said_and_sent_in_six_clicks(browser: Browser, country: Path, tmp_path: Path) -> None:
    """From the link in the letter, by who wants to say one thing; the profile leads to how to get that letter."""
    with round_of(country, tmp_path) as (url, letters, database), reader(browser, java_script_enabled=False) as page:
        letter, clicks = letters[TOWN], 0
        page.goto(f"{url}/opgave/{letter.link}")
        page.get_by_label("Code").fill(letter.code)
        for name, role in (("Naar de vragen", "button"), ("Begin", "link")):
            follow(page.get_by_role(role, name=name))  # type: ignore[arg-type]
            clicks += 1
        page.get_by_role("radio", name="Dat weten wij niet").check()
        follow(page.get_by_role("button", name="Verder"))
        follow(page.get_by_role("link", name="Controleer"))
        page.get_by_label("Welke functie en afdeling antwoordt?").fill("beleidsmedewerker zorg")
        follow(page.get_by_role("button", name="Stuur naar het ministerie"))
        expect(page.get_by_role("heading", level=1)).to_have_text("Je antwoorden zijn ontvangen")
        assert clicks + 4 <= MOST_CLICKS
        store = init_store(database)
        with store.reading() as connection:
            (answer,) = store.book(connection).answers.values()
        assert (answer.organisation, answer.kind) == (TOWN, AnswerKind.UNKNOWN)
        store.close()
