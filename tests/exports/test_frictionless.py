"""Frictionless: the package that readers take along is the Data Package that its description says it is."""

import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from frictionless import Package

from coverage.dataset import current
from coverage.exports.package_zip import package_zip

DS = current()


@pytest.fixture
def unpacked(tmp_path: Path) -> Path:
    with zipfile.ZipFile(BytesIO(package_zip(DS))) as package:
        package.extractall(tmp_path)
    return tmp_path


def problems(folder: Path) -> list[str]:
    report = Package(folder / "datapackage.json").validate()
    return [error.message for task in report.tasks for error in task.errors] + [e.message for e in report.errors]


def test_the_package_is_valid(unpacked: Path) -> None:
    assert problems(unpacked) == []


def test_a_wrong_value_is_found(unpacked: Path) -> None:
    claims = unpacked / "claims.csv"
    claims.write_bytes(claims.read_bytes().replace(b",location,", b",nonsense,", 1))
    assert problems(unpacked)
