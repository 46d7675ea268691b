"""What goes over the websocket, in both directions, when a reader changes something: at most 20 kB."""

from __future__ import annotations

import base64
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from harness import PATIENCE, Visit, visit
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.browser

MOST = 20_000  # bytes
QUIET = 400  # milliseconds without a message after which a change is complete


def _press(label: str) -> Callable[[Page], None]:
    """Press one of a row of buttons or of a choice."""
    return lambda page: page.get_by_test_id("stMain").get_by_text(label, exact=True).first.click()


def _choose(title: str, option: str) -> Callable[[Page], None]:
    def act(page: Page) -> None:
        page.get_by_test_id("stSelectbox").filter(has_text=title).get_by_role("combobox").click()
        page.get_by_role("option", name=option, exact=True).click()

    return act


def _click_on_map(code: str) -> Callable[[Page], None]:
    return lambda page: page.frame_locator("iframe").first.locator(f"[data-code={code}]").dispatch_event("click")


def _unfold(title: str, then: Callable[[Page], None]) -> Callable[[Page], None]:
    def act(page: Page) -> None:
        page.locator("summary", has_text=title).click()
        then(page)

    return act


class Socket:
    """Everything that a page sends and receives over its websocket."""

    def __init__(self, page: Page) -> None:
        self.page, self.bytes, self.messages = page, 0, 0
        session = page.context.new_cdp_session(page)
        session.send("Network.enable")
        for event in ("Network.webSocketFrameReceived", "Network.webSocketFrameSent"):
            session.on(event, self._count)

    def _count(self, event: dict[str, Any]) -> None:
        payload, binary = event["response"]["payloadData"], event["response"]["opcode"] == 2
        self.bytes += len(base64.b64decode(payload) if binary else payload.encode())
        self.messages += 1

    def settle(self) -> None:
        """Wait until the script has run and nothing comes any more."""
        expect(self.page.locator("[data-testid=stApp][data-test-script-state=notRunning]")).to_be_attached(
            timeout=PATIENCE
        )
        seen = -1
        while seen != self.messages:
            seen = self.messages
            self.page.wait_for_timeout(QUIET)


@pytest.fixture(scope="module")
def reader(browser: Browser) -> Iterator[tuple[Visit, Socket]]:
    """One reader for all: what a browser keeps is not what is measured here."""
    with visit(browser) as one:
        yield one, Socket(one.page)


@pytest.mark.parametrize(
    ("address", "change", "outcome"),
    [
        ("/?datum=2013-07-01", _press("medio 2011"), "Op 30 juni 2011"),
        ("/dekking?datum=2014-01-01", _press("Volgende"), "Op 1 januari 2015"),
        ("/witte-vlekken?datum=2013-07-01", _click_on_map("GM0301"), "Waar intussen terecht?"),
        ("/doelgroepen?rijen=centres", _press("medio 2013"), "Op 1 juli 2013"),
        ("/doelgroepen?weergave=gaten", _press("medio 2013"), "Op 1 juli 2013"),
        ("/verdeling", _choose("Verdeelsleutel", "gelijke delen"), "de sleutel “gelijke delen”"),
        ("/mijn-gemeente?gemeente=Zutphen", _press("eind 2018"), "Op 31 december 2018"),
        ("/programmas?zoek=Utrecht", _press("medio 2013"), "Utrecht"),
        ("/gegevens", _press("Methode"), "peildatum"),
        ("/presentatie", _press("medio 2013"), "1 juli 2013"),
        ("/wijzigingen", _unfold("Een peildatum lezen", _press("medio 2013")), "Vergelijk met"),
    ],
    ids=lambda value: value.strip("/") if isinstance(value, str) and value.startswith("/") else "",
)
def test_a_change_stays_small(
    reader: tuple[Visit, Socket], server: str, address: str, change: Callable[[Page], None], outcome: str
) -> None:
    one, socket = reader
    page = one.page
    page.goto(server + address)
    socket.settle()
    if page.locator("iframe[src*='st_folium']").count():
        one.map_frame()
        socket.settle()
    socket.bytes = 0
    change(page)
    expect(page.get_by_test_id("stMain")).to_contain_text(outcome, timeout=PATIENCE)
    socket.settle()
    assert 0 < socket.bytes <= MOST
