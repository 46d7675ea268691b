"""From the front page to the answer of a region, in at most three clicks, on a desk and on a phone."""

import pytest
from harness import PATIENCE, until, visit
from layout import cut_off
from playwright.sync_api import Browser, Page, expect

PHONE = 640  # CSS pixels: below it the menu has a button


def headed(page: Page, words: str) -> None:
    """The app itself has this heading, and the first view, which has it too, is gone."""
    heading = page.locator("#root").get_by_role("heading", level=1, name=words, exact=True)
    expect(heading).to_be_visible(timeout=PATIENCE)
    expect(page.locator("#first-view")).to_have_count(0, timeout=PATIENCE)


@pytest.mark.parametrize("width", [pytest.param(1280, marks=pytest.mark.slow), 390])
def test_a_region_is_two_clicks_away_and_its_map_leads_to_a_municipality(
    browser: Browser, server: str, width: int
) -> None:
    with visit(browser, viewport={"width": width, "height": 844}) as reader:
        _to_a_region(reader.open(server), width)


def _to_a_region(page: Page, width: int) -> None:
    if width < PHONE:
        page.get_by_role("button", name="Menu openen").click()
    page.get_by_role("link", name="Regio's en gemeenten").click(timeout=PATIENCE)
    headed(page, "Hoe staat het in mijn regio?")
    page.locator("table.regions a", has_text="Apeldoorn").click(timeout=PATIENCE)
    headed(page, "Regio Apeldoorn")
    expect(page.locator(".region .answer")).to_contain_text("in de regio Apeldoorn", timeout=PATIENCE)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert cut_off(page) == []
    drawing = page.locator(".local img")
    until(page, lambda: drawing.evaluate("e => e.complete && e.naturalWidth > 0"), "the drawing does not come")
    box = page.locator(".local div").bounding_box()
    assert box
    hit = page.locator(".local a[title^='Apeldoorn:']").first
    style = hit.evaluate("e => getComputedStyle(e).clipPath")
    assert style.startswith("polygon(")
    hit.focus()
    page.keyboard.press("Enter")
    headed(page, "Apeldoorn")


def test_a_path_and_a_typed_municipality_lead_to_the_region(page: Page, server: str) -> None:
    page.goto(f"{server}/regio/den-bosch")
    headed(page, "Regio 's-Hertogenbosch")
    box = page.get_by_role("combobox", name="Zoek een regio")
    box.click()
    box.fill("Zutphen")
    box.press("Enter")
    page.get_by_role("button", name="Apeldoorn", exact=True).click(timeout=PATIENCE)
    headed(page, "Regio Apeldoorn")
