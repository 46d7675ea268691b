"""Focus stays where it was: a control that is changed by keyboard is still the one that the next key goes to."""

from __future__ import annotations

from functools import partial

import pytest
from addresses import PART_ADDRESSES, settle
from harness import Visit, until
from playwright.sync_api import Locator, Page, expect

from coverage.ui.pages import PAGES

MORE = [
    "/?datum=2014-03-04", "/dekking?vergelijk=2013-07-01", "/verdeling?sleutel=mengvorm", "/verdeling?sleutel=bodem",
    "/verdeling?sleutel=vast-bedrag", "/verdeling?sleutel=demping", "/presentatie?vergelijk=2013-07-01",
    "/doelgroepen?rij=13", "/doelgroepen?weergave=wegwijzer&gemeente=Zutphen",
]  # fmt: skip
FOLDED = (
    "summary:has-text('Meer keuzes'), summary:has-text('Plaats en dag'), "
    "summary:has-text('eerdere editie'), button:has-text('Grenzen en afronding')"
)
NAME = "(e) => [...e.classList].find((c) => c.startsWith('st-key-bound-'))"
CONTROL = "[class*='st-key-bound-']"
FOCUSED = f"""() => {{
  const control = document.activeElement?.closest("{CONTROL}");
  return control ? ({NAME})(control) : document.activeElement?.tagName;
}}"""
VALUE = """(e) => e.textContent + [...e.querySelectorAll('input, [role=radio], [role=slider]')]
  .map((i) => `${i.value} ${i.checked} ${i.ariaChecked} ${i.ariaValueText}`)"""


def change(page: Page, control: Locator) -> None:
    """Give a control another value, with the keyboard alone."""
    kind = control.locator("[data-testid^=st]").first.get_attribute("data-testid") or ""
    if kind == "stButtonGroup":
        control.locator("[role=radio][aria-checked=false]").first.focus()
        page.keyboard.press("Space")
    elif kind == "stRadio":
        control.locator("input:checked").focus()
        page.keyboard.press("ArrowRight")
    elif kind == "stSlider":
        control.locator("input[type=range], [role=slider]").first.focus()
        page.keyboard.press("ArrowLeft")
    elif kind == "stNumberInput":
        control.locator("input").focus()
        page.keyboard.press("ArrowUp")
        page.keyboard.press("Enter")
    elif kind == "stTextInput":
        control.locator("input").focus()
        page.keyboard.press("ControlOrMeta+a")
        page.keyboard.type("5000000")
        page.keyboard.press("Enter")
    elif kind == "stDateInput":
        control.locator("[role=spinbutton], input").first.focus()
        page.keyboard.press("ArrowDown")
    else:
        assert kind in {"stSelectbox", "stMultiSelect"}, kind
        field = control.locator("input").first
        option = page.locator("[role=option][data-focused]")

        def opened() -> bool:  # a run that ends just now draws the list again, closed
            if not option.count():
                field.focus()
                page.keyboard.press("ArrowDown")
                page.wait_for_timeout(200)
            return option.count() == 1

        until(page, opened, "the list does not open")
        if kind == "stMultiSelect":  # the first option is all of them
            page.keyboard.press("ArrowDown")
        elif option.inner_text() == field.input_value():  # the last of the list
            page.keyboard.press("ArrowUp")
        page.keyboard.press("Enter")


PATHS = [p.path for p in PAGES if p.shown()]
# Pages with every kind of control, as they open; ``make test-all`` takes the other pages and all their parts.
QUICK = {"", "verdeling", "presentatie", "programmas", "gegevens", "doelgroepen"}
CASES = [
    *(pytest.param([f"/{path}"], id=path, marks=[] if path in QUICK else pytest.mark.slow) for path in PATHS),
    *(
        pytest.param(
            [a for a in [*PART_ADDRESSES, *MORE] if a[1:].partition("?")[0] == path],
            id=f"{path}-whole",
            marks=pytest.mark.slow,
        )
        for path in PATHS
    ),
]


@pytest.mark.parametrize("addresses", CASES)
def test_the_keyboard_stays_where_it_was(reader: Visit, server: str, addresses: list[str]) -> None:
    proven: set[str] = set()
    for address in addresses:
        page = _unfolded(reader, server + address)
        for name in page.locator(CONTROL).evaluate_all(f"(all) => all.map({NAME})"):
            if name in proven:
                continue
            control = page.locator(f".{name}")
            if not control.count():  # gone with what was changed before
                _unfolded(reader, server + address)
            before = control.evaluate(VALUE)
            change(page, control)
            until(page, partial(_differs, control, before), f"{name} does not change at {address}")
            page.wait_for_timeout(300)
            settle(reader)
            assert page.evaluate(FOCUSED) == name, address
            proven.add(name)
    assert proven


def _unfolded(reader: Visit, url: str) -> Page:
    """The page with all its controls in sight."""
    page = reader.open(url)
    settle(reader)
    for button in page.locator(FOLDED).all():
        button.click()
        settle(reader)
    return page


def _differs(control: Locator, before: str) -> bool:
    return bool(control.count()) and control.evaluate(VALUE) != before


def test_a_link_to_another_page_of_the_room_keeps_session_and_focus(reader: Visit, server: str) -> None:
    page = reader.open(f"{server}/?datum=2013-07-01")
    settle(reader)
    page.evaluate("window.kept = true")
    link = page.locator(".stApp .sisters a", has_text="Witte vlekken")
    link.focus()
    page.keyboard.press("Enter")
    expect(page).to_have_title("Witte vlekken – Dekking uitstapprogramma's")
    expect(page.locator(".stApp .sisters a", has_text="Witte vlekken")).to_be_focused()
    expect(page).to_have_url(f"{server}/witte-vlekken?datum=2013-07-01")
    assert page.evaluate("window.kept")
    expect(page.get_by_test_id("stTopNavLink").first).to_have_attribute("aria-current", "true")
    page.go_back()
    expect(page).to_have_url(f"{server}/?datum=2013-07-01")
