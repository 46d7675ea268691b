"""The workbook and the CSV of an allocation: live formulas, stored values, nothing that runs by itself."""

from __future__ import annotations

import csv
import re
from dataclasses import replace
from functools import cache
from io import BytesIO, StringIO
from xml.etree import ElementTree
from zipfile import ZipFile

import numpy as np
import pytest

from coverage.analysis.allocation.basis import AllocationBasis
from coverage.analysis.allocation.definitions import definitions
from coverage.analysis.allocation.result import allocate, allocate_over
from coverage.analysis.allocation.scenario import baseline
from coverage.analysis.allocation.uncertainty import over_memberships
from coverage.analysis.population import complete_years
from coverage.dataset import current
from coverage.exports.allocation_csv import allocation_csv
from coverage.exports.allocation_xlsx import allocation_xlsx

DS = current()
MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
FIRST, LAST = 15, 32


def cells(data, sheet=2):
    """Address -> (formula, stored value) of the sheet with the allocation; texts come from the shared strings."""
    with ZipFile(BytesIO(data)) as book:
        strings = [
            "".join(t.text or "" for t in item.iter(f"{MAIN}t"))
            for item in ElementTree.fromstring(book.read("xl/sharedStrings.xml"))
        ]
        found = {}
        for c in ElementTree.fromstring(book.read(f"xl/worksheets/sheet{sheet}.xml")).iter(f"{MAIN}c"):
            value = c.findtext(f"{MAIN}v", "")
            found[c.get("r")] = (c.findtext(f"{MAIN}f"), strings[int(value)] if c.get("t") == "s" else value)
    return found


class Sheet:
    """Works the formulas out in Python, from the inputs alone: stored values of formulas are never looked at."""

    def __init__(self, found):
        self.found = found
        self.value = cache(self._value)

    def _value(self, address):
        formula, stored = self.found[address]
        if formula is None:
            return float(stored)
        code = re.sub(r"\$", "", formula).replace("<>", "!=")
        code = re.sub(r"(?<![<>!])=", "==", code)
        code = re.sub(r"\b([A-Z])(\d+):([A-Z])(\d+)\b", r"area('\1',\2,'\3',\4)", code)
        code = re.sub(r"(?<!')\b([A-Z])(\d+)\b(?!')", r"cell('\1\2')", code)
        code = code.replace("IF(", "when(").replace("SUMwhen(", "SUMIF(")
        return eval(code, {"cell": self.value, "area": self.area, **FUNCTIONS})

    def area(self, a, i, b, j):
        return np.array([self.value(f"{chr(c)}{r}") for c in range(ord(a), ord(b) + 1) for r in range(i, j + 1)])


FUNCTIONS = {
    "SUM": np.sum, "INT": np.floor, "SUMPRODUCT": np.sum, "COUNT": len, "MOD": np.mod,
    "ROUND": lambda x, n: np.floor(x * 10**n + 0.5) / 10**n,
    "SUMIF": lambda test, value, area: area[test == value].sum(),
    "when": lambda test, yes, no: yes if test else no,
}  # fmt: skip


@pytest.mark.parametrize("key", definitions())
@pytest.mark.parametrize(("budget", "unit"), [(6_000_000, 1), (6_000_500, 1000), (17_942_942, 1)])
def test_the_formulas_give_our_amounts(key, budget, unit):
    found = allocate(DS, replace(baseline(DS, budget).with_key(key), unit=unit))
    sheet = Sheet(cells(allocation_xlsx(DS, found, over_memberships(found))))
    assert [sheet.value(f"N{i}") for i in range(FIRST, LAST + 1)] == [r.amount for r in found.regions]
    assert {sheet.value(f"S{i}") for i in range(FIRST, LAST + 1)} == {"klopt"}
    assert sheet.value(f"N{LAST + 1}") == budget


@pytest.mark.parametrize("key", definitions())
def test_stored_values_equal_what_the_formulas_give(key):
    found = allocate(DS, baseline(DS).with_key(key))
    everything = cells(allocation_xlsx(DS, found, over_memberships(found)))
    sheet = Sheet(everything)
    for address, (formula, stored) in everything.items():
        if formula and not address.startswith("S"):
            assert float(stored) == pytest.approx(sheet.value(address), abs=1e-5), address


def test_a_changed_floor_moves_the_minima_too():
    found = allocate(DS, baseline(DS).with_key("floor"))
    everything = cells(allocation_xlsx(DS, found, over_memberships(found)))
    floor = next(a for a, (_f, v) in everything.items() if v == "bodem per regio").replace("A", "B")
    everything[floor] = (None, "210000")
    changed = replace(found.scenario, parameters=replace(found.scenario.parameters, floor=210_000))
    sheet = Sheet(everything)
    assert [sheet.value(f"N{i}") for i in range(FIRST, LAST + 1)] == [r.amount for r in allocate(DS, changed).regions]


def hostile():
    found = allocate(DS, baseline(DS))
    b = found.basis
    names = {**b.names, 1: "=1+1", 2: "@SUM(A1)"}
    return allocate_over(
        AllocationBasis(b.year, b.other_year, b.division_id, names, b.municipalities, source_id=b.source_id),
        found.scenario,
    )


def test_no_text_becomes_a_formula():
    found = hostile()
    everything = cells(allocation_xlsx(DS, found, over_memberships(found)))
    assert everything[f"B{FIRST}"] == (None, "'=1+1")
    assert everything[f"B{FIRST + 1}"] == (None, "'@SUM(A1)")


def test_csv_opens_in_a_dutch_spreadsheet():
    data = allocation_csv(hostile(), over_memberships(hostile()))
    assert data.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(StringIO(data.decode("utf-8-sig")), delimiter=";"))
    assert sum(int(r["bedrag"]) for r in rows) == hostile().scenario.budget
    assert rows[0]["DUUP-regio"] == "'=1+1"
    assert re.fullmatch(r"\d+,\d+", rows[0]["euro per inwoner"])


def test_the_first_sheet_tells_what_the_figures_are():
    last = complete_years(DS)[-1]
    found = allocate(DS, baseline(DS, year=last.year))
    texts = " ".join(v for _f, v in cells(allocation_xlsx(DS, found, over_memberships(found)), sheet=1).values())
    people = f"{last.year} (voorlopig)" if last.provisional else str(last.year)
    for words in (DS.edition, "inwoners (de regel)", people, "CBS / Kadaster", "volgens de regel"):
        assert words in texts
