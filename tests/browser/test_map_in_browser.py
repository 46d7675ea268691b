"""The map in a real browser."""

from __future__ import annotations

import re
import time

import pytest
from addresses import settle
from harness import Visit, until, visit
from layout import still
from playwright.sync_api import Browser, Frame, Locator, Page, Route, expect

from coverage.vocabulary import Status

FIRST_VISIT_BYTES = 2_000_000


def area(frame: Frame, code: str = "GM0301") -> Locator:
    return frame.locator(f"path[data-code={code}]")


def areas(frame: Frame) -> Locator:
    return frame.locator("path[data-code]")


def step(page: Page, times: int) -> None:
    """Move the slider that stands for a change of date."""
    slider = page.get_by_role("slider")
    slider.focus()
    for _ in range(times):
        slider.press("ArrowRight")


def division(page: Page, name: str) -> None:
    page.get_by_text(name, exact=True).click()


def described(frame: Frame, text: str) -> None:
    expect(frame.locator("#map-description")).to_have_text(text)


def test_first_view(new_reader: Visit, demo: str) -> None:
    new_reader.open(demo)
    frame = new_reader.map_frame()
    expect(areas(frame)).to_have_count(342)
    assert new_reader.page.locator("html").get_attribute("lang") == "nl"
    assert frame.evaluate("document.documentElement.lang") == "nl"
    assert new_reader.page.locator("iframe").get_attribute("title") == "Kaart: demonstratie"
    expect(area(frame)).to_have_attribute("aria-label", re.compile("^Zutphen: .*laatst bevestigd in 2013$"))
    expect(frame.get_by_role("region", name="Kaart: demonstratie")).to_be_visible()
    assert not new_reader.external
    assert not new_reader.errors
    assert new_reader.websocket_bytes < 60_000
    assert new_reader.downloaded_bytes < FIRST_VISIT_BYTES
    assert frame.evaluate("document.querySelector('meta[name=viewport][content*=\"user-scalable=no\"]')") is None


ENGLISH = pytest.param("/?datum=2013-07-01&taal=en", "en", marks=pytest.mark.slow)


@pytest.mark.parametrize(("address", "language"), [("/", "nl"), ENGLISH])
def test_the_front_page_shows_the_map_within_its_budgets(
    new_reader: Visit, server: str, address: str, language: str
) -> None:
    new_reader.open(server + address)
    frame = new_reader.map_frame()
    assert areas(frame).count() in {342, 352}
    assert new_reader.page.locator("html").get_attribute("lang") == language
    assert frame.evaluate("document.documentElement.lang") == language
    settle(new_reader)  # what comes after the map counts too
    assert not new_reader.external
    assert not new_reader.errors
    assert new_reader.websocket_bytes < 60_000
    assert new_reader.downloaded_bytes < FIRST_VISIT_BYTES


def test_a_change_repaints_without_a_new_frame(reader: Visit, demo: str) -> None:
    page = reader.open(demo)
    frame = reader.map_frame()
    frame.evaluate("window.same = true; void map_div.setZoom(9, {animate: false})")
    before, received, asked = area(frame).get_attribute("fill"), reader.websocket_bytes, len(reader.requests)
    step(page, 1)
    described(frame, "Demonstratie van stap 1 in indeling 2023.")
    assert area(frame).get_attribute("fill") != before
    assert frame.evaluate("[window.same, map_div.getZoom()]") == [True, 9]
    assert reader.websocket_bytes - received < 20_000
    assert len(reader.requests) == asked


def test_another_division_keeps_the_frame_and_the_borders_are_cached(new_reader: Visit, demo: str) -> None:
    page = new_reader.open(demo)
    frame = new_reader.map_frame()
    frame.evaluate("window.same = true")
    division(page, "2021")
    expect(areas(frame)).to_have_count(352)
    division(page, "2023")
    expect(areas(frame)).to_have_count(342)
    assert frame.evaluate("window.same")
    fetched = frame.evaluate(
        "performance.getEntriesByType('resource').map(e => e.name).filter(n => n.endsWith('.topojson'))"
    )
    assert len(fetched) == len(set(fetched)) == 2
    page.reload()
    new_reader.map_frame()
    kept = new_reader.from_cache  # the browser reports a cache hit a little later
    until(page, lambda: any(url.endswith(".topojson") for url in kept), "borders are asked for again")


def test_the_last_of_many_quick_changes_wins(reader: Visit, demo: str) -> None:
    page = reader.open(demo)
    frame = reader.map_frame()
    step(page, 9)
    described(frame, "Demonstratie van stap 9 in indeling 2023.")
    codes = sorted(areas(frame).evaluate_all("all => all.map((path) => path.dataset.code)"))
    expected = list(Status)[(codes.index("GM0363") + 9) % len(Status)]
    expect(area(frame, "GM0363")).to_have_attribute("aria-label", re.compile(re.escape(expected.label())))


