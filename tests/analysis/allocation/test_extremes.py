"""Ranges over memberships against brute force."""

from __future__ import annotations

import pytest
from allocation_twins import BUDGETS, countries, country, parameters_for, slow_extremes
from hypothesis import given, settings
from hypothesis import strategies as st

from coverage.analysis.allocation.extremes import membership_extremes
from coverage.analysis.allocation.keys import Parameters
from coverage.analysis.allocation.known_keys import KEYS


@pytest.mark.parametrize("key", KEYS)
@settings(max_examples=15, deadline=None)
@given(data=st.data(), budget=BUDGETS)
def test_extremes_equal_brute_force(key, data, budget):
    basis = data.draw(countries())
    p = data.draw(parameters_for(key, budget, len(basis.names)))
    assert membership_extremes(basis, key, budget, p) == slow_extremes(basis, key, budget, p, 1)


@pytest.mark.parametrize("key", KEYS)
@settings(max_examples=8, deadline=None)
@given(data=st.data(), budget=BUDGETS)
def test_in_thousands_the_range_is_at_most_the_rest_too_wide(key, data, budget):
    basis = data.draw(countries())
    p = data.draw(parameters_for(key, budget, len(basis.names)))
    low, high = membership_extremes(basis, key, budget, p, 1000)
    slow_low, slow_high = slow_extremes(basis, key, budget, p, 1000)
    rest = budget % 1000
    assert all(s - rest <= fast <= s for fast, s in zip(low, slow_low, strict=True))
    assert all(s <= fast <= s + rest for fast, s in zip(high, slow_high, strict=True))


def test_more_bits_than_a_machine_word_still_give_exact_ranges():
    basis = country([(9 * 10**11, 7 * 10**11, (1,)), (10**11, 3 * 10**11, (2,)), (5, 6, (1, 2))])
    for key in ("population", "floor", "hold_harmless"):
        p = Parameters(floor=3 * 10**9, max_loss=1)
        assert membership_extremes(basis, key, 10**10, p) == slow_extremes(basis, key, 10**10, p, 1)


def test_only_regions_that_share_a_doubtful_municipality_move():
    basis = country([(100, 100, (1,)), (100, 100, (2,)), (100, 100, (3,)), (50, 50, (1, 2))])
    assert membership_extremes(basis, "population", 1000, Parameters()) == ([286, 286, 286], [428, 428, 286])
