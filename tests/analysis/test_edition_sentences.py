"""Sentences on the time since an edition, said for its own days and for days after it, against its file."""

from __future__ import annotations

from datetime import date

import pytest
from country_checks import Country
from edition_checks import EDITION_CHECKS, Frozen
from hypothesis import given, settings
from hypothesis import strategies as st
from test_sentences import DS, SLOW, Form, listen_to

from coverage.analysis.editions import sentences
from coverage.analysis.editions.edition import Edition, editions, since
from coverage.analysis.status import status_at
from coverage.dataset.editions import edition_files


def country(on: date, max_age: int, division: str | None = None) -> Country:
    report = status_at(DS, on, max_age, division)
    return Country(SLOW, on, max_age, [r.code for r in report.rows], report.division.valid_from)


def wrong(one: Edition, on: date) -> list[tuple[str, dict[str, object]]]:
    path = next(p for p in edition_files(DS.path) if p.stem == one.name)
    base, age = min(one.on, on), one.taken.max_age
    x = Frozen(path, country(base, age), country(on, age))
    x.now.before = country(base, age, status_at(DS, on, age).division.id)  # changes are told in the later borders
    Form.said.clear()
    words = sentences.editions_answer(since(DS, one, on), one.name)
    said = [(p, v) for p, v, made in Form.said if p in EDITION_CHECKS and made in words]
    assert said
    return [(p, v) for p, v in said if not EDITION_CHECKS[p](x, v)]


@pytest.fixture
def overheard(monkeypatch: pytest.MonkeyPatch) -> None:
    listen_to(monkeypatch, sentences)


def test_what_is_said_of_the_days_of_an_edition_holds(overheard: None) -> None:
    for one in editions(DS):
        for on in one.taken.moments:
            assert wrong(one, on) == [], on


def test_what_is_said_of_days_after_it_holds(overheard: None) -> None:
    @settings(max_examples=2, deadline=None)
    @given(days=st.integers(0, 1500))
    def holds(days: int) -> None:
        for one in editions(DS):
            assert wrong(one, date.fromordinal(one.on.toordinal() + days)) == []

    holds()


def test_a_lie_is_noticed(overheard: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sentences, "counted", lambda count, people=None: str(count + 1))
    assert wrong(editions(DS)[0], date(2013, 7, 1))
