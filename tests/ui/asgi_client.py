"""Ask an ASGI application for one address, without a server or a further dependency."""

from __future__ import annotations

import asyncio
import gzip
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message


@dataclass(frozen=True)
class Answer:
    """What came back; ``wire`` is the body as sent, ``content`` the body unzipped."""

    status: int
    headers: Headers
    wire: bytes

    @property
    def content(self) -> bytes:
        """The body, unzipped."""
        return gzip.decompress(self.wire) if self.headers.get("content-encoding") == "gzip" else self.wire

    @property
    def text(self) -> str:
        """The body as text."""
        return self.content.decode("utf-8")


def get(app: ASGIApp, address: str, headers: Mapping[str, str] | None = None) -> Answer:
    """GET an address; a browser that can unzip unless ``headers`` say otherwise."""
    path, _, query = address.partition("?")
    sent = {"accept-encoding": "gzip", **(headers or {})}
    scope = {
        "type": "http", "method": "GET", "path": path, "raw_path": path.encode(), "query_string": query.encode(),
        "root_path": "", "scheme": "http", "server": ("test", 80), "http_version": "1.1",
        "headers": [(name.encode(), value.encode()) for name, value in sent.items()],
    }  # fmt: skip
    messages: list[Message] = []

    async def receive() -> Message:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: Message) -> None:
        messages.append(message)

    # In a thread of its own, since the browser tests leave an event loop running in the main one.
    with ThreadPoolExecutor(1) as pool:
        pool.submit(lambda: asyncio.run(app(scope, receive, send))).result()  # type: ignore[arg-type]
    body = b"".join(message.get("body", b"") for message in messages[1:])
    return Answer(messages[0]["status"], Headers(raw=messages[0]["headers"]), body)
