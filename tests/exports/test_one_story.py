"""What is shown in one place is what is shown in every other: for each region and on 20 dates, read from what is made.

The map of the browser and of the files, the region page, the page of a municipality, the list of programmes, the
slides, the answers for parliament and the file of statuses each have code of their own; here their numbers and words
are read back from what a reader gets, and laid beside each other.
"""

from __future__ import annotations

import csv
import io
import random
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import cache

import lxml.html
import pytest
from markupsafe import Markup

from coverage.analysis.answer.brief import brief
from coverage.analysis.profile.facts import profile
from coverage.analysis.programmes.directory import directory
from coverage.analysis.region_profile.facts import RegionProfile, region_profiles
from coverage.analysis.status import StatusReport, status_at
from coverage.analysis.story.plan import story
from coverage.analysis.story.scene import Wish
from coverage.analysis.story.slides import Slide, Story
from coverage.analysis.summary import country_answer, country_lead
from coverage.dataset import current
from coverage.exports.map_view import region_view, status_map_view
from coverage.exports.open_data.status_files import status_csv
from coverage.i18n import number, percent, use_language
from coverage.ui.map.pictured import Pictured
from coverage.ui.map.status import pictured
from coverage.ui.municipality.page import article
from coverage.ui.region.article import region_article
from coverage.ui.region.page import region_list
from coverage.ui.state import reading
from coverage.vocabulary import EVIDENCED, SlideKind, Status

DS = current()
DATES = (
    date(2008, 6, 1), date(2010, 1, 1), date(2011, 6, 30), date(2012, 3, 31), date(2013, 7, 1),
    date(2014, 5, 10), date(2015, 6, 30), date(2016, 12, 31), date(2017, 9, 15), date(2018, 12, 31),
    date(2019, 6, 30), date(2020, 6, 20), date(2020, 12, 31), date(2021, 1, 1), date(2022, 6, 1),
    date(2023, 1, 1), date(2023, 7, 1), date(2024, 12, 1), date(2025, 12, 31), date(2026, 11, 28),
)  # fmt: skip
NUMBERS = tuple(int(n) for n in DS.table("duup_regions")["number"])
WORDS = {s: s.label("nl") for s in Status}
BY_WORDS = {words: s for s, words in WORDS.items()}


@cache
def told(on: date) -> Story:
    """The slides about all regions."""
    return story(DS, Wish(on, regions=NUMBERS))


def slides(on: date, kind: SlideKind) -> list[Slide]:
    return [s for s in told(on).slides if s.kind is kind]


def numbers(text: str) -> list[str]:
    return re.findall(r"\d+(?:[.,]\d+)*%?", text)


def rows(page: Markup, table: str) -> Iterator[list[str]]:
    """The cells of a table of a page, row by row."""
    for row in lxml.html.fromstring(str(page)).xpath(f"//table[contains(@class, '{table}')]/tbody/tr"):
        yield [" ".join(cell.text_content().split()) for cell in row]


def inside(on: date) -> dict[str, str]:
    return {"datum": on.isoformat()}


@pytest.fixture(autouse=True)
def dutch() -> None:
    use_language("nl")


def of_country(on: date) -> None:
    report = status_at(DS, on)
    counts = {WORDS[s]: n for s, n in report.counts().items() if n}
    assert sum(counts.values()) == len(report.rows)
    share = percent(sum(report.inhabitants()[s] for s in EVIDENCED) / sum(report.inhabitants().values()))
    shown, filed_map = pictured(report, selected=None).view, status_map_view(report, DS.edition)
    assert Counter(shown.classes[i].label for i in shown.values.values()) == counts
    assert Counter(filed_map.classes[i].label for i in filed_map.values.values()) == counts
    assert shown.description == filed_map.description == country_answer(report)
    filed = csv.DictReader(io.StringIO(status_csv(report).decode()))
    assert Counter(WORDS[Status(row["status"])] for row in filed) == counts
    (national,) = slides(on, SlideKind.NATIONAL)
    assert national.table and national.paragraphs[0] == country_lead(report)
    assert national.notes[0] == country_answer(report)
    assert {row[0]: row[1] for row in national.table.rows[:-1]} == {w: number(n) for w, n in counts.items()}
    (course,) = slides(on, SlideKind.COURSE)
    assert course.chart
    assert {s.name: s.values[-1] for s in course.chart.series if s.values[-1]} == counts
    recent = sum(report.counts()[s] for s in EVIDENCED)
    if recent:
        assert [numbers(p) for p in course.paragraphs if p.endswith(f"waar {share} van de inwoners woont.")]
    assert country_answer(report) in [s.text for a in brief(DS, on).answers for s in a.said]
    asked = slides(on, SlideKind.SPOTS)[0].table
    without = {WORDS[s]: number(n) for s, n in report.counts().items() if n and s not in EVIDENCED}
    assert ({row[0]: row[1] for row in asked.rows} if asked else {}) == without


