"""What a reader asks of the system or the browser: less motion, own colours, targets large enough to touch."""

from __future__ import annotations

import re

import pytest
from addresses import settle
from harness import Visit, visit
from playwright.sync_api import Browser, Page

from coverage.ui.pages import PAGES
from coverage.vocabulary import STATUS_STYLE

MOVING = """() => [...document.querySelectorAll("*")].map((e) => getComputedStyle(e)).filter((s) =>
  s.animationName !== "none" || s.scrollBehavior === "smooth" || s.transitionDuration.split(", ").some(parseFloat)
).length"""
MAP_MOVES = "['zoomAnimation', 'fadeAnimation', 'inertia'].filter((name) => map_div.options[name])"


def backgrounds(page: Page, selector: str) -> list[str]:
    """Computed background colours as #rrggbb."""
    found = page.eval_on_selector_all(selector, "all => all.map((e) => getComputedStyle(e).backgroundColor)")
    return ["#" + "".join(f"{int(v):02x}" for v in re.findall(r"\d+", colour)[:3]) for colour in found]


@pytest.mark.parametrize(
    ("wish", "moves"), [("reduce", False), pytest.param("no-preference", True, marks=pytest.mark.slow)]
)
def test_less_motion(browser: Browser, server: str, wish: str, moves: bool) -> None:
    """Nothing moves for who asks so; for others something does, so that the test would notice."""
    with visit(browser, reduced_motion=wish) as reader:
        page = reader.open(server)
        settle(reader)
        frame = reader.map_frame()
        assert bool(page.evaluate(MOVING)) is moves
        assert bool(frame.evaluate(MAP_MOVES)) is moves
        if not moves:
            assert frame.evaluate(MOVING) == 0


@pytest.mark.parametrize("scheme", ["dark", pytest.param("light", marks=pytest.mark.slow)])
def test_colours_of_the_system(browser: Browser, server: str, scheme: str) -> None:
    """With forced colours the map, its legend, the choice that was made and the focus can still be seen."""
    with visit(browser, forced_colors="active", color_scheme=scheme, reduced_motion="reduce") as reader:
        page = reader.open(server + "/?datum=2013-07-01")
        settle(reader)
        frame = reader.map_frame()
        fills = [style.fill for style in STATUS_STYLE.values()]
        assert backgrounds(page, ".legend .swatch") == fills
        drawn = set(frame.eval_on_selector_all("path[data-code]", "all => all.map((e) => getComputedStyle(e).fill)"))
        assert len(drawn) == 4  # here, through the region, none, no source: as designed, not one colour of the system
        chosen, *others = (
            set(backgrounds(page, f"[data-testid='stButtonGroup'] [aria-checked='{checked}']"))
            for checked in ("true", "false")
        )
        assert len(chosen) == 1 and not chosen & others[0]
        for _ in range(12):
            page.keyboard.press("Tab")
            assert page.evaluate(
                """() => {
                  const e = document.activeElement, {outlineStyle, boxShadow} = getComputedStyle(e);
                  return e.matches("body, iframe, canvas, input") || outlineStyle !== "none" || boxShadow !== "none";
                }"""
            ), page.evaluate("document.activeElement.outerHTML.slice(0, 200)")


def test_links_have_the_colour_of_the_system(browser: Browser, server: str) -> None:
    """Also those in a table that scrolls: what keeps its own colours is a drawing, never words."""
    with visit(browser, forced_colors="active", color_scheme="light", reduced_motion="reduce") as reader:
        page = reader.open(server + "/regio?regio=Apeldoorn")
        settle(reader)
        kept = """all => all.filter((e) => getComputedStyle(e).forcedColorAdjust !== "auto").map((e) => e.outerHTML)"""
        assert page.locator(".stApp .places a").count() > 10
        assert page.eval_on_selector_all(".stApp :is(a[href], td, th, li)", kept) == []


# A smaller target passes when a circle of 24 px around its middle touches no other target; a link in a sentence always.
CROWDED = """() => {
  const hidden = "[data-testid=stSidebar], [aria-hidden=true]";
  const all = [...document.querySelectorAll("a[href], button, summary, input, [role=spinbutton], [role=slider]")]
    .filter((e) => e.checkVisibility({visibilityProperty: true}) && !e.closest(hidden))
    .map((e) => ({e, box: e.getBoundingClientRect()})).filter(({box}) => box.width > 1 && box.height > 1);
  const small = ({e, box}) => (box.width < 23.5 || box.height < 23.5) && getComputedStyle(e).display !== "inline";
  const middle = ({box}) => [box.x + box.width / 2, box.y + box.height / 2];
  const near = (one, other) => {
    const [x, y] = middle(one), {box} = other, [u, v] = middle(other);
    const gap = Math.hypot(Math.max(box.left - x, 0, x - box.right), Math.max(box.top - y, 0, y - box.bottom));
    return small(other) ? Math.hypot(x - u, y - v) < 24 : gap < 12;
  };
  const apart = (one, other) => !one.e.contains(other.e) && !other.e.contains(one.e);
  const crowded = all.filter((one) => small(one) && all.some((other) => apart(one, other) && near(one, other)));
  return [all.length, crowded.map(({e}) => e.outerHTML.slice(0, 160))];
}"""


@pytest.mark.parametrize("path", ["/dekking", *(pytest.param(f"/{p.path}", marks=pytest.mark.slow) for p in PAGES)])
def test_targets_are_large_enough(reader: Visit, server: str, path: str) -> None:
    """24 by 24 CSS pixels, or room around it (WCAG 2.5.8)."""
    page = reader.open(server + path)
    settle(reader)
    count, crowded = page.evaluate(CROWDED)
    assert count > 10
    assert not crowded
    page.evaluate("""document.querySelector('.foot').insertAdjacentHTML('afterbegin',
      '<button style="all: unset; display: inline-block; width: 9px; height: 9px">a</button>'.repeat(2))""")
    assert len(page.evaluate(CROWDED)[1]) == 2, "the test would not notice"
