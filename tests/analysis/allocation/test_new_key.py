"""A new allocation key is one object with its words: page, receipt, address, range and workbook follow."""

from __future__ import annotations

import io
from dataclasses import replace

import openpyxl
import pytest

from coverage.analysis.allocation.address import from_address, to_address
from coverage.analysis.allocation.definitions import definitions
from coverage.analysis.allocation.keys import Columns, Parameters, Shares
from coverage.analysis.allocation.known_keys import KEYS, Key
from coverage.analysis.allocation.receipt import receipt
from coverage.analysis.allocation.result import allocate
from coverage.analysis.allocation.scenario import baseline
from coverage.analysis.allocation.uncertainty import over_memberships
from coverage.dataset import current
from coverage.exports.allocation_xlsx import allocation_xlsx


def heads_and_towns(columns: Columns, budget: int, _p: Parameters) -> Shares:
    whole = columns.totals.inhabitants + 1000 * columns.totals.municipalities
    return Shares((columns.inhabitants + 1000 * columns.municipalities) * budget, whole)


@pytest.fixture
def key(monkeypatch: pytest.MonkeyPatch) -> Key:
    made = Key("heads_and_towns", heads_and_towns, lambda t: f"zo: {t.fraction('population')}", lambda c: "1+1")
    words = replace(definitions()["equal"], id=made.id, slug="koppen-en-gemeenten", label_nl="koppen en gemeenten")
    monkeypatch.setitem(KEYS, made.id, made)
    monkeypatch.setitem(definitions(), made.id, words)
    return made


def test_everything_follows_from_the_object(key: Key) -> None:
    ds = current()
    scenario = baseline(ds).with_key(key.id)
    found = allocate(ds, scenario)
    assert sum(r.amount for r in found.regions) == scenario.budget
    address = to_address(scenario)
    assert address["sleutel"] == "koppen-en-gemeenten"
    assert from_address(ds, address) == scenario
    own = found.regions[0]
    lines = receipt(ds, found, own.number).lines
    assert any(line.value == "koppen en gemeenten" for line in lines)
    assert any(line.formula.startswith("zo: ") for line in lines)
    ranges = over_memberships(found)
    assert all(ranges.by_region[r.number].low <= r.amount <= ranges.by_region[r.number].high for r in found.regions)
    book = openpyxl.load_workbook(io.BytesIO(allocation_xlsx(ds, found, ranges)))
    assert book["Verdeling"]["I15"].value == "=1+1"


@pytest.mark.parametrize("key", KEYS.values(), ids=lambda key: key.id)
def test_a_key_is_told_by_a_formula_or_by_its_minimum(key: Key) -> None:
    ds = current()
    found = allocate(ds, baseline(ds).with_key(key.id))
    lines = receipt(ds, found, found.regions[0].number).lines
    assert any("/" in line.formula for line in lines), "the amount before rounding has a formula"
    assert not (key.simple and key.has_minima)
