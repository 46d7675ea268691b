"""On a phone: a menu with a word, controls that fold away, and the answer in sight after a tap on the map."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from addresses import settle
from harness import Visit, until, visit
from playwright.sync_api import Browser, expect


@pytest.fixture
def phone(browser: Browser) -> Iterator[Visit]:
    with visit(browser, viewport={"width": 390, "height": 844}, has_touch=True) as reader:
        yield reader


def test_the_menu_has_a_word_and_leads_to_a_room(phone: Visit, server: str) -> None:
    page = phone.open(server)
    settle(phone)
    button = page.get_by_role("button", name="Menu openen")
    assert button.evaluate("e => getComputedStyle(e, '::after').content") == '"Menu"'
    box = button.bounding_box()
    assert box and box["width"] >= 44 and box["height"] >= 24
    button.click()
    page.get_by_role("link", name="Voor wie").click()
    expect(page).to_have_title("Doelgroepen – Dekking uitstapprogramma's")


def test_a_tap_on_the_map_brings_the_answer_into_sight(phone: Visit, server: str) -> None:
    page = phone.open(f"{server}/?datum=2013-07-01")
    settle(phone)
    area = phone.map_frame().locator("[data-code=GM0301]")
    area.focus()  # before the tap: the browser brings into sight what gets the focus
    area.dispatch_event("click")
    expect(page.locator(".detail h2")).to_have_text("Zutphen")
    expect(page.locator(".detail h2")).to_be_in_viewport()


@pytest.mark.parametrize(("path", "label"), [("/programmas", "Wie betaalt"), ("/verdeling", "Budget per jaar")])
def test_controls_fold_until_they_are_asked_for(phone: Visit, server: str, path: str, label: str) -> None:
    page = phone.open(server + path)
    settle(phone)
    field = page.get_by_label(label, exact=True)
    expect(field).to_be_hidden()
    fold = page.get_by_role("button", name="Keuzes en filters")
    expect(fold).to_have_attribute("aria-expanded", "false")
    fold.click()
    expect(field).to_be_visible()
    expect(fold).to_have_attribute("aria-expanded", "true")
    page.set_viewport_size({"width": 1280, "height": 800})
    expect(fold).to_be_hidden()
    expect(field).to_be_visible()


def test_a_wide_table_says_that_it_goes_on(phone: Visit, server: str) -> None:
    page = phone.open(f"{server}/programmas")
    settle(phone)
    expect(page.locator(".stMain .scroll.wider").first).to_be_visible()
    hint = "e => getComputedStyle(e, '::before').content"
    assert "schuif opzij" in page.locator(".stMain .scroll.wider").first.evaluate(hint)


def test_tab_passes_a_table_in_one_stop(reader: Visit, server: str) -> None:
    page = reader.open(server)
    settle(reader)
    page.get_by_text("Alle gemeenten als tabel", exact=True).click()
    settle(reader)
    where = "document.activeElement.matches('[data-testid=stDataFrame] *')"

    def passed() -> bool:  # the page's own script sees a new table a moment after it was drawn
        page.locator("[data-testid=data-grid-canvas]").focus()
        page.keyboard.press("Tab")
        return not page.evaluate(where)

    until(page, passed, "Tab stays in the table")
    assert page.evaluate("document.activeElement.textContent").endswith("Deze tabel als CSV")
    page.keyboard.press("Shift+Tab")
    assert page.evaluate("document.activeElement.matches('[data-testid=data-grid-canvas]')")
    page.keyboard.press("ArrowDown")
    expect(page.locator("[role=gridcell]:focus")).not_to_be_empty()
