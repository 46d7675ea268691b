"""A reader who chooses again before the browser has heard of the first choice: nothing that was chosen is lost."""

from __future__ import annotations

from urllib.parse import parse_qsl, urlsplit

from addresses import settle
from harness import Visit, until
from playwright.sync_api import Locator, Page, WebSocketRoute, expect


class Late:
    """What the server tells a page, kept back between :meth:`hold` and :meth:`release`."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.asked = 0  # messages of the page
        self.kept: list[str | bytes] | None = None
        page.route_web_socket("**/_stcore/stream", self._watch)

    def _watch(self, route: WebSocketRoute) -> None:
        self.route, server = route, route.connect_to_server()

        def ask(message: str | bytes) -> None:
            self.asked += 1
            server.send(message)

        def tell(message: str | bytes) -> None:
            if self.kept is None:
                route.send(message)
            else:
                self.kept.append(message)

        route.on_message(ask)
        server.on_message(tell)

    def hold(self) -> None:
        self.kept = []

    def release(self) -> None:
        kept, self.kept = self.kept or [], None
        for message in kept:
            self.route.send(message)


def chosen(page: Page) -> dict[str, str]:
    return dict(parse_qsl(urlsplit(page.url).query))


def take(page: Page, box: Locator, *names: str) -> None:
    box.click()
    for name in names:
        page.keyboard.type(name)
        page.keyboard.press("Enter")


def test_two_choices_at_once_are_both_kept_and_going_back_takes_both(reader: Visit, server: str) -> None:
    """The second leaves with the address of before the first; the server knows better."""
    page = reader.page
    late = Late(page)
    reader.open(server + "/presentatie?plaats=Utrecht")
    settle(reader)
    box, tags = page.get_by_role("combobox", name="Regio's"), page.get_by_test_id("stMultiSelect").locator("[data-tag]")
    late.hold()
    take(page, box, "Leeuwarden", "Groningen")
    asked = late.asked
    page.get_by_label("Eigen titel").fill("Kennisdag")
    page.keyboard.press("Tab")
    until(page, lambda: late.asked > asked, "the title is not sent")
    steps = page.evaluate("history.length")
    assert chosen(page) == {"plaats": "Utrecht"}
    late.release()
    settle(reader)
    both = {"plaats": "Utrecht", "gebied": "Leeuwarden,Groningen", "titel": "Kennisdag"}
    until(page, lambda: chosen(page) == both, f"not both choices: {page.url}")
    expect(tags).to_have_text(["Leeuwarden", "Groningen"])  # and Enter took no province that is named after a region
    expect(tags.first.get_by_role("button")).to_have_attribute("aria-label", "Weghalen: Leeuwarden")
    assert page.evaluate("history.length") == steps + 1  # the frame with the slides took no step of its own
    page.go_back()
    until(page, lambda: chosen(page) == {"plaats": "Utrecht"}, f"not back: {page.url}")
    expect(tags).to_have_count(0)
