"""The largest remainder against a slow twin, and what the rule promises."""

from __future__ import annotations

from fractions import Fraction

import pytest
from allocation_twins import BUDGETS, UNITS, slow_round
from hypothesis import given, settings
from hypothesis import strategies as st

from coverage.analysis.allocation.rounding import apportion, largest_remainder

WEIGHTS = st.lists(
    st.one_of(st.integers(0, 20), st.integers(0, 3_000_000), st.fractions(0, 1000, max_denominator=60)),
    min_size=1,
    max_size=18,
).filter(any)


def exact(weights, total):
    whole = sum(map(Fraction, weights))
    return [Fraction(w) * total / whole for w in weights]


@settings(deadline=None)
@given(WEIGHTS, BUDGETS, UNITS)
def test_equals_the_slow_twin(weights, total, unit):
    assert largest_remainder(weights, total, unit) == slow_round(exact(weights, total), unit)


@settings(deadline=None)
@given(WEIGHTS, BUDGETS, UNITS)
def test_whole_units_that_sum_to_the_total_and_stay_near_the_exact_share(weights, total, unit):
    amounts = largest_remainder(weights, total, unit)
    assert sum(amounts) == total
    assert sum(a % unit for a in amounts) == total % unit
    for amount, share in zip(amounts, exact(weights, total), strict=True):
        assert 0 <= share // unit * unit <= amount < share + 2 * unit
        if unit == 1:
            assert abs(amount - share) < 1


@settings(deadline=None)
@given(WEIGHTS, BUDGETS, UNITS)
def test_more_weight_never_gets_less(weights, total, unit):
    pairs = sorted(zip(weights, largest_remainder(weights, total, unit), strict=True))
    assert [amount for _, amount in pairs] == sorted(amount for _, amount in pairs)


@settings(deadline=None)
@given(WEIGHTS, BUDGETS, UNITS, st.data())
def test_growth_of_one_never_lowers_its_amount(weights, total, unit, data):
    i = data.draw(st.integers(0, len(weights) - 1))
    grown = [w + (1 if j == i else 0) for j, w in enumerate(weights)]
    assert largest_remainder(grown, total, unit)[i] >= largest_remainder(weights, total, unit)[i]


@settings(deadline=None)
@given(st.lists(st.integers(1, 10**6), min_size=2, max_size=18, unique=True), BUDGETS, UNITS, st.randoms())
def test_the_order_of_regions_matters_only_for_equal_shares(weights, total, unit, random):
    mixed = random.sample(weights, len(weights))
    before = dict(zip(weights, largest_remainder(weights, total, unit), strict=True))
    after = dict(zip(mixed, largest_remainder(mixed, total, unit), strict=True))
    assert before == after


def test_ties_go_to_the_larger_share_and_then_to_the_lower_number():
    assert largest_remainder([1, 1, 1], 100) == [34, 33, 33]
    assert largest_remainder([1, 3], 2) == [0, 2]  # both have remainder one half; the larger share goes first
    assert largest_remainder([1, 1, 2], 6500, 1000) == [2000, 1000, 3500]  # the rest goes to the largest share
    assert largest_remainder([2, 2], 1, 1000) == [1, 0]


def test_nobody_without_a_share_gets_anything():
    assert largest_remainder([0, 1, 0], 7) == [0, 7, 0]
    assert largest_remainder([0, 0], 0) == [0, 0]


@pytest.mark.parametrize(("weights", "total", "unit"), [([1], -1, 1), ([1], 1, 0), ([-1, 2], 1, 1), ([0, 0], 1, 1)])
def test_impossible_questions_are_refused(weights, total, unit):
    with pytest.raises(ValueError, match=r"total|weight"):
        largest_remainder(weights, total, unit)


def test_shares_that_do_not_sum_to_whole_euros_are_refused():
    with pytest.raises(ValueError, match="3/2"):
        apportion([1, 2], 2)
