"""Sentences on the time since an edition, said for its own days and for days after it, against its file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from country_checks import Country
from edition_checks import EDITION_CHECKS, Frozen
from hypothesis import given, settings
from hypothesis import strategies as st
from test_sentences import DS, SLOW, Form, listen_to

from coverage.analysis.editions import sentences
from coverage.analysis.editions.edition import Edition, editions, since
from coverage.analysis.editions.snapshot import take
from coverage.analysis.status import status_at
from coverage.dataset.editions import edition_files


def country(on: date, max_age: int, division: str | None = None) -> Country:
    report = status_at(DS, on, max_age, division)
    return Country(SLOW, on, max_age, [r.code for r in report.rows], report.division.valid_from)


def wrong(one: Edition, on: date, amounts: dict[str, Any] | None = None) -> list[tuple[str, dict[str, object]]]:
    """What is said wrongly of a day since an edition; ``amounts`` stand in the file in place of its own."""
    path = next(p for p in edition_files(DS.path) if p.stem == one.name)
    base, age = min(one.on, on), one.taken.max_age
    x = Frozen(path, country(base, age), country(on, age))
    x.now.before = country(base, age, status_at(DS, on, age).division.id)  # changes are told in the later borders
    if amounts:
        x.content["amounts"] = amounts
    Form.said.clear()
    words = sentences.editions_answer(since(DS, one, on), one.name)
    assert ("berekende bedragen" in words) is bool(x.amounts_differ())
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


def test_amounts_that_the_file_has_otherwise_are_counted(overheard: None) -> None:
    one = editions(DS)[0]
    now = take(DS, one.on).amounts
    (first, (name, amount)), (second, (other, less)), *_rest = now.regions.items()
    changed = {**now.regions, first: (name, amount + 7), second: (other, less - 7)}
    altered = replace(one, taken=replace(one.taken, amounts=replace(now, regions=changed)))
    assert wrong(altered, one.on, in_a_file(changed)) == []
    with pytest.raises(AssertionError):  # said of the altered edition, against a file without a difference
        wrong(altered, one.on, in_a_file(now.regions))


def in_a_file(regions: Mapping[int, tuple[str, int]]) -> dict[str, Any]:
    """Amounts as the file of an edition has them."""
    return {"regions": {str(n): {"name": name, "amount": amount} for n, (name, amount) in regions.items()}}


def test_a_lie_is_noticed(overheard: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sentences, "counted", lambda count, people=None: str(count + 1))
    assert wrong(editions(DS)[0], date(2013, 7, 1))
