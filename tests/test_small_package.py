"""The made-up country itself: a valid package, in which reorganisations and regions mean what its plan says."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from small_package import SIDE, code, small_tables, write_package

from coverage.analysis.status import status_at
from coverage.dataset import Dataset, current
from coverage.dataset.problems import check
from coverage.geography.areas import duup_regions, municipalities
from coverage.geography.lineage import lineage
from coverage.vocabulary import Status


@pytest.fixture(scope="module")
def ds(tmp_path_factory: pytest.TempPathFactory) -> Dataset:
    return current(write_package(tmp_path_factory.mktemp("small") / "data"))


def test_it_is_a_valid_package(ds: Dataset) -> None:
    assert check(ds.path) == []


def test_a_row_that_is_wrong_is_found(tmp_path: Path) -> None:
    tables = small_tables()
    tables["claims"][0]["code"] = code(99)
    assert {p.file for p in check(write_package(tmp_path / "data", tables))} == {"claims.csv"}


def test_mergers_and_a_split(ds: Dataset) -> None:
    assert lineage(ds).pieces(code(13), date(2017, 1, 1)) == {code(2): 0.6, code(3): 0.4}
    assert len(municipalities(ds, date(2022, 12, 31))) == 10
    assert set(municipalities(ds, date(2023, 1, 1))["code"]) == {code(n) for n in (*range(1, 9), 14)}


def test_regions_are_unions_of_squares(ds: Dataset) -> None:
    areas = duup_regions(ds, date(2025, 1, 1)).set_index("number").geometry.area / SIDE**2
    assert areas.to_dict() == {1: 6, 2: 4}


def test_statuses_of_each_kind_appear(ds: Dataset) -> None:
    counts = status_at(ds, date(2026, 1, 1)).counts()
    assert counts[Status.EVIDENCED_HERE] >= 3
    assert (counts[Status.EVIDENCED_REGION], counts[Status.CONFIRMED_NONE]) == (2, 1)
