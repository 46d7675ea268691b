"""The jobs of a municipality and of a presenter, on a wide screen and on a phone, each within its bound of clicks."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from io import BytesIO
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from addresses import settle
from clicks import Clicks
from harness import PATIENCE, WIDE, Visit, until, visit
from playwright.sync_api import Browser, Page, ViewportSize, expect
from pptx import Presentation

from coverage.dataset import current

TO_TURN, FOR_A_DECK = 2, 5
SCREENS = {"wide": WIDE, "phone": ViewportSize(width=390, height=844)}


@pytest.fixture(params=SCREENS)
def at(request: pytest.FixtureRequest, browser: Browser, server: str) -> Iterator[Visit]:
    """The front page on one of the screens."""
    with visit(browser, viewport=SCREENS[request.param]) as reader:
        reader.open(server + "/")
        settle(reader)
        yield reader


def test_a_municipality_finds_where_to_turn(at: Visit) -> None:
    clicks, page = Clicks(), at.page
    clicks.on(page.get_by_label("Zoek een gemeente"))
    page.keyboard.type("Amersfoort")
    page.keyboard.press("Enter")
    clicks.on(page.get_by_role("link", name="Waar kun je terecht? De pagina van Amersfoort"))
    expect(page.get_by_role("heading", name="Waar kun je terecht?", exact=True).first).to_be_visible(timeout=PATIENCE)
    expect(page).to_have_title("Amersfoort – Mijn gemeente – Dekking uitstapprogramma's")
    assert clicks.made <= TO_TURN


def _asked_for(page: Page, name: str) -> bool:
    return name in parse_qs(urlsplit(page.url).query).get("gebied", [""])[0].split(",")


def test_a_presenter_makes_a_deck_for_three_regions(at: Visit) -> None:
    clicks, page = Clicks(), at.page
    names = [str(n) for n in current().table("duup_regions")["name"][:3]]
    menu = page.get_by_role("button", name="Menu openen")
    if menu.is_visible():
        clicks.on(menu)
    clicks.on(page.get_by_role("link", name="Presentatie", exact=True).first)
    clicks.on(page.get_by_label("Regio's, of een provincie"))
    for name in names:
        page.keyboard.type(name)
        page.keyboard.press("Enter")
        expect(page.get_by_test_id("stMultiSelect").get_by_text(name, exact=True)).to_be_visible(timeout=PATIENCE)
        until(page, partial(_asked_for, page, name), f"{name} does not come in the address")
        settle(at)  # a name that is typed while the page draws the one before can be lost
    page.keyboard.press("Tab")
    settle(at)  # a click on a button that is drawn anew is lost
    with page.expect_download(timeout=2 * PATIENCE) as file:
        clicks.on(page.get_by_role("button", name="Download PowerPoint"))
    show = Presentation(BytesIO(Path(file.value.path()).read_bytes()))
    titles = " ".join(slide.shapes.title.text_frame.text for slide in show.slides)
    assert all(f"Regio {name}: " in titles for name in names), titles
    assert clicks.made <= FOR_A_DECK
