"""A correction sheet saved as CSV: one tab without comments, links or layout."""

from __future__ import annotations

import csv
from io import StringIO

from coverage.sheets.cells import MOST_COLUMNS, SheetCell, Tab, plain


def csv_tabs(data: bytes) -> list[Tab]:
    """The one tab of a CSV file in UTF-8, UTF-16 or Windows-1252, with semicolons, commas or tabs."""
    text = _decoded(data)
    first = text.partition("\n")[0]
    delimiter = max(";,\t", key=first.count)
    cells = {
        (n, column): SheetCell(value)
        for n, row in enumerate(csv.reader(StringIO(text, newline=""), delimiter=delimiter), start=1)
        for column, value in enumerate(row[:MOST_COLUMNS], start=1)
        if plain(value)
    }
    return [Tab("", cells)]


def _decoded(data: bytes) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")
