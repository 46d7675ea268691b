"""A browser without scripts: follows redirects, keeps cookies by path, and sends the forms of a page as they stand."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from html.parser import HTMLParser
from http.cookies import SimpleCookie
from urllib.parse import urlencode, urljoin

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message

FORM = "application/x-www-form-urlencoded"


class _Forms(HTMLParser):
    """Fields of the forms of a page, as a browser would send them, and its links."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.forms: list[tuple[str, list[tuple[str, str]]]] = []
        self.links: list[str] = []
        self._area: str | None = None
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        a = {name: value or "" for name, value in attrs}
        if tag == "a" and "href" in a:
            self.links.append(a["href"])
        elif tag == "form":
            self.forms.append((a.get("action", ""), []))
        elif tag == "input" and a.get("name") and a.get("type") != "file":
            if a.get("type") not in {"radio", "checkbox"} or "checked" in a:
                self.forms[-1][1].append((a["name"], a.get("value", "")))
        elif tag == "textarea":
            self._area = a["name"]
            self.forms[-1][1].append((a["name"], ""))

    def handle_data(self, data: str) -> None:
        if self._area:
            self.forms[-1][1][-1] = (self._area, data)

    def handle_endtag(self, tag: str) -> None:
        if tag == "textarea":
            self._area = None


@dataclass
class Page:
    """An answer of the server, and where it came from."""

    url: str
    status: int
    headers: Headers
    content: bytes

    @property
    def text(self) -> str:
        return self.content.decode("utf-8")

    @property
    def links(self) -> list[str]:
        return _Forms(self.text).links

    def form(self, index: int = 0) -> tuple[str, list[tuple[str, str]]]:
        return _Forms(self.text).forms[index]


@dataclass
class Client:
    """Someone with a browser; ``cookies`` are kept by the path for which they were set."""

    app: ASGIApp
    scheme: str = "http"
    cookies: dict[tuple[str, str], str] = field(default_factory=dict)
    page: Page | None = None

    def get(self, url: str, follow: bool = True, headers: Iterable[tuple[str, str]] = ()) -> Page:
        return self._ask("GET", url, b"", list(headers), follow)

    def post(
        self, url: str, fields: Iterable[tuple[str, str]] = (), follow: bool = True, body: bytes | None = None,
        kind: str = FORM,
    ) -> Page:  # fmt: skip
        content = urlencode(list(fields)).encode() if body is None else body
        headers = [("content-type", kind), ("content-length", str(len(content)))]
        return self._ask("POST", url, content, headers, follow)

    def submit(self, index: int = 0, **typed: str | list[str]) -> Page:
        """Send a form of the page, with some fields filled in anew."""
        assert self.page is not None
        action, fields = self.page.form(index)
        kept = [(name, value) for name, value in fields if name not in typed]
        new = [(n, one) for n, v in typed.items() for one in (v if isinstance(v, list) else [v])]
        return self.post(urljoin(self.page.url, action), [*kept, *new])

    def _ask(self, method: str, url: str, body: bytes, headers: list[tuple[str, str]], follow: bool) -> Page:
        path, _sep, query = url.partition("?")
        jar = "; ".join(f"{n}={v}" for (p, n), v in self.cookies.items() if path == p or path.startswith(p + "/"))
        sent = [("host", "test"), *headers, *([("cookie", jar)] if jar else [])]
        scope = {
            "type": "http", "method": method, "path": path, "raw_path": path.encode(), "query_string": query.encode(),
            "root_path": "", "scheme": self.scheme, "server": ("test", 80), "http_version": "1.1",
            "headers": [(n.encode(), v.encode("latin-1")) for n, v in sent],
        }  # fmt: skip
        messages: list[Message] = []

        async def receive() -> Message:
            return {"type": "http.request", "body": body, "more_body": False}

        async def send(message: Message) -> None:
            messages.append(message)

        # In a thread of its own, since the browser tests leave an event loop running in the main one.
        with ThreadPoolExecutor(1) as pool:
            pool.submit(lambda: asyncio.run(self.app(scope, receive, send))).result()  # type: ignore[arg-type]
        got = Headers(raw=messages[0]["headers"])
        self._keep(got)
        content = b"".join(m.get("body", b"") for m in messages[1:])
        self.page = Page(url, messages[0]["status"], got, content)
        if follow and self.page.status in {302, 303, 307}:
            return self.get(urljoin(url, got["location"]))
        return self.page

    def _keep(self, headers: Headers) -> None:
        for line in headers.getlist("set-cookie"):
            for name, morsel in SimpleCookie(line).items():
                place = morsel["path"], name
                if morsel.value and morsel["max-age"] != "0":
                    self.cookies[place] = morsel.value
                else:
                    self.cookies.pop(place, None)
