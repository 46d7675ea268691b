"""Sentences on regions, doors and the matrix, said for random regions and dates, against the raw rows."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from country_checks import Country
from hypothesis import given, settings
from hypothesis import strategies as st
from region_checks import DOOR_CHECKS, REGION_CHECKS, heard
from slide_checks import SLIDE_CHECKS, regions_beside
from test_sentences import DS, SLOW, Form, listen_to

from coverage.analysis.groups import route as doors
from coverage.analysis.groups import summary
from coverage.analysis.groups.matrix import matrix
from coverage.analysis.region_profile import gaps_here, sections, sentences, served, text
from coverage.analysis.region_profile.beside import adjoining
from coverage.analysis.region_profile.facts import region_profile
from coverage.analysis.status import status_at
from coverage.analysis.story import region as region_slides
from coverage.analysis.story.plan import story
from coverage.analysis.story.scene import Wish
from coverage.i18n import use_language
from coverage.vocabulary import Dimension, Scope, SlideKind, TargetGroup

MODULES = (gaps_here, sections, sentences, text, doors, summary, region_slides)
KNOWN = REGION_CHECKS | DOOR_CHECKS | SLIDE_CHECKS
Wrong = list[tuple[str, dict[str, Any]]]


def country(on: date, max_age: int, region: int) -> Country:
    report = status_at(DS, on, max_age)
    x = Country(SLOW, on, max_age, [r.code for r in report.rows], report.division.valid_from)
    x.region, x.name = region, {r.code: r.name for r in report.rows}
    return x


def wrong_in(x: Country, words: str) -> Wrong:
    said = [(p, v) for p, v, made in Form.said if p in KNOWN and made in words]
    said += [(p, {}) for p in KNOWN if "{" not in p and p in words]
    Form.said.clear()
    return [(p, v) for p, v in said if not KNOWN[p](x, v)]


def wrong(on: date, max_age: int, region: int, groups: tuple[TargetGroup, ...]) -> Wrong:
    x = country(on, max_age, region)
    Form.said.clear()
    p = region_profile(DS, region, on, max_age)
    assert p is not None
    told = "\n".join(line.text for s in sections.sections(DS, p) if s.name != "beside"
                     for line in s.lines)  # fmt: skip
    if (numbers := {a.region.number for a in adjoining(DS, p)}) != regions_beside(x):
        return [("adjoining regions", {"told": numbers})]
    found = wrong_in(x, "\n".join([sentences.region_answer(p), sentences.who_leads(p), told]))
    for beside in adjoining(DS, p):
        x.beside = sorted(beside.region.codes)
        found += wrong_in(x, text.admitted(DS, p, beside))
    heard_as = {served.Heard.RECENT: "recent", served.Heard.EARLIER: "earlier", served.Heard.WEAK: "weak"}
    found += [(g.group, {"heard": g.heard}) for g in served.groups_of(DS, p)
              if heard_as.get(g.heard, "nobody") != heard(x, g.group)]  # fmt: skip
    slides = story(
        DS, Wish(on, (SlideKind.REGION, SlideKind.REGION_OFFER, SlideKind.REGION_COURSE), (region,), max_age=max_age)
    ).slides
    found += wrong_in(x, "\n".join(t for s in slides for t in (*s.paragraphs, *s.bullets, *s.notes)))
    found += wrong_in(x, summary.matrix_answer(matrix(DS, on, Dimension.GROUPS, Scope.REGIONS, max_age)))
    x.groups = tuple(g.value for g in groups)
    for row in p.rows:
        x.code = row.code
        found += wrong_in(x, doors.route_answer(doors.route(DS, on, groups, row.code, max_age)))
    return found


@pytest.fixture
def overheard(monkeypatch: pytest.MonkeyPatch) -> None:
    listen_to(monkeypatch, *MODULES)


@pytest.mark.parametrize(
    ("on", "max_age", "region", "groups"),
    [(date(2013, 7, 1), 3, 7, (TargetGroup.WOMEN,)), (date(2018, 12, 31), 3, 10, (TargetGroup.MEN,)),
     (date(2023, 3, 1), 3, 14, (TargetGroup.WOMEN, TargetGroup.MEN)), (date(2026, 11, 28), 3, 1, (TargetGroup.CLUB,))],
)  # fmt: skip
def test_what_is_said_of_a_region_holds(
    overheard: None, on: date, max_age: int, region: int, groups: tuple[TargetGroup, ...]
) -> None:
    assert wrong(on, max_age, region, groups) == []


@pytest.mark.parametrize("examples", [3, pytest.param(30, marks=pytest.mark.slow)])
def test_on_any_date_in_any_region(examples: int) -> None:
    @settings(max_examples=examples, deadline=None)
    @given(
        on=st.dates(date(2011, 1, 1), date(2026, 12, 31)), max_age=st.integers(0, 12), region=st.integers(1, 18),
        groups=st.lists(st.sampled_from(TargetGroup), min_size=1, max_size=2, unique=True).map(tuple),
    )  # fmt: skip
    def holds(on: date, max_age: int, region: int, groups: tuple[TargetGroup, ...]) -> None:
        with pytest.MonkeyPatch.context() as patch:
            use_language("nl")
            for module in MODULES:
                patch.setattr(module, "_", Form)
            assert wrong(on, max_age, region, groups) == []

    holds()


def test_a_group_served_less_often_is_not_told_as_served(overheard: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """The checks can fail: each group told as served by a recent programme."""
    monkeypatch.setattr(served, "_heard", lambda _cell: served.Heard.RECENT)
    assert wrong(date(2013, 7, 1), 3, 7, (TargetGroup.WOMEN,))
