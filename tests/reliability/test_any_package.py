"""Any package that ``check`` accepts renders: every part of every page, every command, every file.

The made-up country is changed at random: rows left out, optional cells emptied, dates made vaguer, years and
names of editions changed. What ``check`` refuses is passed over; what it accepts must stand.
"""

from __future__ import annotations

import random
from datetime import date
from itertools import count
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from rendered import addresses, answers, files, stands
from small_package import Row, small_tables, write_package

from coverage.dataset import current
from coverage.dataset.problems import check
from coverage.dataset.tables import TABLES
from coverage.derive import DeriveError, derive
from coverage.i18n import use_language

ON = date(2026, 11, 1)
VERSIONS = ("2026-11", "2027.1", "v3", "najaar 2026 & meer")
SAMPLE = 4  # parts of pages looked at in a quick example; all of them in a slow one


def change(tables: dict[str, list[Row]], seed: int) -> None:
    """One change at random, of a kind that a maintainer might make."""
    pick = random.Random(seed)
    name = pick.choice(sorted(tables))
    row = pick.choice(tables[name])
    fields = {f.name: f for f in TABLES[name].fields}
    kind = pick.choice(("leave out", "empty", "vaguer", "other code"))
    if kind == "leave out":
        if len(tables[name]) > 1:
            tables[name].remove(row)
    elif kind == "empty":
        row[pick.choice([c for c, f in fields.items() if not f.required] or [next(iter(fields))])] = ""
    elif kind == "vaguer":
        for column in (c for c, f in fields.items() if f.kind == "partial_date" and row.get(c)):
            row[column] = str(row[column])[:4]
    else:
        coded = [c for c, f in fields.items() if f.values]
        if coded:
            column = pick.choice(coded)
            values = fields[column].values
            assert values is not None
            row[column] = pick.choice([str(v) for v in values])


def accepted(root: Path, seeds: list[int], version: str) -> bool:
    """Write the changed package; whether ``check`` accepts it."""
    tables = small_tables()
    for seed in seeds:
        change(tables, seed)
    try:
        write_package(root, tables, version)
    except DeriveError:
        return False
    return not check(root)


@pytest.mark.parametrize(("examples", "sample"), [(5, SAMPLE), pytest.param(40, 100, marks=pytest.mark.slow)])
def test_what_check_accepts_renders(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], examples: int, sample: int
) -> None:
    number = count()
    seen = 0

    @settings(
        max_examples=examples, deadline=None, derandomize=True, phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )  # fmt: skip
    @given(st.lists(st.integers(0, 10**9), min_size=1, max_size=3), st.sampled_from(VERSIONS))
    def renders(seeds: list[int], version: str) -> None:
        nonlocal seen
        root = tmp_path / str(next(number))
        if not accepted(root, seeds, version):
            return
        seen += 1
        monkeypatch.setenv("COVERAGE_DATA", str(root))
        ds = current(root)
        parts = list(addresses(ds, ON))
        for name, address in random.Random(seeds[0]).sample(parts, min(sample, len(parts))):
            stands(name, address)
        for command, code in answers(root):
            assert code == 0, (command, capsys.readouterr().err)
        if sample > SAMPLE:
            assert all(content for _name, content in files(ds, ON))
        assert derive(root) == []

    try:
        renders()
    finally:
        use_language("nl")
    assert seen > examples / 4  # else nearly everything was refused, and nothing was tried


def test_the_made_up_country_renders_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = write_package(tmp_path / "data")
    monkeypatch.setenv("COVERAGE_DATA", str(root))
    ds = current(root)
    for name, address in addresses(ds, ON):
        stands(name, address)
    assert all(content for _name, content in files(ds, ON))
