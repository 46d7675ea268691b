"""The accessibility statement can be read from the dashboard: its text, in its language, with a way back."""

from __future__ import annotations

from base64 import b64encode
from datetime import timedelta
from hashlib import sha256
from pathlib import Path

import pytest
from asgi_client import get
from starlette.applications import Starlette
from streamlit.testing.v1 import AppTest

from coverage.dates import today
from coverage.ui.web import statement as module
from coverage.ui.web.statement import PATH, statement_route

APP = Starlette(routes=[statement_route("/base")])
ADDRESS = f"/base/{PATH}"
FOOTER = """
from coverage.dataset import current
from coverage.i18n import use_language
from coverage.ui.params import LANGUAGE
from coverage.ui.foot import foot
from coverage.ui.html import show
use_language(LANGUAGE.get())
show(foot(current()))
"""


def test_it_is_the_dutch_part_of_the_file() -> None:
    answer = get(APP, ADDRESS)
    assert answer.status == 200
    assert '<html lang="nl">' in answer.text
    assert "<title>Toegankelijkheidsverklaring" in answer.text
    assert answer.text.count("<h1>") == 1
    assert "<h2>Nalevingsstatus: D" in answer.text
    assert "<table>" in answer.text and "<h3>Afwijking 1" in answer.text
    assert "It rests on our own tests" not in answer.text
    assert "Annex" not in answer.text


def test_the_english_reader_hears_why_it_is_dutch() -> None:
    english = get(APP, f"{ADDRESS}?taal=en").text
    assert '<html lang="nl">' in english
    assert '<p lang="en">This statement is in Dutch' in english
    assert "This statement" not in get(APP, ADDRESS).text


def test_the_policy_allows_the_style_and_nothing_else() -> None:
    answer = get(APP, ADDRESS)
    style = answer.text.partition("<style>")[2].partition("</style>")[0]
    policy = answer.headers["content-security-policy"]
    assert f"style-src 'sha256-{b64encode(sha256(style.encode()).digest()).decode()}'" in policy
    assert "default-src 'none'" in policy
    assert "<script" not in answer.text
    assert "src=" not in answer.text


@pytest.mark.parametrize(
    ("referer", "query", "back"),
    [
        ("", "", "/base/"),
        ("", "?taal=en", "/base/?taal=en"),
        ("http://test/base/dekking?datum=2013-07-01", "", "/base/dekking?datum=2013-07-01"),
        ("http://test/base/dekking?datum=2013-07-01", "?taal=en", "/base/dekking?datum=2013-07-01&amp;taal=en"),
        ("http://test/base/toegankelijkheid?taal=en", "", "/base/"),
        ("https://elders.example/zoek?q=1", "", "/base/"),
        ('http://test/base/"><script>', "", "/base/&#34;&gt;&lt;script&gt;"),
        ("http://[", "", "/base/"),
    ],
)
def test_the_way_back(referer: str, query: str, back: str) -> None:
    text = get(APP, ADDRESS + query, {"host": "test", "referer": referer}).text
    assert f'<a href="{back}">' in text


def test_markup_in_the_file_is_text(monkeypatch: pytest.MonkeyPatch, tmp_path) -> None:
    file = tmp_path / "verklaring.md"
    file.write_text("intro\n\n---\n\n# Titel <b>x</b>\n\n<script>alert(1)</script>\n\n---\n\nannex", encoding="utf-8")
    monkeypatch.setattr(module, "STATEMENT", file)
    module._filled_in.cache_clear()
    try:
        assert "<script" not in module.statement()
        assert "&lt;b&gt;" in module.statement()
    finally:
        module._filled_in.cache_clear()


@pytest.mark.parametrize(("taal", "link"), [("nl", f'"{PATH}"'), ("en", f'"{PATH}?taal=en"')])
def test_the_footer_leads_there(taal: str, link: str) -> None:
    at = AppTest.from_string(FOOTER)
    at.query_params["taal"] = taal
    assert f"<a href={link}>" in at.run(timeout=60).get("html")[-1].proto.body


def test_the_footer_names_no_programme_to_ask_for() -> None:
    """Whom public sources name is a list with dates; the line itself promises nothing and has no telephone number."""
    at = AppTest.from_string(FOOTER)
    foot = at.run(timeout=60).get("html")[-1].proto.body
    assert "welke hulp er in jouw regio is" in foot
    assert '<a href="hulp">' in foot
    assert "112" in foot
    for word in ("uitstapprogramma", "CoMensha", "centrumgemeente"):
        assert word not in foot.partition("</p>")[0]


def test_it_names_the_contact_of_the_house_or_that_there_is_none(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    found = get(APP, ADDRESS).text
    assert "een adres dat nog niet genoemd is" in found and "geen contactadres" in found
    (tmp_path / "site.toml").write_text('contact = "post@voorbeeld.example"', encoding="utf-8")
    monkeypatch.setenv("COVERAGE_SITE", str(tmp_path / "site.toml"))
    found = get(APP, ADDRESS).text
    assert 'href="mailto:post@voorbeeld.example"' in found
    assert "geen contactadres" not in found and "Contact en handhaving" in found


@pytest.mark.parametrize(
    ("days", "filled", "status"),
    [(100, 'sender = "Huis"\ncontact = "post@voorbeeld.example"\n', "C"), (100, 'sender = "Huis"\n', "D"),
     (200, 'sender = "Huis"\ncontact = "post@voorbeeld.example"\n', "D"),
     (-1, 'sender = "Huis"\ncontact = "post@voorbeeld.example"\n', "D")],
)  # fmt: skip
def test_a_planned_audit_makes_the_status_c_until_its_day(
    days: int, filled: str, status: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    planned = today() + timedelta(days=days)
    (tmp_path / "site.toml").write_text(f'{filled}audit = "{planned.isoformat()}"', encoding="utf-8")
    monkeypatch.setenv("COVERAGE_SITE", str(tmp_path / "site.toml"))
    found = get(APP, ADDRESS).text
    assert f"<h2>Nalevingsstatus: {status}" in found
    assert found.count("<h2>Nalevingsstatus") == 1
    assert ("laat uiterlijk op" in found) == (status == "C")
