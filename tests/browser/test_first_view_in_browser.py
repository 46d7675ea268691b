"""The first view stands in the page before the app, makes way for it, and never stays in its way."""

from __future__ import annotations

from threading import Event

import pytest
from harness import Visit, visit
from layout import still
from playwright.sync_api import Browser, Page, Route, expect

MUNICIPALITIES = 342
OTHERS = (
    "/dekking", "/witte-vlekken", "/doelgroepen?weergave=kaart", "/verdeling", "/mijn-gemeente",
    "/witte-vlekken?datum=2015-05-05",
)  # fmt: skip


def top(page: Page, selector: str) -> float:
    box = page.locator(selector).first.bounding_box()
    assert box
    return box["y"]


def test_without_scripts_the_answer_the_map_and_the_links_are_there(browser: Browser, server: str) -> None:
    context = browser.new_context(java_script_enabled=False, locale="nl-NL")
    try:
        page = context.new_page()
        page.goto(server)
        expect(page.locator("#first-view path[data-code]")).to_have_count(MUNICIPALITIES)
        expect(page.locator("noscript p")).to_be_visible()
        page.get_by_role("link", name="medio 2013").click()
        expect(page.locator(".answer")).to_contain_text("Op 1 juli 2013")
        expect(page.get_by_role("link", name="medio 2013")).to_have_attribute("aria-current", "true")
        page.get_by_role("link", name="Geld", exact=True).click()
        expect(page.locator("h1")).to_have_text("Hoe het geld van de DUUP zich laat verdelen")
        page.get_by_role("link", name="English").click()
        expect(page.locator("html")).to_have_attribute("lang", "en")
        expect(page.locator("#first-view path[data-code]")).to_have_count(MUNICIPALITIES)
    finally:
        context.close()


def _stays_in_place(browser: Browser, address: str, width: int) -> None:
    with visit(browser, viewport={"width": width, "height": 1000}) as reader:
        page = reader.page
        page.route("**/*.js", lambda route: route.abort())
        page.goto(address)
        before = [top(page, f"#first-view {part}") for part in ("h1", ".answer", "svg", ".legend")]
        page.unroute("**/*.js")
        reader.open(address)
        reader.map_frame()
        expect(page.locator("#first-view")).to_have_count(0)
        assert page.evaluate("document.getElementById('root').inert") is False
        still(page)
        after = [top(page, part) for part in ("h1", ".answer", "iframe", ".legend")]
        assert after == pytest.approx(before, abs=12)


@pytest.mark.parametrize("width", [1400, 390])
def test_the_app_takes_over_in_the_same_place(browser: Browser, server: str, width: int) -> None:
    _stays_in_place(browser, server, width)


@pytest.mark.slow
@pytest.mark.parametrize("width", [1400, 390])
@pytest.mark.parametrize("address", OTHERS)
def test_so_it_does_on_other_pages(browser: Browser, server: str, address: str, width: int) -> None:
    _stays_in_place(browser, server + address, width)


def test_a_municipality_clicked_before_the_app_is_there_is_chosen(reader: Visit, server: str) -> None:
    page, waiting, go = reader.page, [], Event()

    def hold(route: Route) -> None:
        if go.is_set():
            route.continue_()
        else:
            waiting.append(route)

    page.route("**/static/js/index.*.js", hold)
    page.goto(f"{server}/?datum=2013-07-01", wait_until="commit")
    page.locator('#first-view [data-code="GM0301"]').click()
    expect(page.locator("#first-view .chosen")).to_have_count(1)
    go.set()
    for route in waiting:
        route.continue_()
    expect(page.locator(".detail h2")).to_have_text("Zutphen")


def test_nothing_behind_it_can_be_reached(reader: Visit, server: str) -> None:
    page = reader.page
    page.add_init_script(
        "addEventListener('DOMContentLoaded', () => { window.seen = []; setInterval(() => seen.push("
        "[!!document.getElementById('first-view'), document.getElementById('root').inert]), 20); })"
    )
    reader.open(server)
    reader.map_frame()
    expect(page.locator("#first-view")).to_have_count(0)
    seen = page.evaluate("seen")
    inert = [state[1] for state in seen[next(i for i, state in enumerate(seen) if state[1]) :]]
    assert [state[0] for state in seen[-len(inert) :]] == inert


def test_it_makes_way_when_the_borders_do_not_come(reader: Visit, server: str) -> None:
    reader.page.route("**/*.topojson", lambda route: route.abort())
    page = reader.open(server)
    expect(page.locator("#first-view")).to_have_count(0)
    expect(page.frame_locator("iframe").get_by_role("button", name="Opnieuw proberen")).to_be_visible()
