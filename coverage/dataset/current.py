"""The newest snapshot of the data package, asked for once per run."""

from __future__ import annotations

import os
import threading
from collections.abc import Hashable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path
from typing import Protocol

import pandas as pd

from coverage.dataset.load import DATA, Dataset, read_dataset

DATA_VARIABLE = "COVERAGE_DATA"

_pinned: ContextVar[Dataset | None] = ContextVar("pinned", default=None)
_held: dict[Path, tuple[Hashable, Dataset]] = {}
_lock = threading.Lock()


class Additions(Protocol):
    """What comes on top of the files of a package while the process runs: the accepted answers of the inventory."""

    def version(self) -> Hashable:
        """Differs as soon as there is something else to add; asked once per run, so it must be cheap."""

    def overlay(self, strings: dict[str, pd.DataFrame]) -> dict[str, pd.DataFrame]:
        """The tables (strings) with what is added."""


class _NoAdditions:
    def version(self) -> Hashable:
        return None

    def overlay(self, strings: dict[str, pd.DataFrame]) -> dict[str, pd.DataFrame]:
        return strings


_additions: Additions = _NoAdditions()


def add_to_snapshots(additions: Additions | None) -> None:
    """From now on every snapshot holds these too; None for the files alone."""
    global _additions  # noqa: PLW0603 - one inventory a process, named when it starts
    _additions = additions or _NoAdditions()


def current(path: Path | None = None) -> Dataset:
    """The newest snapshot of the package in ``path``, by default ``$COVERAGE_DATA`` or the repository's ``data/``.

    Sessions share it. Without a path and within :func:`one_snapshot` it is the snapshot of that block. DatasetError
    when anything is wrong with the package; one with problems is read again at the next call. A new snapshot is made
    when what is added to the files (:func:`add_to_snapshots`) has another version.
    """
    if path is None and (pinned := _pinned.get()):
        return pinned
    directory = (path or Path(os.environ.get(DATA_VARIABLE) or DATA)).resolve()
    with _lock:
        version = _additions.version()
        if directory not in _held or _held[directory][0] != version:
            _held[directory] = version, read_dataset(directory, _additions.overlay)
        return _held[directory][1]


@contextmanager
def one_snapshot() -> Iterator[Dataset]:
    """For one run, request or command: all that asks for the current snapshot within gets this one.

    A block within another one has the snapshot of the outer.
    """
    ds = current()
    token = _pinned.set(ds)
    try:
        yield ds
    finally:
        _pinned.reset(token)
