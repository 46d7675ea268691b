"""A population year from the file that CBS publishes."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest
from small_package import code, write_package

from coverage.cli import main
from coverage.dataset.newest import read_dataset
from coverage.derive import DeriveError
from coverage.derive.population_year import read_population


def test_statline_with_codes(tmp_path: Path) -> None:
    file = tmp_path / "37230ned.csv"
    file.write_text(
        "\ufeffID;RegioS;Perioden;BevolkingAanHetBeginVanDePeriode_1\n0;NL01  ;2026MM01;300\n1;GM0014;2026MM01;100\n"
        "2;GM0034;2026MM01;200\n3;GM0034;2026MM02;201\n4;GM0003;2026MM01;       .\n",
        encoding="utf-8",
    )
    assert read_population(file, 2026) == {"GM0014": (100, ""), "GM0034": (200, "")}


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("a,b\n1,2\n", "regel 1"),
        ("code,year,inhabitants\nGM0014,2025,1\n", "geen gemeenten voor 2026"),
        ("code,year,inhabitants\nGM0014,2026,1\nGM0014,2026,2\n", "regel 3: GM0014"),
        ("code,year,inhabitants\nGM0014,2026,12.345\n", 'regel 2: "12.345" inwoners is geen heel getal'),
    ],
)
def test_what_cannot_be_used_is_told(tmp_path: Path, content: str, words: str) -> None:
    file = tmp_path / "x.csv"
    file.write_text(content, encoding="utf-8")
    with pytest.raises(DeriveError, match=words):
        read_population(file, 2026)


def _year(path: Path, numbers: Iterable[int], source: str = "") -> Path:
    rows = [f"{code(number)},2026,{100 * number},{source}" for number in numbers]
    path.write_text("\n".join(["statcode,jaar,inwoners,bron", *rows]) + "\n", encoding="utf-8")
    return path


def test_a_year_is_added_with_the_source_that_a_row_names(tmp_path: Path) -> None:
    root, file = write_package(tmp_path / "data"), _year(tmp_path / "x.csv", (*range(1, 9), 14), "Eerdere evaluatie")
    assert main(["derive", "--data", str(root), "--population", str(file), "--year", "2026", "--source", "D-2"]) == 0
    ds = read_dataset(root)
    made = ds.table("population").query("year == 2026")
    assert (
        set(made["source_id"]) == {"Q-2"} and set(made["reading"]) == {"excerpt"} and made["inhabitants"].sum() == 5000
    )
    (year,) = ds.table("population_years").query("year == 2026").itertuples()
    assert (year.municipalities, year.total, year.provisional, year.source_id) == (9, 5000, False, "D-2")


@pytest.mark.parametrize(
    ("numbers", "options", "words"),
    [
        (range(1, 9), ("--source", "D-2"), "GM9014 ontbreekt"),
        ((*range(1, 10), 14), ("--source", "D-2"), "GM9009 bestond niet op 2026-01-01"),
        ((*range(1, 9), 14), ("--source", "X-9"), "X-9 staat niet in sources.csv"),
        ((*range(1, 9), 14), (), "geef een source_id met --source"),
        ((*range(1, 9), 14), ("--source", "D-2", "--year", "2027"), "bij elk bestand"),
    ],
)
def test_a_year_that_does_not_fit_is_told_and_changes_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], numbers: Iterable[int], options: tuple[str, ...], words: str
) -> None:
    root, file = write_package(tmp_path / "data"), _year(tmp_path / "x.csv", numbers)
    before = {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}
    assert main(["derive", "--data", str(root), "--population", str(file), "--year", "2026", *options]) != 0
    assert words in capsys.readouterr().err
    assert {path: path.read_bytes() for path in root.rglob("*") if path.is_file()} == before
