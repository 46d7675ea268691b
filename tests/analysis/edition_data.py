"""Copies of the data package for tests of editions."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

from coverage.dataset import DATA, Dataset, current
from coverage.derive.datapackage import write_datapackage


def package(root: Path, drop: Callable[[str], bool] = lambda _line: False) -> Dataset:
    """A copy of the data without its editions and without some lines of claims.csv."""
    shutil.copytree(DATA, root, ignore=shutil.ignore_patterns("editions"), dirs_exist_ok=True)
    lines = (DATA / "claims.csv").read_text(encoding="utf-8").splitlines(keepends=True)
    kept = [line for line in lines if not drop(line)]
    assert len(kept) > 100
    (root / "claims.csv").write_text("".join(kept), encoding="utf-8")
    write_datapackage(root)
    return current(root)


def moved(frm: Path, to: Dataset) -> None:
    """Take the editions of one package along to another."""
    shutil.copytree(frm / "editions", to.path / "editions", dirs_exist_ok=True)
