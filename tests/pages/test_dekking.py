"""The page on coverage as Streamlit runs it, without a browser."""

from datetime import date

import pytest
from app_pages import html_of, maps, page

from coverage.analysis.moments import moments_beside
from coverage.analysis.status import status_at
from coverage.dataset import current
from coverage.dates import today
from coverage.i18n import day


def test_opens_with_an_answer_the_timeline_and_the_map():
    at = page("dekking", ("coverage-table",), datum="2013-07-01")
    assert not at.exception
    text = html_of(at)
    assert "Op 1 juli 2013 is voor" in text
    assert "geen rijksregeling (1 juli 2011 tot en met 31 december 2013)" in text
    assert len(maps(at)) == 1
    assert len(at.dataframe[0].value) == 352


def test_stepping_goes_to_the_next_moment_and_keeps_it_in_the_address():
    at = page("dekking", datum="2013-07-01")
    later = moments_beside(current(), date(2013, 7, 1), today())[1]
    assert later
    at.button(key="tl-later").click().run()
    assert at.query_params["datum"] in (later.isoformat(), [later.isoformat()])
    assert f"Op {day(later)}" in html_of(at)
    at.button(key="tl-earlier").click().run()
    assert "Op 1 juli 2013" in html_of(at)


@pytest.mark.parametrize(
    ("layer", "text"),
    [
        ("geld", "DUUP"),
        ("regels", "Bij naam genoemd in een geldende regeling"),
        ("gebruik", "Geen cijfer betekent niet"),
    ],
)
def test_every_layer_has_its_sentence_legend_and_table(layer, text):
    at = page("dekking", ("coverage-table",), datum="2026-03-01", laag=layer)
    assert not at.exception
    assert text in html_of(at)
    assert len(at.dataframe[0].value) == 342


def test_a_region_and_another_division():
    at = page("dekking", ("coverage-table",), datum="2022-06-01", regio="apeldoorn", indeling="2021")
    assert not at.exception
    assert "DUUP-regio Apeldoorn:" in html_of(at)
    assert "(indeling 2021)" in html_of(at)
    assert set(at.dataframe[0].value["DUUP-regio"]) == {"Apeldoorn"}


def test_two_dates_side_by_side():
    at = page("dekking", datum="2013-07-01", vergelijk="2011-06-30", gemeente="Breda")
    assert not at.exception
    assert len(maps(at)) == 2
    frame = at.dataframe[0].value
    assert "Breda" in set(frame["Gemeente"])
    assert set(frame.loc[frame["Verandering"] == "gestopt", "Gemeente"]) == {"Breda"}
    assert "Volgens een bron stopte het in 1 gemeente (176.400 inwoners)" in html_of(at)


def test_claims_come_with_caveats_and_with_what_came_later():
    about = current().table("contradiction_subjects").query("subject_kind == 'municipality'")
    there = {r.code for r in status_at(current(), date(2013, 7, 1)).rows}
    caveat, code = next((i, c) for i, c in zip(about["contradiction_id"], about["subject"], strict=True) if c in there)
    assert caveat in html_of(page("dekking", ("disagree",), datum="2013-07-01", gemeente=code))
    assert caveat not in html_of(page("dekking", datum="2013-07-01", gemeente=code))
    zutphen = page("dekking", ("later",), datum="2013-07-01", gemeente="Zutphen")
    assert any(e.label.startswith("Wat bronnen over latere datums zeggen (") for e in zutphen.expander)
    assert html_of(zutphen).count("<ol class=claims>") == 2


def test_the_survey_speaks_of_those_who_answered_only():
    text = html_of(page("dekking"))
    assert "alleen over de gemeenten die antwoordden" in text
    assert "responderende gemeenten" in text
    assert "66" not in text.split("Cijfers van de enquête")[1].split("</table>")[0]


@pytest.mark.parametrize(
    ("address", "line"),
    [
        ({"datum": "1999-01-01"}, "ligt voor de eerste regeling"),
        ({"datum": "2199-01-01"}, "ligt in de toekomst"),
        ({"datum": "31-12-2013"}, "is geen datum"),
        ({"vergelijk": "gisteren"}, "geen datum om mee te vergelijken"),
        ({"laag": "lucht"}, "kennen we niet bij laag"),
        ({"regio": "Mars"}, "is geen DUUP-regio"),
        ({"indeling": "1850"}, "kennen we niet bij indeling"),
        ({"leeftijd": "veel"}, "is geen aantal jaren"),
    ],
)
def test_bad_addresses_get_a_friendly_line(address, line):
    at = page("dekking", **address)
    assert not at.exception
    assert line in html_of(at)
