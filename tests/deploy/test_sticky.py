"""nginx with our configuration before two stand-ins: who stays where, and what happens when one is gone."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection, HTTPMessage
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from benchmarks.crowd.proxy import nginx, proxy

NAMES = ("een", "twee")


class StandIn(ThreadingHTTPServer):
    """Answers every address with its name; with 503 while it is ill."""

    def __init__(self, name: str) -> None:
        self.name, self.ill = name, False
        super().__init__(("127.0.0.1", 0), Answers)

    @contextmanager
    def running(self) -> Iterator[StandIn]:
        threading.Thread(target=self.serve_forever, args=(0.01,), daemon=True).start()
        yield self
        self.stop()

    def stop(self) -> None:
        self.shutdown()
        self.server_close()


class Answers(BaseHTTPRequestHandler):
    server: StandIn

    def do_GET(self) -> None:
        body = self.server.name.encode()
        self.send_response(503 if self.server.ill else 200)
        self.send_header("Content-Type", "text/html")
        self.send_header("X-Content-Type-Options", "nosniff")
        self.send_header("X-Host", self.headers["Host"])
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture
def stand_ins() -> Iterator[tuple[StandIn, StandIn]]:
    with StandIn("een").running() as one, StandIn("twee").running() as two:
        yield one, two


@pytest.fixture
def address(stand_ins: tuple[StandIn, StandIn]) -> Iterator[str]:
    if nginx() is None:
        pytest.skip("nginx is not installed")
    with proxy([stand_in.server_address[1] for stand_in in stand_ins]) as url:
        yield url.removeprefix("http://")


def get(address: str, path: str = "/", cookie: str = "") -> tuple[str, HTTPMessage]:
    line = HTTPConnection(address, timeout=10)
    line.request("GET", path, headers={"Cookie": f"proces={cookie}"} if cookie else {})
    answer = line.getresponse()
    body = answer.read().decode()
    line.close()
    return body if answer.status == 200 else str(answer.status), answer.headers


def test_new_readers_are_divided_and_told_where_they_are(address: str) -> None:
    seen = [get(address) for _ in range(40)]
    assert {name for name, _ in seen} == set(NAMES)
    for name, headers in seen:
        assert headers.get_all("Set-Cookie") == [f"proces={name}; Path=/; HttpOnly; SameSite=Lax"]


@pytest.mark.parametrize("name", NAMES)
def test_a_reader_stays(address: str, name: str) -> None:
    for _ in range(10):
        body, headers = get(address, "/dekking?datum=2013-07-01", name)
        assert body == name
        assert "Set-Cookie" not in headers, "only what is new is said"


def test_a_cookie_that_names_nothing_of_ours_is_replaced(address: str) -> None:
    body, headers = get(address, cookie="evil")
    assert headers["Set-Cookie"].startswith(f"proces={body};")


@pytest.mark.parametrize("path", ["/static/js/a.js", "/kaart/b.css", "/component/c/index.html"])
def test_files_that_never_change_come_without_a_cookie(address: str, path: str) -> None:
    body, headers = get(address, path)
    assert body in NAMES
    assert "Set-Cookie" not in headers


def test_headers_are_those_of_the_dashboard_once(address: str) -> None:
    _, headers = get(address)
    assert headers.get_all("X-Content-Type-Options") == ["nosniff"]
    assert headers["X-Host"] == address, "Streamlit compares it with the Origin, port and all"
    assert headers["Server"] == "nginx", "no version"


@pytest.mark.parametrize("path", ["/_stcore/metrics", "/_stcore/agent/openapi.json"])
def test_what_is_not_for_readers_is_not_there(address: str, path: str) -> None:
    assert get(address, path)[0] == "404"


@pytest.mark.parametrize("gone", [0, 1])
def test_the_other_takes_the_readers_of_one_that_is_gone(
    address: str, stand_ins: tuple[StandIn, StandIn], gone: int
) -> None:
    stand_ins[gone].stop()
    body, headers = get(address, cookie=NAMES[gone])
    assert body == NAMES[1 - gone]
    assert headers["Set-Cookie"].startswith(f"proces={NAMES[1 - gone]};"), "and keeps them"


def test_one_that_refuses_its_data_is_passed_over(address: str, stand_ins: tuple[StandIn, StandIn]) -> None:
    stand_ins[0].ill = True
    assert {get(address, cookie="een")[0] for _ in range(5)} == {"twee"}
    stand_ins[1].ill = True
    assert get(address, cookie="twee")[0] in {"502", "503"}
