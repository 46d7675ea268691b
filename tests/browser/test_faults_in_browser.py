"""What goes wrong between a reader and the server: the view comes back as it was, from its address."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from urllib.error import HTTPError
from urllib.parse import urlsplit
from urllib.request import urlopen

import pytest
from harness import PATIENCE, ROOT, Visit, serve, until, visit
from playwright.sync_api import Browser, Page, WebSocketRoute, expect

IN_2011, IN_2013 = "Op 30 juni 2011", "Op 1 juli 2013"  # how the answers begin


def shows(page: Page, path: str, answer: str) -> None:
    """The address and the answer belong together, and nothing stands in the way of it."""
    expect(page).to_have_url(re.compile(re.escape(path) + "$"), timeout=PATIENCE)
    expect(page.locator("#first-view")).to_have_count(0, timeout=PATIENCE)  # the app itself, not what came ahead of it
    expect(page.locator(".answer").first).to_contain_text(answer, timeout=PATIENCE)
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(page.get_by_test_id("stException")).to_have_count(0)


def connection(page: Page, state: str) -> None:
    expect(page.locator(f".stApp[data-test-connection-state='{state}']")).to_be_visible(timeout=PATIENCE)


def choose(page: Page, moment: str) -> None:
    page.get_by_text(moment, exact=True).click()


def _asked(page: Page) -> tuple[str, set[str]]:
    parts = urlsplit(page.url)
    return parts.path, set(parts.query.split("&"))


def test_back_and_forward_through_dates_and_pages(reader: Visit, server: str) -> None:
    """Each deed is one stop, though Streamlit changes the address in several steps; each stop shows what it showed."""
    rest = "gemeente=Zutphen&datum="
    page = reader.open(f"{server}/?{rest}2013-07-01")
    shows(page, f"/?{rest}2013-07-01", IN_2013)
    choose(page, "medio 2011")
    shows(page, f"/?{rest}2011-06-30", IN_2011)
    page.get_by_role("link", name="Witte vlekken", exact=True).first.click()
    asked = ("/witte-vlekken", {"gemeente=Zutphen", "datum=2011-06-30"})
    until(page, lambda: _asked(page) == asked, "the page does not keep what was chosen")
    spots = urlsplit(page.url)
    shows(page, spots.query, IN_2011)
    there = f"/witte-vlekken?{spots.query}"
    choose(page, "medio 2013")
    shows(page, there.replace("2011-06-30", "2013-07-01"), IN_2013)
    stops = [
        (f"/?{rest}2013-07-01", IN_2013), (f"/?{rest}2011-06-30", IN_2011), (there, IN_2011),
        (there.replace("2011-06-30", "2013-07-01"), IN_2013),
    ]  # fmt: skip
    for path, answer in reversed(stops[:-1]):
        page.go_back()
        shows(page, path, answer)
    for path, answer in stops[1:]:
        page.go_forward()
        shows(page, path, answer)
    assert not reader.external


def test_two_tabs_of_one_reader_do_not_disturb_each_other(browser: Browser, server: str) -> None:
    with visit(browser) as one:
        first, second = one.page, one.page.context.new_page()
        first.goto(f"{server}/?datum=2013-07-01")
        second.goto(f"{server}/witte-vlekken?datum=2011-06-30")
        shows(first, "/?datum=2013-07-01", IN_2013)
        shows(second, "/witte-vlekken?datum=2011-06-30", IN_2011)
        choose(second, "medio 2013")
        shows(second, "/witte-vlekken?datum=2013-07-01", IN_2013)
        shows(first, "/?datum=2013-07-01", IN_2013)
        choose(first, "medio 2011")
        shows(first, "/?datum=2011-06-30", IN_2011)
        shows(second, "/witte-vlekken?datum=2013-07-01", IN_2013)
        first.reload()
        shows(first, "/?datum=2011-06-30", IN_2011)


def test_a_connection_that_is_cut_is_restored_with_the_view(reader: Visit, server: str) -> None:
    sockets: list[tuple[WebSocketRoute, WebSocketRoute]] = []
    page = reader.page
    page.route_web_socket(re.compile("_stcore/stream"), lambda ws: sockets.append((ws, ws.connect_to_server())))
    reader.open(f"{server}/witte-vlekken?datum=2013-07-01")
    shows(page, "/witte-vlekken?datum=2013-07-01", IN_2013)
    for before in (1, 2):
        for side in sockets[-1]:
            side.close()
        until(page, lambda: len(sockets) > before, "the page does not connect again")  # noqa: B023
        connection(page, "CONNECTED")
        shows(page, "/witte-vlekken?datum=2013-07-01", IN_2013)
    assert len(sockets) == 3
    choose(page, "medio 2011")
    shows(page, "/witte-vlekken?datum=2011-06-30", IN_2011)


@pytest.mark.slow
def test_a_server_that_restarts_under_an_open_page(reader: Visit) -> None:
    """What stood on the screen stays there; the new server knows nothing of this reader but the address."""
    with serve() as url:
        port = urlsplit(url).port
        page = reader.open(f"{url}/witte-vlekken?datum=2013-07-01")
        shows(page, "/witte-vlekken?datum=2013-07-01", IN_2013)
        choose(page, "medio 2011")
        shows(page, "/witte-vlekken?datum=2011-06-30", IN_2011)
    connection(page, "PINGING_SERVER")
    shows(page, "/witte-vlekken?datum=2011-06-30", IN_2011)
    with serve(port=port or 0):
        connection(page, "CONNECTED")
        shows(page, "/witte-vlekken?datum=2011-06-30", IN_2011)
        choose(page, "medio 2013")
        shows(page, "/witte-vlekken?datum=2013-07-01", IN_2013)


def test_a_server_with_broken_data_says_what_is_wrong_and_shows_no_figures(reader: Visit, tmp_path: Path) -> None:
    data = Path(shutil.copytree(ROOT / "data", tmp_path / "data"))
    table = data / "claims.csv"
    table.write_text(table.read_text("utf-8").replace(",location,", ",<b>woont</b>,", 1), encoding="utf-8")
    with serve(data=data) as url:
        page = reader.open(f"{url}/witte-vlekken?datum=2013-07-01")
        expect(page.get_by_role("heading", name="De gegevens zijn niet in orde")).to_be_visible()
        expect(page.get_by_role("row").filter(has_text="claims.csv").filter(has_text="<b>woont</b>")).to_be_visible()
        expect(page.locator("iframe, .answer")).to_have_count(0)
        with pytest.raises(HTTPError, match="503"):
            urlopen(f"{url}/gezondheid")
