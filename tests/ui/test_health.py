"""The health check looks at the data on disk, and not only whether the process answers."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path

import pytest
from asgi_client import Answer, get
from starlette.applications import Starlette

from coverage.dataset import DATA, Dataset, current
from coverage.dataset.current import DATA_VARIABLE
from coverage.ui.web.health import OnDisk, health_route


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    copy = Path(shutil.copytree(DATA, tmp_path / "data"))
    monkeypatch.setenv(DATA_VARIABLE, str(copy))
    return copy


@pytest.fixture
def dataset(package: Path) -> Dataset:
    return current()


@pytest.fixture
def app(dataset: Dataset) -> Starlette:
    return Starlette(routes=[health_route("")])


def ask(app: Starlette) -> tuple[Answer, dict[str, object]]:
    answer = get(app, "/gezondheid")
    assert answer.headers["cache-control"] == "no-store"
    return answer, json.loads(answer.text)


def test_sound_data(app: Starlette, dataset: Dataset) -> None:
    answer, told = ask(app)
    assert (answer.status, told) == (200, {"status": "ok", "edition": dataset.edition})


@pytest.mark.parametrize("name", ["claims.csv", "datapackage.json", "boundaries/2023.topojson"])
def test_a_file_that_is_gone(app: Starlette, package: Path, name: str) -> None:
    (package / name).unlink()
    answer, told = ask(app)
    assert (answer.status, told["bestanden"]) == (503, [name])


def test_a_file_that_was_cut_off_names_the_edition_in_memory(app: Starlette, package: Path, dataset: Dataset) -> None:
    path = package / "claims.csv"
    path.write_bytes(path.read_bytes()[:-10])
    answer, told = ask(app)
    assert (answer.status, told["bestanden"], told["edition"]) == (503, ["claims.csv"], dataset.edition)
    assert "herstart" in str(told["wat nu"])


def test_a_file_of_the_same_size_with_other_content(app: Starlette, package: Path) -> None:
    path = package / "claims.csv"
    path.write_bytes(path.read_bytes().replace(b"2013", b"2014", 1))
    assert ask(app)[0].status == 503


def test_a_file_written_again_with_the_same_content_is_sound(app: Starlette, package: Path) -> None:
    path = package / "claims.csv"
    path.write_bytes(path.read_bytes())
    os.utime(path, (1, 1))
    assert ask(app)[0].status == 200


def test_a_file_that_is_put_back_is_sound_again(package: Path) -> None:
    files = OnDisk(package)
    path = package / "claims.csv"
    content = path.read_bytes()
    path.write_bytes(b"")
    assert files.changed() == ["claims.csv"]
    path.write_bytes(content)
    assert files.changed() == []


def test_an_edition_that_is_frozen_later_is_no_change_but_one_that_changes_is(package: Path) -> None:
    files = OnDisk(package)
    (package / "editions" / "2099-voorjaar.json").write_text("{}")
    assert files.changed() == []
    (package / "editions" / "2026-najaar.json").write_text("{}")
    assert files.changed() == ["editions/2026-najaar.json"]
