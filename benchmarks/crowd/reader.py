"""One reader with a browser: opens, does things, and comes back when the connection was lost."""

from __future__ import annotations

import asyncio
import contextlib
import time
from concurrent.futures import Executor
from dataclasses import dataclass
from http.client import HTTPException
from random import Random
from urllib.parse import urlsplit

from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import InvalidHandshake, WebSocketException
from websockets.typing import Origin, Subprotocol

from benchmarks.crowd import deeds, reconnect
from benchmarks.crowd.download import FRAME, Browser, NotServed
from benchmarks.crowd.figures import Done, Tally
from benchmarks.crowd.protocol import ProtocolError, View

LATE = 10.0  # seconds after which an answer counts as failed
SETTLE = 1.0  # seconds after a return in which the server may ask to load the page anew
REFUSED = (OSError, HTTPException, InvalidHandshake, WebSocketException, NotServed)


class Lost(Exception):
    """The connection was lost while a run was going on."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where the readers of one crowd go. ``forgiving``: lost connections are expected, and not failures."""

    address: str
    tally: Tally
    threads: Executor
    forgiving: bool = False


class Reader:
    """Everything one reader does runs in one task; a second one listens to the connection."""

    def __init__(self, number: int, place: Place) -> None:
        self.number = number
        self.place = place
        self.tally = place.tally
        self.rng = Random(number)
        self.browser = Browser(place.address)
        self.view = View()
        self.socket: ClientConnection | None = None
        self.changed = asyncio.Condition()
        self.listening: asyncio.Task[None] | None = None
        self.lost = False

    async def open(self, query: str = "", path: str = "") -> None:
        """Load a page with all its files and wait until it is whole."""
        begun, carried = time.monotonic(), self.browser.received
        await self._load(query, path)
        size = self.browser.received - carried + self.view.received
        self.tally.done.append(Done(deeds.OPENED, time.monotonic() - begun, size, begun))
        if wrong := deeds.fault(self.view):
            self.tally.failures.append(f"opening: {wrong}")

    async def act(self) -> None:
        """Do one thing, and note how long it took and whether the answer was right."""
        deed = deeds.choose(self.view, self.rng)
        begun, carried = time.monotonic(), self.view.received
        await self._run(deed.message)
        self.tally.done.append(Done(deed.what, time.monotonic() - begun, self.view.received - carried, begun))
        if wrong := deed.fault(self.view):
            self.tally.failures.append(f"{deed.what}: {wrong}")

    async def stay(self, until: float, pause: float | None) -> None:
        """Remain until a moment; act about every ``pause`` seconds, or only read (None)."""
        while (left := until - time.monotonic()) > 0:
            wait = left if pause is None else min(left, self.rng.uniform(0.6, 1.4) * pause)
            if await self._is_lost_within(wait):
                await self._return(running=False)
            elif pause and time.monotonic() < until:
                try:
                    await self.act()
                except Lost:
                    self.tally.interrupted += 1
                    await self._return(running=True)

    async def leave(self) -> None:
        """Close the page."""
        if self.listening and self.socket:
            self.listening.cancel()
            await self.socket.close()

    async def _load(self, query: str, path: str) -> None:
        self.view = View(query=query, path=path)
        await self._download(path, query)
        await self._connect()
        await self._run(self.view.rerun())
        if self.view.elements("component_instance"):  # the map, in a frame with files of its own
            await self._download(FRAME)

    async def _download(self, path: str, query: str = "") -> None:
        await asyncio.get_running_loop().run_in_executor(self.place.threads, self.browser.open, path, query)

    async def _connect(self) -> None:
        offered = ["streamlit", "PLACEHOLDER_AUTH_TOKEN", *([self.view.session] if self.view.session else [])]
        self.socket = await connect(
            f"ws://{urlsplit(self.place.address).netloc}/_stcore/stream",
            origin=Origin(self.place.address),
            subprotocols=[Subprotocol(name) for name in offered],
            additional_headers=self.browser.cookie_header(),
            max_size=None,
            proxy=None,
        )
        if self.socket.response:
            self.browser.take_cookies(self.socket.response.headers.get_all("Set-Cookie"))
        self.lost = False
        self.listening = asyncio.create_task(self._listen(self.socket, self.view))

    async def _listen(self, socket: ClientConnection, view: View) -> None:
        with contextlib.suppress(WebSocketException):
            async for data in socket:
                try:
                    view.take(data if isinstance(data, bytes) else data.encode())
                except ProtocolError as problem:
                    view.errors.append(str(problem))
                async with self.changed:
                    self.changed.notify_all()
        self.lost = True
        self.tally.lost.append(time.monotonic())
        if not self.place.forgiving:
            self.tally.failures.append(f"connection closed by the server: {socket.close_code}")
        async with self.changed:
            self.changed.notify_all()

    async def _run(self, message: bytes) -> None:
        """Send a message and wait until the run that it asks for is done; Lost when the connection goes first."""
        assert self.socket
        runs = self.view.finished
        try:
            await self.socket.send(message)
            async with asyncio.timeout(LATE), self.changed:
                await self.changed.wait_for(lambda: self.view.finished > runs or self.lost)
        except TimeoutError:
            self.tally.failures.append(f"no answer within {LATE:.0f} s")
        except WebSocketException:
            raise Lost from None
        if self.lost and self.view.finished == runs:
            raise Lost

    async def _is_lost_within(self, seconds: float) -> bool:
        assert self.listening
        await asyncio.wait({self.listening}, timeout=seconds)
        return self.lost

    async def _return(self, *, running: bool) -> None:
        """Come back as Streamlit's page does: wait, ask whether the server is there, connect with our session.

        ``running``: a run was going on, which the page then asks for again.
        """
        begun, before, attempt, seconds = time.monotonic(), self.view, 0, 0.0
        while not seconds:
            attempt += 1
            self.view, before.must_reload = before, False
            await asyncio.sleep(reconnect.before_attempt(attempt, self.rng))
            await self._ping()
            with contextlib.suppress(*REFUSED, Lost):
                await self._connect()
                whole = time.monotonic()
                if await self._is_told_to_reload():  # the server does not know us any more
                    await self.leave()
                    await self._load(before.query, before.path)
                    whole = time.monotonic()
                elif running:
                    await self._run(self.view.rerun())
                    whole = time.monotonic()
                seconds = whole - begun
        self.tally.back.append(Done("back", seconds, 0, begun))
        if (self.view.query, self.view.path) == (before.query, before.path) and not deeds.fault(self.view):
            self.tally.kept += 1

    async def _is_told_to_reload(self) -> bool:
        """Whether the server asks, soon after we connected, to load the page anew."""
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(SETTLE), self.changed:
                await self.changed.wait_for(lambda: self.view.must_reload or self.lost)
        return self.view.must_reload

    async def _ping(self) -> None:
        pings = 0
        while True:
            pings += 1
            try:
                for path in ("/_stcore/health", "/_stcore/host-config"):
                    await asyncio.get_running_loop().run_in_executor(self.place.threads, self.browser.get, path)
            except REFUSED:
                await asyncio.sleep(reconnect.before_ping(pings, self.rng))
            else:
                return
