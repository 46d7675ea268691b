"""Accessibility of every page: the rules of axe (WCAG 2.2 A and AA, and good practice) in both themes and at two
widths, and a walk with the keyboard."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from addresses import ADDRESSES, settle
from axe_playwright_python.base import AXE_SCRIPT
from harness import Visit, visit
from layout import resize, still
from playwright.sync_api import Browser, Page

from coverage.dataset import current
from coverage.exports.static_site.write import write_site
from coverage.ui.pages import PAGES, PLAIN
from coverage.ui.web.icons import OURS
from coverage.ui.web.streamlit_inside import icon_names

WIDTHS = (1400, 390)  # the first is that of a new reader
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def violations(page: Page, rules: list[str] = RULES) -> list[str]:
    """What axe finds on the page and in its frames, one line an element; nothing is excepted."""
    for frame in page.frames:
        frame.evaluate(AXE_SCRIPT)
    result: dict[str, Any] = page.evaluate(
        "rules => axe.run({runOnly: rules, resultTypes: ['violations', 'incomplete']})", rules
    )
    assert not [r for r in result["incomplete"] if r["id"] == "frame-tested"], "axe did not get into every frame"
    return [
        f"{rule['id']}: {node['target']} {node['html'][:160]} {node['failureSummary']}"
        for rule in result["violations"]
        for node in rule["nodes"]
    ]


def speaks_one_language(page: Page, language: str) -> None:
    """Page and maps name the language that they are in."""
    maps = [frame for frame in page.frames if "st_folium" in frame.url]
    for frame in (page.main_frame, *maps):
        assert frame.evaluate("document.documentElement.lang") == language, frame.url


def describes_its_maps(reader: Visit) -> None:
    """A map is a named region with a description: the answer on top of the page, or its own sentence with figures."""
    said = reader.page.locator(".answer").all_inner_texts()
    told = []
    for index in range(reader.page.locator("iframe[src*='st_folium']").count()):
        frame = reader.map_frame(index)
        title = frame.frame_element().get_attribute("title")
        assert title and frame.get_by_role("region", name=title, exact=True).count() == 1
        told.append(frame.locator("#map-description").inner_text())
        assert told[-1] in said or any(letter.isdigit() for letter in told[-1]), told
        assert frame.evaluate("map_div.getContainer().getAttribute('aria-describedby')") == "map-description"
    assert len(set(told)) == len(told), "two maps with one description"


# Every page in the light theme on a wide screen, the front page dark and on a telephone; the rest in `make test-all`.
QUICK = {("/", "dark", WIDTHS), *((f"/{page.path}", "light", WIDTHS[:1]) for page in PAGES)}
CASES = [
    *(pytest.param(*case) for case in sorted(QUICK)),
    *(pytest.param(a, scheme, WIDTHS, marks=pytest.mark.slow) for a in ADDRESSES for scheme in ("light", "dark")),
]


@pytest.mark.parametrize(("address", "scheme", "widths"), CASES)
def test_axe_finds_nothing(browser: Browser, server: str, address: str, scheme: str, widths: tuple[int, ...]) -> None:
    with visit(browser, color_scheme=scheme, reduced_motion="reduce") as reader:
        page = reader.open(server + address)
        settle(reader)
        assert page.evaluate("getComputedStyle(document.querySelector('.stApp')).colorScheme") == scheme
        speaks_one_language(page, "en" if "taal=en" in address else "nl")
        describes_its_maps(reader)
        icons = page.locator("[data-testid=stIconMaterial]").all_text_contents()
        assert set(icons) <= icon_names(OURS)  # no other is in the font that readers get
        found = []
        for width in widths:
            if width != WIDTHS[0]:
                resize(page, width, 900)
            assert page.evaluate("document.documentElement.scrollWidth") <= width
            found += [f"{width} px: {line}" for line in violations(page)]
        assert not found, "\n".join(found)


def test_the_statement_counts_the_addresses() -> None:
    told = (Path(__file__).parents[2] / "docs/accessibility.md").read_text(encoding="utf-8")
    assert f"({len(ADDRESSES)} adressen, licht en donker" in told
    assert f"axe without violations: {len(ADDRESSES)} addresses" in told


def test_axe_would_notice(reader: Visit, demo: str) -> None:
    """The test above can fail, on the page and in the frame of the map."""
    page = reader.open(demo)
    spoil = "document.body.insertAdjacentHTML('beforeend', '<button></button>')"
    page.evaluate(spoil)
    reader.map_frame().evaluate(spoil)
    assert [line.split(":")[0] for line in violations(page)].count("button-name") == 2


@pytest.mark.slow
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_what_opens(browser: Browser, server: str, scheme: str) -> None:
    """Folded parts, the calendar, a list of choices, a menu. Good practice is left out: Streamlit's own calendar has a
    header of its own, and its lists stand outside the landmarks."""
    rules = [rule for rule in RULES if rule != "best-practice"]
    with visit(browser, color_scheme=scheme, reduced_motion="reduce") as reader:
        page = reader.open(server + "/dekking?datum=2013-07-01")
        settle(reader)
        folded = page.locator("details:not([open]) > summary:visible")
        while folded.count():
            folded.first.click()
        found = violations(page, rules)
        for opener in ("stDateInput'] button", "stSelectbox'] input", "stPopover'] button"):
            page.locator(f"[data-testid='{opener}").first.click()
            still(page)
            found += violations(page, rules)
            page.keyboard.press("Escape")
        page.set_viewport_size({"width": 390, "height": 844})
        page.locator("[data-testid='stExpandSidebarButton']").click()
        still(page)
        assert not found + violations(page, rules)


@pytest.mark.slow
def test_axe_finds_nothing_on_plain_and_static_pages(browser: Browser, server: str, tmp_path: Path) -> None:
    """What the statement names as the alternative for tables and documents."""
    write_site(current(), tmp_path / "site", date(2013, 7, 1))
    pages = sorted((tmp_path / "site").glob("*.html")) + [
        tmp_path / "site" / name for name in ("gemeenten/zutphen.html", "datums/2013-07-01.html")
    ]
    plain = [page.path for page in PLAIN] + ["dias?datum=2013-07-01", "bestaat-niet"]
    ours = [f"{server}/{path}" for path in plain] + [f"{server}/toegankelijkheid?taal=en"]
    for address in (*ours, *(page.as_uri() for page in pages)):
        with visit(browser) as reader:
            page = reader.open(address)
            assert page.evaluate("document.documentElement.lang") == "nl"
            for width in (*WIDTHS, 320):
                page.set_viewport_size({"width": width, "height": 900})
                assert page.evaluate("document.documentElement.scrollWidth") <= width
                assert not violations(page), address


WHERE = """() => {
  const e = document.activeElement;
  if (e.matches("iframe[src*='st_folium']")) return "map";
  const part = {nav: "[data-testid='stTopNavLink'], [data-testid='stTopNavLinkContainer'] a, header a",
    search: "[data-testid='stSelectbox'] *", date: "[data-testid='stButtonGroup'] *",
    table: "[data-testid='stDataFrame'] *, [data-testid='stDataFrame']", words: "[data-testid='stExpander'] *"};
  return Object.keys(part).find(name => e.matches(part[name])) ?? e.tagName.toLowerCase();
}"""


SEEN = """() => {
  const e = document.activeElement, focus = getComputedStyle(e);
  if (e.matches("body, iframe, canvas, input")) return true;  // they, or what holds them, have their own
  return focus.outlineStyle !== "none" || focus.boxShadow !== "none";
}"""


def test_the_front_page_from_top_to_end_with_tab_alone(reader: Visit, server: str) -> None:
    """In the order of the page, and the focus is always seen."""
    page = reader.open(server)
    settle(reader)
    frame = reader.map_frame()
    order: list[str] = []
    areas = 0
    for _ in range(80):
        page.keyboard.press("Tab")
        assert page.evaluate(SEEN), page.evaluate("document.activeElement.outerHTML.slice(0, 200)")
        where = page.evaluate(WHERE)
        if where == "map":
            areas += frame.evaluate("document.activeElement.matches('path[data-code]')")
        if not order or order[-1] != where:
            order.append(where)
        if order[-1] == "body":  # past the end: back in the browser itself
            break
    assert order[-1] == "body", f"the walk does not end: {order}"
    wanted = ["nav", "search", "date", "map"]  # then the choice above the map's neighbour, and what unfolds
    assert [where for where in order if where in {*wanted, "table"}][: len(wanted)] == wanted, order
    assert areas == 1  # 342 municipalities, one stop; arrows and letters move inside
