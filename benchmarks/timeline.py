"""Where the time of a first visit goes: moments from the start of the navigation, of ours beside the empty page.

Run with ``python -m benchmarks.timeline``. Medians over some visits with an empty cache, after one that is not counted.
"""

from __future__ import annotations

import argparse
from statistics import median

from playwright.sync_api import Browser, sync_playwright

from benchmarks.browser import PROBE, launch
from benchmarks.report import table
from benchmarks.server import PATIENCE, Server, serve
from benchmarks.views import EMPTY, PAGES, Target

SOCKET = """
(() => {
  if (window !== window.top) return;
  const marks = window.socketMarks = {};
  const Native = window.WebSocket;
  window.WebSocket = class extends Native {
    constructor(...given) {
      super(...given);
      this.addEventListener("open", () => { marks.open ??= Date.now(); });
      this.addEventListener("message", () => { marks.first ??= Date.now(); marks.last = Date.now(); });
    }
  };
})();
"""
# Name -> moment in milliseconds since 1970, or nothing when the page has no such thing.
MOMENTS = """
() => {
  const start = performance.timeOrigin, navigation = performance.getEntriesByType("navigation")[0];
  const painted = (is) => bench.paints.find(is)?.at;
  const frame = [...document.querySelectorAll("iframe")].map((f) => f.contentWindow?.performance).find(Boolean);
  const inFrame = (name) => {
    const entry = frame?.getEntriesByType("navigation")[0];
    return entry ? frame.timeOrigin + entry[name] : undefined;
  };
  const borders = frame?.getEntriesByType("resource").find((e) => e.name.includes("topojson"));
  const moments = {
    "page received": start + navigation.responseEnd,
    "map drawn by the server painted": painted((p) => p.drawn > 0),
    "Streamlit's scripts run": start + navigation.domContentLoadedEventStart,
    "websocket open": socketMarks.open,
    "first message": socketMarks.first,
    "heading painted": painted((p) => p.heading),
    "frame of the map asked for": inFrame("startTime"),
    "page of the frame received": inFrame("responseEnd"),
    "scripts of the frame run": inFrame("domContentLoadedEventEnd"),
    "borders in the frame": borders ? frame.timeOrigin + borders.responseEnd : undefined,
    "live map painted": painted((p) => p.ready && p.areas > 0),
    "last message": socketMarks.last,
    "whole page": painted((p) => p.settled),
  };
  return Object.fromEntries(Object.entries(moments).map(([name, at]) => [name, at === undefined ? null : at - start]));
}
"""


def moments(browser: Browser, server: Server, target: Target) -> dict[str, float | None]:
    """Milliseconds from the start of the navigation to each moment of one visit; None for what the page has not."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    try:
        context.add_init_script(path=PROBE)
        context.add_init_script(SOCKET)
        page = context.new_page()
        page.goto(server.address + target.path)
        page.wait_for_function(f"() => bench.paints.some(p => {target.whole})", polling=50, timeout=PATIENCE * 1000)
        page.wait_for_timeout(500)  # the last message
        found: dict[str, float | None] = page.evaluate(MOMENTS)
        return found
    finally:
        context.close()


def main() -> None:
    """Measure and print."""
    arguments = argparse.ArgumentParser(prog="python -m benchmarks.timeline", description=__doc__)
    arguments.add_argument("--repeat", type=int, default=5, help="counted visits (default 5)")
    repeat = arguments.parse_args().repeat
    with sync_playwright() as playwright, serve("app.py") as ours, serve("benchmarks/empty_app.py") as empty:
        browser = launch(playwright)
        where = ((EMPTY, empty), (PAGES[0], ours))
        visits = [[moments(browser, server, target) for target, server in where] for _ in range(repeat + 1)][1:]
        browser.close()
    rows = []
    for name in visits[0][0]:
        values = [[v for both in visits if (v := both[i][name]) is not None] for i in range(len(where))]
        if any(values):
            rows.append([name, *(f"{median(known) / 1000:.2f} s" if known else "–" for known in values)])
    print(table(["moment", *(target.name for target, _ in where)], rows))


if __name__ == "__main__":
    main()
