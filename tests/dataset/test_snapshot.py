"""Loading the package: once, whole, and unchangeable."""

import json
import shutil
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path

import pandas as pd
import pytest

from coverage.dataset import DATA, DatasetError, current
from coverage.dataset.newest import DATA_VARIABLE
from coverage.dataset.tables import TABLES
from coverage.vocabulary import Reading


def test_it_is_loaded_once_by_all_sessions() -> None:
    with ThreadPoolExecutor(8) as pool:
        loaded = set(pool.map(lambda _: id(current(DATA)), range(16)))
    assert loaded == {id(current(DATA))}


def test_the_variable_names_another_package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    other = Path(shutil.copytree(DATA, tmp_path / "other"))
    monkeypatch.setenv(DATA_VARIABLE, str(other))
    assert current().path == other.resolve()
    monkeypatch.setenv(DATA_VARIABLE, "")
    assert current().path == DATA.resolve()


def test_tables_and_edition() -> None:
    ds = current()
    assert ds.names == tuple(TABLES)
    described = json.loads((ds.path / "datapackage.json").read_text("utf-8"))
    assert ds.edition == described["version"]
    with pytest.raises(KeyError):
        ds.table("nothing")


def test_types_of_columns() -> None:
    claims = current().table("claims")
    assert isinstance(claims.loc[0, "effective"], date)
    assert isinstance(claims.loc[0, "date"], str)
    municipalities = current().table("municipalities").set_index("code")
    assert municipalities.loc["GM0518", "valid_to"] is None
    assert current().table("population")["inhabitants"].dtype == "int64"
    assert current().table("population_years")["official_total"].dtype == pd.Int64Dtype()
    assert current().table("memberships")["duup_uncertain"].dtype == bool


def test_what_a_caller_does_to_a_table_is_seen_by_nobody() -> None:
    first = current().table("claims")
    first.loc[0, "code"] = "GM0000"
    first["extra"] = 1
    again = current().table("claims")
    assert again.loc[0, "code"] != "GM0000"
    assert list(again) == TABLES["claims"].columns


def test_a_source_by_its_identifier() -> None:
    source = current().source("W-AH1402")
    assert source.title.startswith("Antwoorden op Kamervragen")
    assert (source.year, source.reading, source.used) == (2012, Reading.EXCERPT, True)
    assert current().source("W-HAVEN-1").year is None
    with pytest.raises(KeyError):
        current().source("W-NOTHING")


def test_a_broken_package_says_everything_and_can_be_repaired(tmp_path: Path) -> None:
    broken = Path(shutil.copytree(DATA, tmp_path / "data"))
    text = (broken / "claims.csv").read_text("utf-8")
    (broken / "claims.csv").write_text(text.replace(",explicit,", ",sure,", 2), encoding="utf-8")
    with pytest.raises(DatasetError) as error:
        current(broken)
    assert len(error.value.problems) == 2
    assert all(str(problem) in str(error.value) for problem in error.value.problems)
    (broken / "claims.csv").write_text(text, encoding="utf-8")
    assert current(broken).edition == current(DATA).edition
