"""What readers cost a server: start-up until the first of them has a map, and memory for each one more."""

from __future__ import annotations

import time
from dataclasses import dataclass
from statistics import median

from playwright.sync_api import Browser, Page

from benchmarks.browser import PROBE, live_at
from benchmarks.server import serve
from benchmarks.views import PAGES, Target
from coverage.ui.web.warm import PATIENCE

FRONT = PAGES[0]
FIRST, MORE = 3, 10  # the first readers fill what all share; the others count
UNTIL_WARM = PATIENCE + 10  # seconds after the start until what all readers share has been imported


def _open(browser: Browser, address: str, target: Target) -> Page:
    page = browser.new_context(viewport={"width": 1280, "height": 900}).new_page()
    page.add_init_script(path=PROBE)
    page.goto(address + target.path)
    live_at(page, target)
    return page


def startup_seconds(browser: Browser, repeat: int) -> float:
    """Median seconds from the start of the process to a map that answers, for a reader who is waiting for it."""
    taken = []
    for _ in range(repeat):
        with serve("app.py") as server:
            page = _open(browser, server.address, FRONT)
            taken.append(live_at(page, FRONT) - server.started)
            page.context.close()
    return median(taken)


@dataclass(frozen=True, slots=True)
class Memory:
    """Megabytes: before the first reader, with the first few, and for each one more who stays."""

    start: float
    first: float
    each: float


def memory(browser: Browser, script: str, target: Target) -> Memory:
    """Memory of the server of an app as readers come."""
    with serve(script) as server:
        start = server.megabytes()
        open_pages = [_open(browser, server.address, target) for _ in range(FIRST)]
        time.sleep(max(0.0, server.started + UNTIL_WARM - time.time()))
        first = server.megabytes()
        open_pages += [_open(browser, server.address, target) for _ in range(MORE)]
        time.sleep(1)  # until the runs of the last pages have ended
        each = (server.megabytes() - first) / MORE
        for page in open_pages:
            page.context.close()
        return Memory(start, first, each)
