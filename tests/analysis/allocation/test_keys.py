"""Every key against its slow twin, and what each promises, for budgets from 0 to 10 billion."""

from __future__ import annotations

from fractions import Fraction

import pytest
from allocation_twins import BUDGETS, UNITS, countries, parameters_for, slow_round, slow_shares
from hypothesis import given, settings
from hypothesis import strategies as st

from coverage.analysis.allocation.keys import Parameters
from coverage.analysis.allocation.known_keys import KEYS
from coverage.analysis.allocation.result import allocate_over
from coverage.analysis.allocation.scenario import Scenario


def scenario(basis, key, budget, p, unit=1):
    return Scenario(key, budget, basis.year, basis.division_id, unit, basis.other_year, p)


@pytest.mark.parametrize("key", KEYS)
@settings(max_examples=30, deadline=None)
@given(data=st.data(), budget=BUDGETS, unit=UNITS)
def test_equals_the_slow_twin_and_sums_exactly(key, data, budget, unit):
    basis = data.draw(countries(most_regions=8, most_uncertain=0))
    p = data.draw(parameters_for(key, budget, len(basis.names)))
    found = allocate_over(basis, scenario(basis, key, budget, p, unit)).regions
    exact = slow_shares(
        key, [r.inhabitants for r in found], [r.municipalities for r in found], [r.other for r in found], budget, p
    )
    assert [r.exact for r in found] == exact
    assert [r.amount for r in found] == slow_round(exact, unit)
    assert sum(r.amount for r in found) == budget
    assert all(type(r.amount) is int and r.amount >= 0 for r in found)
    assert sum(r.share for r in found) == 1
    if key == "floor":
        assert all(r.amount >= p.floor // unit * unit for r in found)
    if key == "population":
        by_people = sorted(found, key=lambda r: (r.inhabitants, r.amount))
        assert [r.amount for r in by_people] == sorted(r.amount for r in found)


@settings(max_examples=60, deadline=None)
@given(data=st.data(), budget=BUDGETS, loss=st.integers(0, 100))
def test_hold_harmless_keeps_every_loss_within_bounds(data, budget, loss):
    basis = data.draw(countries(most_regions=8, most_uncertain=0))
    before = data.draw(st.integers(0, budget * 100 // (100 - loss) if loss < 100 else 10**10))
    p = Parameters(max_loss=loss, baseline_budget=before)
    found = allocate_over(basis, scenario(basis, "hold_harmless", budget, p)).regions
    people = sum(r.other for r in found)
    for r in found:
        baseline = Fraction(before * r.other, people)
        assert r.amount >= int(baseline * (100 - loss) / 100)
    assert sum(r.amount for r in found) == budget


def test_the_floor_pushes_others_to_the_floor():
    """Regions 2 and 3 both end on it: region 3 only because region 2 was paid first."""
    basis = countries_of(100, 10, 24)
    found = allocate_over(basis, scenario(basis, "floor", 134, Parameters(floor=24))).regions
    assert [r.exact for r in found] == [86, 24, 24]


def test_one_key_with_all_the_weight_is_that_key():
    basis = countries_of(5, 7, 11)
    for key in ("population", "equal", "municipalities", "population_other_year"):
        mixed = scenario(basis, "mix", 1000, Parameters(weights=((key, 40),)))
        alone = scenario(basis, key, 1000, Parameters())
        assert allocate_over(basis, mixed).regions == allocate_over(basis, alone).regions


def countries_of(*people):
    from allocation_twins import country

    return country([(n, n + i, (i + 1,)) for i, n in enumerate(people)])
