"""A websocket that claims a session: ours go on to Streamlit, of others the page is loaded again."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from types import SimpleNamespace

import pytest
from starlette.types import Message, Receive, Scope, Send
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from coverage.ui.web.returning import Returning


class Known:
    """Stands for Streamlit's runtime, which keeps one session."""

    _session_mgr = SimpleNamespace(get_session_info=lambda session: object() if session == "mine" else None)


@pytest.fixture(autouse=True)
def runtime(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("streamlit.runtime.get_instance", Known)


def connect(path: str, *subprotocols: str, base: str = "") -> list[Message] | None:
    """What we answer to a websocket; None when Streamlit was asked."""
    sent: list[Message] = []
    passed = []

    async def streamlit(scope: Scope, receive: Receive, send: Send) -> None:
        passed.append(scope)

    waiting: list[Message] = [
        {"type": "websocket.connect"},
        {"type": "websocket.receive", "bytes": b"?"},
        {"type": "websocket.disconnect"},
    ]

    async def receive() -> Message:
        return waiting.pop(0)

    async def send(message: Message) -> None:
        sent.append(message)

    scope = {"type": "websocket", "path": path, "subprotocols": list(subprotocols)}
    # In a thread of its own, since the browser tests leave an event loop running in the main one.
    with ThreadPoolExecutor(1) as pool:
        pool.submit(lambda: asyncio.run(Returning(streamlit, base)(scope, receive, send))).result()
    assert passed or not waiting, "we stay until the page is gone"
    return None if passed else sent


@pytest.mark.parametrize("offered", [(), ("streamlit",), ("streamlit", "token"), ("streamlit", "token", "mine")])
def test_a_new_reader_and_one_with_a_session_of_ours_go_on(offered: tuple[str, ...]) -> None:
    assert connect("/_stcore/stream", *offered) is None


@pytest.mark.parametrize("base", ["", "/uitstap"])
def test_one_with_a_session_that_is_gone_loads_the_page_again(base: str) -> None:
    sent = connect(f"{base}/_stcore/stream", "streamlit", "token", "lost", base=base)
    assert sent
    accept, message = sent
    assert accept == {"type": "websocket.accept", "subprotocol": "streamlit"}
    told = ForwardMsg()
    told.ParseFromString(message["bytes"])
    assert told.WhichOneof("type") == "auth_redirect"
    assert told.auth_redirect.url == "", "its own address, and never another"


def test_other_websockets_are_not_ours() -> None:
    assert connect("/other", "streamlit", "token", "lost") is None
