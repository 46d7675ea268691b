"""The newest snapshot of the data package, asked for once per run."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path

from coverage.dataset.load import DATA, Dataset, read_dataset

DATA_VARIABLE = "COVERAGE_DATA"

_pinned: ContextVar[Dataset | None] = ContextVar("pinned", default=None)
_held: dict[Path, Dataset] = {}
_lock = threading.Lock()


def current(path: Path | None = None) -> Dataset:
    """The newest snapshot of the package in ``path``, by default ``$COVERAGE_DATA`` or the repository's ``data/``.

    Sessions share it. Without a path and within :func:`one_snapshot` it is the snapshot of that block. DatasetError
    when anything is wrong with the package; one with problems is read again at the next call.
    """
    if path is None and (pinned := _pinned.get()):
        return pinned
    directory = (path or Path(os.environ.get(DATA_VARIABLE) or DATA)).resolve()
    with _lock:
        if directory not in _held:
            _held[directory] = read_dataset(directory)
        return _held[directory]


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
