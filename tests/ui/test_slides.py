"""The address of the slides: the same story as the page, whatever it holds, and a policy that lets nothing in."""

from __future__ import annotations

from base64 import b64encode
from datetime import date
from hashlib import sha256
from urllib.parse import quote

import pytest
from asgi_client import get
from starlette.applications import Starlette

from coverage.analysis.story.scene import Wish
from coverage.dataset import current
from coverage.ui.web.slides import address, slides_route, wish_from
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
        Wish(date(2021, 1, 1), (SlideKind.MONEY, SlideKind.ASK), 18, "Titel & meer =1", "", date(2013, 7, 1), 10),
    ],
)
def test_an_address_gives_back_the_wish(wish: Wish) -> None:
    answer = address(DS, wish).partition("?")[2]
    from urllib.parse import parse_qsl

    assert wish_from(DS, dict(parse_qsl(answer))) == wish
