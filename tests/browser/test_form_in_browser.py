"""A whole set of questions answered in a real browser, without scripts and by keyboard; axe on each page."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
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
from coverage.inventory.book import Answer
from coverage.inventory.invitations import Letter
from coverage.inventory.rounds import Dates, asked_organisations, invite, open_round
from coverage.inventory.store import Store
from coverage.inventory.store_setup import init_store
from coverage.vocabulary import AnswerKind

CENTRE, TOWN = "GM9001", "GM9002"
# A centre with two programmes of which nothing changed: what it takes from "Begin" to "Stuur" beside its department. It
# is two clicks a question: 19 questions, and the buttons to begin and to send. With one programme it is 22 and 1.
CLICKS, TEXTS = 40, 2
MOST_CLICKS = 6  # from the link in the letter to the receipt, for one answer
ROUTE = "Wijkteam, via het algemene nummer"


@dataclass
class Form:
    """The address of a server, and the inventory behind it."""

    url: str
    store: Store
    country: Path

    def letters(self, round_name: str) -> dict[str, Letter]:
        """Invitations of a round of its own, so that tests which share the server do not share answers."""
        desk = Desk("laptop")
        asked = asked_organisations(read_strings(self.country)[0], [CENTRE, TOWN])
        open_round(self.store, desk, round_name, asked, Dates(today() + timedelta(28), today()))
        return {letter.organisation: letter for letter in invite(self.store, desk, round_name)}

    def answers(self, round_name: str) -> list[Answer]:
        with self.store.reading() as connection:
            answers = self.store.book(connection).answers.values()
        return [answer for answer in answers if answer.round == round_name]


@pytest.fixture(scope="module")
def form(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Form]:
    folder = tmp_path_factory.mktemp("form")
    country, database = write_package(folder / "data"), f"sqlite:///{folder / 'inventory.sqlite'}"
    store = init_store(database)
    with serve("app.py", data=country, env={"COVERAGE_INVENTORY": database}) as url:
        yield Form(url, store, country)
    store.close()


@contextmanager
def reader(browser: Browser, **options: Any) -> Iterator[Page]:
    with visit(browser, **options) as one:
        yield one.page


def fits(page: Page) -> bool:
    """Nothing has to be scrolled sideways."""
    return bool(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))


def test_a_set_is_answered_without_scripts_and_in_few_steps(browser: Browser, form: Form) -> None:
    letter, clicks, texts = form.letters("a-set")[CENTRE], 0, 0
    with reader(browser, java_script_enabled=False) as page:
        page.goto(f"{form.url}/opgave/{letter.link}")
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
        answers = form.answers("a-set")
        assert len(answers) == 19 and {a.organisation for a in answers} == {CENTRE}
        assert [a.value for a in answers if a.field == "professional_route"] == [ROUTE, ROUTE]
        assert sum(a.kind is AnswerKind.CONFIRMED for a in answers) == 7


def test_axe_finds_nothing_on_any_page_and_nothing_is_wider_than_a_phone(browser: Browser, form: Form) -> None:
    letter, titles = form.letters("axe")[CENTRE], []
    with reader(browser) as page:

        def look() -> None:
            titles.append(page.title())
            for width in (1400, 390, 320):  # 320: 400% of 1280
                page.set_viewport_size({"width": width, "height": 900})
                assert fits(page), (page.url, width)
                assert width != 320 or violations(page) == [], (page.url, width)

        home = f"{form.url}/opgave/{letter.link}"
        page.goto(f"{form.url}/opgave")
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


def test_a_question_is_answered_by_keyboard(browser: Browser, form: Form) -> None:
    letter = form.letters("keyboard")[TOWN]
    with reader(browser) as page:
        page.goto(f"{form.url}/opgave/{letter.link}")
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


def test_one_thing_is_said_and_sent_in_six_clicks(browser: Browser, form: Form) -> None:
    """From the link in the letter, by who wants to say one thing; the profile leads to how to get that letter."""
    letter, clicks = form.letters("six-clicks")[TOWN], 0
    with reader(browser, java_script_enabled=False) as page:
        page.goto(f"{form.url}/opgave/{letter.link}")
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
        (answer,) = form.answers("six-clicks")
        assert (answer.organisation, answer.kind) == (TOWN, AnswerKind.UNKNOWN)
