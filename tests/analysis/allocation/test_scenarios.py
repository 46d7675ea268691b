"""Scenarios on the data package: amounts, ranges, effects, receipts, links, yardsticks, gaps and history."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction
from itertools import pairwise

import pytest
from allocation_twins import slow_round
from hypothesis import given, settings
from hypothesis import strategies as st

from coverage.analysis.allocation import drawings
from coverage.analysis.allocation.address import from_address, to_address
from coverage.analysis.allocation.budget import AllocationError, default_budget
from coverage.analysis.allocation.definitions import definitions
from coverage.analysis.allocation.effects import effects
from coverage.analysis.allocation.gaps import money_next_to_gaps
from coverage.analysis.allocation.history import money_history
from coverage.analysis.allocation.keys import Parameters
from coverage.analysis.allocation.receipt import receipt
from coverage.analysis.allocation.result import allocate, amounts_over
from coverage.analysis.allocation.rounding import decimals
from coverage.analysis.allocation.scenario import baseline, scenario_basis
from coverage.analysis.allocation.uncertainty import over_keys, over_memberships, over_years
from coverage.analysis.allocation.within import within
from coverage.analysis.citations import citation
from coverage.analysis.population import complete_years
from coverage.analysis.regions import regions_in
from coverage.analysis.status import status_at
from coverage.dataset import current
from coverage.geography.areas import division_areas, places
from coverage.geography.lineage import division_at
from coverage.i18n import euro, number
from coverage.named_rows import Cited
from coverage.vocabulary import EVER_EVIDENCED, EVIDENCED, FigureKind, FundingRole

DS = current()
YEARS = [y.year for y in complete_years(DS)]


def test_the_baseline_is_the_rule_with_the_budget_and_final_year_of_the_sources():
    found = baseline(DS)
    year = max(y.year for y in complete_years(DS) if not y.provisional)
    borders = division_at(DS, date(year, 1, 1)).id
    expected = ("population", default_budget(DS).amount, year, borders, 1)
    assert (found.key, found.budget, found.year, found.division_id, found.unit) == expected


@settings(max_examples=60, deadline=None)
@given(
    st.sampled_from(list(definitions())),
    st.sampled_from(YEARS),
    st.sampled_from(["2021", "2022", "2022-03", "2023"]),
    st.integers(0, 10**10),
    st.sampled_from([1, 1000]),
)
def test_amounts_sum_for_every_key_year_division_and_budget(key, year, division_id, budget, unit):
    scenario = replace(baseline(DS, budget, year, division_id).with_key(key), unit=unit)
    if key in ("floor", "population_fixed"):
        scenario = replace(scenario, parameters=Parameters(fixed_amount=budget // 20, floor=budget // 20))
    found = allocate(DS, scenario)
    assert sum(r.amount for r in found.regions) == budget
    assert [r.amount for r in found.regions] == slow_round([r.exact for r in found.regions], unit)
    assert [r.amount for r in found.regions] == amounts_over(found.basis, scenario)


def test_inhabitants_are_those_of_the_regions():
    for year in (2012, 2022, 2024, 2026):
        known = regions_in(DS, year)
        found = allocate(DS, baseline(DS, year=year)).regions
        assert [(r.number, r.name, r.inhabitants, r.municipalities) for r in found] == [
            (r.number, r.name, r.inhabitants, r.municipalities) for r in known
        ]


@pytest.mark.parametrize(("year", "uncertain", "ways"), [(2021, 8, 2**8), (2022, 8, 2**8), (2024, 15, 2**15)])
def test_all_uncertain_municipalities_are_drawn_both_ways(year, uncertain, ways):
    basis = scenario_basis(DS, baseline(DS, year=year))
    assert (len(basis.uncertain), drawings.count(basis)) == (uncertain, ways)


@pytest.mark.parametrize("key", definitions())
def test_the_amount_lies_in_its_range_and_only_doubt_widens_it(key):
    found = allocate(DS, baseline(DS).with_key(key))
    ranges = over_memberships(found).by_region
    assert all(ranges[r.number].low <= r.amount <= ranges[r.number].high for r in found.regions)
    if key == "population":
        wide = {n for n, band in ranges.items() if band.high - band.low > 1}
        assert wide == {n for m in found.basis.uncertain for n in m.options}


def test_a_range_is_with_and_without_all_who_may_leave_or_come():
    """By hand: by inhabitants, a region has least when all who may leave do, and most when all who may come do."""
    found = allocate(DS, baseline(DS))
    everybody = sum(r.inhabitants for r in found.regions)
    for region, band in over_memberships(found).by_region.items():
        leaving = sum(m.inhabitants for m in found.basis.uncertain if m.region == region)
        coming = sum(m.inhabitants for m in found.basis.uncertain if m.region != region and region in m.options)
        own = found.region(region).inhabitants
        for people, amount in ((own - leaving, band.low), (own + coming, band.high)):
            exact = Fraction(found.scenario.budget * people, everybody)
            assert int(exact) <= amount <= int(exact) + 1, region


def test_ranges_over_years_and_keys_say_where_they_come_from():
    scenario = baseline(DS)
    years = over_years(DS, scenario).by_region
    of_year = {y: allocate(DS, scenario.with_year(y)) for y in YEARS}
    of_key = {key: allocate(DS, scenario.with_key(key)) for key in definitions()}
    for found, by in ((years, of_year), (over_keys(DS, scenario).by_region, of_key)):
        for region, band in found.items():
            amounts = {str(word): made.region(region).amount for word, made in by.items()}
            assert (band.low, band.high) == (min(amounts.values()), max(amounts.values()))
            assert (amounts[band.low_at], amounts[band.high_at]) == (band.low, band.high)
    assert over_keys(DS, baseline(DS, 1000)).skipped == ("population_fixed", "floor")


def test_effects_against_the_baseline_cancel_out():
    before = allocate(DS, baseline(DS))
    found = effects(allocate(DS, baseline(DS).with_key("equal")), before)
    assert found.gained == found.lost > 0
    assert sum(e.difference for e in found.regions) == 0
    assert found.losers[0].per_inhabitant == Fraction(found.losers[0].difference, found.losers[0].inhabitants)


def test_weesp_moves_money_to_amsterdam_and_nothing_else_moves_much():
    before = allocate(DS, baseline(DS, year=2022, division_id="2022"))
    after = allocate(DS, baseline(DS, year=2022, division_id="2022-03"))
    shifts = {e.number: e.difference for e in effects(after, before).regions}
    gained = [n for n, d in shifts.items() if d > 1]
    lost = [n for n, d in shifts.items() if d < -1]
    assert gained == [17]
    assert len(lost) == 1
    assert sum(shifts.values()) == 0


@pytest.mark.parametrize("key", definitions())
@pytest.mark.parametrize("unit", [1, 1000])
def test_a_link_gives_the_same_euros(key, unit):
    scenario = replace(baseline(DS, 5_123_457, 2023).with_key(key), unit=unit)
    if key == "hold_harmless":
        scenario = replace(scenario, parameters=replace(scenario.parameters, baseline_budget=5_000_000))
    again = from_address(DS, to_address(scenario))
    assert again == scenario
    assert allocate(DS, again).regions == allocate(DS, scenario).regions


@pytest.mark.parametrize(
    ("address", "why"),
    [
        ({"sleutel": "willekeur"}, "willekeur"), ({"jaar": "1999"}, "1999"), ({"jaar": "x"}, "heel getal"),
        ({"indeling": "1900"}, "1900"), ({"budget": "-3"}, "negatief"), ({"afronding": "7"}, "1.000"),
        ({"sleutel": "mengvorm", "gewichten": "inwoners"}, "heel getal"),
        ({"sleutel": "mengvorm", "gewichten": "bodem=3"}, "mengvorm"),
        ({"sleutel": "mengvorm", "gewichten": "gelijk=1,gelijk=2"}, "twee keer"),
        ({"sleutel": "vast-bedrag", "vast-bedrag": "1 mln", "budget": "6 mln", "jaar": "2024"}, "333.333"),
        ({"sleutel": "demping", "eerder-budget": "120 mln"}, "hoger budget"),
        ({"sleutel": "demping", "verlies": "101"}, "percentage"),
        ({"sleutel": "ander-jaar", "ander-jaar": "2020"}, "2020"),
    ],
)  # fmt: skip
def test_an_address_that_cannot_be_computed_says_why(address, why):
    with pytest.raises(AllocationError, match=why):
        allocate(DS, from_address(DS, address))


@pytest.mark.parametrize("key", definitions())
def test_a_receipt_ends_in_the_amount_and_names_its_sources(key):
    found = allocate(DS, baseline(DS).with_key(key))
    own = receipt(DS, found, 9)
    lines = {line.label: line for line in own.lines}
    assert lines["Bedrag"].value.replace(".", "").endswith(str(found.region(9).amount))
    assert all(DS.source(line.source_id).title for line in own.lines if line.source_id)
    assert lines["Budget"].source_id == default_budget(DS).source_id
    people = lines[f"Inwoners van de regio op 1 januari {found.scenario.year}"].value
    assert people == number(found.region(9).inhabitants)
    assert own.address["regio"] == found.basis.names[9]


def test_the_receipt_writes_the_rule_out():
    found = allocate(DS, baseline(DS))
    lines = {line.label: line for line in receipt(DS, found, 9).lines}
    own, everybody = found.region(9).inhabitants, sum(r.inhabitants for r in found.regions)
    budget = found.scenario.budget
    assert lines["Bedrag voor afronding"].value == f"€\xa0{decimals(Fraction(budget * own, everybody), 6)}"
    assert lines["Bedrag voor afronding"].formula == f"{euro(budget)} × {number(own)} / {number(everybody)}"
    assert lines["Verdeelsleutel"].source_id in citation(DS, Cited.ALLOCATION_RULE)


def test_provisional_and_estimated_inhabitants_are_marked_on_the_receipt():
    for year in complete_years(DS):
        labels = [line.label for line in receipt(DS, allocate(DS, baseline(DS, year=year.year)), 1).lines]
        assert (f"Inwoners van de regio op 1 januari {year.year} (voorlopig)" in labels) == year.provisional
    assert any(
        "Gemeenten waarvan het inwonertal is geschat" in [line.label for line in receipt(DS, found, n).lines]
        for found in [allocate(DS, baseline(DS, year=2012))]
        for n in found.basis.names
    )


def test_decimals_do_not_pass_through_a_float():
    assert decimals(Fraction(10**22 + 1, 3), 3) == "3.333.333.333.333.333.333.333,667"
    assert decimals(Fraction(-1, 8), 2) == "-0,12"
    assert decimals(Fraction(1999999, 2000000), 6) == "1,000000"


def test_the_yardstick_within_a_region_adds_up_to_its_amount():
    found = allocate(DS, baseline(DS))
    for r in found.regions:
        own = within(found, r.number)
        assert sum(m.amount for m in own) == r.amount
        assert sum(m.inhabitants for m in own) == r.inhabitants
        assert len(own) == r.municipalities
    told = {m.code for r in found.regions for m in within(found, r.number) if m.uncertain}
    assert told == {m.code for m in found.basis.uncertain}


def test_money_next_to_gaps_joins_the_same_region():
    report = status_at(DS, date(2024, 1, 1))
    found = money_next_to_gaps(DS, allocate(DS, baseline(DS)), report)
    assert sum(g.inhabitants for g in found) == sum(r.inhabitants for r in report.rows)
    assert sum(g.evidenced * g.inhabitants for g in found) == sum(report.inhabitants()[s] for s in EVIDENCED)
    assert sum(g.ever_evidenced * g.inhabitants for g in found) == sum(report.inhabitants()[s] for s in EVER_EVIDENCED)
    assert all(g.unmet is None for g in found)


def test_reach_is_measured_from_the_centre():
    report = status_at(DS, date(2024, 1, 1))
    found = {g.number: g for g in money_next_to_gaps(DS, allocate(DS, baseline(DS)), report)}
    points = places(DS, report.division.id)
    centres = DS.table("duup_regions").set_index("number")["centre_code"]
    for region, its_centre in ((n, centres[n]) for n in found):
        own = [r for r in report.rows if r.duup_number == region]
        km = {r.code: points[r.code].distance(points[its_centre]) / 1000 for r in own}
        reach = found[region].reach
        assert reach is not None
        assert reach.farthest_km == pytest.approx(max(km.values()))
        assert reach.farthest == next(r.name for r in own if km[r.code] == max(km.values()))
        mean = sum(km[r.code] * r.inhabitants for r in own) / sum(r.inhabitants for r in own)
        assert reach.distance == pytest.approx(mean)
    country = division_areas(DS, report.division.id).geometry.area.sum() / 1e6
    assert sum(g.reach.area for g in found.values() if g.reach) == pytest.approx(country)


def test_history_draws_only_national_amounts_and_leaves_gaps_open():
    found = money_history(DS)
    assert all(m.role is FundingRole.NATIONAL and m.begin and m.end for m in found.amounts)
    for gap in found.gaps:
        assert all(m.begin and m.end and (m.end <= gap.begin or gap.end <= m.begin) for m in found.amounts)
    for one, following in pairwise(found.amounts):
        assert one.end is not None and following.begin is not None
        assert one.end <= following.begin


def test_history_lists_conditions_and_what_was_not_found():
    found = money_history(DS)
    assert found.conditions and all(m.role is FundingRole.CONDITION for m in found.conditions)
    assert found.not_found and all(m.kind is FigureKind.NOT_FOUND for m in found.not_found)
    assert all(m.value is None for m in found.not_found)
    assert not set(found.other) & set(found.amounts)


def test_another_budget_is_shared_out_over_regions_that_are_kept():
    """All keys in all years ask for two sets of regions a year; with room for fewer each budget makes them anew."""
    start = baseline(DS, 7_000_000)

    def regions() -> list[int]:
        wanted = (start.with_key(key).with_year(y.year) for key in definitions() for y in complete_years(DS))
        return [id(scenario_basis(DS, scenario)) for scenario in wanted]

    assert regions() == regions()
