"""One reader without a screen: asks for the page, runs it over Streamlit's websocket, and chooses dates.

This speaks Streamlit's own protocol (read from 1.67.0), which it does not promise; tests/benchmarks/test_crowd.py
tells when it changes.
"""

from __future__ import annotations

import asyncio
import math
import time
import urllib.request
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from random import Random
from typing import Any
from urllib.parse import parse_qs, urlsplit

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import InvalidHandshake, WebSocketException
from websockets.typing import Origin, Subprotocol

from coverage.analysis.status import status_at
from coverage.analysis.summary import country_answer
from coverage.dataset import current
from coverage.dates import today
from coverage.ui.pieces import answered

LATE = 10.0  # seconds after which an answer counts as failed
DATES, OTHER_DATE = "Peildatum", "andere datum"  # the widget, and the choice that changes no date yet
ENDED = {ForwardMsg.FINISHED_SUCCESSFULLY, ForwardMsg.FINISHED_FRAGMENT_RUN_SUCCESSFULLY}
BROKEN = (OSError, InvalidHandshake, WebSocketException, TimeoutError)


@dataclass
class Tally:
    """What happened to all readers: seconds by kind, and failures, of which nobody may have any."""

    opened: list[float] = field(default_factory=list)
    chosen: list[float] = field(default_factory=list)
    back: list[float] = field(default_factory=list)  # from the loss of a connection until the page was whole again
    failures: list[str] = field(default_factory=list)


@dataclass
class Shown:
    """What the reader has on the page after a run."""

    page: str = ""
    query: str = ""
    html: str = ""
    dates: Any = None  # the widget that chooses a date
    fragment: str = ""  # that it stands in
    chosen: str = ""  # the date that the reader chose last; the widget tells only the one it began with


class Reader:
    """Opens the front page, and chooses a date now and then. ``forgiving``: a lost connection is no failure."""

    def __init__(self, address: str, number: int, tally: Tally, *, forgiving: bool = False) -> None:
        self.address, self.number, self.tally, self.forgiving = address, number, tally, forgiving
        self.rng = Random(number)
        self.shown = Shown()
        self.cookies: dict[str, str] = {}
        self.socket: ClientConnection | None = None

    async def open(self, query: str) -> None:
        """Load the page at a query and wait until it is whole and right."""
        begun = time.monotonic()
        try:
            await self._load(query)
        except BROKEN as problem:
            self.tally.failures.append(f"opening: {type(problem).__name__}")
        else:
            self.tally.opened.append(time.monotonic() - begun)

    async def choose(self) -> None:
        """Choose another date; the page must show its answer, and the address hold it."""
        names = [option.content for option in self.shown.dates.options]
        began = {*(names[i] for i in self.shown.dates.default), *self.shown.dates.raw_values}
        now = {self.shown.chosen} if self.shown.chosen else began
        name = self.rng.choice([name for name in names if name not in {OTHER_DATE, *now}])
        begun, before = time.monotonic(), self.shown.query
        await self._run(name)
        self.shown.chosen = name
        self.tally.chosen.append(time.monotonic() - begun)
        if self.shown.query == before:
            self.tally.failures.append(f"{name} chosen, the address says {before!r}")

    async def stay(self, until: float, pause: float | None) -> None:
        """Remain until a moment; choose a date about every ``pause`` seconds, or only read (None)."""
        while self.socket and (left := until - time.monotonic()) > 0:
            wait = left if pause is None else min(left, self.rng.uniform(0.6, 1.4) * pause)
            try:
                await asyncio.wait_for(self.socket.wait_closed(), wait)
            except TimeoutError:
                if pause is None or time.monotonic() >= until:
                    continue
                try:
                    await self.choose()
                    continue
                except BROKEN as problem:
                    if not self.forgiving:
                        self.tally.failures.append(f"choosing: {type(problem).__name__}")
                        return
            await self._return(until)

    async def leave(self) -> None:
        """Close the page."""
        if self.socket:
            await self.socket.close()

    async def _return(self, until: float) -> None:
        """Load the page again at its address, as Streamlit's page does when its session is gone."""
        begun = time.monotonic()
        if not self.forgiving:
            self.tally.failures.append("connection lost")
        while time.monotonic() < until:
            try:
                await self._load(self.shown.query)
            except BROKEN:
                await asyncio.sleep(0.5)
            else:
                self.tally.back.append(time.monotonic() - begun)
                return

    async def _load(self, query: str) -> None:
        """The page over HTTP, whose cookie names a process behind nginx, and then its first run."""
        await asyncio.to_thread(self._get, f"{self.address}/?{query}")
        self.shown = Shown(query=query)
        self.socket = await connect(
            f"ws://{urlsplit(self.address).netloc}/_stcore/stream",
            origin=Origin(self.address),
            subprotocols=[Subprotocol("streamlit"), Subprotocol("PLACEHOLDER_AUTH_TOKEN")],
            additional_headers={"Cookie": self._cookie()},
            max_size=None,
            proxy=None,
        )
        await self._run()

    def _get(self, url: str) -> None:
        request = urllib.request.Request(url, headers={"Accept-Encoding": "gzip", "Cookie": self._cookie()})
        with urllib.request.urlopen(request, timeout=LATE) as found:
            found.read()
            for line in found.headers.get_all("Set-Cookie") or ():
                name, _, value = line.partition(";")[0].partition("=")
                self.cookies[name] = value

    def _cookie(self) -> str:
        return "; ".join(f"{name}={value}" for name, value in self.cookies.items())

    async def _run(self, choice: str = "") -> None:
        """Ask for a run, of the fragment with the dates when one is chosen, and wait until it is whole and right."""
        assert self.socket
        await self.socket.send(question(self.shown, choice))
        async with asyncio.timeout(LATE):
            while not take(self.shown, await self.socket.recv()):
                pass
        on = date.fromisoformat(parse_qs(self.shown.query).get("datum", [today().isoformat()])[0])
        if expected(on) not in self.shown.html:
            self.tally.failures.append(f"the answer of {on} is not on the page")


