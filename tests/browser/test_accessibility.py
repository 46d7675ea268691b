"""Accessibility of every page: the rules of axe (WCAG 2.2 A and AA, and good practice) in both themes and at two
widths, and a walk with the keyboard."""

from __future__ import annotations

from typing import Any

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from harness import PATIENCE, Visit, visit
from playwright.sync_api import Browser, Page, expect

from coverage.ui.allocation.params import AllocationView
from coverage.ui.data.params import DataView
from coverage.ui.evidence.params import LAYERS, PARTS
from coverage.ui.groups.params import GroupView, ProgrammeView
from coverage.ui.shell import PAGES
from coverage.vocabulary import Code

pytestmark = pytest.mark.browser

WIDTHS = (1400, 390)
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def _parts(path: str, name: str, codes: type[Code]) -> list[str]:
    """Addresses of the parts of a page, without the first, which opens by itself."""
    return [f"/{path}?{name}={code.value}" for code in list(codes)[1:]]


ADDRESSES = [
    *(f"/{page.path}" for page in PAGES),
    "/?gemeente=Zutphen&datum=2013-07-01",
    "/?datum=gisteren&taal=en",  # a friendly line, and English
    "/mijn-gemeente?gemeente=Zutphen&datum=2013-07-01",
    "/mijn-gemeente?gemeente=Zuthpen&datum=2013-07-01",  # names to click
    "/dekking?datum=2013-07-01&vergelijk=2011-06-30&gemeente=Breda",  # two maps
    *(f"/dekking?laag={layer}&datum=2022-06-01&regio=apeldoorn" for layer in list(LAYERS)[1:]),
    "/witte-vlekken?datum=2013-07-01&gemeente=Zutphen",
    *(f"/witte-vlekken?deel={part}" for part in PARTS[1:]),
    "/doelgroepen?datum=2018-12-31&rij=13&kolom=home_workers",
    "/programmas?programma=AMS-SK",
    *_parts("doelgroepen", "weergave", GroupView),
    *_parts("verdeling", "toon", AllocationView),
    *_parts("programmas", "onderdeel", ProgrammeView),
    *_parts("gegevens", "blad", DataView),
]


def settle(reader: Visit) -> None:
    """Wait for the last element of the page, the end of the run, and the maps."""
    page = reader.page
    expect(page.locator(".foot")).to_be_visible(timeout=PATIENCE)
    expect(page.locator(".stApp[data-test-script-state='notRunning']")).to_be_visible(timeout=PATIENCE)
    for index in range(page.locator("iframe[src*='st_folium']").count()):
        reader.map_frame(index)


def violations(page: Page) -> list[str]:
    """What axe finds on the page and in its frames, one line an element; nothing is excepted."""
    for frame in page.frames:
        frame.evaluate(AXE_SCRIPT)
    result: dict[str, Any] = page.evaluate(
        "rules => axe.run({runOnly: rules, resultTypes: ['violations', 'incomplete']})", RULES
    )
    assert not [r for r in result["incomplete"] if r["id"] == "frame-tested"], "axe did not get into every frame"
    return [
        f"{rule['id']}: {node['target']} {node['html'][:160]} {node['failureSummary']}"
        for rule in result["violations"]
        for node in rule["nodes"]
    ]


# Every page in the light theme and the front page in both; the other 73 cases take six minutes: `make test-all`.
QUICK = {("/", "dark"), *((f"/{page.path}", "light") for page in PAGES)}
CASES = [
    pytest.param(address, scheme, marks=[] if (address, scheme) in QUICK else [pytest.mark.slow])
    for address in ADDRESSES
    for scheme in ("light", "dark")
]


@pytest.mark.parametrize(("address", "scheme"), CASES)
def test_axe_finds_nothing(browser: Browser, server: str, address: str, scheme: str) -> None:
    with visit(browser, color_scheme=scheme, reduced_motion="reduce") as reader:
        page = reader.open(server + address)
        settle(reader)
        assert page.evaluate("getComputedStyle(document.querySelector('.stApp')).colorScheme") == scheme
        found = []
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 900})
            page.wait_for_timeout(500)  # tables and maps are drawn again
            assert page.evaluate("document.documentElement.scrollWidth") <= width
            found += [f"{width} px: {line}" for line in violations(page)]
        assert not found, "\n".join(found)


def test_axe_would_notice(browser: Browser, server: str) -> None:
    """The test above can fail, on the page and in the frame of the map."""
    with visit(browser) as reader:
        page = reader.open(server)
        settle(reader)
        spoil = "document.body.insertAdjacentHTML('beforeend', '<button></button>')"
        page.evaluate(spoil)
        reader.map_frame().evaluate(spoil)
        assert [line.split(":")[0] for line in violations(page)].count("button-name") == 2


WHERE = """() => {
  const e = document.activeElement;
  if (e.matches("iframe[src*='st_folium']")) return "map";
  const part = {nav: "[data-testid='stTopNavLink'], [data-testid='stTopNavLinkContainer'] a, header a",
    search: "[data-testid='stSelectbox'] *", date: "[data-testid='stButtonGroup'] *",
    table: "[data-testid='stDataFrame'] *, [data-testid='stDataFrame']", words: "[data-testid='stExpander'] *"};
  return Object.keys(part).find(name => e.matches(part[name])) ?? e.tagName.toLowerCase();
}"""


def test_the_front_page_from_top_to_end_with_tab_alone(reader: Visit, server: str) -> None:
    page = reader.open(server)
    settle(reader)
    frame = reader.map_frame()
    order: list[str] = []
    areas = 0
    for _ in range(80):
        page.keyboard.press("Tab")
        where = page.evaluate(WHERE)
        if where == "map":
            areas += frame.evaluate("document.activeElement.matches('path[data-code]')")
        if not order or order[-1] != where:
            order.append(where)
        if order[-1] == "body":  # past the end: back in the browser itself
            break
    assert order[-1] == "body", f"the walk does not end: {order}"
    wanted = ["nav", "search", "date", "map", "table"]
    assert [where for where in order if where in wanted] == wanted, order
    assert areas == 1  # 342 municipalities, one stop; arrows and letters move inside


def test_the_focus_is_always_seen(reader: Visit, server: str) -> None:
    page = reader.open(server)
    settle(reader)
    for _ in range(25):
        page.keyboard.press("Tab")
        seen = page.evaluate(
            """() => {
              const e = document.activeElement, focus = getComputedStyle(e);
              if (e.matches("body, iframe, canvas, input")) return true;  // they, or what holds them, have their own
              return focus.outlineStyle !== "none" || focus.boxShadow !== "none";
            }"""
        )
        assert seen, page.evaluate("document.activeElement.outerHTML.slice(0, 200)")
