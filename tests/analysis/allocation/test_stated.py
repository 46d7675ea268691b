"""Real amounts stand beside what the rule gives for their own year, and the words say no more than that."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest
from small_package import write_package

from coverage.analysis.allocation.result import allocate
from coverage.analysis.allocation.scenario import baseline
from coverage.analysis.allocation.stated import beside_the_rule, stated_amounts, stated_answer, stated_for
from coverage.cli import main
from coverage.dataset import Dataset, current
from coverage.dataset.problems import check


@pytest.fixture
def package(tmp_path: Path) -> Path:
    return write_package(tmp_path / "data")


def add(package: Path, region: str, year: int, amount: int) -> Dataset:
    words = ["--region", region, "--year", str(year), "--amount", str(amount), "--date", "2025", "--source", "Q-1"]
    assert main(["add", "amount", *words, "--data", str(package)]) == 0
    assert check(package) == []
    return current(package)


def test_none_is_said_when_there_is_none(package: Path) -> None:
    ds = current(package)
    assert stated_amounts(ds) == ()
    assert stated_answer(ds) == "Wat elke centrumgemeente echt kreeg, staat in geen bron die wij hebben."


@pytest.mark.parametrize("region", ["2", "Súdhaven", "súdhaven"])
def test_a_region_may_be_typed_by_name(package: Path, region: str) -> None:
    ds = add(package, region, 2021, 500_000)
    (found,) = stated_for(ds, 2)
    by_rule = {r.number: r.amount for r in allocate(ds, baseline(ds, 1_000_000, 2021)).regions}
    assert (found.name, found.amount, found.computed) == ("Súdhaven", 500_000, by_rule[2])
    assert found.difference == 500_000 - by_rule[2]
    assert stated_for(ds, 1) == ()
    assert stated_answer(ds) == "Van 1 van de 2 regio's noemt een bron wat de centrumgemeente echt kreeg."


def test_the_words_follow_the_sign(package: Path) -> None:
    by_rule = {
        r.number: r.amount for r in allocate(current(package), baseline(current(package), 1_000_000, 2021)).regions
    }
    add(package, "1", 2021, by_rule[1] + 1)
    ds = add(package, "2", 2021, by_rule[2] - 1)
    more, less = stated_amounts(ds)
    assert "€ 1 meer dan" in beside_the_rule(more).replace("\xa0", " ")
    assert "€ 1 minder dan" in beside_the_rule(less).replace("\xa0", " ")


def test_a_year_without_a_budget_is_not_compared(package: Path) -> None:
    (found,) = stated_amounts(add(package, "1", 2025, 1))
    assert found.computed is None
    assert beside_the_rule(found).endswith("Wat de regel voor dat jaar geeft, is niet te berekenen.")


def test_a_region_that_is_none_is_refused(package: Path, capsys: pytest.CaptureFixture[str]) -> None:
    words = ["--region", "Nergens", "--year", "2021", "--amount", "1", "--date", "2025", "--source", "Q-1"]
    assert main(["add", "amount", *words, "--data", str(package)]) == 2
    assert "region" in capsys.readouterr().err
    with (package / "amounts_stated.csv").open(encoding="utf-8", newline="") as file:
        assert list(csv.DictReader(file)) == []


def test_the_command_tells_them(
    package: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    add(package, "2", 2021, 500_000)
    monkeypatch.setenv("COVERAGE_DATA", str(package))
    capsys.readouterr()
    assert main(["allocate", "--format", "json"]) == 0
    regions = json.loads(capsys.readouterr().out)["regions"]
    assert [[a["amount"] for a in r["stated"]] for r in regions] == [[], [500_000]]