def of_region(on: date, p: RegionProfile, draw: random.Random) -> None:
    report = status_at(DS, on)
    mapped = pictured(report, selected=None).view
    names = {r.code: r.name for r in p.rows}
    on_map = {names[c]: mapped.classes[mapped.values[c]].label for c in names}
    drawn = region_view(report, DS.edition, p.number)
    assert {names[c]: drawn.classes[drawn.values[c]].label for c in drawn.only} == on_map
    with reading(inside(on)):
        page = region_article(DS, p)
    listed = {row[0].removesuffix(" centrumgemeente"): row[1] for row in rows(page, "places")}
    assert listed == on_map
    counts = Counter(on_map.values())
    legend = {row[0]: row[1:] for row in rows(page, "legend")}
    assert {w: cells[0] for w, cells in legend.items()} == {w: number(n) for w, n in counts.items()}
    (first,) = (s for s in slides(on, SlideKind.REGION) if s.pictures and s.pictures[0].region == p.number)
    assert first.table
    assert {row[0]: list(row[1:]) for row in first.table.rows} == {
        w: [n, people.split(" · ")[0]] for w, (n, people) in legend.items()
    }
    text = lxml.html.fromstring(str(page)).text_content()
    assert all(" ".join(said.split()) in " ".join(text.split()) for said in first.paragraphs)
    _course_ends_now(on, p, counts)
    _programmes_agree(on, p, page)
    for r in draw.sample(p.rows, 1):
        _municipality_agrees(on, p, r.code, on_map[r.name])


def _course_ends_now(on: date, p: RegionProfile, counts: Counter[str]) -> None:
    found = [s for s in slides(on, SlideKind.REGION_COURSE) if f" {p.name}:" in s.title]
    assert len(found) == 1 and found[0].chart
    assert {s.name: s.values[-1] for s in found[0].chart.series if s.values[-1]} == counts


def _programmes_agree(on: date, p: RegionProfile, page: Markup) -> None:
    """The list of programmes, the region page and the slide name the same programmes as recently evidenced here."""
    listed = {e.programme.id for e in directory(DS, on) if p.codes & set(e.evidenced)}
    cards = lxml.html.fromstring(str(page)).xpath("//ul[@class='offered']/li")
    links = [(re.search(r"programma=([^&]+)", li.xpath(".//a/@href")[0]), li.text_content()) for li in cards]
    recent = {found[1] for found, words in links if found and "recent aangetoond" in words}
    assert recent == listed
    (offer,) = (s for s in slides(on, SlideKind.REGION_OFFER) if f" {p.name}:" in s.title)
    on_slide = [row for row in (offer.table.rows if offer.table else ()) if row[1].startswith("recent")]
    assert len(on_slide) == min(len(listed), 6)


def _municipality_agrees(on: date, p: RegionProfile, code: str, status: str) -> None:
    one = profile(DS, code, on)
    assert one
    with reading({**inside(on), "gemeente": one.row.name}):
        page = lxml.html.fromstring(str(article(DS, one)))
    assert page.xpath("string(//p[@class='verdict']/strong)") == status
    evidenced = {e.programme.id for e in directory(DS, on) if code in e.evidenced}
    assert {s.programme_id for s in one.serving if s.status in EVIDENCED} == evidenced
    assert bool(evidenced) == (BY_WORDS[status] in EVIDENCED)


def of_list(on: date) -> None:
    """The list of regions and the slides that count municipalities add up to the country."""
    report = status_at(DS, on)
    with reading(inside(on)):
        listed = {row[0]: row[1:] for row in rows(region_list(DS, report), "regions")}
    profiles = region_profiles(DS, on)
    assert {p.name: [number(len(p.rows)), number(p.inhabitants())] for p in profiles} == {
        name: cells[:2] for name, cells in listed.items()
    }
    told_of = [s.table for s in slides(on, SlideKind.REGION) if s.table]
    total: Counter[str] = Counter()
    for table in told_of:
        total.update({row[0]: int(row[1].replace(".", "")) for row in table.rows})
    assert total == {WORDS[s]: n for s, n in report.counts().items() if n}


@pytest.mark.parametrize("on", random.Random(14).sample(DATES, 3), ids=str)
def test_a_few_regions_say_one_thing_on_a_few_dates(on: date) -> None:
    draw = random.Random(on.toordinal())
    of_country(on)
    of_list(on)
    for p in draw.sample(region_profiles(DS, on), 2):
        of_region(on, p, draw)


@pytest.mark.slow
@pytest.mark.parametrize("on", DATES, ids=str)
def test_every_region_says_one_thing_on_every_date(on: date) -> None:
    of_country(on)
    of_list(on)
    for p in region_profiles(DS, on):
        of_region(on, p, random.Random(p.number))


def test_a_difference_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    """A map that paints one municipality otherwise does not pass."""
    on = DATES[4]
    p, really = region_profiles(DS, on)[0], pictured

    def otherwise(report: StatusReport, *, selected: str | None) -> Pictured:
        shown = really(report, selected=selected)
        place = shown.view.values[p.rows[0].code]
        values = {**shown.view.values, p.rows[0].code: (place + 1) % len(Status)}
        return replace(shown, view=replace(shown.view, values=values))

    monkeypatch.setitem(of_region.__globals__, "pictured", otherwise)
    with pytest.raises(AssertionError):
        of_region(on, p, random.Random(0))
    with pytest.raises(AssertionError):
        of_country(on)
