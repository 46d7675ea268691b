"""A real server and a real browser for tests; the browser can reach nothing but this machine."""

from __future__ import annotations

import base64
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.error import URLError
from urllib.parse import urlsplit

from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Frame, Locator, Page, ViewportSize, expect

ROOT = Path(__file__).resolve().parents[2]
LOCAL_ONLY = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1"
BROWSER_ARGS = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", LOCAL_ONLY]
START_SECONDS = 60
WIDE = ViewportSize(width=1400, height=900)
PATIENCE = 30_000  # milliseconds; a shared machine is slow
expect.set_options(timeout=PATIENCE)  # of itself it gives up after five seconds, whatever the page has been told


def chromium() -> str | None:
    """Path of Chromium: ``$CHROMIUM``, or one found on the PATH."""
    return os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")


@contextmanager
def serve(
    script: str = "app.py",
    *,
    data: Path | None = None,
    env: Mapping[str, str] | None = None,
    port: int = 0,
    health: str = "/gezondheid",
) -> Iterator[str]:
    """Run ``streamlit run script`` on a port, by default a free one; yields its address.

    RuntimeError with its output when it stops.
    """
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        probe.bind(("127.0.0.1", port))
        port = probe.getsockname()[1]
    variables = {**os.environ, "PYTHONPATH": str(ROOT), "STREAMLIT_SERVER_PORT": str(port), **(env or {})}
    if data:
        variables["COVERAGE_DATA"] = str(data)
    command = [sys.executable, "-m", "streamlit", "run", str(ROOT / script)]
    process = subprocess.Popen(
        command,
        cwd=ROOT,
        env=variables,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    )
    try:
        _await_answer(process, f"http://localhost:{port}{health}")
        yield f"http://localhost:{port}"
    finally:
        os.killpg(process.pid, signal.SIGTERM)
        process.communicate(timeout=10)


def _await_answer(process: subprocess.Popen[str], url: str) -> None:
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline:
        if process.poll() is not None:
            raise RuntimeError(f"the server stopped:\n{process.communicate()[0]}")
        try:
            with urllib.request.urlopen(url, timeout=5):
                return
        except URLError as error:
            if getattr(error, "code", None):  # any answer, also 503, means that it runs
                return
        except OSError:
            pass
        time.sleep(0.2)
    raise RuntimeError(f"no answer from {url} within {START_SECONDS} s")


@dataclass
class Visit:
    """One reader: the page, and what it asked for and complained about."""

    page: Page
    requests: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    from_cache: list[str] = field(default_factory=list)
    websocket_bytes: int = 0
    downloaded_bytes: int = 0
    _listening: bool = False

    @property
    def external(self) -> list[str]:
        """Requests to another host than ours."""
        return [url for url in self.requests if urlsplit(url).hostname not in {"localhost", "127.0.0.1", None}]

    def open(self, url: str) -> Page:
        """Go to an address, until the app has taken over, and start listening, if that was not yet done.

        From then on, whatever is pressed or expected waits until the first view of a next document is gone as well: it
        holds the same words and links as the page that comes.
        """
        if not self._listening:
            self._listen()
            self.page.add_locator_handler(self.page.locator("#first-view"), lambda _view: None)
        self.page.goto(url)
        expect(self.page.locator("#first-view")).to_have_count(0, timeout=PATIENCE)
        return self.page

    def map_frame(self, index: int = 0) -> Frame:
        """The frame of a map, once it has been painted."""
        outer = self.page.locator("iframe[src*='st_folium']").nth(index)
        # Asked through the outer page: a frame that a run replaces while we wait never becomes ready itself.
        expect(outer.content_frame.locator("#map_div[data-ready]")).to_be_visible(timeout=PATIENCE)
        handle = outer.element_handle(timeout=PATIENCE)
        frame = handle.content_frame() if handle else None
        assert frame
        return frame

    def _listen(self) -> None:
        self._listening = True
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.on("console", self._on_console)
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        session = self.page.context.new_cdp_session(self.page)
        session.send("Network.enable")
        session.on("Network.responseReceived", self._on_response)
        session.on("Network.loadingFinished", self._on_loaded)
        session.on("Network.webSocketFrameReceived", self._on_frame)

    def _on_console(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self.errors.append(message.text)

    def _on_response(self, event: dict[str, Any]) -> None:
        if event["response"].get("fromDiskCache"):
            self.from_cache.append(event["response"]["url"])

    def _on_loaded(self, event: dict[str, Any]) -> None:
        self.downloaded_bytes += int(event["encodedDataLength"])

    def _on_frame(self, event: dict[str, Any]) -> None:
        self.websocket_bytes += len(base64.b64decode(event["response"]["payloadData"]))


def until(page: Page, holds: Callable[[], bool], why: str) -> None:
    """Let the browser go on until something holds; AssertionError that says why when it does not come."""
    deadline = time.monotonic() + PATIENCE / 1000
    while not holds():
        assert time.monotonic() < deadline, why
        page.wait_for_timeout(50)


def follow(control: Locator) -> None:
    """Press what leads to another document, and wait for that: until it is there the page is still the old one."""
    with control.page.expect_navigation():
        control.click()


# What a page can be told by itself; other wishes need a context of their own: a new window with an empty cache.
OF_A_PAGE = {"viewport", "color_scheme", "reduced_motion", "forced_colors"}
_kept: dict[Browser, BrowserContext] = {}


def _context(browser: Browser, options: Mapping[str, Any]) -> BrowserContext:
    context = browser.new_context(**{"locale": "nl-NL", "viewport": WIDE, **options})
    context.set_default_timeout(PATIENCE)
    return context


@contextmanager
def visit(browser: Browser, *, fresh: bool = False, **options: Any) -> Iterator[Visit]:
    """A reader without cookies; ``options`` go to the browser context (viewport, has_touch, …).

    With ``fresh`` the cache is empty too. Else readers after each other share it: to open a window and to compile the
    scripts of Streamlit costs more than most tests. Two readers at one time share nothing.
    """
    shares = not fresh and options.keys() <= OF_A_PAGE
    context = _kept.pop(browser, None) if shares else None
    if context is None:
        context = _context(browser, {} if shares else options)
        if shares:
            context.new_page()  # the window of a context closes with its last page
    try:
        page = context.new_page()
        if shares:
            page.set_viewport_size(options.pop("viewport", WIDE))
            page.emulate_media(**options)
        yield Visit(page)
    finally:
        if shares and browser not in _kept:
            for done in context.pages[1:]:
                done.close()
            context.clear_cookies()
            _kept[browser] = context
        else:
            context.close()
