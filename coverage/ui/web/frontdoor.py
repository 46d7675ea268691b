"""The front door: language of the page, security headers, and compression done once instead of never.

Streamlit writes ``lang="en"`` in every page, which a screen reader then pronounces as English; it sends
no content security policy; and it serves its scripts (4.6 MB) uncompressed, since it would compress them
again for every visitor. Here the compressed bytes are kept, because these files never change.
"""

from __future__ import annotations

import gzip
import logging
import re
from base64 import b64encode
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256
from typing import NamedTuple
from urllib.parse import parse_qsl

from anyio import to_thread
from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from coverage.i18n import _, language, use_language
from coverage.sender import site_name
from coverage.ui.web.icons import small_font
from coverage.ui.web.site import frame_ancestors
from coverage.ui.web.streamlit_inside import COMPONENTS, HASHED, INSIDE, page_of_ours

TILES = "https://service.pdok.nl"  # only when the reader turns the background map on
SECURITY = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
}
COMMON = (
    "default-src 'self'; style-src 'self' 'unsafe-inline'; font-src 'self' data:; connect-src 'self'; "
    "worker-src 'self' blob:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'self'"
)
ONLY_US = "frame-ancestors 'self'"  # a frame in a frame of ours has the same ancestors, so each answer allows the same
COMPRESSIBLE = ("text/", "application/javascript", "application/json", "image/svg+xml", "application/wasm")
CACHED_FILES = 600  # Streamlit has fewer
FOR_GOOD = "public, max-age=31536000, immutable"
_log = logging.getLogger(__name__)
_INLINE_SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)


@dataclass(frozen=True, slots=True)
class _Answer:
    status: int
    headers: list[tuple[bytes, bytes]]
    body: bytes


class FirstView(NamedTuple):
    """Of a page: its title, as text, and the markup that stands before the app."""

    title: str
    markup: str


NOTHING = FirstView("", "")


