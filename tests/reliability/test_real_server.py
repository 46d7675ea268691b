"""The server as it runs: headers on every kind of answer, and addresses that no page of ours would ask for."""

from __future__ import annotations

import http.client
from collections.abc import Iterator, Mapping
from urllib.parse import quote, urlsplit

import pytest
from harness import serve
from hostile_package import LONG, MARKUP
from hostile_package import STRANGE as STRANGE_TEXT

KINDS = [
    "/", "/dekking", "/gezondheid", "/_stcore/health", "/_stcore/host-config", "/dias?datum=2013-07-01",
    "/kaart/x.js", "/nergens", "/media/x.png", "/taal/en", "/component/x/index.html",
]  # fmt: skip
STRANGE = [
    "/kaart/../../../etc/passwd", "/kaart/%2e%2e/%2e%2e/etc/passwd", "/component/..%2f..%2fetc/passwd", "/media/%00",
    "/static/..%5c..%5cx", "//evil.invalid/", "/taal/xx", "/taal/en%0d%0aSet-Cookie:x=1", "/?" + "a=1&" * 5_000,
    "/dias?" + "datum=2013-07-01&" * 2_000, f"/dias?titel={LONG}", "/gezondheid/x", "/%ff%fe", "/?datum=%ff",
    *(f"/dias?titel={quote(text)}&regio={quote(text)}&dias={quote(text)}" for text in (*MARKUP[:3], STRANGE_TEXT[2])),
]  # fmt: skip
Answer = tuple[int, Mapping[str, str], bytes]


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    with serve() as url:
        yield urlsplit(url).netloc


def get(address: str, target: str, headers: Mapping[str, str] | None = None) -> Answer:
    """Ask for a target as it is written, without the mending that a browser does."""
    connection = http.client.HTTPConnection(address, timeout=30)
    connection.putrequest("GET", target, skip_accept_encoding=True)
    for name, value in (headers or {}).items():
        connection.putheader(name, value)
    connection.endheaders()
    answer = connection.getresponse()
    return answer.status, {name.lower(): value for name, value in answer.getheaders()}, answer.read()


@pytest.mark.parametrize("target", KINDS)
def test_every_kind_of_answer_is_guarded(address: str, target: str) -> None:
    _status, headers, _body = get(address, target)
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "same-origin"
    assert "camera=()" in headers["permissions-policy"]
    policy = dict(part.split(" ", 1) for part in headers["content-security-policy"].split("; "))
    assert policy["frame-ancestors"] == "'self'"
    assert policy["default-src"] in {"'self'", "'none'"}
    inside = target.startswith("/component/")  # the frame of the map, which folium needs to evaluate code in
    assert ("'unsafe-eval'" in policy.get("script-src", policy["default-src"])) == inside
    assert "http" not in headers["content-security-policy"].replace("https://service.pdok.nl" if inside else "-", "")


@pytest.mark.parametrize("target", STRANGE, ids=lambda t: t[:40])
def test_a_strange_address_is_answered_without_a_trace(address: str, target: str) -> None:
    status, headers, body = get(address, target)
    assert status < 500
    assert b"Traceback" not in body
    assert b"root:" not in body
    assert "x=1" not in headers.get("set-cookie", "")
    assert not headers.get("location", "").startswith(("//", "http://evil", "https://evil"))
    if target.startswith("/dias?") and status == 200:
        assert body.count(b"<script") == 1
        assert b"<h1>Gehackt" not in body


@pytest.mark.parametrize(
    "referer", ["https://evil.invalid/x", "//evil.invalid", "javascript:alert(1)", "\xff", "a" * 5_000]
)
def test_another_language_never_leads_elsewhere(address: str, referer: str) -> None:
    status, headers, _body = get(address, "/taal/en", {"Referer": referer})
    assert status < 500
    target = urlsplit(headers.get("location", ""))
    assert target.netloc in {"", address}
    assert target.scheme in {"", "http"}


def test_after_all_that_the_server_is_well(address: str) -> None:
    status, _headers, body = get(address, "/gezondheid")
    assert status == 200
    assert b'"status":"ok"' in body.replace(b" ", b"")
