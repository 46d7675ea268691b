"""The address of the slides: the same story as the page, whatever it holds, and a policy that lets nothing in."""

from __future__ import annotations

import gzip
import threading
from base64 import b64encode
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from hashlib import sha256
from typing import Any
from urllib.parse import parse_qsl, quote

import anyio
import pytest
from anyio import to_thread
from asgi_client import get
from starlette.applications import Starlette
from starlette.types import Message

from coverage.analysis.story.scene import Wish
from coverage.dataset import current
from coverage.exports.static_map import draw
from coverage.ui.web import slides
from coverage.ui.web.slides import slides_address, slides_route, wish_from
from coverage.vocabulary import SlideKind

DS = current()
APP = Starlette(routes=[slides_route("")])


def test_the_document_and_its_policy() -> None:
    answer = get(APP, "/dias?datum=2013-07-01&dias=landelijk,geld&titel=Kennisdag")
    assert answer.status == 200
    assert answer.headers["content-encoding"] == "gzip"
    assert "<h1>Kennisdag</h1>" in answer.text
    assert answer.text.count("<section") == 3
    script = answer.text.partition("<script>")[2].partition("</script>")[0]
    fingerprint = b64encode(sha256(script.encode()).digest()).decode()
    policy = answer.headers["content-security-policy"]
    assert f"script-src 'sha256-{fingerprint}'" in policy
    assert "default-src 'none'" in policy


def test_a_reader_without_gzip_gets_the_same() -> None:
    plain = get(APP, "/dias?datum=2013-07-01&dias=zaal", {"accept-encoding": "identity"})
    assert "content-encoding" not in plain.headers
    assert plain.text == get(APP, "/dias?datum=2013-07-01&dias=zaal").text


@pytest.mark.parametrize(
    "query",
    [
        "datum=gisteren", "dias=verzonnen", "regio=Atlantis", "editie=../../x", "vergelijk=nooit", "leeftijd=-1",
        "taal=fy", "titel=" + quote("<img src=x onerror=alert(1)>"), "datum=" + "9" * 5000,
    ],
)  # fmt: skip
def test_whatever_an_address_holds_there_are_slides(query: str) -> None:
    answer = get(APP, f"/dias?dias=zaal&{query}")
    assert answer.status == 200
    assert "<img src=x" not in answer.text


def test_english_slides_say_so_and_leave_the_language_of_others_alone() -> None:
    assert '<html lang="en">' in get(APP, "/dias?dias=zaal&taal=en").text
    assert '<html lang="nl">' in get(APP, "/dias?dias=zaal").text


@pytest.mark.parametrize(
    "wish",
    [
        Wish(date(2013, 7, 1)),
        Wish(date(2021, 1, 1), (SlideKind.MONEY, SlideKind.ASK), (4, 18), "Titel & meer =1", "", date(2013, 7, 1), 10),
    ],
)
def test_an_address_gives_back_the_wish(wish: Wish) -> None:
    answer = slides_address(DS, wish).partition("?")[2]
    assert wish_from(DS, dict(parse_qsl(answer))) == wish


def test_many_titles_draw_one_map(monkeypatch: pytest.MonkeyPatch) -> None:
    drawn = []

    def counted(*given: Any, **more: Any) -> bytes:
        drawn.append(given)
        return draw(*given, **more)

    monkeypatch.setattr("coverage.exports.deck.draw", counted)
    for title in ("een", "twee", "drie"):
        assert get(APP, f"/dias?datum=2012-02-03&dias=landelijk&titel={title}").status == 200
    assert len(drawn) == 1


def test_slides_leave_the_threads_of_pages_and_health_free(monkeypatch: pytest.MonkeyPatch) -> None:
    """Sixty at once: no more than two are drawn side by side, and another answer finds a thread at once."""
    busy, most, go = [0], [0], threading.Event()
    lock = threading.Lock()

    def slow(*_wish: object) -> bytes:
        with lock:
            busy[0] += 1
            most[0] = max(most[0], busy[0])
        assert go.wait(30)
        with lock:
            busy[0] -= 1
        return gzip.compress(b"<html></html>")

    monkeypatch.setattr(slides, "_document", slow)
    statuses: list[int] = []

    async def ask(number: int) -> None:
        async def send(message: Message) -> None:
            if message["type"] == "http.response.start":
                statuses.append(message["status"])

        async def receive() -> Message:
            return {"type": "http.request", "body": b"", "more_body": False}

        query = f"titel={number}".encode()
        scope = {"type": "http", "method": "GET", "path": "/dias", "query_string": query, "headers": []}
        await APP(scope, receive, send)

    async def crowd() -> None:
        async with anyio.create_task_group() as group:
            for number in range(60):
                group.start_soon(ask, number)
            while busy[0] < slides.AT_ONCE:
                await anyio.sleep(0.01)
            with anyio.fail_after(20):
                await to_thread.run_sync(lambda: None)  # as FrontDoor and /gezondheid do
            go.set()

    with ThreadPoolExecutor(1) as pool:  # the browser tests leave an event loop running in the main thread
        pool.submit(anyio.run, crowd).result()
    assert statuses == [200] * 60
    assert most[0] == slides.AT_ONCE