class FrontDoor:
    """Pure ASGI middleware; websockets and our own routes pass with no more than security headers."""

    def __init__(
        self, app: ASGIApp, base_path: str = "", own: tuple[str, ...] = (), page_head: Callable[[], str] = str,
        frame_head: str = "", first_view: Callable[[str, dict[str, str]], FirstView] = lambda _path, _query: NOTHING,
        astray: Callable[[str, str], Response | None] = lambda _path, _query: None,
    ) -> None:  # fmt: skip
        self.app = app
        self.base_path = base_path
        self.page_head = page_head  # gives markup at the end of the head of our pages
        self.first_view = first_view  # of a path and its query: its title, and what stands before the app
        self.astray = astray  # of the same: what to answer in place of a page that we do not have
        self.frame_head = frame_head  # and at the start of that of the frame of a map
        self.untouched = (*own, *INSIDE)
        self.kept: OrderedDict[str, _Answer] = OrderedDict()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer from the kept bytes, or let Streamlit answer and improve on it."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        path = scope["path"].removeprefix(self.base_path)
        headers = Headers(scope=scope)
        if path.startswith(self.untouched) or scope["method"] != "GET" or "range" in headers:
            await self.app(scope, receive, _with_security(send, path))
            return
        zipped = "gzip" in headers.get("accept-encoding", "")
        answer = self.kept.get(path) if zipped else None
        if answer is None:
            answer = await self._ask(scope, receive)
            query = scope["query_string"].decode("latin-1")
            if _is_page(answer, path) and (other := await to_thread.run_sync(self.astray, path, query)):
                await other(scope, receive, _with_security(send, path))
                return
            if answer.status == 200:
                answer = await to_thread.run_sync(self._improve, answer, path, query, zipped)
            if _is_kept(answer, path):
                self._keep(path, answer)
        else:
            self.kept.move_to_end(path)
        send = _with_security(send, path)
        await send({"type": "http.response.start", "status": answer.status, "headers": list(answer.headers)})
        await send({"type": "http.response.body", "body": answer.body})

    async def _ask(self, scope: Scope, receive: Receive) -> _Answer:
        """Streamlit's answer, whole and uncompressed."""
        plain = [(name, value) for name, value in scope["headers"] if name != b"accept-encoding"]
        start: Message = {}
        body = bytearray()

        async def collect(message: Message) -> None:
            if message["type"] == "http.response.start":
                start.update(message)
            elif message["type"] == "http.response.body":
                body.extend(message.get("body", b""))

        await self.app({**scope, "headers": plain, "extensions": {}}, receive, collect)
        return _Answer(start["status"], start["headers"], bytes(body))

    def _improve(self, answer: _Answer, path: str, query: str, zipped: bool) -> _Answer:
        headers = MutableHeaders(raw=list(answer.headers))
        kind = headers.get("content-type", "")
        body = answer.body
        if kind.startswith("text/html"):
            html = body.decode("utf-8")
            body = (self._frame(html) if path.startswith(COMPONENTS) else self._page(html, path, query)).encode("utf-8")
            headers["Content-Security-Policy"] = _policy(path, body.decode("utf-8"))
            del headers["etag"], headers["last-modified"]  # they belong to the page before our changes
        elif path.startswith(COMPONENTS) and HASHED in path:
            headers["Cache-Control"] = FOR_GOOD  # its name has a hash too
        elif smaller := small_font(path):
            body = smaller
        if zipped and kind.startswith(COMPRESSIBLE) and len(body) > 500:
            body = gzip.compress(body, 6, mtime=0)
            headers["Content-Encoding"] = "gzip"
        headers.add_vary_header("Accept-Encoding")
        headers["Content-Length"] = str(len(body))
        return _Answer(answer.status, headers.raw, body)

    def _page(self, html: str, path: str, query: str) -> str:
        """Say in which language the page is, add our markup, and speak the language where JavaScript is off."""
        values = dict(parse_qsl(query))
        use_language("en" if values.get("taal") == "en" else "nl")
        without = _(
            "Zonder JavaScript zie je het begin van elke pagina: het antwoord, en de kaart of de tabel. "
            "De links werken; kiezen, sorteren en downloaden niet."
        )
        title, first = self._first_view(path, values)
        title = title or site_name()
        return page_of_ours(html, language(), title, self.page_head(), first, without)

    def _first_view(self, path: str, values: dict[str, str]) -> FirstView:
        """Nothing when it cannot be drawn: the app itself can still show the page, or say what is wrong with it."""
        try:
            return self.first_view(path, values)
        except Exception:
            _log.exception("no first view of %s with %s", path, values)
            return NOTHING

    def _frame(self, html: str) -> str:
        """Our markup goes first: the script of the component expects ours to be there."""
        return html.replace("<head>", f"<head>{self.frame_head}", 1)

    def _keep(self, path: str, answer: _Answer) -> None:
        self.kept[path] = answer
        if len(self.kept) > CACHED_FILES:
            self.kept.popitem(last=False)


def _is_page(answer: _Answer, path: str) -> bool:
    """Whether this is Streamlit's page, which it gives at every address that it does not know."""
    kind = Headers(raw=answer.headers).get("content-type", "")
    return answer.status in (200, 301) and kind.startswith("text/html") and not path.startswith(COMPONENTS)


def _is_kept(answer: _Answer, path: str) -> bool:
    """Compressed scripts and styles with a hash in their name; never a page, whose address anyone can invent."""
    headers = Headers(raw=answer.headers)
    return HASHED in path and "content-encoding" in headers and "text/html" not in headers["content-type"]


def _policy(path: str, html: str) -> str:
    """As tight as the stack allows: only the frame of folium may evaluate code that it receives."""
    if path.startswith(COMPONENTS):
        return f"{COMMON}; script-src 'self' 'unsafe-inline' 'unsafe-eval'; img-src 'self' data: {TILES}"
    hashes = "".join(
        f" 'sha256-{b64encode(sha256(script.encode()).digest()).decode()}'" for script in _INLINE_SCRIPT.findall(html)
    )
    return f"{COMMON}; script-src 'self'{hashes}; img-src 'self' data: blob:; frame-src 'self'"


def _with_security(send: Send, path: str) -> Send:
    async def sender(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(raw=message["headers"])
            for name, value in SECURITY.items():
                headers[name] = value
            policy = headers.get("Content-Security-Policy") or _policy(path, "")
            headers["Content-Security-Policy"] = policy.replace(ONLY_US, f"frame-ancestors {frame_ancestors()}")
            message["headers"] = headers.raw
        await send(message)

    return sender
