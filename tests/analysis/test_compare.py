"""Two dates side by side: the cases of the sources, and properties that keep the lists honest."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coverage.analysis.comparison.compare import compare, known_then
from coverage.analysis.comparison.sentences import comparison_answer, describe_comparison
from coverage.analysis.status import status_at
from coverage.dataset import current
from coverage.geography.lineage import divisions
from coverage.vocabulary import EVIDENCED, ChangeKind, Status

DS = current()
MID_2011, MID_2013 = date(2011, 6, 30), date(2013, 7, 1)


def names(rows):
    return {r.after.name for r in rows}


def test_breda_closed_between_mid_2011_and_mid_2013_and_opened_again_by_2016():
    assert names(compare(DS, MID_2011, MID_2013).of(ChangeKind.CLOSED)) == {"Breda"}
    assert "Breda" in names(compare(DS, MID_2013, date(2016, 1, 1)).of(ChangeKind.OPENED))


def test_breda_after_its_stop_is_not_closed_again_but_learned():
    found = compare(DS, date(2012, 1, 15), MID_2013)  # the stop of 1 July 2011 was reported in July 2013 (S1 r.669)
    assert "Breda" not in names(found.of(ChangeKind.CLOSED))
    breda = next(r for r in found.learned if r.after.name == "Breda")
    assert breda.kind is ChangeKind.SAME
    assert breda.thought
    assert breda.thought.status is Status.EVIDENCED_HERE
    assert breda.before.status is Status.CONFIRMED_NONE


def test_a_claim_reported_after_the_second_date_is_marked():
    found = compare(DS, MID_2011, date(2012, 6, 1))
    breda = next(r for r in found.of(ChangeKind.CLOSED) if r.after.name == "Breda")
    assert breda.reported_later == "2013-07"
    assert "juli 2013" in describe_comparison(DS, found, breda)


def test_old_evidence_is_silence_and_not_a_stop():
    found = compare(DS, MID_2013, date(2018, 12, 31))
    assert "Zwolle" in names(found.of(ChangeKind.AGED))
    assert not found.of(ChangeKind.CLOSED)
    assert "stilte, geen stop" in comparison_answer(found)


def test_fresh_evidence_after_old_evidence_is_renewed_and_not_opened():
    found = compare(DS, date(2018, 12, 31), date(2022, 6, 1))
    assert "Utrecht" in names(found.of(ChangeKind.RENEWED))
    assert "Assen" in names(found.of(ChangeKind.OPENED))


def test_weesp_moves_to_another_region_in_2022():
    moves = compare(DS, date(2021, 6, 1), date(2023, 6, 1)).moves
    assert [(m.code, m.name) for m in moves] == [("GM0457", "Weesp")]
    assert "Hilversum" in moves[0].before
    assert "Amsterdam" in moves[0].after


def test_both_dates_use_one_division_that_the_reader_may_choose():
    assert compare(DS, date(2021, 6, 1), date(2023, 6, 1)).division.id == "2023"
    old = compare(DS, date(2021, 6, 1), date(2023, 6, 1), division_id="2021")
    assert len(old.before.rows) == len(old.after.rows) == 352
    assert "Weesp" in {r.after.name for r in old.rows}


def test_dates_in_the_wrong_order_are_refused():
    with pytest.raises(ValueError, match="before"):
        compare(DS, MID_2013, MID_2011)


days = st.dates(date(2008, 1, 1), date(2026, 11, 1))


@settings(max_examples=15, deadline=None)
@given(
    pair=st.lists(days, min_size=2, max_size=2, unique=True),
    max_age=st.integers(0, 8),
    division=st.sampled_from([None, *(d.id for d in divisions(DS))]),
)
def test_every_municipality_has_one_kind_that_fits_its_two_statuses(pair, max_age, division):
    first, second = sorted(pair)
    found = compare(DS, first, second, max_age, division)
    assert sum(len(found.of(k)) for k in ChangeKind) == len(found.rows) == sum(found.transitions().values())
    for row in found.rows:
        was, now = row.before.status in EVIDENCED, row.after.status in EVIDENCED
        assert (was, now) in {
            ChangeKind.OPENED: {(False, True)},
            ChangeKind.RENEWED: {(False, True)},
            ChangeKind.CLOSED: {(True, False)},
            ChangeKind.AGED: {(True, False)},
            ChangeKind.CHANGED: {(True, True)},
            ChangeKind.OTHER: {(False, False)},
            ChangeKind.SAME: {(True, True), (False, False)},
        }[row.kind]
        if row.kind is ChangeKind.CLOSED:  # only a source that says so can close
            assert any(c.claim.relation in {"stopped", "explicit_none"} for c in row.after.claims)


@settings(max_examples=10, deadline=None)
@given(on=days)
def test_nothing_is_learned_from_claims_that_were_known_at_the_time(on):
    for row in status_at(DS, on).rows:
        if all(c.claim.start <= on or c.claim.standing for c in row.claims):
            assert known_then(row, on, 3).status is row.status
