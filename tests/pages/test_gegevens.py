"""The page on data as Streamlit runs it, without a browser."""

import re
from functools import partial

import pytest
from app_pages import html_of
from app_pages import page as page_of
from markupsafe import escape
from streamlit.testing.v1 import AppTest

from coverage.dataset import current

page = partial(page_of, "gegevens")
SOURCES = len(current().table("sources"))


@pytest.mark.parametrize(
    ("view", "text"),
    [
        ("downloads", "alle tabellen, met uitleg, codeboek"),
        ("inlezen", "Verwijzing per editie"),
        ("bronnen", "Waarvoor (aantal rijen)"),
        ("methode", "Aangetoond is een ondergrens"),
        ("indeling", "Gemeenten waarvan de DUUP-regio onzeker is"),
        ("gaten", "bedrag per centrumgemeente (18 ontvangers)"),
        ("tegenstrijdigheden", escape(current().table("contradictions")["title"].iloc[0])),
    ],
)
def test_each_part_opens(view, text):
    at = page(blad=view, datum="2026-06-01")
    assert not at.exception
    assert text in html_of(at)


def sources_on(at: AppTest) -> list[str]:
    return re.findall(r"(?:· |<small>)([A-Z][A-Z0-9-]*)</small>", html_of(at))


def caption(at: AppTest) -> str:
    return re.findall("<caption>(.*?)</caption>", html_of(at))[0]


def test_leafing_through_the_sources_shows_each_once():
    at = page(blad="bronnen")
    assert caption(at) == f"Bronnen 1 tot en met 20 van {SOURCES}, de meest gebruikte eerst"
    assert at.button(key="sheet-back").disabled
    assert "niet vermeld" in html_of(at)
    found = sources_on(at)
    while not at.button(key="sheet-forward").disabled:
        at.button(key="sheet-forward").click().run()
        found += sources_on(at)
    assert sorted(found) == sorted(current().table("sources")["source_id"])
    assert at.query_params["bladzijde"] in (str(-(-SOURCES // 20)), [str(-(-SOURCES // 20))])


def test_a_link_to_a_sheet_of_sources():
    at = page(blad="bronnen", bladzijde="3")
    assert caption(at).startswith(f"Bronnen 41 tot en met 60 van {SOURCES}")
    at.button(key="sheet-back").click().run()
    assert caption(at).startswith(f"Bronnen 21 tot en met 40 van {SOURCES}")


@pytest.mark.parametrize("sheet", ["0", "-1", "x", "²"])
def test_a_bad_sheet_gives_one_line_and_the_first(sheet):
    at = page(blad="bronnen", bladzijde=sheet)
    assert "is geen nummer van een bladzijde" in html_of(at)
    assert caption(at).startswith("Bronnen 1 ")


def test_a_sheet_after_the_last_is_the_last():
    assert caption(page(blad="bronnen", bladzijde="999")).startswith(
        f"Bronnen {(SOURCES - 1) // 20 * 20 + 1} tot en met {SOURCES} "
    )


def test_a_link_to_one_source():
    at = page(blad="bronnen", bron="S1")
    assert sources_on(at) == ["S1"]  # and not S10 or a source that names it
    assert caption(at) == f"1 van de {SOURCES} bronnen, de meest gebruikte eerst"


def test_a_search_begins_at_its_first_sheet():
    at = page(blad="bronnen", bladzijde="3")
    (box,) = (box for box in at.text_input if box.label == "Zoek een bron")
    box.set_value("cbs gebieden").run()
    assert caption(at).startswith("Bronnen 1 tot en met 20 van ")
    found = html_of(at).casefold().count("cbs gebieden")
    assert found >= 20
    assert at.query_params["bron"] in ("cbs gebieden", ["cbs gebieden"])


@pytest.mark.parametrize("shown", ["gebruikt", "naslaan", "geraadpleegd"])
def test_the_sources_of_one_kind_are_as_many_as_the_sentence_says(shown):
    at = page(blad="bronnen", soort=shown)
    (count,) = re.findall(r" van (\d+), de meest gebruikte eerst", caption(at))
    assert f"{count} " in html_of(at).split('class="answer">')[1].split("</p>")[0]


def test_a_word_that_no_source_holds_gets_a_friendly_line():
    text = html_of(page(blad="bronnen", bron="<b>geen</b>"))
    assert "Geen bron gevonden met “&lt;b&gt;geen&lt;/b&gt;”" in text


def test_a_bad_part_gives_one_line_and_the_downloads():
    at = page(blad="<b>x</b>")
    assert not at.exception
    assert "&lt;b&gt;x&lt;/b&gt;” is hier geen keuze" in html_of(at)
    assert "alle tabellen, met uitleg" in html_of(at)


def test_the_certainty_follows_the_date():
    assert "van de 352 gemeenten" in html_of(page(blad="indeling", datum="2021-06-01"))
    assert "van de 342 gemeenten" in html_of(page(blad="indeling", datum="2026-06-01"))
