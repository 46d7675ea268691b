"""Rows of the raw CSV files, which know where they stand, so that an error can say so."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

C = TypeVar("C", bound=str)
Record = dict[str, Any]  # a row of the package in the making: column -> value, not yet text


class BuildError(Exception):
    """The raw material cannot be turned into the package; the message says where and what to do."""


# The collection calls its five founding documents "seeds" and points to files that the package does not have.
_WORDING = (
    ("zie tegenstrijdigheden.md", "zie tegenstrijdigheid"),
    ("niet in de seedtekst", "niet in de brontekst"),
    ("niet in de seeds", "niet in de vijf brondocumenten"),
    ("niet in de seed", "niet in de brontekst"),
    (" Zie `tabel_1_3.csv`, kolommen\n`percentage_herberekend` en `percentage_klopt`.", ""),
)


def plain(text: str) -> str:
    """Prose of the collection in words that make sense without it; facts stay as they are."""
    for old, new in _WORDING:
        text = text.replace(old, new)
    return text.strip()


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a raw file. ``line`` counts rows as an editor does: the header is line 1."""

    file: str
    line: int
    values: Mapping[str, str]

    def __getitem__(self, column: str) -> str:
        try:
            return self.values[column]
        except KeyError:
            raise BuildError(f"{self.file}: column {column!r} is missing; add it or change the build") from None

    def prose(self, column: str) -> str:
        """A cell of Dutch prose, see :func:`plain`."""
        return plain(self[column])

    def code(self, column: str, mapping: Mapping[str, C]) -> C:
        """The code for a Dutch value."""
        value = self[column]
        if value not in mapping:
            known = ", ".join(mapping)
            raise self.error(column, f"has no code; add it to coverage/build/codes.py or correct it ({known})")
        return mapping[value]

    def flag(self, column: str) -> bool:
        """``ja`` or ``nee``."""
        if self[column] not in ("ja", "nee"):
            raise self.error(column, "is neither 'ja' nor 'nee'; correct it")
        return self[column] == "ja"

    def error(self, column: str, message: str) -> BuildError:
        """An error about one cell."""
        return BuildError(f"{self.file}, row {self.line}, column {column}: {self[column]!r} {message}")


def read_rows(path: Path) -> list[Row]:
    """All rows of a UTF-8 CSV file with a header."""
    if not path.is_file():
        raise BuildError(f"{path.name}: file not found; expected in {path.parent.name}/")
    with path.open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file)
        rows = [Row(path.name, line, values) for line, values in enumerate(reader, start=2)]
    for row in rows:
        if None in row.values or None in row.values.values():
            raise BuildError(f"{row.file}, row {row.line}: number of cells differs from the header; check the quotes")
    return rows
