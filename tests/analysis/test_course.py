"""The course of statuses, and the look ahead: both say what the status of each day says."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from slow_status import Slow, first_day

from coverage.analysis.course import course, half_years
from coverage.analysis.evidence import local_claims
from coverage.analysis.forecast import lapses, turns
from coverage.analysis.status import status_at
from coverage.dataset import current
from coverage.vocabulary import Lapse, Status

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


class Before(Slow):
    """Only what speaks before a day: what is left when nobody says anything that day."""

    def __init__(self, day):
        super().__init__(DS)
        self.rows["claims"] = [c for c in self.rows["claims"] if c["effective"] < day]
        self.rows["rule_areas"] = [r for r in self.rows["rule_areas"] if first_day(r["valid_from"]) < day]


@settings(max_examples=4, deadline=None)
@given(first=st.dates(date(2012, 1, 1), date(2025, 1, 1)))
def test_what_lapses_is_what_time_alone_turns(first):
    """A stretch that has passed holds evidence that came and stops too: they are turns and no lapses."""
    found = turns(DS, first, first + timedelta(days=900))
    begin = status_at(DS, first).division.valid_from
    lapsed = {id(t) for t, _lapse in lapses(found)}
    for day in {t.on for t in found}:
        slow = Before(day)
        start = date(2021, 1, 1) if day > date(2021, 1, 1) else None
        for t in (t for t in found if t.on == day):
            assert (id(t) in lapsed) is (slow.status(t.row.code, day, 3, begin, start) == t.after.value)


def test_the_word_of_a_lapse_says_what_grew_old():
    words = {t.before: lapse for t, lapse in lapses(turns(DS, date(2012, 1, 1), NOW))}
    assert words[Status.EVIDENCED_HERE] is words[Status.EVIDENCED_REGION] is Lapse.EVIDENCE
    assert words.get(Status.ANNOUNCED, Lapse.ANNOUNCEMENT) is Lapse.ANNOUNCEMENT
    assert words.get(Status.CONFIRMED_NONE, Lapse.NONE) is Lapse.NONE
    assert not {Status.EVIDENCED_EARLIER, Status.ASSIGNED_ONLY, Status.UNKNOWN} & set(words)
