"""Reading what others publish as CSV: columns by the headings that they have there, and sources as they are named."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import pandas as pd

from coverage.dataset.read import read_rows
from coverage.derive.errors import DeriveError

Columns = Mapping[str, Sequence[str]]  # our word for a column -> patterns of the headings it has in published files


def published_rows(path: Path, needed: Columns, optional: Columns) -> Iterator[tuple[int, dict[str, str]]]:
    """(line, our word -> text) of each row of a CSV file; a column of ``optional`` that is not there is empty.

    DeriveError names the file, and where it can the line.
    """
    rows, problems = read_rows(path)
    for problem in problems:
        at = f", regel {problem.row}" if problem.row else ""
        raise DeriveError(f"{path.name}{at}: {problem.message}")
    places = {word: _heading(list(rows[0]), names) for word, names in {**needed, **optional}.items()}
    if missing := [f"{word} ({' of '.join(needed[word])})" for word in needed if places[word] is None]:
        raise DeriveError(f"{path.name}, regel 1: deze kolommen ontbreken: {', '.join(missing)}")
    for line, row in enumerate(rows, start=2):
        yield line, {word: row.get(heading or "", "").strip() for word, heading in places.items()}


def _heading(headings: Sequence[str], patterns: Sequence[str]) -> str | None:
    return next((h for p in patterns for h in headings if re.fullmatch(p, h.strip(), re.IGNORECASE)), None)


class Sources:
    """The sources of a package (table ``sources`` as strings), found as a file names them; else the one that is given.

    DeriveError when what is given is not among them.
    """

    def __init__(self, table: pd.DataFrame, given: str = "") -> None:
        self._reading = dict(zip(table["source_id"], table["reading"], strict=True))
        self._named = dict(zip(table["title"], table["source_id"], strict=True)) | {i: i for i in self._reading}
        if given and given not in self._reading:
            raise DeriveError(f"{given} staat niet in sources.csv; voeg de bron eerst toe")
        self._given = given

    def of(self, named: str, what: str) -> tuple[str, str]:
        """Identifier of a source and how it was read. DeriveError says of ``what`` there is no source."""
        found = self._named.get(named, self._given)
        if not found:
            raise DeriveError(
                f'{what}: bron "{named}" staat niet in sources.csv; voeg die toe, of geef een source_id met --source'
            )
        return found, self._reading[found]
