"""The page of regions as Streamlit runs it, without a browser."""

from __future__ import annotations

import html
import re
from datetime import date
from functools import partial

from app_pages import html_of, maps
from app_pages import page as page_of

from coverage.analysis.region_profile.facts import region_profiles
from coverage.analysis.region_profile.sections import sections
from coverage.analysis.region_profile.sentences import in_a_line, region_answer
from coverage.dataset import current
from coverage.ui.local_picture import picture_address
from coverage.ui.region.page import meant_regions
from coverage.ui.state import reading

page = partial(page_of, "regio")
ON = date(2026, 11, 1)


def test_the_list_has_every_region_with_its_answer():
    at = page(datum=ON.isoformat())
    text = html.unescape(html_of(at))
    for p in region_profiles(current(), ON):
        assert in_a_line(p) in text
        assert f">{p.name}</a>" in text
    assert len(maps(at)) == 1


def test_a_region_shows_what_the_analysis_says_and_a_map_with_a_link_for_each_municipality():
    at = page(regio="regio apeldoorn", datum=ON.isoformat())
    (p,) = (p for p in region_profiles(current(), ON) if p.name == "Apeldoorn")
    text = html.unescape(html_of(at))
    assert at.title[0].value == "Regio Apeldoorn"
    assert region_answer(p) in text
    for section in sections(current(), p):
        assert section.title in text
    with reading({}):
        assert text.count(f'src="{picture_address(p)}"') == 1
    links = re.findall(r'<a class=hit-\w+ href="mijn-gemeente\?gemeente=[^"]+" title="([^":]+): ', text)
    assert sorted(links) == sorted(r.name for r in p.rows)
    marks = set(re.findall(r'href="#bron-([^"]+)"', text))
    assert marks <= set(re.findall(r'id="bron-([^"]+)"', text))


def test_the_outlines_of_the_links_and_the_disputes_are_the_same_on_every_date_so_that_they_are_not_sent_again():
    def apart(on: str) -> set[str]:
        bodies = {element.proto.body for element in page(regio="Apeldoorn", datum=on).get("html")}
        return {body for body in bodies if body.startswith(("<style>.hit-", '<section class="caveats"'))}

    assert len(apart("2022-07-01")) == 2 and apart("2022-07-01") == apart("2022-12-31")


def test_a_name_that_is_no_region_gives_a_line_and_the_list():
    text = html_of(page(regio="<b>Mars"))
    assert "is geen DUUP-regio" in text
    assert "<b>Mars" not in text
    assert ">Zaanstad</a>" in text


def test_an_area_in_the_address_gives_links_to_its_regions():
    text = html_of(page(regio="Twente"))
    assert "is geen DUUP-regio" in text
    assert 'href="regio?regio=Enschede">Regio Enschede</a>' in text
    with reading({"regio": "Twente"}):
        assert "Regio Enschede" in meant_regions(current())
    with reading({"regio": "Enschede"}):
        assert meant_regions(current()) == ""


def test_a_municipality_typed_in_the_box_leads_to_its_region():
    at = page(datum=ON.isoformat())
    at.session_state["beside"] = {"region-typed": "Zutphen"}  # a new name, which this test cannot type
    at.run()
    assert "een gemeente in de regio Apeldoorn" in html_of(at)
    at.button(key="suggest-region-Apeldoorn").click().run()
    assert at.title[0].value == "Regio Apeldoorn"


def test_before_the_duup_the_page_says_so():
    assert "nog geen DUUP" in html_of(page(regio="Utrecht", datum="2013-07-01"))
