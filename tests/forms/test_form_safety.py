"""Nobody reads or writes for another organisation, and what comes in has limits."""

from __future__ import annotations

import sqlite3

import pytest
from form_client import FORM, Client
from played import CENTRE, OTHER_CENTRE, Played
from sqlalchemy import Engine
from sqlalchemy.exc import OperationalError

from coverage.inventory.store import Store

PAGES = (
    "", "/vraag/programme:P-AARDE/existence", "/nieuw", "/controle", "/ontvangst/x", "/ontvangst/x.pdf",
    "/correctieblad", "/correctieblad.xlsx", "/afsluiten",
)  # fmt: skip
FORMS = ("/vraag/programme:P-AARDE/existence", "/nieuw", "/controle", "/intrekken/x", "/afsluiten")


def token(client: Client, url: str) -> str:
    return dict(client.get(url).form()[1])["csrf"]


@pytest.mark.parametrize("path", PAGES)
def test_a_cookie_of_another_organisation_opens_nothing(played: Played, path: str) -> None:
    other = played.client(OTHER_CENTRE)
    (cookie,) = (v for (_p, n), v in other.cookies.items() if n == "opgave")
    thief = Client(played.app, cookies={(played.home(), "opgave"): cookie})
    page = thief.get(played.home() + path)
    assert page.status == 200 and "Opgave van gemeente Aardeveld" in page.text and "code" in page.text
    assert "P-AARDE" not in page.text


@pytest.mark.parametrize("path", FORMS)
def test_a_form_needs_a_session_and_its_token(played: Played, path: str) -> None:
    client, other = played.client(), played.client(OTHER_CENTRE)
    seq = played.book().seq
    fields = [("answer", "none"), ("text", "X"), ("department", "X"), ("inzending", "x")]
    right = token(client, played.home())
    for forged in ("", "x", token(other, played.home(OTHER_CENTRE)), "é" * 64):
        assert client.post(played.home() + path, [*fields, ("csrf", forged)]).status == 403
    stranger = Client(played.app)
    assert stranger.post(played.home() + path, [*fields, ("csrf", right)]).status == 403
    assert client.get(played.home()).text.count("nog te doen") == 19
    assert played.book().seq == seq


def test_the_code_is_taken_only_from_the_page_that_asks_it(played: Played) -> None:
    client = Client(played.app)
    answer = client.post(played.home(), [("code", played.letters[CENTRE].code), ("csrf", "x")])
    assert answer.status == 403 and "Jouw vragen" not in answer.text
    client.submit(code=played.letters[CENTRE].code)  # that answer is a page with a fresh form
    assert client.page is not None and "Jouw vragen" in client.page.text


def test_a_receipt_is_for_who_sent_it(played: Played) -> None:
    client, other = played.client(), played.client(OTHER_CENTRE)
    client.get(f"{played.home()}/vraag/programme:P-AARDE/existence")
    client.submit(answer="confirmed")
    client.get(f"{played.home()}/controle")
    sent = client.submit(department="zorg")
    name = sent.url.rsplit("/", 1)[1]
    for path in (name, f"{name}.pdf"):
        assert client.get(f"{played.home()}/ontvangst/{path}").status == 200
        assert other.get(f"{played.home(OTHER_CENTRE)}/ontvangst/{path}").status == 404


@pytest.mark.parametrize(
    ("body", "kind", "status"),
    [
        (b"csrf=" + b"x" * 70_000, FORM, 413),
        (b"a=1&" * 2000, FORM, 400),
        (b"csrf=%ff%fe", FORM, 400),
        (b"{}", "application/json", 415),
        (b"x", "multipart/form-data; boundary=x", 415),
        (b"", "", 415),
    ],
)
def test_what_is_no_form_of_ours_is_refused(played: Played, body: bytes, kind: str, status: int) -> None:
    page = played.client().post(f"{played.home()}/controle", body=body, kind=kind)
    assert page.status == status and "<h1>Dat ging niet</h1>" in page.text


@pytest.mark.parametrize(
    "path",
    ["/vraag/programme:P-AARDE/geen", "/vraag/<b>/existence", "/vraag/programme:NIET/existence", "/vraag/%00/%00",
     "/ontvangst/' OR 1=1", "/bestaat/niet"],
)  # fmt: skip
def test_addresses_that_nobody_made(played: Played, path: str) -> None:
    page = played.client().get(played.home() + path)
    assert page.status == 404 and "<b>" not in page.text


