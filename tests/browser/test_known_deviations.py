"""What docs/accessibility.md admits is still so; when one of these fails, the statement can be better than it is."""

from __future__ import annotations

import pytest
from addresses import settle
from harness import Visit
from playwright.sync_api import expect

from coverage.ui.web.page_words import WORDS


def test_words_of_widgets_are_dutch(reader: Visit, server: str) -> None:
    page = reader.open(server + "/dekking?datum=2013-07-01")
    settle(reader)
    assert page.evaluate("document.documentElement.lang") == "nl"
    words = page.eval_on_selector_all(
        "[aria-label], a", "all => all.map((e) => (e.getAttribute('aria-label') ?? e.textContent).split(/[:,]/)[0])"
    )
    assert set(words) & set(WORDS) == set()
    assert {"Naar de inhoud", "Pagina's", "Kies een datum"} <= set(words)


@pytest.mark.slow
def test_a_long_table_gives_a_screen_reader_only_the_rows_in_sight(reader: Visit, server: str) -> None:
    page = reader.open(server + "/?datum=2013-07-01")
    settle(reader)
    page.locator("summary", has_text="Alle gemeenten").click()
    grid = page.locator("canvas [role=grid]")
    rows = int(grid.get_attribute("aria-rowcount") or 0)
    assert rows == 353
    assert grid.locator("tbody tr").count() < 50
    page.locator("[data-testid=data-grid-canvas]").focus()
    for key in ("ArrowRight", *["ArrowDown"] * 20):  # beyond the rows in sight at first
        page.keyboard.press(key)
        page.wait_for_timeout(50)
    cell = page.locator("[role=gridcell]:focus")
    expect(cell).not_to_be_empty()  # the cell at the keyboard is told
    assert cell.evaluate("cell => Number(cell.closest('[aria-rowindex]').getAttribute('aria-rowindex'))") > 15
