"""The pages on slides and on changes as Streamlit runs them, without a browser."""

from html import unescape

import pytest
from app_pages import html_of as markup_of
from app_pages import page
from streamlit.testing.v1 import AppTest


def html_of(at: AppTest) -> str:
    return unescape(markup_of(at))


def frame(at: AppTest) -> str:
    (found,) = at.get("iframe")
    return str(found.proto.src)


def test_opens_with_all_slides_and_a_preview():
    at = page("presentatie", datum="2013-07-01", vergelijk="2011-06-30")
    assert not at.exception
    assert "13 dia's over 1 juli 2013, vergeleken met 30 juni 2011" in html_of(at)
    assert frame(at).startswith("/dias?datum=2013-07-01&dias=landelijk")
    assert "vergelijk=2011-06-30" in frame(at)


def test_slides_can_be_left_out_moved_and_added():
    at = page("presentatie", datum="2013-07-01", dias="landelijk,geld,zaal")
    at.button(key="up-money").click().run()
    assert at.query_params["dias"] in ("geld,landelijk,zaal", ["geld,landelijk,zaal"])
    at.button(key="out-questions").click().run()
    assert "dias=geld%2Clandelijk&" in frame(at)
    at.button(key="in-course").click().run()
    assert "dias=geld%2Clandelijk%2Cverloop&" in frame(at)


def test_title_and_region_are_in_the_address():
    at = page("presentatie", datum="2013-07-01")
    at.text_input[0].set_value("Kennisdag <b> =1+1").run()
    assert "titel=Kennisdag+%3Cb%3E+%3D1%2B1" in frame(at)
    at.multiselect[0].set_value(["Assen", "provincie Zeeland"]).run()
    assert "gebied=Assen%2CTilburg" in frame(at)  # Zeeland lies in the region of Tilburg
    at.multiselect[0].set_value(["alle"]).run()
    assert "Zaanstad" in frame(at)
    assert not at.exception


@pytest.mark.parametrize(
    ("address", "line"),
    [
        ({"dias": "landelijk,verzonnen"}, "is geen dia"),
        ({"editie": "bestaat-niet"}, "Er is geen editie"),
        ({"regio": "Atlantis"}, "is geen DUUP-regio"),
        ({"vergelijk": "<script>"}, "geen datum om mee te vergelijken"),
        ({"titel": "x" * 500}, "dia's over"),
    ],
)
def test_bad_addresses_get_a_friendly_line(address, line):
    at = page("presentatie", **address)
    assert not at.exception
    assert line in html_of(at)


def test_changes_show_when_evidence_came_in():
    at = page("wijzigingen")
    assert not at.exception
    rows = html_of(at).partition("Dagen waarop uitspraken beginnen te tellen")[2]
    assert rows.count("<th scope=row>1 juli 2013<") == 1
    assert "een editie" in html_of(at)
