"""The front page as Streamlit runs it, without a browser."""

import json
from datetime import date

import pytest
from app_pages import html_of, maps, page

from coverage.analysis.status import status_at
from coverage.dataset import current
from coverage.i18n import label


def test_opens_with_an_answer_in_dutch():
    at = page("overzicht", datum="2013-07-01")
    assert not at.exception
    assert "Op 1 juli 2013 is voor" in html_of(at)
    assert "van de 352 gemeenten (indeling 2021)" in html_of(at)


def test_a_municipality_in_the_address_shows_its_claims_and_sources():
    at = page("overzicht", datum="2013-07-01", gemeente="Breda")
    text = html_of(at)
    assert "volgens een bron niet" in text
    assert "Overzicht en stand van zaken uitstapprogramma" in text
    assert "Gestopt per 1 juli 2011" in text


def test_map_payload_is_small_and_carries_no_shapes():
    arguments = maps(page("overzicht", datum="2013-07-01"))
    assert len(json.dumps(arguments)) < 8_000
    assert "coordinates" not in json.dumps(arguments)


def test_table_and_legend_have_the_same_numbers():
    at = page("overzicht", datum="2013-07-01")
    frame = at.dataframe[0].value
    assert len(frame) == 352
    for status, count in status_at(current(), date(2013, 7, 1)).counts().items():
        assert (frame["Status"] == label(status)).sum() == count
        assert f"<td>{count}</td>" in html_of(at)


@pytest.mark.parametrize(
    ("address", "line"),
    [
        ({"datum": "gisteren"}, "is geen datum"),
        ({"datum": "1999-01-01"}, "ligt voor de eerste regeling"),
        ({"datum": "2199-01-01"}, "ligt in de toekomst"),
        ({"datum": "<script>alert(1)</script>"}, "is geen datum"),
        ({"gemeente": "Zuthpen"}, "Misschien Zutphen"),
        ({"taal": "fy"}, "is geen taal"),
    ],
)
def test_bad_addresses_get_a_friendly_line(address, line):
    at = page("overzicht", **address)
    assert not at.exception
    assert line in html_of(at)


def test_choosing_a_moment_changes_the_address():
    at = page("overzicht")
    at.button_group[0].set_value("2013-07-01").run()
    assert not at.exception
    assert "Op 1 juli 2013" in html_of(at)
    assert at.query_params["datum"] == "2013-07-01"


def test_an_old_name_finds_its_municipality():
    at = page("overzicht", datum="2023-06-01", gemeente="Weesp")
    assert "Het gebied hoort bij Amsterdam" in html_of(at)
