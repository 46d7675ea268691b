"""Every route of the server, as the server itself lists them: whatever is in its path, query or body, an answer.

A new route is tried by itself. Pages of Streamlit are in ``tests/pages/test_hostile_addresses.py``.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote, urlencode

import pytest
from starlette.applications import Starlette
from starlette.routing import Route
from test_hostile_addresses import MARKUP, OTHER

from coverage.dataset.newest import add_to_snapshots
from coverage.inventory.overlay import show_accepted
from coverage.ui import server

sys.path.append(str(Path(__file__).parents[1] / "forms"))
from form_client import FORM, Client, Page
from played import CENTRE, Played, play
from small_package import write_package

TEXTS = (
    *MARKUP,
    "\x00",
    "\r\nSet-Cookie: x=1",
    "\u202e\u2066gnidrew",
    "x" * 9_000,
    "../../etc/passwd",
    "²",
    "None",
    "",
)
FIELDS = (
    "code", "csrf", "answer", "text", "value", "since", "remark", "department", "inzending", "base_seq", "version",
    "name", "executor", "area", "groups", "taal", "datum", "naar", "bewaard",
)  # fmt: skip
FILES = (
    b"",
    b"PK\x03\x04",
    b"PK\x05\x06" + b"\0" * 18,
    b"\xd0\xcf\x11\xe0",
    b"a;b\n" * 5_000,
    b"\xff\xfe\x00",
    b"<!DOCTYPE x>",
)
LATEST = "latest"  # a part of a path of open files that leads further


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Played]:
    """A round that is open, and the whole server of that process."""
    with pytest.MonkeyPatch.context() as patch:
        package = write_package(tmp_path_factory.mktemp("country") / "data")
        patch.setenv("COVERAGE_DATA", str(package))
        made = play(package, tmp_path_factory.mktemp("round"))
        patch.setenv("COVERAGE_INVENTORY", made.store.url.render_as_string())
        patch.setattr(server, "connect", lambda: made.store)
        show_accepted(made.store)
        server._refused.cache_clear()
        made.app = Starlette(routes=server.routes())
        yield made
        add_to_snapshots(None)
        made.store.close()
        server._refused.cache_clear()


def routes(played: Played) -> list[Route]:
    return [route for route in played.app.routes if isinstance(route, Route)]


def stands(page: Page, text: str) -> None:
    assert page.status < 500, (page.url[:200], page.status)
    assert b"Traceback" not in page.content and b"root:" not in page.content
    assert "x=1" not in page.headers.get("set-cookie", "") and "\n" not in page.headers.get("location", "")
    assert not page.headers.get("location", "").startswith(("//", "http"))
    if "html" in page.headers.get("content-type", "") and any(mark in text for mark in MARKUP[:5]):
        assert text not in page.content.decode()


def filled(path: str, text: str, link: str) -> str:
    """The path of a route with the text in the place of each of its parts, but the invitation of the reader."""
    part = quote(text, safe="", errors="replace") or "-"
    return re.sub(r"\{[^}]+\}", part, path.replace("{link}", link).replace("{edition}", LATEST))


def test_the_form_and_the_open_files_are_among_them(played: Played) -> None:
    """What is tried below is what the server answers: the list can only be too short when the server's is."""
    paths = {route.path for route in routes(played)}
    assert len(paths) > 15
    assert {"/opgave", "/opgave/{link}/controle", "/opgave/{link}/correctieblad", "/gezondheid", "/dias"} <= paths
    assert any(path.startswith("/data/") for path in paths)


@pytest.mark.parametrize("text", TEXTS, ids=lambda t: ascii(t)[:24])
def test_whatever_is_in_path_query_and_body(played: Played, text: str) -> None:
    """By a stranger, and by who has an invitation and a right form."""
    inside, link = _entered(played), played.letters[CENTRE].link
    token = dict(inside.get(f"/opgave/{link}").form()[1])["csrf"]
    query = urlencode({name: text for name in FIELDS if name != "taal"})
    for route in routes(played):
        for known, own in ((False, quote(text, safe="", errors="replace") or "-"), (True, link)):
            path = filled(route.path, text, own)
            client = inside if known and "afsluiten" not in path else Client(played.app)  # which would end the visit
            stands(client.get(path, follow=False), text)
            stands(client.get(f"{path}?{query}", follow=False), text)
            if "POST" in (route.methods or ()):
                typed = [(name, text) for name in FIELDS if name != "csrf"]
                for csrf in (token, text):
                    stands(client.post(path, [*typed, ("csrf", csrf)], follow=False), text)


@pytest.mark.parametrize("content", FILES, ids=lambda c: ascii(c)[:24])
def test_whatever_is_sent_as_a_file_or_as_no_form(played: Played, content: bytes) -> None:
    inside, link = _entered(played), played.letters[CENTRE].link
    token = dict(inside.get(f"/opgave/{link}").form()[1])["csrf"].encode()
    head = b'--x\r\nContent-Disposition: form-data; name="csrf"\r\n\r\n' + token + b"\r\n--x\r\n"
    name = b'Content-Disposition: form-data; name="file"; filename="../../x.xlsx"\r\n\r\n'
    sent = head + name + content + b"\r\n--x--\r\n"
    for route in routes(played):
        path = filled(route.path, "x", link)
        if "POST" not in (route.methods or ()) or "afsluiten" in path:
            continue
        for kind, body in (("multipart/form-data; boundary=x", sent), (FORM, content), ("application/json", content)):
            stands(inside.post(path, body=body, kind=kind, follow=False), "")


def test_a_method_that_a_route_does_not_know_is_refused(played: Played) -> None:
    for route in routes(played):
        known = route.methods or set()
        page = Client(played.app)._ask("DELETE", filled(route.path, "x", "x"), b"", [], follow=False)
        assert page.status == 405 or "DELETE" in known, route.path


def _entered(played: Played) -> Client:
    made = Client(played.app)
    letter = played.letters[CENTRE]
    made.get(f"/opgave/{letter.link}")
    made.submit(code=letter.code)
    return made


def test_hostile_texts_are_the_same_as_in_addresses() -> None:
    assert set(TEXTS) >= set(MARKUP) and set(TEXTS) & set(OTHER)
