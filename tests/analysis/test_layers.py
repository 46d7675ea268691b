"""Money, rules, use, and the course of time."""

from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from small_package import code, small_tables, write_package

from coverage.analysis.layers.sentences import layer_answer
from coverage.analysis.layers.states import LAYERS, money_states, rule_states, use
from coverage.analysis.moments import band_on, bands, moments, moments_beside, stops
from coverage.analysis.status import status_at
from coverage.dataset import current
from coverage.dataset.newest import read_dataset
from coverage.dates import end
from coverage.vocabulary import Layer, MoneyState, RuleState, Scheme, UseState

DS = current()
TODAY = date(2026, 11, 21)


def states(layer, on):
    return {r.row.name: r for r in layer(DS, status_at(DS, on)).rows}


def test_since_2021_all_money_goes_to_regions_and_zutphen_to_apeldoorn():
    found = money_states(DS, status_at(DS, date(2021, 6, 1)))
    assert found.counts()[MoneyState.REGION] == 352
    assert "Apeldoorn" in states(money_states, date(2021, 6, 1))["Zutphen"].why


def test_money_in_rups_1_and_in_the_gap():
    assert states(money_states, date(2011, 1, 1))["Breda"].state is MoneyState.SCHEME
    assert states(money_states, date(2013, 7, 1))["Deventer"].state is MoneyState.OTHER_MONEY
    assert states(money_states, date(2013, 7, 1))["Zutphen"].state is MoneyState.NOT_NAMED
    assert "geen rijksregeling" in layer_answer(DS, money_states(DS, status_at(DS, date(2013, 7, 1))))


def test_money_of_an_extension_by_a_source_that_has_its_year_only() -> None:
    found = states(money_states, date(2018, 12, 31))
    assert found["Goes"].state is MoneyState.SCHEME  # W-OZEELAND, 2018: extended by a year
    assert found["Breda"].state is MoneyState.NOT_NAMED  # the source on West-Brabant speaks of the time before
    assert found["Eindhoven"].state is MoneyState.NOT_NAMED  # money for victims is none for leaving


def test_money_is_not_provision():
    report = status_at(DS, date(2021, 1, 1))
    assert money_states(DS, report).counts()[MoneyState.REGION] > 5 * sum(
        r.status in {"evidenced_here", "evidenced_region"} for r in report.rows
    )


def test_use_tells_who_took_part_only_where_the_criterion_proves_it():
    found = states(use, date(2013, 7, 1))
    assert found["Arnhem"].state is UseState.TAKEN_PART  # only people who live in Arnhem (S1 r.1556)
    assert found["Hattem"].state is UseState.ORIGIN_UNKNOWN
    assert found["Groningen"].state is UseState.ORIGIN_UNKNOWN  # a second group comes from the whole country
    assert found["Zutphen"].state is UseState.NO_FIGURE


@pytest.mark.parametrize("layer", LAYERS)
@pytest.mark.parametrize("on", [date(2008, 1, 1), date(2012, 2, 29), date(2019, 7, 1), TODAY])
def test_every_layer_gives_every_municipality_one_state(layer, on):
    report = status_at(DS, on)
    found = LAYERS[layer](DS, report)
    assert [r.row.code for r in found.rows] == [r.code for r in report.rows]
    assert sum(found.counts().values()) == len(report.rows)
    assert sum(found.inhabitants().values()) == sum(report.inhabitants().values())
    assert Layer.MONEY is not layer or "gold" in layer_answer(DS, found)


def test_the_bands_follow_on_each_other_with_the_gap_of_2011_to_2014():
    found = bands(DS)
    assert [b.scheme for b in found] == [
        Scheme.RUPS_I,
        None,
        Scheme.RUPS_II,
        Scheme.RUPS_II_EXTENSION,
        Scheme.RUPS_III,
        Scheme.DUUP,
    ]
    assert (found[1].begin, found[1].end) == (date(2011, 7, 1), date(2014, 1, 1))
    assert all(a.end == b.begin for a, b in pairwise(found))
    assert band_on(DS, date(2008, 6, 1)).scheme is None
    assert band_on(DS, date(2018, 7, 1)).scheme is Scheme.RUPS_II_EXTENSION


def test_stepping_goes_through_every_moment_and_ends_today():
    assert sum(m.claims for m in moments(DS)) >= len(DS.table("claims"))
    day: date | None = stops(DS, TODAY)[0]
    seen = []
    while day:
        seen.append(day)
        day = moments_beside(DS, day, TODAY)[1]
    assert seen == list(stops(DS, TODAY))
    assert seen[-1] == TODAY
    assert {date(2011, 7, 1), date(2014, 1, 1)} <= set(seen)  # the scheme ends, the next begins


def test_a_partial_date_ends_on_its_last_day():
    assert (end("2027"), end("2024-02"), end("2024-02-05")) == (date(2027, 12, 31), date(2024, 2, 29), date(2024, 2, 5))


def test_a_rule_goes_on_for_what_its_municipality_went_into(tmp_path: Path) -> None:
    tables = small_tables()
    tables["rule_areas"].append(tables["rule_areas"][0] | {"code": code(9), "valid_from": "2022"})
    ds = read_dataset(write_package(tmp_path / "data", tables))
    for on, named in ((date(2022, 7, 1), code(9)), (date(2024, 1, 1), code(14))):
        found = {r.row.code for r in rule_states(ds, status_at(ds, on)).rows if r.state is RuleState.NAMED}
        assert found == {named}
