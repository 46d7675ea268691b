"""The health check looks at the data on disk, and not only whether the process answers."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path

import pytest
from asgi_client import get
from starlette.applications import Starlette

from coverage.dataset import DATA, Dataset, current
from coverage.dataset.newest import DATA_VARIABLE
from coverage.ui.web.health import health_route

APP = Starlette(routes=[health_route("")])


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    copy = Path(shutil.copytree(DATA, tmp_path / "data"))
    monkeypatch.setenv(DATA_VARIABLE, str(copy))
    return copy


@pytest.fixture
def dataset(package: Path) -> Dataset:
    return current()


def told() -> dict[str, object]:
    answer = get(APP, "/gezondheid")
    assert (answer.status, answer.headers["cache-control"]) == (200, "no-store")
    found: dict[str, object] = json.loads(answer.text)
    return found


def test_sound_data(dataset: Dataset) -> None:
    assert told() == {"status": "ok", "edition": dataset.edition}


@pytest.mark.parametrize("name", ["claims.csv", "datapackage.json", "boundaries/2023.topojson"])
def test_a_file_that_is_gone(dataset: Dataset, package: Path, name: str) -> None:
    (package / name).unlink()
    answer = told()
    assert (answer["status"], answer["edition"]) == ("vorige gegevens", dataset.edition)
    assert any(str(line).startswith(f"data/{name}") for line in answer["problemen"])  # type: ignore[attr-defined]
    assert "Herstarten helpt niet" in str(answer["wat nu"])


def test_a_file_that_was_cut_off_and_put_back(dataset: Dataset, package: Path) -> None:
    path = package / "claims.csv"
    content = path.read_bytes()
    path.write_bytes(content[:-10])
    assert "claims.csv" in str(told()["problemen"])
    assert current() is dataset
    path.write_bytes(content)
    assert told() == {"status": "ok", "edition": dataset.edition}


def test_a_sound_change_is_taken_over(dataset: Dataset, package: Path) -> None:
    path = package / "datapackage.json"
    path.write_text(path.read_text("utf-8").replace(dataset.edition, "2099-01", 1), encoding="utf-8")
    assert told() == {"status": "ok", "edition": "2099-01"}


def test_a_file_written_again_with_the_same_content_is_sound(dataset: Dataset, package: Path) -> None:
    path = package / "claims.csv"
    path.write_bytes(path.read_bytes())
    os.utime(path, (1, 1))
    assert told()["status"] == "ok"


def test_an_edition_that_changes_after_it_was_frozen(dataset: Dataset, package: Path) -> None:
    (package / "editions" / "2026-najaar.json").write_text("{}")
    assert "2026-najaar.json" in str(told()["problemen"])
