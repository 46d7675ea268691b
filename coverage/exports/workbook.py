"""Sheets of a workbook: tables, and pages of words. Text stays text: no formulas, no links."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pandas as pd

OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
WIDEST = 60


def table_sheet(book: Any, name: str, frame: pd.DataFrame) -> None:
    """A table with a bold header that stays in view, a filter, and columns as wide as they need."""
    bold = book.add_format({"bold": True})
    sheet = book.add_worksheet(name)
    sheet.freeze_panes(1, 0)
    for column, title in enumerate(frame.columns):
        series = frame[title].astype(object)
        values = series.where(series.notna(), None).tolist()
        sheet.write_string(0, column, str(title), bold)
        for row, value in enumerate(values, start=1):
            if value is None or value == "":
                continue
            if isinstance(value, bool | int | float):
                sheet.write(row, column, value)
            else:
                sheet.write_string(row, column, str(value))
        longest = max([len(str(title)), *(len(str(v)) for v in values)])
        sheet.set_column(column, column, min(longest + 2, WIDEST))
    if len(frame):
        sheet.autofilter(0, 0, len(frame), len(frame.columns) - 1)


def words_sheet(book: Any, name: str, rows: Iterable[tuple[str, str]]) -> None:
    """Pairs of a word and its text, under one another."""
    bold = book.add_format({"bold": True, "valign": "top"})
    wrapped = book.add_format({"text_wrap": True, "valign": "top"})
    sheet = book.add_worksheet(name)
    sheet.set_column(0, 0, 34)
    sheet.set_column(1, 1, 100, wrapped)
    for row, (word, text) in enumerate(rows):
        sheet.write_string(row, 0, word, bold)
        sheet.write_string(row, 1, text, wrapped)
