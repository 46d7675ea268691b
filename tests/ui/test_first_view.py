"""A page with a map shows heading, answer, map and legend before any script has run, as the app will."""

from __future__ import annotations

import html
import re
from datetime import date
from urllib.parse import parse_qsl, urlsplit

import pytest

from coverage.analysis.status import status_at
from coverage.analysis.summary import answer
from coverage.dataset import current
from coverage.i18n import use_language
from coverage.ui.first_view import first_view
from coverage.ui.pages import PAGES as ALL_PAGES


def opened(address: str) -> str:
    parts = urlsplit(address)
    return first_view(current(), parts.path, dict(parse_qsl(parts.query)))


def said(markup: str) -> str:
    found = re.search(r'<p class="answer">(.*?)</p>', markup)
    return html.unescape(found[1]) if found else ""


@pytest.mark.parametrize(
    "address",
    ["/dekking?datum=2018-12-31&vergelijk=2013-07-01", "/doelgroepen", "/verdeling?toon=effect", "/gegevens", "/x"],
)
def test_a_page_without_one_map_waits_for_the_app(address: str) -> None:
    assert opened(address) == ""


def test_it_speaks_the_language_of_the_page() -> None:
    use_language("en")
    try:
        found = opened("/?taal=en")
    finally:
        use_language("nl")
    assert "sex worker" in found
    links = re.findall(r"<nav.*?</nav>", found)[0]
    assert links.count("taal=en") == links.count("<a ")


def test_a_moment_keeps_the_rest_of_the_address() -> None:
    found = opened("/doelgroepen?weergave=kaart&doelgroep=vrouwen&datum=2013-07-01")
    assert 'href="?weergave=kaart' not in found  # sorted, so that one view is drawn once
    assert 'href="?datum=2011-06-30&amp;doelgroep=vrouwen&amp;weergave=kaart"' in found
    assert 'href="?datum=2013-07-01&amp;doelgroep=vrouwen&amp;weergave=kaart" aria-current="true"' in found


@pytest.mark.parametrize("given", ["", "gisteren", "2999-01-01", "<script>", "0001-01-01"])
def test_a_date_that_cannot_be_used_gives_today(given: str) -> None:
    found = first_view(current(), "/", {"datum": given})
    assert said(found) == answer(status_at(current(), date.today()))
    assert "<script>alert" not in found


@pytest.mark.parametrize("path", [f"/{name}" for name in (p.path for p in ALL_PAGES if p.opening)])
def test_what_an_address_holds_is_escaped(path: str) -> None:
    bad = '"><script>alert(1)</script>'
    found = first_view(
        current(), path, dict.fromkeys(("gemeente", "datum", "regio", "laag", "budget", "doelgroep", bad), bad)
    )
    assert "<script>alert" not in found
