"""Criteria that axe cannot judge: what shows on pointing, what covers the focus, and what is said of a change."""

from __future__ import annotations

import pytest
from addresses import settle
from harness import Visit
from layout import resize, still
from playwright.sync_api import expect

BEHIND = """() => {
  const e = document.activeElement;
  if (e === document.body || e.matches("iframe")) return "";  // past the end, or in the map
  const r = e.getBoundingClientRect();
  if (!r.width || !r.height || getComputedStyle(e).clipPath !== "none") return "";  // an area of a map fills no box
  const own = e.closest("[data-testid='stDataFrame'], label") ?? e;  // a table is drawn in layers
  for (const x of [.1, .5, .9]) for (const y of [.1, .5, .9]) {
    const top = document.elementFromPoint(r.left + r.width * x, r.top + r.height * y);
    if (top && (own.contains(top) || top.contains(e) || top.closest("label")?.contains(e))) return "";
  }
  const over = document.elementFromPoint(r.left + r.width / 2, r.top + r.height / 2);
  return `${e.outerHTML.slice(0, 160)} at ${JSON.stringify(r)} under ${over?.outerHTML.slice(0, 160)}`;
}"""
STOPS = 60
WIDTHS = (1400, 390)
LONG = ("/", "/regio?regio=apeldoorn", "/antwoord", "/mijn-gemeente?gemeente=Zutphen", "/gegevens?blad=bronnen")


def test_1_4_13_what_shows_on_pointing_goes_with_escape_and_stays_while_one_points(reader: Visit, server: str) -> None:
    """The words at a municipality: on the pointer, with the keyboard in the page; and on focus."""
    page = reader.open(server)
    settle(reader)
    frame = reader.map_frame()
    tip, area = frame.locator(".tip"), frame.locator("path[data-code='GM0301']")
    area.hover(force=True)
    expect(tip).to_contain_text("Zutphen")
    expect(tip).to_be_visible()
    assert not frame.evaluate("document.hasFocus() && document.activeElement.matches('path')")
    page.keyboard.press("Escape")
    expect(tip).to_be_hidden()
    area.focus()
    page.keyboard.press("ArrowUp")  # seen as a stop of the keyboard from here on
    expect(tip).to_be_visible()
    page.keyboard.press("Escape")
    expect(tip).to_be_hidden()


@pytest.mark.parametrize(
    ("address", "width"),
    [("/dekking?datum=2013-07-01", 1400)] + [pytest.param(a, w, marks=pytest.mark.slow) for a in LONG for w in WIDTHS],
)
def test_2_4_11_the_focus_is_never_wholly_covered(reader: Visit, server: str, address: str, width: int) -> None:
    """Forwards and back, since a bar that stays on top covers what is scrolled to from below."""
    page = reader.open(server + address)
    settle(reader)
    resize(page, width, 700)
    for key in ("Tab", "Shift+Tab"):
        for _stop in range(STOPS):
            page.keyboard.press(key)
            if page.evaluate(BEHIND):
                still(page)  # what was scrolled to may be on its way
            covered = page.evaluate(BEHIND)
            assert not covered, covered


def test_4_1_3_a_change_and_a_fault_are_said_without_moving_the_focus(reader: Visit, server: str) -> None:
    page = reader.open(f"{server}/?datum=gisteren")
    settle(reader)
    notice = page.locator("[role='status'].notice")
    expect(notice.first).to_contain_text("gisteren")
    page = reader.open(f"{server}/?datum=2013-07-01")
    settle(reader)
    news = reader.map_frame().locator("[aria-live='polite']")
    expect(news).to_have_text("")  # nothing is said on arrival
    choice = page.locator("[data-testid='stButtonGroup'] button", has_text="vandaag").first
    choice.click()
    expect(news).not_to_have_text("")
    expect(page.locator("#root .answer").first).to_have_text(news.inner_text())  # the map says the new answer
    assert page.evaluate("document.activeElement.closest('[data-testid=stButtonGroup]') !== null")
