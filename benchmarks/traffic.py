"""What a page in the browser asks for and receives."""

from __future__ import annotations

import base64
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Page


@dataclass
class Traffic:
    """Counted from the last :meth:`reset`; bytes over HTTP as they came over the line, websocket payload in full."""

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
