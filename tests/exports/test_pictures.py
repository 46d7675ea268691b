"""Pictures: their numbers are those of the pages, they say in words what they show, and they stand at an address."""

from __future__ import annotations

import csv
import io
from collections import Counter
from datetime import date

import lxml.etree
import pytest

from coverage.analysis.allocation.result import allocate
from coverage.analysis.allocation.scenario import baseline
from coverage.analysis.pictures.heat import evidence_heat
from coverage.analysis.pictures.told import PictureSubject, chain_here, picture_text, steps_of
from coverage.analysis.region_profile.facts import region_profiles
from coverage.analysis.region_share import region_shares_of
from coverage.analysis.status import status_at
from coverage.analysis.story.plan import story
from coverage.analysis.story.scene import ON_REQUEST, Wish
from coverage.dataset import current
from coverage.exports.deck_layout import BOTTOM, MARGIN, WIDTH, slide_places
from coverage.exports.pictures.make import drawn_picture, picture_csv
from coverage.i18n import label, use_language
from coverage.ui.figure import figure
from coverage.vocabulary import EVIDENCED, PictureKind, Status

DS = current()
DAYS = (date(2013, 7, 1), date(2026, 11, 28))
SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(autouse=True)
def dutch() -> None:
    use_language("nl")


def subject(kind: PictureKind, on: date) -> PictureSubject:
    return PictureSubject(kind, on, region=region_profiles(DS, on)[-1].number if kind is PictureKind.CHAIN else None)


@pytest.mark.parametrize("kind", PictureKind)
def test_a_drawing_says_what_it_shows(kind: PictureKind) -> None:
    about = subject(kind, DAYS[1])
    text = picture_text(DS, about)
    tree = lxml.etree.fromstring(drawn_picture(DS, about, "svg", (9.0, 5.0)))
    assert tree.findtext(f"{SVG}title") == text.title
    assert tree.findtext(f"{SVG}desc") == text.told
    filed = list(csv.reader(io.StringIO(picture_csv(DS, about).decode("utf-8-sig")), delimiter=";"))
    assert filed[0] == list(text.head)
    assert len(filed) == len(text.rows) + 1
    assert text.told in figure(DS, about).unescape()


@pytest.mark.parametrize("on", DAYS)
def test_small_maps_and_heat_have_the_numbers_of_the_map(on: date) -> None:
    report = status_at(DS, on)
    text = picture_text(DS, subject(PictureKind.SMALL_MAPS, on))
    total: Counter[str] = Counter()
    for row in text.rows:
        total.update(dict(zip(text.head[1:], map(int, row[1:]), strict=True)))
    assert total == {label(s): n for s, n in report.counts().items()}
    shares = {s.region.name: s.recent for s in region_shares_of(DS, report)}
    last = {row.name: row.cells[-1].share for row in evidence_heat(DS, on, 3) if row.cells[-1]}
    assert last == pytest.approx(shares)


@pytest.mark.parametrize("on", DAYS)
def test_steps_begin_at_the_share_of_now_and_end_with_everybody(on: date) -> None:
    people = status_at(DS, on).inhabitants()
    now, steps = steps_of(DS, subject(PictureKind.STEPS, on))
    assert now == pytest.approx(sum(people[s] for s in EVIDENCED) / sum(people.values()))
    gained = sum(s.inhabitants for s in steps) / sum(people.values())
    assert steps[-1].share == pytest.approx(now + gained) == pytest.approx(1)


@pytest.mark.parametrize("on", DAYS)
def test_a_chain_counts_every_municipality_without_evidence(on: date) -> None:
    for p in region_profiles(DS, on):
        found = chain_here(DS, PictureSubject(PictureKind.CHAIN, on, region=p.number))
        ever = (*EVIDENCED, Status.EVIDENCED_EARLIER)
        assert found.without == len(p.rows) - len(p.of(*ever))
        shared = p.number in allocate(DS, baseline(DS)).basis.names  # not a region that began later
        assert (found.amount is not None) == (p.in_force and shared)


def test_a_region_that_is_not_there_is_an_error() -> None:
    with pytest.raises(ValueError, match="no DUUP region"):
        picture_text(DS, PictureSubject(PictureKind.CHAIN, DAYS[0], region=99))


@pytest.mark.parametrize("on", DAYS)
def test_a_picture_on_a_slide_leaves_room_for_its_words(on: date) -> None:
    for slide in story(DS, Wish(on, kinds=ON_REQUEST, regions=(9, 13))).slides:
        where = slide_places(slide)
        assert slide.drawing and where.drawing
        assert where.text.y + where.text.h <= where.drawing.y
        assert where.drawing.h > 3.5
        assert where.drawing.y + where.drawing.h <= BOTTOM + 0.01
        assert where.drawing.x + where.drawing.w <= WIDTH - MARGIN + 0.01
