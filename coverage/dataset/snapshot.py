"""One snapshot of the data package in memory: read and checked, and never changed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from coverage.dataset.frames import rows
from coverage.dataset.problems import Inspection
from coverage.dataset.read import Problem
from coverage.dataset.tables import GEOGRAPHY, TABLES
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


class Geography:
    """The part of the package that rarely changes: municipalities with their borders, regions and inhabitants.

    Snapshots share it for as long as its tables and border files are the same. It knows nothing of them.
    """

    def __init__(self, tables: Mapping[str, pd.DataFrame], boundaries: Mapping[str, bytes]) -> None:
        self._tables = tables
        self._boundaries = boundaries

    @property
    def geography(self) -> Geography:
        """Itself, so that what asks for a part of the geography may ask a snapshot too."""
        return self

    def table(self, name: str) -> pd.DataFrame:
        """A table with typed columns (see :mod:`coverage.dataset.frames`); KeyError when there is none of that name.

        Each call gives a new view that shares its values by copy-on-write: what a caller does to it is
        seen by nobody else.
        """
        return self._tables[name].copy(deep=False)

    def boundary(self, name: str) -> bytes:
        """The content of a file in ``boundaries/``; FileNotFoundError when there is none of that name."""
        try:
            return self._boundaries[name]
        except KeyError:
            raise FileNotFoundError(f"boundaries/{name}") from None

    def is_of(self, inspection: Inspection) -> bool:
        """Whether this is the geography of a package as it was inspected."""
        files = inspection.boundaries
        return (
            all(frame is inspection.tables[name] for name, frame in self._tables.items())
            and self._boundaries.keys() == files.keys()
            and all(content is files[name] for name, content in self._boundaries.items())
        )


class Dataset(Geography):
    """The package as it was at one moment: its geography and everything else. Compared and hashed by identity.

    What follows from it is kept on it, and goes with it (:mod:`coverage.dataset.memo`).
    """

    def __init__(self, path: Path, inspection: Inspection, earlier: Geography | None = None) -> None:
        super().__init__(inspection.tables, inspection.boundaries)
        self.path = path
        self.edition: str = inspection.description["version"]
        own = {name: inspection.tables[name] for name in GEOGRAPHY}
        new = Geography(own, inspection.boundaries)
        self._geography = earlier if earlier and earlier.is_of(inspection) else new
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

    @property
    def geography(self) -> Geography:
        """Its geography, which it may share with other snapshots."""
        return self._geography

    def source(self, source_id: str) -> Source:
        """A source by its identifier; KeyError when there is none."""
        return self._sources[source_id]
