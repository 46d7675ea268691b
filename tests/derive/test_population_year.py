"""A population year from the file that CBS publishes."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pandas as pd
import pytest

from coverage.cli import main
from coverage.dataset import DATA
from coverage.derive import DeriveError
from coverage.derive.population_year import read_population

SHARED = Path(os.environ.get("COVERAGE_SHARED", Path(__file__).parents[3] / "shared"))
FILE = SHARED / "data" / "population" / "inwoners_per_gemeente.csv"


def test_statline_with_codes(tmp_path: Path) -> None:
    file = tmp_path / "37230ned.csv"
    file.write_text(
        "\ufeffID;RegioS;Perioden;BevolkingAanHetBeginVanDePeriode_1\n0;NL01  ;2026MM01;300\n1;GM0014;2026MM01;100\n"
        "2;GM0034;2026MM01;200\n3;GM0034;2026MM02;201\n4;GM0003;2026MM01;       .\n",
        encoding="utf-8",
    )
    assert read_population(file, 2026) == {"GM0014": 100, "GM0034": 200}


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("a,b\n1,2\n", "regel 1"),
        ("code,year,inhabitants\nGM0014,2025,1\n", "geen gemeenten voor 2026"),
        ("code,year,inhabitants\nGM0014,2026,1\nGM0014,2026,2\n", "regel 3: GM0014"),
    ],
)
def test_what_cannot_be_used_is_told(tmp_path: Path, content: str, words: str) -> None:
    file = tmp_path / "x.csv"
    file.write_text(content, encoding="utf-8")
    with pytest.raises(DeriveError, match=words):
        read_population(file, 2026)


@pytest.mark.skipif(not FILE.is_file(), reason="the collected files of CBS are not here")
def test_the_latest_year_that_was_removed_comes_back_the_same(tmp_path: Path) -> None:
    root = Path(shutil.copytree(DATA, tmp_path / "data"))
    for name in ("population", "population_pieces", "population_years"):
        table = root / f"{name}.csv"
        lines = table.read_text(encoding="utf-8").splitlines(keepends=True)
        table.write_text("".join(line for line in lines if not line.startswith("2026,")), encoding="utf-8")
    options = ["--population", str(FILE), "--year", "2026", "--source", "D-POP-2026", "--provisional"]
    assert main(["derive", "--data", str(root), *options]) == 0
    assert (root / "population_pieces.csv").read_bytes() == (DATA / "population_pieces.csv").read_bytes()
    # Three values of 2026 came from a second copy with a source of its own; a remark is written by people.
    for name, own in (("population", "source_id"), ("population_years", "note")):
        made, committed = (pd.read_csv(folder / f"{name}.csv", dtype=str).drop(columns=own) for folder in (root, DATA))
        pd.testing.assert_frame_equal(made, committed)
