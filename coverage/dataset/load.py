"""One snapshot of the data package in memory: read and checked, and never changed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from coverage.dataset.frames import rows
from coverage.dataset.problems import Inspection, Overlay, inspect
from coverage.dataset.read import Problem
from coverage.dataset.tables import TABLES
from coverage.vocabulary import Reading

DATA = Path(__file__).parents[2] / "data"


class DatasetError(Exception):
    """The package has problems; the message lists them all, one a line."""

    def __init__(self, path: Path, problems: Sequence[Problem]) -> None:
        self.problems = tuple(problems)
        lines = "\n".join(str(problem) for problem in problems)
        super().__init__(f"De gegevens in {path.name}/ zijn niet in orde ({len(problems)} problemen):\n{lines}")


@dataclass(frozen=True, slots=True)
class Source:
    """One source; empty texts and a year of None are unknown."""

    source_id: str
    title: str
    publisher: str
    year: int | None
    date: str
    url: str
    reading: Reading
    used: bool
    licence: str
    note: str


class Dataset:
    """The package as it was at one moment. Compared and hashed by identity.

    What follows from it is kept on it, and goes with it (:mod:`coverage.dataset.memo`).
    """

    def __init__(self, path: Path, inspection: Inspection) -> None:
        self.path = path
        self.edition: str = inspection.description["version"]
        self._tables = inspection.tables
        self._sources = {
            r.source_id: Source(
                r.source_id,
                r.title,
                r.publisher,
                None if pd.isna(r.year) else int(r.year),
                r.date,
                r.url,
                Reading(r.reading),
                r.used,
                r.licence,
                r.note,
            )
            for r in rows(inspection.tables["sources"])
        }

    @property
    def names(self) -> tuple[str, ...]:
        """Names of the tables."""
        return tuple(TABLES)

    def table(self, name: str) -> pd.DataFrame:
        """A table with typed columns (see :mod:`coverage.dataset.frames`); KeyError when there is none of that name.

        Each call gives a new view that shares its values by copy-on-write: what a caller does to it is
        seen by nobody else.
        """
        return self._tables[name].copy(deep=False)

    def source(self, source_id: str) -> Source:
        """A source by its identifier; KeyError when there is none."""
        return self._sources[source_id]


def read_dataset(path: Path, overlay: Overlay = dict) -> Dataset:
    """Read and check the package in a directory, with what ``overlay`` adds; DatasetError when anything is wrong."""
    inspection = inspect(path, overlay)
    if inspection.problems:
        raise DatasetError(path, inspection.problems)
    return Dataset(path, inspection)
