"""On paper (A4): the answer, the map, its legend and the tables; nothing to press, nothing cut off, dark on white."""

from __future__ import annotations

import pytest
from addresses import ADDRESSES, settle
from harness import visit
from layout import cut_off, still
from playwright.sync_api import Browser, Page

PORTRAIT, LANDSCAPE = 703, 1032  # CSS pixels of an A4 between margins of 12 mm
WIDE = ".matrix, table.time, .directory"  # these turn the paper (page.css)
MAPS = "iframe[src*='st_folium']"
CONTROLS = "header, button, [role=slider], [role=radio], [role=combobox], [role=spinbutton], .switch, .hint"

QUICK = {"/", "/doelgroepen"}
CASES = [pytest.param(a, marks=[] if a in QUICK else [pytest.mark.slow]) for a in ADDRESSES]


def shown(page: Page, selector: str) -> list[str]:
    """What of these can be seen on paper."""
    found: list[str] = page.eval_on_selector_all(
        selector, "all => all.filter((e) => e.checkVisibility()).map((e) => e.outerHTML.slice(0, 120))"
    )
    return found


@pytest.mark.parametrize("address", CASES)
def test_the_page_on_paper(browser: Browser, server: str, address: str) -> None:
    with visit(browser, color_scheme="dark", reduced_motion="reduce") as reader:
        page = reader.open(server + address)
        settle(reader)
        assert shown(page, CONTROLS), "the test would not notice them on paper"
        page.emulate_media(media="print")
        wide = page.locator(WIDE).count()
        page.set_viewport_size({"width": LANDSCAPE if wide else PORTRAIT, "height": 900})
        still(page)
        assert not shown(page, CONTROLS)
        assert not cut_off(page)
        paper, ink = page.evaluate(
            """[getComputedStyle(document.querySelector('.stMain')).backgroundColor,
            getComputedStyle(document.querySelector('h1')).color]"""
        )
        assert (paper, ink) == ("rgb(255, 255, 255)", "rgb(27, 31, 36)")
        maps = 0 if "/mijn-gemeente" in address else page.locator(MAPS).count()  # that page is one A4 of words
        assert len(shown(page, MAPS)) == maps
        assert shown(page, "h1") and shown(page, ".foot")


def test_the_whole_country_is_on_paper(browser: Browser, server: str) -> None:
    """Paper is narrower than the screen, and the map is not drawn again for it: it is shifted (map.css)."""
    with visit(browser, reduced_motion="reduce") as reader:
        page = reader.open(server)
        settle(reader)
        frame = reader.map_frame()
        page.emulate_media(media="print")
        still(page)  # here, unlike on paper, the map hears of its new width
        frame.evaluate("map_div.getContainer().style.setProperty('--width', '1500px')")  # as if drawn on another screen
        left, width = frame.evaluate(
            "(box => [box.left + box.width / 2, box.width])(map_div.getContainer().getBoundingClientRect())"
        )
        assert width == 1500
        assert left == pytest.approx(frame.evaluate("innerWidth") / 2, abs=1)


def test_a_country_of_patterns_makes_a_small_file(browser: Browser, server: str) -> None:
    """On other paper than A4 the page is scaled, and the printer writes a pattern out for every shape (paper.js)."""
    fills = "[...document.querySelectorAll('.area')].map((area) => area.getAttribute('fill'))"
    with visit(browser, reduced_motion="reduce") as reader:
        page = reader.open(f"{server}/dekking?datum=2026-11-01")
        settle(reader)
        frame = reader.map_frame()
        before = frame.evaluate(fills)
        assert sum(fill.startswith("url") for fill in before) > 300, "the test would not notice a large file"
        assert len(page.pdf(format="Letter")) < 2_000_000
        assert frame.evaluate(fills) == before  # and the screen is as it was
