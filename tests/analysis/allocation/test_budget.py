"""What people type as a budget, and what they are told when it cannot be used."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from small_package import small_tables, write_package

from coverage.analysis.allocation.budget import AllocationError, default_budget, duup_budgets, parse_budget
from coverage.analysis.allocation.history import money_history
from coverage.dataset import current
from coverage.dataset.newest import read_dataset
from coverage.vocabulary import FigureKind


@pytest.mark.parametrize(
    ("text", "euros"),
    [
        ("6.000.000,-", 6_000_000),
        ("6.000.000,--", 6_000_000),
        ("€ 6.000.000,=", 6_000_000),
        ("6 000 000", 6_000_000),
        ("6\u00a0000\u202f000", 6_000_000),
        ("EUR 6 000 000,00", 6_000_000),
        ("600 duizend", 600_000),
        ("6000000", 6_000_000),
        ("6.000.000", 6_000_000),
        ("€ 6,0 mln", 6_000_000),
        ("6 mln", 6_000_000),
        ("6mln", 6_000_000),
        ("6,5 miljoen", 6_500_000),
        ("€6.000.000,00", 6_000_000),
        ("  0 ", 0),
        ("10 mld", 10**10),
        ("€\u00a06.000.000", 6_000_000),
        ("6000 euro", 6000),
        ("0,000001 mln", 1),
        ("1,5 MLD.", 1_500_000_000),
    ],
)
def test_understood(text, euros):
    assert parse_budget(text) == euros


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "Vul een bedrag"),
        ("€", "Vul een bedrag"),
        ("-1", "negatief"),
        ("−6 mln", "negatief"),
        ("6,5", "centen"),
        ("0,0000001 mln", "centen"),
        ("10000000001", "10 miljard"),
        ("11 mld", "10 miljard"),
        ("zes", "geen bedrag"),
        ("6.5 mln", "geen bedrag"),
        ("6,000,000", "geen bedrag"),
        ("6e6", "geen bedrag"),
        ("nan", "geen bedrag"),
        ("inf", "geen bedrag"),
        ("６００", "geen bedrag"),
        ("6.00", "geen bedrag"),
        ("=1+1", "geen bedrag"),
        ("6 mln mln", "geen bedrag"),
        ("9" * 400, "10 miljard"),
        ("1 00 000", "geen bedrag"),
    ],
)
def test_refused_with_the_reason(text, why):
    with pytest.raises(AllocationError, match=why):
        parse_budget(text)


@given(st.integers(0, 10**10))
def test_whole_amounts_come_back_however_written(euros):
    assert parse_budget(str(euros)) == parse_budget(f"{euros:,}".replace(",", ".")) == euros


@given(st.text(max_size=30))
def test_any_text_gives_an_amount_or_a_reason(text):
    try:
        assert 0 <= parse_budget(text) <= 10**10
    except AllocationError as error:
        assert str(error)


def test_the_default_is_the_latest_amount_that_a_source_states_as_a_fact():
    found, all_years = default_budget(current()), duup_budgets(current())
    assert found == max((b for b in all_years if b.kind is FigureKind.REPORTED), key=lambda b: b.year)
    assert [b.year for b in all_years] == sorted({b.year for b in all_years})


def test_a_reported_amount_takes_the_place_of_an_expected_one_of_the_same_year(tmp_path: Path) -> None:
    tables = small_tables()
    (stated,) = [r for r in tables["funding"] if r["role"] == "national"]
    stated |= {"period_to": "2021"}
    tables["funding"].append(stated | {"value": 2_000_000, "kind": "estimate"})
    ds = read_dataset(write_package(tmp_path / "data", tables))
    assert [(b.year, b.amount, b.kind) for b in duup_budgets(ds)] == [(2021, 1_000_000, FigureKind.REPORTED)]
    found = money_history(ds)
    assert [m.value for m in found.amounts] == [1_000_000]
    assert [m.value for m in found.other if m.value] == [2_000_000]  # told, and drawn nowhere
