"""What stands in a spreadsheet, whatever program wrote it: cells with what hangs on them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

MOST_COLUMNS = 60  # read of a row; a correction sheet has fifteen
MOST_CELLS = 200_000
Place = tuple[int, int]  # row and column, both from 1


@dataclass(frozen=True, slots=True)
class SheetCell:
    """One cell. ``struck`` is text that was struck out and is no part of ``value``; ``link`` lies under the text."""

    value: str | int | float | date | datetime | None = None
    formula: bool = False
    struck: str = ""
    comment: str = ""
    link: str = ""

    def __bool__(self) -> bool:
        return bool(plain(self.value) or self.struck or self.comment or self.link)


@dataclass(frozen=True, slots=True)
class Tab:
    """The cells of one sheet that hold anything, by place.

    ``merged`` are blocks: first row, first column, last row, last column.
    """

    name: str
    cells: Mapping[Place, SheetCell]
    merged: tuple[tuple[int, int, int, int], ...] = ()
    rows: Mapping[int, dict[int, SheetCell]] = field(init=False)

    def __post_init__(self) -> None:
        rows: dict[int, dict[int, SheetCell]] = {}
        for (row, column), cell in sorted(self.cells.items()):
            rows.setdefault(row, {})[column] = cell
        object.__setattr__(self, "rows", rows)

    def spread(self, rows: Iterable[int], columns: Iterable[int]) -> Tab:
        """The same sheet, with what is merged over ``rows`` in each of them, for these columns."""
        wanted, columns = set(rows), set(columns)
        cells = dict(self.cells)
        for first, left, last, _right in self.merged:
            if left in columns and (anchor := self.cells.get((first, left))):
                cells |= {(row, left): anchor for row in range(first, last + 1) if row in wanted}
        return Tab(self.name, cells, self.merged)


def plain(value: Any) -> str:
    """A value as one line of text without control characters; a whole day as JJJJ-MM-DD."""
    if value is None:
        return ""
    if isinstance(value, datetime | date):
        return value.isoformat()[:10]
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return " ".join("".join(c if c.isprintable() else " " for c in str(value)).split())


def letter(index: int) -> str:
    """Column letter of a spreadsheet: 0 is A, 26 is AA."""
    return (letter(index // 26 - 1) if index >= 26 else "") + chr(ord("A") + index % 26)
