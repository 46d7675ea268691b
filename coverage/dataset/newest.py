"""The newest snapshot of the data package, asked for once per run.

Whether files changed is seen from their size and time, which takes less than a millisecond, so every run asks. What
changed is read again, what rests on it is checked again, and all else is shared with the snapshot before. Each process
looks for itself. An edit with problems changes nothing that readers see: the last sound snapshot stays.
"""

from __future__ import annotations

import logging
import os
import threading
from collections import deque
from collections.abc import Hashable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path
from typing import Protocol

import pandas as pd

from coverage.dataset.memo import forget
from coverage.dataset.outside import Outside, outsides
from coverage.dataset.problems import Inspection, inspect
from coverage.dataset.read import Problem
from coverage.dataset.snapshot import DATA, Dataset, DatasetError, Geography

DATA_VARIABLE = "COVERAGE_DATA"
MOST_LINES = 10  # of problems in the log
GENERATIONS = 2  # snapshots and geographies that are held: who began with the one before can finish

_Seen = tuple[dict[str, Outside], Hashable]

_log = logging.getLogger(__name__)
_pinned: ContextVar[Dataset | None] = ContextVar("pinned", default=None)


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


class _Package:
    """A package on disk: its newest sound snapshot, and what is wrong with its files since."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.snapshots: deque[Dataset] = deque(maxlen=GENERATIONS)
        self.geographies: deque[Geography] = deque(maxlen=GENERATIONS)
        self.problems: tuple[Problem, ...] = ()
        self._seen: _Seen | None = None
        self._sound: Inspection | None = None
        self._latest: Inspection | None = None
        self._lock = threading.Lock()

    def newest(self) -> Dataset:
        """The newest sound snapshot; DatasetError when there has been none."""
        if not self.snapshots or self._outside() != self._seen:
            with self._lock:
                seen = self._outside()
                if not self.snapshots or seen != self._seen:
                    self._look()
                    self._seen = seen
        return self.snapshots[-1]

    def _outside(self) -> _Seen:
        return outsides(self.path), _additions.version()

    def _look(self) -> None:
        inspection = self._inspect()
        problems = tuple(inspection.problems)
        if problems and not self._sound:
            raise DatasetError(self.path, problems)
        if problems:
            if problems != self.problems:
                lines = "\n".join(map(str, problems[:MOST_LINES]))
                _log.error(
                    "De wijziging in %s is niet overgenomen (%d problemen); lezers zien wat er stond:\n%s",
                    self.path, len(problems), lines,
                )  # fmt: skip
        elif not self._sound or not inspection.same_as(self._sound):
            self._take(inspection)
        self.problems = problems

    def _inspect(self) -> Inspection:
        """What stands there now. What cannot even be inspected is a problem too, while there is a sound snapshot."""
        try:
            earlier = [each for each in (self._latest, self._sound) if each]
            self._latest = inspect(self.path, _additions.overlay, earlier)
        except Exception as error:
            if not self._sound:
                raise
            _log.exception("%s is niet te controleren", self.path)
            return Inspection(problems=[Problem("", None, "", f"is niet te controleren: {error}")])
        return self._latest

    def _take(self, inspection: Inspection) -> None:
        geography = self.geographies[-1] if self.geographies else None
        snapshot = Dataset(self.path, inspection, geography)
        if snapshot.geography is not geography:
            self.geographies.append(snapshot.geography)
        self._sound = inspection
        if len(self.snapshots) == GENERATIONS:
            forget(self.snapshots[0])  # an open session may hold it until its next run
        self.snapshots.append(snapshot)


_packages: dict[Path, _Package] = {}


def _package(path: Path | None = None) -> _Package:
    directory = Path(os.path.abspath(path or os.environ.get(DATA_VARIABLE) or DATA))  # noqa: PTH100 keeps a link a link
    return _packages.get(directory) or _packages.setdefault(directory, _Package(directory))


def current(path: Path | None = None) -> Dataset:
    """The newest snapshot of the package in ``path``, by default ``$COVERAGE_DATA`` or the repository's ``data/``.

    Sessions share it. Without a path and within :func:`one_snapshot` it is the snapshot of that block. DatasetError
    when the package has problems and never was sound in this process. What is added to the files
    (:func:`add_to_snapshots`) is part of it.
    """
    if path is None and (pinned := _pinned.get()):
        return pinned
    return _package(path).newest()


def read_dataset(path: Path) -> Dataset:
    """Read and check the package in a directory, to hold it yourself; DatasetError when anything is wrong with it."""
    inspection = inspect(path)
    if inspection.problems:
        raise DatasetError(path, inspection.problems)
    return Dataset(path, inspection)


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


def not_taken_over() -> tuple[Problem, ...]:
    """What keeps the files as they stand from being shown; empty when the newest snapshot is what they say."""
    package = _package()
    package.newest()
    return package.problems


def geographies() -> tuple[Geography, ...]:
    """The geography of the newest snapshot, and before it the one that it replaced, if any."""
    package = _package()
    package.newest()
    return tuple(package.geographies)
