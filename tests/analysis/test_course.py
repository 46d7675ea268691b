"""The course of statuses, and the look ahead: both say what the status of each day says."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coverage.analysis.course import course, half_years
from coverage.analysis.evidence import local_claims
from coverage.analysis.forecast import turns
from coverage.analysis.status import status_at
from coverage.dataset import current

DS = current()
NOW = date(2026, 11, 28)


def test_steps_are_half_years_and_the_last_day():
    days = half_years(date(2013, 3, 1))
    assert days == (date(2011, 6, 30), date(2011, 12, 31), date(2012, 6, 30), date(2012, 12, 31), date(2013, 3, 1))


def test_each_step_is_the_status_of_its_day_and_sources_are_counted_once_per_step():
    found = course(DS, NOW)
    for step in found[::6]:
        assert step.municipalities == status_at(DS, step.on).counts()
        assert sum(step.shares.values()) == pytest.approx(1)
    division = status_at(DS, NOW).division.id
    spoke = {c.claim.source_id for claims in local_claims(DS, division).values() for c in claims}
    assert sum(step.sources for step in found) >= len({s for s in spoke if s})


def test_a_forecast_in_the_wrong_order_is_refused():
    with pytest.raises(ValueError, match="lies before"):
        turns(DS, NOW, NOW - timedelta(days=1))


@settings(max_examples=8, deadline=None)
@given(first=st.dates(date(2012, 1, 1), date(2026, 1, 1)), ahead=st.integers(1, 900))
def test_walking_the_turns_leads_to_the_status_of_the_last_day(first, ahead):
    last = first + timedelta(days=ahead)
    before = status_at(DS, first)
    walked = {r.code: r.status for r in before.rows}
    for turn in turns(DS, first, last):
        assert first < turn.on <= last
        assert walked[turn.row.code] is turn.before
        walked[turn.row.code] = turn.after
    after = status_at(DS, last, division_id=before.division.id)
    assert walked == {r.code: r.status for r in after.rows}