@pytest.mark.parametrize(
    "query", ["bewaard=%00~x", "bewaard=" + "~" * 3000, "naar=//evil.example", "taal=%27", "vink=x"]
)
def test_queries_that_nobody_made(played: Played, query: str) -> None:
    client = played.client()
    page = client.get(f"{played.home()}/vraag/programme:P-AARDE/area?{query}")
    assert page.status == 200
    assert client.submit(answer="confirmed").url.startswith(played.home())


def test_numbers_of_the_form_may_be_anything(played: Played) -> None:
    client = played.client()
    for number in ("-1", "9" * 40, "²", "x", "99999"):
        client.get(f"{played.home()}/vraag/programme:P-AARDE/existence")
        assert client.submit(answer="confirmed", base_seq=number, version=number).status == 200
    client.get(f"{played.home()}/controle")
    client.submit(department="zorg")
    assert all(a.base_seq <= a.seq for a in played.book().answers.values())


def test_every_page_is_kept_nowhere_and_runs_nothing(played: Played) -> None:
    client = played.client()
    for path in ("", "/vraag/programme:P-AARDE/area", "/nieuw", "/controle", "/correctieblad"):
        page = client.get(played.home() + path)
        policy = page.headers["content-security-policy"]
        assert page.status == 200 and page.headers["cache-control"] == "no-store"
        assert "default-src 'none'" in policy and "script" not in policy and "unsafe" not in policy
        assert "<script" not in page.text and " style=" not in page.text and "onclick" not in page.text
        assert len(page.content) < 60_000


def test_without_an_invitation_one_reads_how_to_ask(played: Played, monkeypatch: pytest.MonkeyPatch) -> None:
    page = Client(played.app).get("/base/opgave")
    assert page.status == 200 and "mailto:" not in page.text and "Het adres staat in de brief" in page.text
    monkeypatch.setenv("COVERAGE_INVENTORY_MAILBOX", "uitvraag@voorbeeld.example")
    assert 'href="mailto:uitvraag@voorbeeld.example"' in Client(played.app).get("/base/opgave").text


def test_the_style_sheet_is_kept_for_good(played: Played) -> None:
    client = Client(played.app)
    page = client.get("/base/opgave")
    name = page.text.partition('rel="stylesheet" href="')[2].partition('"')[0]
    style = client.get(name)
    assert style.status == 200 and "immutable" in style.headers["cache-control"]
    assert client.get("/base/opgave/stijl.000000000000.css").status == 404


def test_a_refusal_is_logged_without_what_was_sent(played: Played, caplog: pytest.LogCaptureFixture) -> None:
    thief = Client(played.app)
    page = thief.post(f"{played.home()}/controle", [("department", "een geheim"), ("csrf", "x")])
    assert page.status == 403
    assert [r.getMessage() for r in caplog.records] == ["the form refused a POST with 403"]
    assert "geheim" not in caplog.text and played.letters[CENTRE].link not in caplog.text


def test_a_database_that_is_away_is_told_and_nothing_is_lost(played: Played, monkeypatch: pytest.MonkeyPatch) -> None:
    client = played.client()
    client.get(f"{played.home()}/vraag/programme:P-AARDE/existence")
    client.submit(answer="confirmed")
    client.get(f"{played.home()}/controle")

    def away(_self):
        raise OperationalError("x", {}, sqlite3.OperationalError("database or disk is full"))

    with monkeypatch.context() as patch:
        patch.setattr(Engine, "connect", away)
        for page in (client.get(f"{played.home()}/controle"), client.get(played.home())):
            assert page.status == 503 and "niet bewaren" in page.text and "full" not in page.text
    client.get(f"{played.home()}/controle")
    with monkeypatch.context() as patch:
        patch.setattr(Store, "append_all", lambda *_given: away(None))
        assert client.submit(department="zorg").status == 503
    assert not played.book().answers
    client.get(f"{played.home()}/controle")
    assert "Je antwoorden zijn ontvangen" in client.submit(department="zorg").text
    assert len(played.book().answers) == 1
