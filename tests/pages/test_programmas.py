"""The page on programmes as Streamlit runs it, without a browser."""

import re
from functools import partial

import pytest
from app_pages import goes_to, html_of
from app_pages import page as page_of
from markupsafe import escape

from coverage.dataset import current

page = partial(page_of, "programmas")
CAVEATS = current().table("contradictions")
ALL = (~current().table("programmes")["national_scope"]).sum()


@pytest.mark.parametrize("view", ["lijst", "tijdlijn", "resultaten", "kanttekeningen"])
def test_every_part_opens(view):
    assert not page(onderdeel=view).exception


def test_the_directory_shows_all_and_filters():
    assert f"{ALL} van de {ALL} programma" in html_of(page(datum="2013-07-01"))
    found = html_of(page(datum="2013-07-01", zoek="scharlaken deventer"))
    assert "Uitstapprogramma Deventer" in found
    assert "Levenskracht" not in found
    evidenced = html_of(page(datum="2013-07-01", stand="aangetoond"))
    assert f" van de {ALL}" in evidenced
    assert "Uitstapprogramma Breda" not in evidenced


def test_the_card_of_a_programme():
    about = current().table("contradiction_subjects").query("subject_kind == 'programme' and subject == 'DEV-UP'")
    at = page(datum="2013-07-01", programma="DEV-UP")
    text = html_of(at)
    assert not at.exception
    assert "Uitstapprogramma Deventer" in text
    for caveat in about["contradiction_id"]:
        assert f'href="#{caveat}"' in text
        assert f'id="{caveat}"' in text  # the mark leads somewhere
    assert "12 van 53" in text or "12 van de 53" in text or "van 53" in text


def test_every_programme_has_a_card():
    from coverage.analysis.programmes.records import programmes
    from coverage.dataset import current

    at = page(datum="2024-01-01")
    for p in programmes(current())[::7]:
        goes_to(at, {"datum": "2024-01-01", "programma": p.id})
        assert not at.exception, p.id


def test_an_unknown_programme_gives_a_line_and_the_list():
    text = html_of(page(programma="<script>"))
    assert "geen programma dat wij kennen" in text
    assert "<script>" not in text


def test_results_show_every_figure_with_footnotes_and_totals_with_and_without_asja_ii():
    text = html_of(page(onderdeel="resultaten"))
    for number in ("1.749", "1.002", "1.610", "863", "53,6", "14,8", "32,4"):
        assert number in text
    for mark in ("* Gerekend vanaf", "** Onvolledige gegevens", "*** De evaluatie", "*** Relatief hoog"):
        assert mark in text
    assert "schatting, geen telling" in text
    assert "van 17 tot 66 maanden" in text
    assert text.index("Amsterdam (Scharlaken Koord)") < text.index("Arnhem") < text.index("Utrecht</a>")


def test_every_caveat_mark_on_the_results_leads_to_its_text():
    text = html_of(page(onderdeel="resultaten"))
    marks = set(re.findall(r'href="#(T\d\d)"', text))
    assert marks
    assert marks <= set(re.findall(r'id="(T\d\d)"', text))


def test_all_contradictions_are_readable():
    text = html_of(page(unfolded=tuple(f"caveats-{n}" for n in range(1, 6)), onderdeel="kanttekeningen"))
    assert set(current().table("contradictions")["contradiction_id"]) == set(re.findall(r'<article id="(T\d\d)"', text))


def test_a_link_to_one_contradiction_shows_that_one_and_the_way_to_all():
    one, other = CAVEATS["contradiction_id"].iloc[-1], f"<li>{escape(CAVEATS['title'].iloc[0])}"
    at = page(onderdeel="kanttekeningen", punt=one, taal="nl")
    assert re.findall(r'<article id="(T\d\d)"', html_of(at)) == [one]
    assert other not in html_of(at)
    at.button[0].click().run()
    assert other in html_of(at)
    assert not at.query_params.get("punt")


def test_an_unknown_contradiction_gets_a_line_and_all_of_them():
    text = html_of(page(onderdeel="kanttekeningen", punt="<b>T99</b>"))
    assert "“&lt;b&gt;T99&lt;/b&gt;” is geen tegenstrijdigheid" in text
    assert f"<li>{escape(CAVEATS['title'].iloc[0])}" in text


def test_no_cost_per_exit_anywhere():
    for view in ("lijst", "tijdlijn", "resultaten"):
        assert "per uitstapper" not in html_of(page(onderdeel=view)).replace("geen kosten per uitstapper", "")


def test_a_scheme_ends_on_its_last_day_here_as_on_the_page_on_coverage():
    text = html_of(page(onderdeel="tijdlijn", datum="2013-07-01"))
    assert "12 december 2008 – 30 juni 2011" in text
    assert "geen rijksregeling: 1 juli 2011 – 31 december 2013" in text


def test_the_timeline_follows_the_age_limit_of_the_reader():
    usual, short = (html_of(page(onderdeel="tijdlijn", leeftijd=years)) for years in ("3", "1"))
    assert "geen bron nog iets binnen 3 jaar" in usual
    assert "geen bron nog iets binnen 1 jaar" in short
    assert usual.split("<tbody>")[1] != short.split("<tbody>")[1]


def test_the_card_tells_the_phases_that_sources_tell_and_says_where_none_are_recorded():
    """An earlier card said of every programme that its phases were recorded nowhere, while the data held them."""
    ds = current()
    spoken = {r.programme_id for r in ds.table("activities").itertuples() if r.phase != "unspecified"}
    told = next(r for r in ds.table("activities").itertuples() if r.programme_id == "DHG-SHOP" and r.phase == "contact")
    text = html_of(page(datum="2026-01-01", programma="DHG-SHOP"))
    assert told.activity in text
    assert "geen fasen vastgelegd" not in text
    silent = next(p for p in ds.table("programmes")["programme_id"] if p not in spoken and p != "LANDELIJK")
    assert "geen fasen vastgelegd" in html_of(page(datum="2026-01-01", programma=silent))


def test_the_card_says_why_a_programme_is_not_evidenced():
    assert "aanwijzing door het Rijk: dat zegt niet" in html_of(page(datum="2026-01-01", programma="DUUP02"))
    assert "telt hier niet als hulp bij stoppen" in html_of(page(datum="2026-01-01", programma="LIM-1863"))
    assert "Volgens een oudere bron was het er" in html_of(page(datum="2026-01-01", programma="DEV-UP"))
