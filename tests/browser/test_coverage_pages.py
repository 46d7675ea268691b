"""The pages on coverage and white spots in a real browser: what only a browser shows."""

import re
from datetime import date

from addresses import settle
from harness import until, visit
from playwright.sync_api import expect

from coverage.analysis.moments import moments_beside
from coverage.analysis.status import MunicipalityStatus, status_at
from coverage.dataset import current
from coverage.dates import today
from coverage.i18n import day
from coverage.vocabulary import Status

FROM = date(2013, 7, 1)


def test_a_step_in_time_restyles_the_map_it_has_within_the_budget(browser, server):
    """From moment to moment of the data, until somewhere a programme has come."""
    ds, days = current(), [FROM]
    before = {row.code: row.status for row in status_at(ds, FROM).rows}
    come: list[MunicipalityStatus] = []
    while not come:
        on = moments_beside(ds, days[-1], today())[1]
        assert on
        days.append(on)
        here = [row for row in status_at(ds, on).rows if row.status is Status.EVIDENCED_HERE]
        come = [row for row in here if before.get(row.code, row.status) is not row.status]
    with visit(browser) as reader:
        page = reader.open(f"{server}/dekking?datum={FROM}")
        settle(reader)
        frame = reader.map_frame()
        sent = reader.websocket_bytes
        for on in days[1:]:
            page.get_by_role("button", name="Volgende").click()
            expect(page.locator(".answer")).to_contain_text(day(on))
        area = frame.locator(f"[data-code={come[0].code}]")
        words = re.escape(f"{come[0].name}: {Status.EVIDENCED_HERE.label()}")
        expect(area).to_have_attribute("aria-label", re.compile(f"^{words}"))
        assert (reader.websocket_bytes - sent) / len(days[1:]) <= 28_000
        assert not frame.is_detached()
        expect(page).to_have_url(re.compile(f"datum={days[-1]}"))
        assert not reader.external


def test_two_maps_move_together(browser, server):
    with visit(browser) as reader:
        reader.open(f"{server}/dekking?datum=2013-07-01&vergelijk=2011-06-30")
        left, right = reader.map_frame(0), reader.map_frame(1)
        before = right.locator("[data-code=GM0301]").bounding_box()
        left.get_by_role("button", name="Inzoomen").click()
        assert before

        def grown() -> bool:
            after = right.locator("[data-code=GM0301]").bounding_box()
            return bool(after and after["width"] > 1.5 * before["width"])

        until(reader.page, grown, "the other map does not follow")
        right.evaluate("void map_div.setView([51, 4], 8, {animate: false})")
        left.wait_for_function("map_div.getZoom() === 8 && Math.abs(map_div.getCenter().lat - 51) < 0.01")
