"""The history of a municipality equals the status on every day, without gaps."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coverage.analysis.layers.provision import ever_evidenced_programmes
from coverage.analysis.profile.history import HISTORY_FROM, Segment, history, newest_day
from coverage.analysis.programmes.records import programme
from coverage.analysis.programmes.sentences import presence
from coverage.analysis.region_profile.facts import region_profiles
from coverage.analysis.region_profile.newest_said import newest_said
from coverage.analysis.status import status_at
from coverage.dataset import current
from coverage.vocabulary import Status

ds = current()
UNTIL = date(2026, 12, 31)
CODES = sorted(r.code for r in status_at(ds, UNTIL).rows)


def on_day(code: str, max_age: int, day: date) -> Segment:
    return next(s for s in history(ds, code, "2023", max_age, UNTIL) if s.holds(day))


@pytest.mark.parametrize("examples", [25, pytest.param(200, marks=pytest.mark.slow)])
def test_each_day_has_the_status_of_that_day(examples):
    @settings(max_examples=examples, deadline=None)
    @given(day=st.dates(HISTORY_FROM, UNTIL), max_age=st.sampled_from([0, 1, 3, 10]))
    def check(day, max_age):
        for row in status_at(ds, day, max_age, "2023").rows:
            segment = on_day(row.code, max_age, day)
            assert segment.status is row.status, (row.name, day)

    check()


@pytest.mark.parametrize("max_age", [1, 3, 4])
def test_the_days_around_every_change_are_right(max_age):
    for code in ("GM0363", "GM0518", "GM0301", "GM0344", "GM0014", "GM0758"):
        for segment in history(ds, code, "2023", max_age, UNTIL):
            for day in (segment.begin - timedelta(days=1), segment.begin, segment.begin + timedelta(days=1)):
                if day >= HISTORY_FROM:
                    row = status_at(ds, day, max_age, "2023").row(code)
                    assert on_day(code, max_age, day).status is row.status


def test_stretches_follow_one_another_and_neighbours_differ():
    for code in CODES:
        found = history(ds, code, "2023", 3, UNTIL)
        assert found[0].begin == HISTORY_FROM
        assert found[-1].end is None
        for one, other in pairwise(found):
            assert one.end == other.begin
            assert (one.status, one.programmes) != (other.status, other.programmes)


def test_zwolle_from_evidence_to_earlier():
    found = [(s.begin.isoformat(), s.status) for s in history(ds, "GM0193", "2023", 3, UNTIL)]
    assert found[0] == (HISTORY_FROM.isoformat(), Status.EVIDENCED_HERE)  # it ran before the RUPS (S1 r.923)
    assert ("2016-07-02", Status.EVIDENCED_EARLIER) in found  # the evidence of 1 July 2013 is three years and a day old


def test_a_leap_day_does_not_shift_the_end_of_a_claim():
    from coverage.analysis.profile.history import _too_old

    assert date(2019, 3, 1) in _too_old(date(2016, 2, 29), 3)
    assert date(2023, 3, 1) in _too_old(date(2020, 2, 28), 3) or date(2023, 3, 2) in _too_old(date(2020, 2, 28), 3)


def test_history_reaches_the_newest_claim():
    assert newest_day(ds) == max(ds.table("claims")["effective"])


@pytest.mark.parametrize("on", [date(2009, 6, 30), date(2012, 6, 30), date(2016, 12, 31), date(2026, 11, 28)])
def test_no_sentence_says_that_there_is_no_source_beside_evidence(on: date) -> None:
    evidenced = ever_evidenced_programmes(ds, on, 3)
    for name in {p.programme_id for found in evidenced.values() for p in found}:
        assert "vonden we geen bron" not in presence(ds, programme(ds, name), on, 3), name
    for region in region_profiles(ds, on):
        if any(evidenced[r.code] for r in region.rows):
            assert newest_said(region).sources, region.name
