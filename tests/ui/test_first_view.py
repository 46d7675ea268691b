"""A page with a map shows heading, answer, map and legend before any script has run, as the app will."""

from __future__ import annotations

import html
import re
from urllib.parse import parse_qsl, urlsplit

import pytest

from coverage.analysis.status import status_at
from coverage.analysis.summary import country_answer
from coverage.dataset import current
from coverage.dates import today
from coverage.i18n import number, use_language
from coverage.ui.first_view import first_view, title_at
from coverage.ui.pages import PAGES as ALL_PAGES
from coverage.ui.pages import Page


def opened(address: str) -> str:
    parts = urlsplit(address)
    return first_view(current(), parts.path, dict(parse_qsl(parts.query)))


def said(markup: str) -> str:
    found = re.search(r'<p class="answer">(.*?)</p>', markup)
    return html.unescape(re.sub(r"<[^>]*>", "", found[1])) if found else ""


@pytest.mark.parametrize(
    ("address", "part"),
    [
        ("/dekking?datum=2018-12-31&vergelijk=2013-07-01", "<table"),
        ("/doelgroepen", '<ul class="tiles"'),
        ("/doelgroepen?rijen=centres", '<table class="matrix"'),
        ("/doelgroepen?weergave=wegwijzer&gemeente=Zutphen", "Zutphen"),
        ("/doelgroepen?weergave=gaten", '<ul class="tiles"'),
        ("/doelgroepen?weergave=landelijk", '<table class="matrix"'),
        ("/verdeling?toon=effect", "<table"),
        ("/programmas", '<table class="figures directory"'),
        ("/programmas?programma=AMS-SK", "?programma=AMS-SK"),
        ("/programmas?onderdeel=resultaten", "<table"),
        ("/gegevens?blad=bronnen", "<table"),
        ("/gegevens?blad=inlezen", "pd.read_csv(base +"),
        ("/gegevens?blad=methode", '<section class="method"'),
        ("/gegevens?blad=indeling", "<table"),
        ("/presentatie", 'href="./dias?'),
        ("/wijzigingen", "<table"),
    ],
)
def test_a_page_without_a_map_shows_its_table_and_its_answer(address: str, part: str) -> None:
    found = opened(address)
    assert part in found
    assert "<figure>" not in found
    assert "<h1>" in found and 'class="foot"' in found


def test_a_link_of_a_cell_shows_that_cell_on_its_day_without_the_app_too() -> None:
    programme = current().table("claims")["programme_id"].iloc[0]
    found = opened(f"/doelgroepen?cel={programme}.d.deb.2013-07-01&leeftijd=5")
    usual = f"/doelgroepen?weergave=matrix&vraag=domains&rijen=programmes&rij={programme}&kolom=debt"
    assert found == opened(usual + "&datum=2013-07-01&leeftijd=5")
    assert 'class="detail"' in found
    assert 'class="detail"' not in opened("/doelgroepen?cel=nergens.d.deb.2013-07-01")


def test_a_long_table_is_read_leaf_by_leaf_without_the_app() -> None:
    size = len(current().table("claims"))
    assert size > 10
    first, second = opened("/gegevens?blad=rijen"), opened("/gegevens?blad=rijen&bladzijde=2")
    assert f"Rijen 1 tot en met 10 van {number(size)}" in first
    assert f"Rijen 11 tot en met {min(size, 20)} van {number(size)}" in second
    assert first.count("<tr>") <= 11
    assert 'href="?blad=rijen&amp;bladzijde=2">Volgende' in first and "Vorige" not in first
    assert 'href="?blad=rijen&amp;bladzijde=1">Vorige' in second
    assert 'href="data/latest/claims.csv"' in first
    form = re.findall(r'<form class="without">.*?</form>', opened("/gegevens?blad=rijen&bladzijde=2&woord=x"))[0]
    assert 'name="blad" value="rijen"' in form and 'name="woord" value="x"' in form and "bladzijde" not in form


def test_a_choice_is_made_by_links_without_the_app() -> None:
    found = opened("/verdeling?toon=zekerheid&over=jaren")
    assert 'href="?over=jaren&amp;toon=zekerheid" aria-current="true"' in found
    assert 'href="?toon=zekerheid">' in found  # the usual choice is left out of the address
    assert 'href="?over=jaren&amp;toon=zekerheid&amp;regio=' in found


def test_an_address_that_is_no_page_has_none() -> None:
    assert opened("/x") == ""


@pytest.mark.parametrize("page", ALL_PAGES, ids=lambda p: p.path or "front")
def test_who_gets_no_session_is_told_what_to_do_and_can_go_on(page: Page) -> None:
    found = opened(f"/{page.path}")
    assert 'class="no-session" role="status" data-text="Er komt geen verbinding' in found
    assert '<form action="./mijn-gemeente"' in found
    assert (page.room.title if page.shown() else page.title()) in html.unescape(found)
    assert opened(f"/{page.path}?embed=true").count('<nav aria-label="Pagina') == 0


def test_it_names_the_static_edition_where_there_is_one(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "statische editie" not in opened("/wijzigingen")
    monkeypatch.setenv("COVERAGE_STATIC_EDITION", "https://www.example.nl/dekking/")
    found = opened("/wijzigingen?datum=2019-03-03")  # an address that no other test draws: views are kept
    assert 'href="https://www.example.nl/dekking/"' in found


@pytest.mark.parametrize(
    ("address", "title"),
    [
        ("/", "Dekking uitstapprogramma's"),
        ("/verdeling", "Verdeling van het geld – Dekking uitstapprogramma's"),
        ("/mijn-gemeente?gemeente=GM0301", "Zutphen – Mijn gemeente – Dekking uitstapprogramma's"),
        ("/mijn-gemeente?gemeente=Xyz", "Mijn gemeente – Dekking uitstapprogramma's"),
        ("/dekking?regio=apeldoorn", "Apeldoorn – Kaart en dekking – Dekking uitstapprogramma's"),
        ("/?taal=en", "Coverage of exit programmes"),
    ],
)
def test_each_page_has_its_own_title(address: str, title: str) -> None:
    parts = urlsplit(address)
    query = dict(parse_qsl(parts.query))
    use_language("en" if "taal=en" in address else "nl")
    try:
        assert title_at(current(), parts.path, query) == title
    finally:
        use_language("nl")


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
    assert said(found) == country_answer(status_at(current(), today()))
    assert "<script>alert" not in found


@pytest.mark.parametrize("path", [f"/{p.path}" for p in ALL_PAGES])
def test_what_an_address_holds_is_escaped(path: str) -> None:
    bad = '"><script>alert(1)</script>'
    found = first_view(
        current(), path, dict.fromkeys(("gemeente", "datum", "regio", "laag", "budget", "doelgroep", bad), bad)
    )
    assert "<script>alert" not in found
