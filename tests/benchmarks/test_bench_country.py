"""The made-up country: sound, as many times as large, and the same in every copy."""

from datetime import date
from pathlib import Path

import pytest

from benchmarks.country import make
from benchmarks.growth import growth, report
from coverage.analysis.population import inhabitants
from coverage.analysis.status import status_at
from coverage.dataset import DATA, Dataset, current
from coverage.dataset.problems import check
from coverage.geography.areas import division_areas
from coverage.geography.web import geometry_codes

TIMES = 2
ON = date(2013, 7, 1)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("country") / "data"
    make(DATA, out, TIMES)
    return out


@pytest.fixture(scope="module")
def twice(folder: Path) -> Dataset:
    return current(folder)


def test_it_passes_the_check_of_the_package(folder: Path) -> None:
    assert check(folder) == []


def test_once_is_the_country_itself(tmp_path: Path) -> None:
    make(DATA, tmp_path / "data", 1)
    for file in ("municipalities.csv", "claims.csv", "memberships.csv", "population_years.csv"):
        assert (tmp_path / "data" / file).read_bytes() == (DATA / file).read_bytes()


def test_areas_people_and_statuses_are_multiplied(twice: Dataset) -> None:
    real, made = status_at(current(), ON), status_at(twice, ON)
    assert len(made.rows) == TIMES * len(real.rows)
    assert made.counts() == {status: TIMES * count for status, count in real.counts().items()}
    assert sum(inhabitants(twice, 2023, "2023").values()) == TIMES * sum(inhabitants(current(), 2023, "2023").values())


def test_regions_stay_as_many_and_grow(twice: Dataset) -> None:
    real, made = (status_at(ds, ON) for ds in (current(), twice))
    sizes = [sum(r.duup_number == 1 for r in report.rows) for report in (real, made)]
    assert {r.duup_number for r in made.rows} == {r.duup_number for r in real.rows}
    assert sizes[1] == TIMES * sizes[0]


def test_copies_lie_beside_one_another(twice: Dataset) -> None:
    real, made = division_areas(current(), "2023"), division_areas(twice, "2023")
    assert made.geometry.area.sum() == pytest.approx(TIMES * real.geometry.area.sum())
    assert made.geometry.union_all().area == pytest.approx(TIMES * real.geometry.union_all().area)


def test_files_for_the_browser_have_the_same_areas(twice: Dataset) -> None:
    assert set(geometry_codes(twice, "2023")) == set(division_areas(twice, "2023")["code"])


def test_too_many_areas_for_the_codes_are_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="four digits"):
        make(DATA, tmp_path / "data", 40)


def test_growth_compares_the_cost_of_one_area() -> None:
    costs = {1: {"linear": 1.0, "square": 1.0}, 16: {"linear": 16.0, "square": 256.0}}
    assert growth(costs, "linear") == 1 and growth(costs, "square") == 16
    lines = {line.split("|")[1].strip(): line for line in report(costs, 100).splitlines()}
    assert "MET" in lines["linear"] and "MISSED" in lines["square"]
    assert "10000 µs" in lines["linear"] and "160000 µs" in lines["square"]
