"""The files of a first visit, asked for as a browser with an empty cache does: the page and all that it names."""

from __future__ import annotations

import gzip
import re
from dataclasses import dataclass, field
from http.client import HTTPConnection
from http.cookies import SimpleCookie
from urllib.parse import urljoin, urlsplit

FRAME = "component/streamlit_folium.st_folium/index.html"
AHEAD = "/kaart/vooruit."
PATIENCE = 30.0  # seconds
# What index.html and our scripts name: "./static/js/a.js", "../../kaart/b.css", "./kaart/2023.topojson".
_NAMED = re.compile(r'"((?:\.\.?/)+(?:static|kaart)/[^"?]+)"')


class NotServed(Exception):
    """An address that was not answered with 200."""


@dataclass(frozen=True, slots=True)
class Answer:
    """A body as sent, with its headers."""

    body: bytes
    kind: str
    encoding: str

    @property
    def text(self) -> str:
        """The body as text."""
        return (gzip.decompress(self.body) if self.encoding == "gzip" else self.body).decode("utf-8")


@dataclass
class Browser:
    """Cache and cookies of one reader. ``address`` is that of the server, as ``http://127.0.0.1:8501``."""

    address: str
    received: int = 0  # bytes of bodies, as they came over the line
    requests: int = 0
    cookies: dict[str, str] = field(default_factory=dict)
    _cached: set[str] = field(default_factory=set)

    def open(self, path: str, query: str = "") -> None:
        """Load a page and what it names that is not in the cache. NotServed or OSError when something is missing."""
        address = urlsplit(self.address)
        line = HTTPConnection(address.hostname or "", address.port, timeout=PATIENCE)
        try:
            page = f"/{path}?{query}" if query else f"/{path}"
            waiting = named(page, self._get(line, page))
            while waiting:
                file = waiting.pop(0)
                if file not in self._cached:
                    self._cached.add(file)
                    answer = self._get(line, file)
                    if answer.kind.startswith("text/html"):  # Streamlit's page for an address that it does not know
                        raise NotServed(f"{file} is answered with a page")
                    if file.startswith(AHEAD):
                        waiting += named(page, answer)
        finally:
            line.close()

    def get(self, path: str) -> None:
        """Ask for one address on a connection of its own; NotServed or OSError when it is not answered with 200."""
        address = urlsplit(self.address)
        line = HTTPConnection(address.hostname or "", address.port, timeout=PATIENCE)
        try:
            self._get(line, path)
        finally:
            line.close()

    def cookie_header(self) -> dict[str, str]:
        """The header with our cookies; empty when we have none."""
        return {"Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items())} if self.cookies else {}

    def take_cookies(self, headers: list[str]) -> None:
        """Note what ``Set-Cookie`` headers ask."""
        for header in headers:
            self.cookies |= {name: morsel.value for name, morsel in SimpleCookie(header).items()}

    def _get(self, line: HTTPConnection, path: str) -> Answer:
        line.request("GET", path, headers={"Accept-Encoding": "gzip", **self.cookie_header()})
        answer = line.getresponse()
        body = answer.read()
        self.requests += 1
        self.received += len(body)
        self.take_cookies(answer.headers.get_all("Set-Cookie") or [])
        if answer.status != 200:
            raise NotServed(f"{path} is answered with {answer.status}")
        return Answer(body, answer.headers.get("Content-Type", ""), answer.headers.get("Content-Encoding", ""))


def named(page: str, answer: Answer) -> list[str]:
    """Files that a page, or our script that asks for files ahead, names relative to the page."""
    return [urljoin(page, name) for name in dict.fromkeys(_NAMED.findall(answer.text))]
