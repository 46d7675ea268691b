"""Visits to a Streamlit app in a real browser, with a clock on what is painted and a counter on what is sent.

Times are taken inside the page: from the start of the navigation, or from a click, to the first frame after the
areas of the map changed. They hold for any way of drawing that makes one SVG path an area.
"""

from __future__ import annotations

import base64
import os
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Page, Playwright, Route
from xstatic.pkg import leaflet

ROOT = Path(__file__).parents[1]
AREAS = 342  # municipalities since 2023; a map with fewer is not complete
QUIET = 700  # milliseconds without a change after which a repaint counts as finished
PATIENCE = 60_000  # milliseconds

# Runs in the page before anything else, and notes, after the next frame is on the screen, how many areas there are.
# It looks into frames from outside: their first document is empty and replaced without the script running again.
PROBE = """
(() => {
  if (window !== window.top) return;
  window.bench = {paints: [], clicked: 0};
  addEventListener("click", () => { bench.clicked = Date.now(); }, true);
  const watched = new WeakSet(), waiting = new WeakSet();
  const note = (doc) => {
    if (waiting.has(doc)) return;
    waiting.add(doc);
    requestAnimationFrame(() => setTimeout(() => {
      waiting.delete(doc);
      bench.paints.push({
        at: Date.now(),
        areas: doc.querySelectorAll("path.leaflet-interactive, path[data-code]").length,
        ready: doc.querySelector("[data-ready]") !== null,
        heading: doc.querySelector("[data-testid=stMain] h1") !== null,
      });
    }));
  };
  const concerns = (m) => m.target.tagName === "path" || m.attributeName === "data-ready"
    || [...m.addedNodes].some(n => n.nodeType === 1 && (n.matches("path, h1") || n.querySelector("path, h1")));
  const watch = (view) => {
    const doc = view.document;
    if (!watched.has(doc)) {
      watched.add(doc);
      new MutationObserver((mutations) => mutations.some(concerns) && note(doc))
        .observe(doc, {subtree: true, childList: true, attributes: true});
      note(doc);
    }
    for (let i = 0; i < view.frames.length; i++) watch(view.frames[i]);
  };
  setInterval(() => watch(window), 10);
})();
"""


@dataclass(frozen=True)
class App:
    """An app to measure. ``complete`` is a JavaScript condition on a paint ``p`` that says the page is there."""

    name: str
    script: str
    complete: str
    environment: dict[str, str] = field(default_factory=dict)
    stand_in: bool = False  # whether to serve what it wants from others from this machine


@dataclass
class Traffic:
    """What the browser asked for and received, counted from the last :meth:`reset`."""

    requests: int = 0
    http_bytes: int = 0
    socket_bytes: int = 0
    hosts: set[str] = field(default_factory=set)

    def reset(self) -> None:
        """Start counting again."""
        self.requests = self.http_bytes = self.socket_bytes = 0
        self.hosts = set()

    def watch(self, page: Page) -> None:
        """Count everything of a page that was not opened yet. Frames of the websocket count in both directions."""
        session = page.context.new_cdp_session(page)
        session.send("Network.enable")
        session.on("Network.requestWillBeSent", self._request)
        session.on("Network.loadingFinished", self._finished)
        for event in ("Network.webSocketFrameReceived", "Network.webSocketFrameSent"):
            session.on(event, self._frame)

    def _request(self, event: dict[str, Any]) -> None:
        url = urlsplit(event["request"]["url"])
        if url.scheme not in {"data", "blob", "about"}:
            self.requests += 1
            self.hosts.add(url.netloc)

    def _finished(self, event: dict[str, Any]) -> None:
        self.http_bytes += int(event["encodedDataLength"])

    def _frame(self, event: dict[str, Any]) -> None:
        payload, binary = event["response"]["payloadData"], event["response"]["opcode"] == 2
        self.socket_bytes += len(base64.b64decode(payload) if binary else payload.encode())


@dataclass(frozen=True)
class View:
    """One first view or one change: seconds until it was painted, and its traffic."""

    seconds: float
    requests: int
    http_bytes: int
    socket_bytes: int
    external_hosts: tuple[str, ...]