def test_borders_that_arrive_late_do_not_overwrite_a_later_choice(reader: Visit, demo: str) -> None:
    late: list[Route] = []

    def hold(route: Route) -> None:
        late.append(route)

    page = reader.open(demo)
    frame = reader.map_frame()
    page.route("**/2021.*.topojson", hold)
    division(page, "2021")
    until(page, lambda: bool(late), "the borders are not asked for")
    division(page, "2022")
    described(frame, "Demonstratie van stap 0 in indeling 2022.")
    expect(areas(frame)).to_have_count(345)
    with page.expect_response("**/2021.*.topojson") as response:
        late[0].continue_()
    response.value.finished()
    still(page)
    expect(areas(frame)).to_have_count(345)


def test_a_change_while_the_map_is_loading_is_not_lost(reader: Visit, demo: str) -> None:
    def late(route: Route) -> None:
        time.sleep(2)
        route.continue_()

    reader.page.route("**/kaart.*.js", late)
    page = reader.open(demo)
    page.locator("iframe").wait_for()
    step(page, 1)
    described(reader.map_frame(), "Demonstratie van stap 1 in indeling 2023.")


def test_borders_that_cannot_be_loaded_are_reported_and_retried(reader: Visit, demo: str) -> None:
    page = reader.open(demo)
    frame = reader.map_frame()
    page.route("**/2021.*.topojson", lambda route: route.abort())
    division(page, "2021")
    expect(frame.get_by_role("status")).to_contain_text("De grenzen zijn niet geladen")
    page.unroute("**/2021.*.topojson")
    frame.get_by_role("button", name="Opnieuw proberen").click()
    expect(areas(frame)).to_have_count(352)
    expect(frame.locator(".message")).to_be_hidden()


def test_keyboard(reader: Visit, demo: str) -> None:
    page = reader.open(demo)
    frame = reader.map_frame()
    expect(frame.locator("path[tabindex='0']")).to_have_count(1)
    frame.locator("path[tabindex='0']").focus()
    page.keyboard.type("zut")
    expect(area(frame)).to_be_focused()
    expect(frame.locator(".tip")).to_contain_text("Zutphen")
    page.keyboard.press("Escape")
    expect(frame.locator(".tip")).to_be_hidden()
    page.keyboard.press("ArrowUp")
    expect(area(frame, "GM0150")).to_be_focused()  # Deventer lies north of Zutphen
    expect(frame.locator("path[tabindex='0']")).to_have_count(1)
    page.keyboard.press("Enter")
    expect(page.get_by_text("Gekozen: GM0150")).to_be_visible()
    expect(area(frame, "GM0150")).to_have_attribute("aria-current", "true")
    expect(area(frame, "GM0150")).to_be_focused()
    for name in ("Inzoomen", "Uitzoomen", "Heel Nederland"):
        page.keyboard.press("Tab")
        expect(frame.get_by_role("button", name=name, exact=True)).to_be_focused()


def test_click_chooses_and_the_wheel_leaves_the_page_alone_until_then(reader: Visit, demo: str) -> None:
    page = reader.open(demo)
    frame = reader.map_frame()
    start = frame.evaluate("map_div.getZoom()")
    area(frame).hover(force=True)
    page.mouse.wheel(0, -300)
    still(page)
    assert frame.evaluate("map_div.getZoom()") == start
    for code in ("GM0301", "GM0150", "GM0301"):
        area(frame, code).click(force=True)
        expect(page.get_by_text(f"Gekozen: {code}")).to_be_visible()
    page.mouse.wheel(0, -300)
    until(page, lambda: frame.evaluate("map_div.getZoom()") > start, "the wheel does not zoom")


def test_the_background_map_is_asked_for_only_when_the_reader_turns_it_on(reader: Visit, demo: str) -> None:
    page = reader.open(demo)
    frame = reader.map_frame()
    assert not reader.external
    page.get_by_text("Achtergrondkaart").click()
    expect(frame.locator(".leaflet-control-attribution")).to_contain_text("Kaartgegevens (C) Kadaster")
    until(page, lambda: bool(reader.external), "its tiles are not asked for")
    assert all(url.startswith("https://service.pdok.nl/") for url in reader.external)
    assert not any("Content Security Policy" in error for error in reader.errors)


def test_the_country_fits_a_phone(browser: Browser, demo: str) -> None:
    with visit(browser, viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True) as phone:
        phone.open(demo)
        frame = phone.map_frame()
        boxes = [area(frame, code).bounding_box() for code in ("GM0014", "GM0114", "GM0718", "GM0935")]
        assert all(box and box["x"] >= 0 and box["x"] + box["width"] <= 390 for box in boxes)
        assert frame.evaluate("map_div.dragging.enabled()") is False
        assert phone.page.evaluate("document.documentElement.scrollWidth") <= 390
