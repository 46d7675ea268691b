"""The front page as Streamlit runs it, without a browser."""

import json
from datetime import date

import pytest
from app_pages import html_of, maps, page
from markupsafe import escape

from coverage.analysis.status import status_at
from coverage.dataset import current
from coverage.geography.areas import duup_regions
from coverage.i18n import label, number
from coverage.vocabulary import Nationwide, Status


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
    at = page("overzicht", unfolded=("tabel",), datum="2013-07-01")
    frame = at.dataframe[0].value
    assert len(frame) == 352
    for status, count in status_at(current(), date(2013, 7, 1)).counts().items():
        assert (frame["Status"] == label(status)).sum() == count
        assert f"<td>{count}<" in html_of(at)


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


def test_another_age_limit_is_chosen_on_its_own_chart():
    at = page("overzicht", datum="2026-11-28")
    (limit,) = [r for r in at.radio if "Hoe oud" in r.label]
    counts = [status_at(current(), date(2026, 11, 28), age).counts() for age in (3, 5, 7, 10)]
    recent = [c[Status.EVIDENCED_HERE] + c[Status.EVIDENCED_REGION] for c in counts]
    assert [option.split(":")[0] for option in limit.options] == ["3 jaar", "5 jaar", "7 jaar", "10 jaar"]
    assert all(f": {number(n)} gemeente" in option for n, option in zip(recent, limit.options, strict=True))
    limit.set_value(10).run()
    assert not at.exception
    assert at.query_params["leeftijd"] == "10"
    assert "de bron is hoogstens 10 jaar oud" in html_of(at)


def test_by_region_the_legend_says_what_it_shows_and_the_table_has_every_region():
    at = page("overzicht", unfolded=("regions",), datum="2018-12-31", per="regio")
    shown = html_of(at)
    assert "Legenda: per regio" in shown
    assert "Het zegt niet hoeveel mensen hulp krijgen" in shown
    assert all(
        f"<th scope=row>{name}<" in shown for name in map(escape, duup_regions(current(), date(2018, 12, 31))["name"])
    )


def test_course_and_verdicts_stand_below_with_their_tables():
    shown = html_of(page("overzicht", datum="2013-07-01"))
    assert 'class="course"' in shown
    assert shown.count('<div class="lane">') == len(Nationwide)
    verdicts = current().table("verdicts")
    assert shown.count('<i style="left:') == (verdicts["nationwide"] != "").sum()
