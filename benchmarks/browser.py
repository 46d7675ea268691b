"""Visits to a Streamlit app in a real browser, with a clock on what is painted and a counter on what is sent.

Times are taken inside the page (``probe.js``): from the start of the navigation, or from a click or Enter, to the first
frame after what is on the screen changed. They hold for any way of drawing that makes one SVG path an area.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Page, Playwright, Route
from xstatic.pkg import leaflet

from benchmarks.server import PATIENCE, Server
from benchmarks.traffic import Traffic
from benchmarks.views import Click, Target, Type

QUIET = 500  # milliseconds without a change after which a repaint counts as finished
PROBE = Path(__file__).with_name("probe.js")
Moments = tuple[float, float, float]  # complete, live, whole


@dataclass(frozen=True, slots=True)
class View:
    """One first view or one interaction: seconds until it was painted, processor seconds of the server, traffic.

    ``live`` and ``whole`` are the seconds until those conditions of the target held (for an interaction: the same).
    """

    seconds: float
    live: float
    whole: float
    cpu: float
    requests: int
    http_bytes: int
    socket_bytes: int
    external_hosts: frozenset[str]


@dataclass(frozen=True, slots=True)
class Visit:
    """A first view, and a view for every step."""

    first: View
    steps: tuple[View, ...]


def launch(playwright: Playwright) -> Browser:
    """The Chromium of the system."""
    path = shutil.which("chromium")
    if path is None:
        raise SystemExit("The benchmark needs Chromium: on Debian, apt-get install chromium.")
    return playwright.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-gpu"])


def visit(browser: Browser, server: Server, target: Target, *, stand_in: bool = False) -> Visit:
    """Open a page with an empty cache, then take its steps. ``stand_in`` answers for other hosts from this machine."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    try:
        context.add_init_script(path=PROBE)
        if stand_in:
            context.route(re.compile("^https://"), _stand_in)
        page = context.new_page()
        traffic = Traffic()
        traffic.watch(page)

        def view(action: Callable[[], object], measure: Callable[[], Moments]) -> View:
            traffic.reset()
            before = server.cpu_seconds()
            action()
            return View(
                *measure(),
                server.cpu_seconds() - before,
                traffic.requests,
                traffic.http_bytes,
                traffic.socket_bytes,
                frozenset(traffic.hosts - {urlsplit(server.address).netloc}),
            )

        first = view(lambda: page.goto(server.address + target.path), lambda: _opened(page, target))
        steps = [view(_action(page, step), lambda: _repainted(page, target)) for step in target.steps]
        return Visit(first, tuple(steps))
    finally:
        context.close()


def live_at(page: Page, target: Target) -> float:
    """The moment at which a page that was just asked for was painted and live, in seconds since 1970."""
    _wait(page, target.live)
    return float(page.evaluate(f"() => bench.paints.find(p => {target.live}).at")) / 1000


def _action(page: Page, step: Click | Type) -> Callable[[], object]:
    """What a reader does. What comes before the click or Enter (looking for the place, typing) is done at once."""
    main = page.get_by_test_id("stMain")
    if isinstance(step, Click):
        return main.get_by_text(step.text, exact=True).first.click
    box = main.get_by_label(step.label, exact=True).first
    box.fill(step.text)
    return lambda: box.press("Enter")


def _opened(page: Page, target: Target) -> Moments:
    """Seconds from the start of the navigation until it was complete, live and whole.

    What happens to it later (a late frame, a resize) is not its making.
    """
    _wait(page, target.whole)
    _quiet(page)
    moments = ", ".join(f"p => {condition}" for condition in (target.complete, target.live, target.whole))
    found = page.evaluate(f"() => [{moments}].map(is => bench.paints.find(is).at - performance.timeOrigin)")
    complete, live, whole = (float(milliseconds) / 1000 for milliseconds in found)
    return complete, live, whole


def _repainted(page: Page, target: Target) -> Moments:
    """Seconds from what the reader did to the last paint before all is quiet, since it may be repainted in steps."""
    since = "p.changed && p.at > bench.acted"
    _wait(page, f"{since} && p.framed" if target.has_map else since)
    _quiet(page)
    milliseconds = page.evaluate(f"() => bench.paints.filter(p => {since}).at(-1).at - bench.acted")
    seconds = float(milliseconds) / 1000
    return seconds, seconds, seconds


def _wait(page: Page, condition: str) -> None:
    page.wait_for_function(f"() => bench.paints.some(p => {condition})", polling=50, timeout=PATIENCE * 1000)


def _quiet(page: Page) -> None:
    page.wait_for_function(
        f"""() => Date.now() - bench.paints.at(-1).at > {QUIET}
          && !document.querySelector("[data-testid=stApp]:not([data-test-script-state=notRunning])") """,
        polling=50,
        timeout=PATIENCE * 1000,
    )


def _stand_in(route: Route) -> None:
    """Answer at once for a host elsewhere: Leaflet from its package, nothing for the rest (which the map survives)."""
    name = Path(urlsplit(route.request.url).path).name
    local = Path(leaflet.BASE_DIR) / name
    kind = {".js": "text/javascript", ".css": "text/css", ".png": "image/png"}.get(local.suffix, "text/plain")
    if local.is_file():
        route.fulfill(path=local, content_type=kind)
    else:
        route.fulfill(body="", content_type=kind)
