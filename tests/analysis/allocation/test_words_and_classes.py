"""Sentences, classes of the map, drift and stretches of money: what the page says beside the amounts."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coverage.analysis.allocation.classes import MOST, diverging, place, rounded, sequential
from coverage.analysis.allocation.definitions import definitions
from coverage.analysis.allocation.drift import alternatives, crossings, drift, key_rule, moves
from coverage.analysis.allocation.effects import effects
from coverage.analysis.allocation.history import money_history
from coverage.analysis.allocation.result import allocate
from coverage.analysis.allocation.runs import runs
from coverage.analysis.allocation.scenario import baseline
from coverage.analysis.allocation.uncertainty import over_memberships
from coverage.analysis.allocation.words import allocation_answer, effect_answer, range_answer, signed, signed_per_head
from coverage.dataset import current
from coverage.i18n import euro
from coverage.vocabulary import FigureKind, Scheme

DS = current()
VALUES = st.lists(st.fractions(min_value=-(10**10), max_value=10**10), min_size=1, max_size=18)


@given(VALUES)
def test_every_value_has_one_class_of_few(values):
    classes = sequential(values)
    assert 1 <= len(classes) <= MOST
    assert all(sum(c.holds(v) for c in classes) == 1 for v in values)


@given(VALUES)
def test_around_nothing_the_sign_decides(values):
    classes = diverging(values)
    for v in values:
        found = place(v, classes)
        assert found == 2 if v == 0 else found < 2 if v < 0 else found > 2


def test_borders_are_round():
    borders = [c.low for c in sequential([Fraction(116_672), Fraction(857_774)])]
    assert borders == [0, 200_000, 400_000, 600_000, 800_000]


def test_what_prints_alike_is_one_class():
    assert len(sequential(rounded([Fraction(33_440, 10**5), Fraction(33_441, 10**5)], 3))) == 1


def test_answer_names_extremes_and_reservation():
    found = allocate(DS, baseline(DS))
    text = allocation_answer(found)
    most, least = (of(found.regions, key=lambda r: r.amount) for of in (max, min))
    assert f"{most.name} het meest: {euro(most.amount)}; {least.name} het minst: {euro(least.amount)}" in text
    assert "berekening" in text
    assert "evenveel" in allocation_answer(allocate(DS, baseline(DS).with_key("equal")))
    assert "evenveel" in allocation_answer(allocate(DS, baseline(DS, 0)))


@pytest.mark.parametrize("key", definitions())
def test_effect_sentence_agrees_with_the_effects(key):
    start = baseline(DS)
    found = effects(allocate(DS, start.with_key(key)), allocate(DS, start))
    text = effect_answer(found)
    assert ("verschuift niets" in text) == (key == "population")
    if found.winners:
        assert signed(found.winners[0].difference) in text
        assert signed(found.losers[0].difference) in text


def test_range_sentence_names_the_widest():
    allocation = allocate(DS, baseline(DS))
    ranges = over_memberships(allocation)
    text = range_answer(allocation, ranges)
    number, widest = max(ranges.by_region.items(), key=lambda found: found[1].high - found[1].low)
    assert f"{allocation.region(number).name}: van {euro(widest.low)} tot {euro(widest.high)}" in text
    rounded_only = sum(r.high - r.low <= 1 for r in ranges.by_region.values())
    assert f"{rounded_only} van de {len(allocation.regions)}" in text


def test_signs():
    assert (signed(5), signed(-5), signed(0)) == ("+ €\xa05", "− €\xa05", "€\xa00")
    assert signed_per_head(Fraction(-1, 2000)) == "− €\xa00,00050"


def test_alternatives_compare_with_the_rule_and_tell_what_cannot_be_paid():
    found = alternatives(DS, baseline(DS))
    assert set(found) == set(definitions()) - {"population"}
    assert all(e is not None and e.gained == e.lost for e in found.values())
    poor = alternatives(DS, baseline(DS, 1000))
    assert poor["floor"] is None
    assert poor["equal"] is not None
    assert key_rule(DS, baseline(DS, 5, 2021)) == baseline(DS, 5)


def test_shares_of_every_year_add_up():
    rows = drift(DS, "2023")
    for year in rows[0].shares:
        assert sum(r.shares[year] for r in rows) == 1
    assert sum(r.change for r in rows) == 0


def test_weesp_moves_its_inhabitants_part_of_the_budget():
    (found,) = crossings(DS, 6_000_000)
    assert (found.origin, found.on) == ("Utrecht", date(2022, 3, 24))
    assert [e.name for e in found.shifts.winners] == ["Amsterdam"]
    assert abs(found.shifts.gained - 6_000_000 * found.municipality.inhabitants / 17_590_672) < 1


def test_groups_that_move_together_stay_within_the_ranges():
    allocation = allocate(DS, baseline(DS))
    bands = over_memberships(allocation).by_region
    found = moves(allocation)
    assert len(found[0].municipalities) == 8
    for move in found:
        for e in move.shifts.regions:
            assert bands[e.number].low <= e.after <= bands[e.number].high


def test_stretches_join_equal_years_and_average_a_total():
    found = runs(money_history(DS).amounts)
    first = found[0]
    assert first.scheme is Scheme.RUPS_I
    assert first.averaged
    assert first.per_year * first.years == pytest.approx(money_history(DS).amounts[0].value)
    assert [(r.begin.year, r.end.year) for r in found if r.scheme is Scheme.RUPS_II] == [(2014, 2018)]
    assert [r.kind for r in found if r.scheme is Scheme.DUUP][:2] == [FigureKind.DERIVED, FigureKind.REPORTED]
    for one, following in pairwise(r for r in found if r.scheme is Scheme.DUUP):
        assert (one.kind, one.per_year) != (following.kind, following.per_year)  # else they would be one stretch
    extension = next(r for r in found if r.scheme is Scheme.RUPS_II_EXTENSION)
    assert not extension.averaged
    assert extension.per_year == 3_000_000
