"""Sentences on regions, groups, changes, slides, layers and programmes, said on many dates against the raw rows."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from country_checks import CHECKS, Country, Then
from hypothesis import given, settings
from hypothesis import strategies as st
from money_checks import MONEY_CHECKS
from slide_checks import SLIDE_CHECKS
from slow_status import Slow, slow_of
from test_sentences import Form, listen_to

from coverage.analysis import forecast
from coverage.analysis.allocation import stated
from coverage.analysis.comparison import sentences as changes
from coverage.analysis.comparison.compare import compare
from coverage.analysis.groups import summary
from coverage.analysis.groups.gaps import gaps_at
from coverage.analysis.layers import sentences as layers
from coverage.analysis.layers.states import LAYERS
from coverage.analysis.moments import bands
from coverage.analysis.programmes import sentences as programme_sentences
from coverage.analysis.programmes.practice import phases_told
from coverage.analysis.programmes.records import programmes
from coverage.analysis.programmes.timeline import lanes
from coverage.analysis.status import StatusReport, status_at
from coverage.analysis.story import country as country_slides
from coverage.analysis.story import coverage as coverage_slides
from coverage.analysis.story import region as region_slides
from coverage.analysis.story import room
from coverage.analysis.story.plan import story
from coverage.analysis.story.scene import ON_REQUEST, Wish
from coverage.dataset import current
from coverage.i18n import use_language
from coverage.vocabulary import SlideKind, TargetGroup

DS = current()
SLOW = slow_of(DS)
MODULES = (
    changes, summary, layers, programme_sentences, country_slides, coverage_slides, region_slides, room, stated,
    forecast,
)  # fmt: skip
KNOWN = CHECKS | SLIDE_CHECKS | MONEY_CHECKS
# Those of a round need an inventory, drawings have words of their own, changes are told of two dates below.
NOT_OF_ROWS = (SlideKind.RESPONSE, SlideKind.HEARD, SlideKind.CHANGES, *ON_REQUEST)
HEARD: set[str] = set()
Wrong = list[tuple[str, dict[str, Any]]]


@pytest.fixture
def overheard(monkeypatch: pytest.MonkeyPatch) -> None:
    listen_to(monkeypatch, *MODULES)


def twin(slow: Slow, report: StatusReport) -> Country:
    return Country(slow, report.on, report.max_age, [r.code for r in report.rows], report.division.valid_from)


def heard(x: Country, words: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """What was said in these words and does not hold; then all is forgotten."""
    said = [(p, v) for p, v, made in Form.said if p in KNOWN and made in words]
    said += [(p, {}) for p in KNOWN if "{" not in p and p in words]
    Form.said.clear()
    HEARD.update(pattern for pattern, _values in said)
    for pattern, values in said:
        if not KNOWN[pattern](x, values):
            yield pattern, values


def wrong(on: date, max_age: int, region: int, earlier: date) -> Wrong:
    x = twin(SLOW, status_at(DS, on, max_age))
    found: Wrong = []
    Form.said.clear()
    for group in TargetGroup:
        x.groups = (group.value,)
        found += heard(x, summary.group_gap_answer(gaps_at(DS, on, (group,), max_age)))
    found += heard(x, summary.gap_list_answer([gaps_at(DS, on, (g,), max_age) for g in TargetGroup]))
    x.region = region
    kinds = tuple(kind for kind in SlideKind if kind not in NOT_OF_ROWS)
    slides = story(DS, Wish(on, kinds, (region,), max_age=max_age)).slides
    charts = [s.chart.alt for s in slides if s.chart]
    found += heard(x, "\n".join([*charts, *(t for s in slides for t in (*s.paragraphs, *s.bullets, *s.notes))]))
    found += heard(x, programme_sentences.timeline_answer(lanes(DS, on, max_age), bands(DS)))
    for layer, make in LAYERS.items():
        x.layer = layer.value
        found += heard(x, layers.layer_answer(DS, make(DS, status_at(DS, on, max_age))))
    for programme in programmes(DS):
        x.programme = programme.id
        told = programme_sentences.presence(DS, programme, on, max_age)
        silence = "" if phases_told(DS, programme.id, on) else programme_sentences.practice_silence()
        found += heard(x, f"{told} {silence}")
    if earlier < on:
        both = compare(DS, earlier, on, max_age)
        x.before, x.then = twin(SLOW, both.before), twin(Then(DS, earlier), both.before)
        found += heard(x, changes.comparison_answer(both))
        if both.before.division.id == status_at(DS, earlier, max_age).division.id:  # a forecast keeps its first borders
            found += heard(x, forecast.forecast_answer(forecast.turns(DS, earlier, on, max_age), earlier, on))
    return found


@pytest.mark.parametrize(
    ("on", "max_age", "region", "earlier"),
    [(date(2013, 7, 1), 3, 7, date(2011, 6, 30)), (date(2018, 12, 31), 3, 10, date(2013, 7, 1)),
     (date(2026, 11, 28), 3, 14, date(2020, 12, 31)), (date(2024, 12, 1), 20, 1, date(2018, 12, 31))],
)  # fmt: skip
def test_what_is_said_of_country_regions_groups_and_changes_holds(
    overheard: None, on: date, max_age: int, region: int, earlier: date
) -> None:
    assert wrong(on, max_age, region, earlier) == []


@pytest.mark.slow
@settings(max_examples=5, deadline=None)
@given(
    on=st.dates(date(2011, 1, 1), date(2026, 12, 31)), max_age=st.integers(0, 20), region=st.integers(1, 18),
    earlier=st.dates(date(2010, 1, 1), date(2025, 12, 31)),
)  # fmt: skip
def test_on_any_date(on: date, max_age: int, region: int, earlier: date) -> None:
    with pytest.MonkeyPatch.context() as patch:
        use_language("nl")
        for module in MODULES:
            patch.setattr(module, "_", Form)
        assert wrong(on, max_age, region, earlier) == []


def test_a_sentence_that_says_too_much_is_noticed(overheard: None, monkeypatch: pytest.MonkeyPatch) -> None:
    pattern = "Op {date} is dit programma voor geen enkele gemeente aangetoond, ook niet eerder."
    monkeypatch.setattr(programme_sentences, "ever_evidenced_programmes", lambda *_: {})
    assert any(p == pattern for p, _values in wrong(date(2013, 7, 1), 3, 1, date(2013, 7, 1)))


def test_checks_are_of_sentences_that_are_said(overheard: None) -> None:
    """A check of a sentence that nobody hears would hold for ever."""
    for on, earlier in ((date(2013, 7, 1), date(2011, 6, 30)), (date(2026, 11, 28), date(2018, 12, 31))):
        wrong(on, 3, 14, earlier)
    rare = {p for p in KNOWN if p not in HEARD}
    assert len(rare) < len(KNOWN) / 3, rare
