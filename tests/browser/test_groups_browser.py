"""What only a browser shows of the wide tables: keyboard, small screens, and marks that lead to their caveat."""

import pytest
from harness import PATIENCE, until
from playwright.sync_api import Page, expect


def live(page: Page, address: str) -> None:
    """Open a page and wait for the app itself, not what came ahead of it."""
    page.goto(address)
    expect(page.locator("#first-view")).to_have_count(0, timeout=PATIENCE)


def test_the_matrix_scrolls_with_the_keyboard_and_keeps_its_heads(page: Page, server: str) -> None:
    page.set_viewport_size({"width": 390, "height": 800})
    live(page, f"{server}/doelgroepen?weergave=matrix&datum=2018-12-31")
    region = page.get_by_role("region", name="Doelgroepen × DUUP-regio's")
    expect(region).to_be_visible(timeout=PATIENCE)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    region.focus()
    before = region.locator("tbody th").first.bounding_box()
    for _ in range(12):
        page.keyboard.press("ArrowRight")
    until(page, lambda: region.evaluate("e => e.scrollLeft") > 100, "the keyboard does not scroll it")
    after = region.locator("tbody th").first.bounding_box()
    assert before
    assert after
    assert after["x"] == pytest.approx(before["x"], abs=1)  # the first column stays in sight


def test_a_cell_opens_who_said_so_and_when(page: Page, server: str) -> None:
    live(page, f"{server}/doelgroepen?weergave=matrix&datum=2018-12-31")
    cell = page.locator("table.matrix tbody tr", has_text="Den Haag").get_by_role("link", name="onvoldoende 2017").first
    cell.click(timeout=PATIENCE)
    panel = page.locator("section.detail")
    expect(panel).to_contain_text("Den Haag: thuiswerkers", timeout=PATIENCE)
    expect(panel).to_contain_text("mei 2017")
    expect(panel).to_contain_text("Boekje over de Haagse uitvoering")


def test_a_caveat_mark_leads_to_its_text(page: Page, server: str) -> None:
    live(page, f"{server}/programmas?onderdeel=resultaten")
    page.locator("a.caveat[href='#T34']").first.click(timeout=PATIENCE)
    expect(page.locator("#T34")).to_be_in_viewport(timeout=PATIENCE)


def test_silence_is_read_aloud(page: Page, server: str) -> None:
    live(page, f"{server}/doelgroepen?weergave=matrix&datum=2018-12-31")
    row = page.locator("table.matrix tbody tr", has_text="Enschede")
    expect(row).to_be_visible(timeout=PATIENCE)
    assert "niets gezegd" in row.aria_snapshot()
