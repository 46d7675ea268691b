"""A real browser whose connection is cut: with its session, and when the server has forgotten it."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from addresses import settle
from harness import PATIENCE, Visit, serve, until
from playwright.sync_api import Page, WebSocketRoute, expect

ADDRESS = "/?datum=2013-07-01"


@pytest.fixture(scope="module")
def forgetful() -> Iterator[str]:
    """A server that forgets a session as soon as its connection is lost, as one that was restarted."""
    with serve("app.py", env={"STREAMLIT_SERVER_DISCONNECTED_SESSION_TTL": "0"}) as url:
        yield url


def cut(reader: Visit, url: str) -> tuple[Page, list[str]]:
    """Open the front page and cut its connection; gives the page, and its loads as they come."""
    sockets: list[WebSocketRoute] = []
    loads: list[str] = []

    def watch(route: WebSocketRoute) -> None:
        route.connect_to_server()
        sockets.append(route)

    reader.page.route_web_socket("**/_stcore/stream", watch)
    reader.page.on("load", lambda page: loads.append(page.url))
    page = reader.open(url + ADDRESS)
    expect(page.locator("p.answer").last).to_contain_text("1 juli 2013", timeout=PATIENCE)
    expect(page.get_by_test_id("stPills").or_(page.get_by_test_id("stButtonGroup")).first).to_be_visible(
        timeout=PATIENCE
    )
    settle(reader)
    sockets[0].close()
    until(page, lambda: len(sockets) > 1, "the page does not connect again")
    return page, loads


def choose_2018(page: Page) -> None:
    page.get_by_text("eind 2018", exact=True).first.click()
    expect(page.locator("p.answer").last).to_contain_text("31 december 2018", timeout=PATIENCE)
    expect(page).to_have_url(re.compile("datum=2018-12-31"))


def test_who_is_still_known_goes_on_where_they_were(reader: Visit, server: str) -> None:
    page, loads = cut(reader, server)
    choose_2018(page)
    assert len(loads) == 1


@pytest.mark.slow  # a server that restarts under an open page is in test_faults_in_browser.py
def test_who_was_forgotten_gets_the_page_anew_at_its_address(reader: Visit, forgetful: str) -> None:
    page, loads = cut(reader, forgetful)
    until(page, lambda: loads == [forgetful + ADDRESS] * 2, "the page is not loaded anew")
    settle(reader)  # the links of the first view, which stands there before the app, would load another page
    expect(page.locator("p.answer").last).to_contain_text("1 juli 2013", timeout=PATIENCE)
    choose_2018(page)
    assert len(loads) == 2
