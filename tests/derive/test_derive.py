"""``coverage derive``: what follows from the tables, made again."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from small_package import write_package

from coverage.cli import main
from coverage.dataset import DATA
from coverage.derive import DeriveError, derive
from coverage.derive.write import put_files


@pytest.fixture
def package(tmp_path: Path) -> Path:
    return write_package(tmp_path / "data")


def _bytes(root: Path) -> dict[str, bytes]:
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}


def test_the_committed_package_is_up_to_date_byte_for_byte(tmp_path: Path) -> None:
    package = Path(shutil.copytree(DATA, tmp_path / "data"))
    assert derive(package) == []
    assert _bytes(package) == _bytes(DATA)


def test_what_was_lost_comes_back_the_same(package: Path) -> None:
    before = _bytes(package)
    (package / "population_pieces.csv").unlink()
    (package / "boundaries" / "2023.topojson").unlink()
    (package / "boundaries" / "1999.topojson").write_text("{}", encoding="utf-8")
    assert set(derive(package)) == {
        "population_pieces.csv",
        "boundaries/2023.topojson",
        "boundaries/1999.topojson",
    }
    assert _bytes(package) == before


def test_a_hand_edit_and_a_raised_edition_stay(package: Path) -> None:
    claims = package / "claims.csv"
    lines = claims.read_text(encoding="utf-8").splitlines(keepends=True)
    claims.write_text("".join(lines[:-1]), encoding="utf-8")
    description = package / "datapackage.json"
    content = json.loads(description.read_text(encoding="utf-8"))
    content |= {"version": "2027.1", "title": "Een andere titel"}
    description.write_text(json.dumps(content), encoding="utf-8")
    edited = claims.read_bytes()
    assert derive(package) == ["datapackage.json"]
    assert claims.read_bytes() == edited
    made = json.loads(description.read_text(encoding="utf-8"))
    assert (made["version"], made["title"]) == ("2027.1", "Een andere titel")
    assert next(r["bytes"] for r in made["resources"] if r["path"] == "claims.csv") == len(edited)
    assert derive(package) == []


@pytest.mark.parametrize(("file", "content"), [("datapackage.json", "{"), ("reorganisations.csv", "date\n")])
def test_what_it_needs_is_asked_for_in_words(
    package: Path, capsys: pytest.CaptureFixture[str], file: str, content: str
) -> None:
    (package / file).write_text(content, encoding="utf-8")
    before = _bytes(package)
    with pytest.raises(DeriveError, match=file):
        derive(package)
    assert _bytes(package) == before
    assert main(["derive", "--data", str(package)]) == 1
    assert file in capsys.readouterr().err


def test_files_that_are_the_same_are_not_touched(tmp_path: Path) -> None:
    assert put_files(tmp_path, {"a/b": b"1", "c": b"2"}) == ["a/b", "c"]
    assert put_files(tmp_path, {"a/b": b"1", "c": b"3"}) == ["c"]
    assert sorted(p.name for p in tmp_path.iterdir()) == ["a", "c"]