def question(shown: Shown, choice: str = "") -> bytes:
    """The message that asks for a run: of the whole page, or of a fragment because a date was chosen."""
    message = BackMsg()
    ask = message.rerun_script
    ask.query_string, ask.page_script_hash = shown.query, shown.page
    ask.context_info.timezone, ask.context_info.locale = "Europe/Amsterdam", "nl-NL"
    if choice:
        ask.fragment_id = shown.fragment
        ask.widget_states.widgets.add(id=shown.dates.id).string_array_value.data.append(choice)
        shown.html = ""
    return message.SerializeToString()


def take(shown: Shown, data: str | bytes) -> bool:
    """Take in one message of the server; whether the run came to its end. OSError for an error on the page."""
    message = ForwardMsg()
    message.ParseFromString(data if isinstance(data, bytes) else data.encode())
    kind = message.WhichOneof("type")
    if kind == "new_session":
        shown.page = message.new_session.page_script_hash
    elif kind == "page_info_changed":
        shown.query = message.page_info_changed.query_string
    elif kind == "delta":
        element = message.delta.new_element
        drawn = element.WhichOneof("type")
        if drawn == "exception":
            raise OSError(f"exception on the page: {element.exception.type}")
        if drawn == "html":
            shown.html += element.html.body
        elif drawn == "button_group" and element.button_group.label == DATES:
            shown.dates, shown.fragment = element.button_group, message.delta.fragment_id
    return kind == "script_finished" and message.script_finished in ENDED


@cache
def expected(on: date) -> str:
    """The answer of the front page on a date, as it stands in the HTML."""
    return str(answered(country_answer(status_at(current(), on))))


def spread(values: Sequence[float]) -> str:
    """Median, 95th percentile and most, in seconds."""
    if not values:
        return "none"
    return f"p50 {percentile(values, 0.5):.2f}  p95 {percentile(values, 0.95):.2f}  max {max(values):.2f} s"


def percentile(values: Sequence[float], share: float) -> float:
    """The smallest of the values (at least one) that at least this share (0 to 1) does not exceed."""
    return sorted(values)[max(0, math.ceil(share * len(values)) - 1)]
