"""What the server draws of a page beforehand is what the page then shows."""

from __future__ import annotations

import html
import re
from urllib.parse import parse_qsl, urlsplit

import pytest
from app_pages import html_of, page, without_term_links

from coverage.dataset import current
from coverage.ui.first_view import first_view
from coverage.ui.pages import PAGES
from coverage.ui.state import reading

FILES = {p.path: p.file.removesuffix(".py") for p in PAGES}
OPENINGS = {p.path: p.opening for p in PAGES}


@pytest.mark.parametrize(
    ("address", "key"),
    [
        ("/", "kaart"),
        ("/?datum=2013-07-01&gemeente=Zutphen", "kaart"),
        ("/dekking?datum=2018-12-31&regio=Breda&grens=duvo", "dekking"),
        ("/dekking?laag=geld&gemeente=Den+Bosch", "dekking"),
        ("/witte-vlekken?datum=2013-07-01&leeftijd=1", "vlekken"),
        ("/doelgroepen?weergave=kaart&doelgroep=mannen&gemeente=Breda", "groepskaart"),
        ("/verdeling?budget=4000000&kaart=per-inwoner&regio=Breda", "verdeling-kaart"),
        ("/mijn-gemeente", "gemeentekaart"),
    ],
)
def test_it_is_what_the_app_shows(address: str, key: str) -> None:
    parts = urlsplit(address)
    path, query = parts.path.strip("/"), dict(parse_qsl(parts.query))
    with reading(query):
        opening = OPENINGS[path](current())
    assert opening.shown
    at = page(FILES[path], (), **query)
    shown = html_of(at)
    assert at.title[0].value.replace("\\", "") == opening.title
    assert at.session_state[f"{key}-view"] == opening.shown.view
    assert opening.shown.legend in shown
    assert without_term_links(opening.article) in shown
    drawn = without_term_links(first_view(current(), parts.path, query))
    answer = re.search(r'<p class="answer">(.*?)</p>', drawn)
    assert answer and html.unescape(answer[1]) in html.unescape(shown)


def test_an_address_of_no_use_gives_what_the_app_gives() -> None:
    query = {"datum": "2999-01-01", "laag": "x", "regio": "Atlantis", "gemeente": "Xyz"}
    with reading(query):
        opening = OPENINGS["dekking"](current())
    assert opening.shown
    assert page("dekking", (), **query).session_state["dekking-view"] == opening.shown.view
