"""Faults in the data that only show as silence, and what a reader and an operator then see.

Wrong headers, types, keys, codes and missing files are in ``tests/dataset/test_problems.py``.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from small_package import write_package

from coverage.cli import main
from coverage.dataset import DATA
from coverage.dataset.problems import check
from coverage.dataset.tables import TABLES
from coverage.vocabulary import FundingRole


@pytest.fixture
def package(tmp_path: Path) -> Path:
    return Path(shutil.copytree(DATA, tmp_path / "data"))


QUICK = {"claims", "sources", "funding"}


@pytest.mark.parametrize("name", [pytest.param(n, marks=[] if n in QUICK else [pytest.mark.slow]) for n in TABLES])
def test_a_table_cut_off_at_the_end_of_a_row_is_found(package: Path, name: str) -> None:
    """Every row that is left is sound: without this check, what is gone would read as unknown."""
    table = package / f"{name}.csv"
    rows = table.read_bytes().splitlines(keepends=True)
    table.write_bytes(b"".join(rows[:-1]))
    assert [p for p in check(package) if p.file == table.name or f"{name}.csv" in p.message]


@pytest.mark.parametrize(
    ("name", "left"), [("claims.csv", 0.999), ("datapackage.json", 0.5), ("editions/2026-najaar.json", 0.999)]
)
def test_a_file_cut_off_anywhere_is_found(package: Path, name: str, left: float) -> None:
    content = (package / name).read_bytes()
    (package / name).write_bytes(content[: int(len(content) * left)])
    assert name in {p.file for p in check(package)}


def test_a_row_that_is_removed_on_purpose_is_written_down(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    package = write_package(tmp_path / "data")
    table = package / "claims.csv"
    table.write_bytes(b"".join(table.read_bytes().splitlines(keepends=True)[:-1]))
    assert main(["check", "--data", str(package)]) == 1
    assert "leg dat dan vast met 'python -m coverage derive'" in capsys.readouterr().out
    assert main(["derive", "--data", str(package)]) == 0
    assert check(package) == []


def test_a_package_without_the_budget_is_refused_at_the_start(package: Path) -> None:
    """Not on the page where someone first asks for an amount."""
    table = package / "funding.csv"
    table.write_text(
        table.read_text("utf-8").replace(f",{FundingRole.NATIONAL},", f",{FundingRole.OTHER},"), encoding="utf-8"
    )
    (problem,) = check(package)
    assert (problem.file, problem.column) == ("funding.csv", "role")
    assert "het totaal van de DUUP" in problem.message


def test_a_command_says_what_is_wrong_and_stops(
    package: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (package / "claims.csv").unlink()
    monkeypatch.setenv("COVERAGE_DATA", str(package))
    for command in (["status"], ["export", "--format", "csv", "--out", "x.csv"], ["edition", "list"]):
        assert main(command) == 1
        assert "data/claims.csv: bestand ontbreekt; zet een eerdere versie terug" in capsys.readouterr().err
