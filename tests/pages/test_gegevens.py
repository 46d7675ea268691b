"""The page on data as Streamlit runs it, without a browser."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from coverage.dataset import load

APP = Path(__file__).parents[2] / "app.py"


def page(**address: str) -> AppTest:
    at = AppTest.from_file(str(APP), default_timeout=30)
    at.run()
    at.switch_page("pages/gegevens.py")
    for key, value in address.items():
        at.query_params[key] = value
    return at.run()


def html_of(at: AppTest) -> str:
    return " ".join(element.proto.body for element in at.get("html"))


@pytest.mark.parametrize(
    ("view", "text"),
    [
        ("downloads", "alle tabellen, met uitleg, codeboek"),
        ("bronnen", "Waarvoor (aantal rijen)"),
        ("methode", "Aangetoond aanbod is daarom een ondergrens."),
        ("indeling", "Gemeenten waarvan de DUUP-regio onzeker is"),
        ("gaten", "bedrag per centrumgemeente (18 ontvangers)"),
        ("tegenstrijdigheden", 'id="T39"'),
    ],
)
def test_each_part_opens(view, text):
    at = page(blad=view, datum="2026-06-01")
    assert not at.exception
    assert text in html_of(at)


def test_every_source_is_on_the_page_with_its_terms():
    text = html_of(page(blad="bronnen"))
    assert all(f"{source_id}</small>" in text for source_id in load().table("sources")["source_id"])
    assert "niet vermeld" in text


def test_a_bad_part_gives_one_line_and_the_downloads():
    at = page(blad="<b>x</b>")
    assert not at.exception
    assert "&lt;b&gt;x&lt;/b&gt;” is hier geen keuze" in html_of(at)
    assert "alle tabellen, met uitleg" in html_of(at)


def test_the_certainty_follows_the_date():
    assert "van de 352 gemeenten" in html_of(page(blad="indeling", datum="2021-06-01"))
    assert "van de 342 gemeenten" in html_of(page(blad="indeling", datum="2026-06-01"))
