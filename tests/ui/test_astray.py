"""Addresses as people write them lead to the page that is meant; what does not exist is said, with the way back."""

from __future__ import annotations

import pytest

from coverage.i18n import use_language
from coverage.ui.astray import astray
from coverage.ui.pages import PAGES, Page


@pytest.fixture(autouse=True)
def dutch() -> None:
    use_language("nl")


@pytest.mark.parametrize(
    ("path", "query", "leads_to"),
    [
        ("/Mijn-Gemeente", "", "/mijn-gemeente"),
        ("/mijn_gemeente", "", "/mijn-gemeente"),
        ("/mijn-gemeente/", "gemeente=Zutphen", "/mijn-gemeente?gemeente=Zutphen"),
        ("/Verdeling%20", "", "/verdeling"),
        ("/geld", "jaar=2024", "/verdeling?jaar=2024"),
        ("/Overzicht", "", "/"),
        ("/voor-wie", "", "/doelgroepen"),
        ("/regio's", "", "/regio"),
        ("/regios", "taal=en", "/regio?taal=en"),
        ("/dekking", "gemeente=Breda&amp;datum=2013-07-01", "/dekking?gemeente=Breda&datum=2013-07-01"),
        ("/dekking", "Gemeente=Breda&DATUM=2013-07-01", "/dekking?gemeente=Breda&datum=2013-07-01"),
        ("/", "Taal=en", "/?taal=en"),
        ("", "", "/"),
    ],
)
@pytest.mark.parametrize("base", ["", "/uitstap"])
def test_another_spelling_leads_to_the_page(path: str, query: str, leads_to: str, base: str) -> None:
    found = astray(path, query, base)
    assert found and found.status_code == 307
    assert found.headers["location"] == base + leads_to


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.path or "front")
def test_an_address_of_ours_goes_to_the_app(page: Page) -> None:
    held = "&".join(f"{p.name}=x%20%26" for p in page.params)
    assert astray(f"/{page.path}", held, "") is None
    assert astray(f"/{page.path}", "embed=true&utm_source=post&Foo=1&gemeente=", "") is None


@pytest.mark.parametrize("base", ["", "/uitstap"])
@pytest.mark.parametrize("path", ["/verdeling/x", "/xyz", "/x.php", "/%3Cscript%3E", "/static/x", "/dekking/verdeling"])
def test_what_does_not_exist_is_said_with_the_way_back(path: str, base: str) -> None:
    found = astray(path, "", base)
    assert found and found.status_code == 404
    body = bytes(found.body).decode()
    assert "Deze pagina bestaat niet" in body and "<script" not in body
    assert f'href="{base}/verdeling"' in body and f'href="{base}/"' in body


def test_so_it_is_in_english() -> None:
    found = astray("/xyz", "taal=en", "")
    assert found
    body = bytes(found.body).decode()
    assert '<html lang="en">' in body and "This page does not exist" in body and 'href="/verdeling?taal=en"' in body


def test_it_leads_nowhere_else() -> None:
    for path in ("//evil.example/verdeling", "/\\evil.example", "/https://evil.example/"):
        found = astray(path, "", "")
        assert found and found.status_code == 404


@pytest.mark.parametrize("base", ["", "/uitstap"])
@pytest.mark.parametrize(
    ("path", "query", "leads_to"),
    [
        ("/regio/apeldoorn", "", "/regio?regio=Apeldoorn"),
        ("/Regio/den-haag/", "datum=2013-07-01", "/regio?datum=2013-07-01&regio=Den+Haag"),
        ("/regio/s-hertogenbosch", "", "/regio?regio=%27s-Hertogenbosch"),
        ("/regio/Den%20Bosch", "regio=Utrecht", "/regio?regio=%27s-Hertogenbosch"),
        ("/regio/7", "", "/regio?regio=Apeldoorn"),
    ],
)
def test_a_path_may_name_a_region(path: str, query: str, leads_to: str, base: str) -> None:
    found = astray(path, query, base)
    assert found and found.status_code == 307
    assert found.headers["location"] == base + leads_to


@pytest.mark.parametrize(("path", "choice"), [("/regio/zutphen", "Apeldoorn"), ("/regio/%3Cscript%3E", "Zaanstad")])
def test_a_path_that_names_no_region_gives_names_to_choose(path: str, choice: str) -> None:
    found = astray(path, "", "/uitstap")
    assert found and found.status_code == 404
    body = bytes(found.body).decode()
    assert "Deze regio kennen we niet" in body and "<script>" not in body
    assert f'href="/uitstap/regio?regio={choice}"' in body