@contextmanager
def serve(app: App) -> Iterator[str]:
    """Start an app on a free port and give its address."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    options = {
        "server.port": port,
        "server.headless": "true",
        "server.fileWatcherType": "none",
        "browser.gatherUsageStats": "false",
        "browser.serverAddress": "localhost",
    }
    command = [sys.executable, "-m", "streamlit", "run", app.script]
    command += [f"--{key}={value}" for key, value in options.items()]
    environment = os.environ | {"PYTHONPATH": str(ROOT)} | app.environment
    with subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL) as process:
        try:
            address = f"http://127.0.0.1:{port}"
            _wait_for(f"{address}/_stcore/health", process)
            yield address
        finally:
            process.terminate()


def _wait_for(url: str, process: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + PATIENCE / 1000
    while time.monotonic() < deadline:
        if process.poll() is not None:
            raise RuntimeError(f"the server stopped with code {process.returncode}; its message stands above")
        try:
            urllib.request.urlopen(url, timeout=1).close()
        except (urllib.error.URLError, OSError):
            time.sleep(0.1)
        else:
            return
    raise TimeoutError(f"no answer from {url} within {PATIENCE // 1000} s")


def launch(playwright: Playwright) -> Browser:
    """The Chromium of the system."""
    path = shutil.which("chromium")
    if path is None:
        raise SystemExit("The benchmark needs Chromium: on Debian, apt-get install chromium.")
    return playwright.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-gpu"])


def visit(browser: Browser, app: App, address: str, moments: tuple[str, ...] = ()) -> list[View]:
    """Open an app with an empty cache, then choose each moment; gives the first view and one view a moment."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    try:
        context.add_init_script(PROBE)
        if app.stand_in:
            context.route(re.compile("^https://"), _stand_in)
        page = context.new_page()
        traffic = Traffic()
        traffic.watch(page)

        def view(condition: str, action: Callable[[], object], since: str) -> View:
            traffic.reset()
            action()
            seconds = _painted(page, condition, since)
            own = urlsplit(address).netloc
            return View(
                seconds,
                traffic.requests,
                traffic.http_bytes,
                traffic.socket_bytes,
                tuple(sorted(traffic.hosts - {own})),
            )

        views = [view(app.complete, lambda: page.goto(address), "performance.timeOrigin")]
        for moment in moments:
            choice = page.get_by_test_id("stMain").get_by_text(moment, exact=True).first
            views.append(view(f"p.at > bench.clicked && {app.complete}", choice.click, "bench.clicked"))
        return views
    finally:
        context.close()


def _painted(page: Page, condition: str, since: str) -> float:
    """Seconds between a moment in the page and the paint that met the condition.

    After a click that is the last paint before all is quiet, since a map may be repainted in steps. For a first
    view it is the first that is complete; what happens to it later (a late frame, a resize) is not its making.
    """
    page.wait_for_function(f"() => bench.paints.some(p => {condition})", polling=50, timeout=PATIENCE)
    page.wait_for_function(
        f"""() => Date.now() - bench.paints.at(-1).at > {QUIET}
          && document.querySelector("[data-testid=stApp]").dataset.testScriptState === "notRunning" """,
        polling=50,
        timeout=PATIENCE,
    )
    pick = "[0]" if since == "performance.timeOrigin" else ".at(-1)"
    milliseconds = page.evaluate(f"() => bench.paints.filter(p => {condition}){pick}.at - {since}")
    return float(milliseconds) / 1000


def _stand_in(route: Route) -> None:
    """Answer at once for a host elsewhere: Leaflet from its package, nothing for the rest (which the map survives)."""
    name = Path(urlsplit(route.request.url).path).name
    local = Path(leaflet.BASE_DIR) / name
    kind = {".js": "text/javascript", ".css": "text/css", ".png": "image/png"}.get(local.suffix, "text/plain")
    if local.is_file():
        route.fulfill(path=local, content_type=kind)
    else:
        route.fulfill(body="", content_type=kind)
