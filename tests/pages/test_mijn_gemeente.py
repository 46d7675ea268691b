"""The page of a municipality as Streamlit runs it, without a browser."""

import re
from datetime import date
from functools import partial
from urllib.parse import parse_qsl, urlsplit

import pytest
from app_pages import address_to_copy, goes_to, html_of
from app_pages import page as page_of
from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import Selectbox

from coverage.analysis.profile.facts import profile
from coverage.analysis.profile.sentences import municipality_answer
from coverage.analysis.status import status_at
from coverage.dataset import current
from coverage.vocabulary import EVIDENCED

page = partial(page_of, "mijn_gemeente")


def test_without_a_municipality_it_asks_for_one():
    at = page(datum="2013-07-01")
    assert at.title[0].value == "Hoe zit het in mijn gemeente?"
    assert "Typ de naam van een gemeente" in html_of(at)
    report = status_at(current(), date(2013, 7, 1))
    assert f"{sum(r.status in EVIDENCED for r in report.rows)} van de {len(report.rows)} gemeenten" in html_of(at)


def test_a_link_shows_the_same_as_the_analysis():
    at = page(gemeente="Zutphen", datum="2013-07-01")
    text = html_of(at)
    ds = current()
    p = profile(ds, "GM0301", date(2013, 7, 1))
    assert at.title[0].value == "Zutphen"
    assert municipality_answer(ds, p) in text
    assert "47.145 op 1 januari 2012" in text
    assert all(f'id="bron-{s}"' in text for s in p.sources)
    assert set(re.findall(r'href="#bron-([^"]+)"', text)) <= set(p.sources)
    shown = re.findall(r'<a href="#bron-([^"]+)" aria-label="bron (\d+)">(\d+)</a>', text)
    assert shown and all(p.sources[int(told) - 1] == key and told == seen for key, told, seen in shown)


def test_the_history_is_a_drawing_with_words():
    text = html_of(page(gemeente="Breda", datum="2013-07-01"))
    drawing = r'role="img" aria-label="([^"]+)"><div class=stack>(.*?)</div>'
    (told, bars) = re.findall(drawing, text)[0]
    assert "sinds 2011; de perioden staan in de lijst hieronder" in told
    assert re.search(r"<li>Van 1 juli 2011 tot [^:]*: volgens een bron niet", text)
    widths = [float(w) for w in re.findall(r"--w:([\d.]+)%;--c:#", bars)]
    assert len(widths) == text.split('<ul class="steps">')[1].split("</ul>")[0].count("<li>")
    assert sum(widths) == pytest.approx(100, abs=1)
    assert "#c4451c" in bars


def test_everything_claimed_stands_there_with_its_identifier():
    text = html_of(page(unfolded=("stated",), gemeente="Zutphen", datum="2013-07-01"))
    keys = {stated.id for stated in profile(current(), "GM0301", date(2013, 7, 1)).stated}
    assert {"LID-GM0301-20210101", "LID-GM0301-20230101"} < keys
    assert all(f"<th scope=row>{key}<" in text for key in keys)


def test_a_typing_error_gives_names_to_click():
    at = page(gemeente="Zuthpen", datum="2013-07-01")
    assert "Misschien Zutphen" in html_of(at)
    at.button(key="suggest-Zutphen").click().run()
    assert at.title[0].value == "Zutphen"
    assert at.query_params["gemeente"] in ("Zutphen", ["Zutphen"])


def box_of(at: AppTest) -> Selectbox:
    (box,) = (box for box in at.selectbox if box.label == "Zoek een gemeente")
    return box


def test_a_name_picked_in_the_box_leaves_what_is_sent_of_it_alone():
    at = page().run()  # the first run of a session also sends what the box holds
    before = box_of(at).proto.SerializeToString()
    box_of(at).select("Breda").run()
    box_of(at).select("Utrecht").run()
    assert at.title[0].value == "Utrecht"
    assert box_of(at).value == "Utrecht"
    assert box_of(at).proto.SerializeToString() == before


def test_the_box_follows_a_name_that_comes_from_elsewhere():
    at = page(gemeente="Breda")
    box_of(at).select("Utrecht").run()
    for name in ("Tilburg", "Breda"):
        goes_to(at, {"gemeente": name})
        assert at.title[0].value == name
        assert box_of(at).value == name


def test_the_link_to_the_page_is_there_to_copy():
    link = urlsplit(address_to_copy(page(gemeente="Zutphen", datum="2013-07-01")))
    assert dict(parse_qsl(link.query)) == {"gemeente": "Zutphen", "datum": "2013-07-01"}


def test_an_ambiguous_name_gives_both():
    at = page(gemeente="Bergen", datum="2024-01-01")
    assert sum(b.key.startswith("suggest-Bergen") for b in at.button if b.key) == 2


@pytest.mark.parametrize("name", ["<script>alert(1)</script>", "x" * 500, "''--", "\u202egem"])
def test_a_hostile_name_is_text(name):
    at = page(gemeente=name)
    assert "<script>alert" not in html_of(at)
    assert at.title[0].value == "Hoe zit het in mijn gemeente?"


def test_an_old_name_is_explained_and_shown():
    at = page(gemeente="Weesp", datum="2024-01-01")
    assert "Het gebied hoort bij Amsterdam" in html_of(at)
    assert at.title[0].value == "Amsterdam"


def test_a_bad_date_gets_a_friendly_line():
    assert "is geen datum" in html_of(page(gemeente="Zutphen", datum="gisteren"))


def test_both_files_are_offered():
    keys = {e.proto.id.split("-", 1)[1] for e in page(gemeente="Zutphen", datum="2013-07-01").get("download_button")}
    assert any("download-factsheet" in k for k in keys)
    assert any("download-corrections" in k for k in keys)


def test_who_knows_better_is_led_to_the_form_where_there_is_one(monkeypatch: pytest.MonkeyPatch):
    assert 'href="opgave' not in html_of(page(gemeente="Zutphen"))
    monkeypatch.setenv("COVERAGE_INVENTORY", "sqlite:///nergens.sqlite")
    at = page(gemeente="Zutphen")
    assert '<a href="opgave">' in html_of(at)
    assert not at.exception
    assert '<a href="opgave?taal=en">' in html_of(page(gemeente="Zutphen", taal="en"))
