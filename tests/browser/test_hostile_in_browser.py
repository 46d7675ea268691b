"""Every page in a real browser with a package full of hostile text: no script, no markup, no broken layout."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from addresses import ADDRESSES, settle
from harness import Visit, serve, visit
from hostile_package import FLAG, HOSTILE, LONG_NAME, MARKDOWN, MARKUP_NAME, hostile_package, name_of
from layout import still
from playwright.sync_api import Browser, Page, ViewportSize, expect

DAY = "datum=2013-07-01"
TEMPLATE_NAME = "GM0797"  # Heusden, with text that a template would work out
OWN = {"gemeente=Zutphen": f"gemeente={LONG_NAME}", "gemeente=Breda": f"gemeente={MARKUP_NAME}"}
# Municipalities by their code, whose names hold what may not come to life.
NAMED = [f"/mijn-gemeente?gemeente={code}&{DAY}" for code in ("GM0047", "GM0148", "GM0489", "GM0222", "GM0060")]
QUICK = {
    f"/mijn-gemeente?gemeente={LONG_NAME}&{DAY}", f"/dekking?{DAY}&vergelijk=2011-06-30&gemeente={MARKUP_NAME}",
    "/programmas",
}  # fmt: skip
SIGNS = """(flag) => ({
  ran: window[flag] ?? null,
  errors: document.querySelectorAll("[data-testid=stException]").length,
  headings: [...document.querySelectorAll("h1")].filter(e => e.textContent.trim() === "Gehackt").length,
  links: document.querySelectorAll("a[href^='javascript:']").length,
  images: document.querySelectorAll("img[src^='http'], img[src=x]").length,
  handlers: document.querySelectorAll("[onmouseover], [onload], [onerror]").length,
  markdown: [...document.querySelectorAll("strong, del, .katex")].filter(
    e => e.matches(".katex") || ["vet", "weg"].includes(e.textContent.trim())).length,
})"""
NOTHING = {"ran": None} | dict.fromkeys(("errors", "headings", "links", "images", "handlers", "markdown"), 0)


@pytest.fixture(scope="module")
def hostile_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Address of the application with the hostile package."""
    with serve(data=hostile_package(tmp_path_factory.mktemp("hostile") / "data")) as url:
        yield url


def _own(address: str) -> str:
    for name, code in OWN.items():
        address = address.replace(name, code)
    return address


CASES = [
    pytest.param(address, marks=[] if address in QUICK else [pytest.mark.slow])
    for address in dict.fromkeys([*map(_own, ADDRESSES), *NAMED])
]


def fits(page: Page, width: int) -> None:
    """At this width nothing makes the page wider than the screen."""
    if page.viewport_size != (size := ViewportSize(width=width, height=900)):
        page.set_viewport_size(size)
        still(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("address", CASES)
def test_nothing_comes_to_life(browser: Browser, hostile_server: str, address: str) -> None:
    with visit(browser) as reader:
        page = reader.open(hostile_server + address)
        settle(reader)
        assert page.evaluate(SIGNS, FLAG) == NOTHING
        assert [frame.evaluate(f"window.{FLAG} ?? null") for frame in page.frames] == [None] * len(page.frames)
        for width in (1400, 390):
            fits(page, width)
        assert page.evaluate(f"window.{FLAG} ?? null") is None  # nor by what was drawn later
        assert not reader.external


def test_every_quick_address_is_tried() -> None:
    assert {str(case.values[0]) for case in CASES} >= QUICK
    assert HOSTILE.index(MARKDOWN[0]) == 47 % len(HOSTILE)


def test_names_on_the_map_are_text(reader: Visit, hostile_server: str) -> None:
    """Names go through two templates on their way to the map, and neither may work out what they hold."""
    reader.open(f"{hostile_server}/?{DAY}")
    frame = reader.map_frame()
    for code, name in ((TEMPLATE_NAME, "Heusden"), (MARKUP_NAME, "Apeldoorn")):
        area = frame.locator(f"path[data-code={code}]")
        expect(area).to_have_attribute("aria-label", re.compile("^" + re.escape(name_of(code, name))))
        area.hover(force=True)
        expect(frame.locator(".tip strong")).to_have_text(name_of(code, name))
    assert "{{7*7}}" in name_of(TEMPLATE_NAME, "")
    assert frame.locator("img, svg script").count() == 0
    assert reader.page.evaluate(f"window.{FLAG} ?? null") is None
    assert not reader.errors
    assert not reader.external


@pytest.mark.parametrize("width", [1400, 390])
def test_the_slides_with_hostile_names(browser: Browser, hostile_server: str, width: int) -> None:
    with visit(browser, viewport={"width": width, "height": 900}) as reader:
        page = reader.open(f"{hostile_server}/dias?{DAY}&regio=7")
        expect(page.locator("section").first).to_be_visible()
        for _slide in range(12):
            page.keyboard.press("ArrowRight")
        assert page.evaluate(SIGNS, FLAG) == NOTHING
        fits(page, width)
        assert not reader.external
        assert not reader.errors
