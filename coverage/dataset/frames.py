"""From the strings of a CSV file to typed columns, and back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

import numpy as np
import pandas as pd

from coverage.dataset.tables import Field, Table

TRUE, FALSE = "true", "false"


def rows(frame: pd.DataFrame) -> Iterator[Any]:
    """The rows of a typed frame as named tuples; ``Index`` is the position. Their types are those of the fields."""
    return iter(frame.itertuples())


def text_of(value: object) -> str:
    """A value as it is written in a CSV file of the package: nothing is the empty string."""
    if value is None:
        return ""
    if isinstance(value, bool | np.bool_):
        return TRUE if value else FALSE
    if isinstance(value, float):
        return repr(int(value)) if value.is_integer() else repr(value)
    return value.isoformat() if isinstance(value, date) else str(value)


def string_frame(table: Table, rows: Iterable[Mapping[str, object]]) -> pd.DataFrame:
    """Rows (column -> value) as a frame of strings with exactly the columns of the table.

    KeyError when a row lacks a column; ValueError when it has one that the table does not know.
    """
    columns = table.columns
    records: list[list[str]] = []
    for row in rows:
        if unknown := set(row) - set(columns):
            raise ValueError(f"table {table.name}: unknown columns {sorted(unknown)}")
        records.append([text_of(row[c]) for c in columns])
    return pd.DataFrame(records, columns=columns, dtype=object)


def typed_column(field: Field, values: pd.Series) -> pd.Series:
    """Valid strings of one column as the type of its field; optional numbers hold NA where the string is empty."""
    if field.kind == "date":
        days = [date.fromisoformat(v) if v else None for v in values]
        return pd.Series(days, index=values.index, dtype=object)
    if field.kind == "boolean":
        return values == TRUE
    if field.kind == "integer":
        if field.required:
            return values.astype("int64")
        return pd.Series([int(v) if v else pd.NA for v in values], index=values.index, dtype="Int64")
    if field.kind == "number":
        return pd.Series([float(v) if v else np.nan for v in values], index=values.index, dtype="float64")
    return values.astype(object)


def typed_frame(table: Table, strings: pd.DataFrame) -> pd.DataFrame:
    """A valid frame of strings with typed columns: text stays ``str`` (``""`` when empty), days become
    ``datetime.date`` or None, booleans ``bool``, integers ``int64`` (``Int64`` where optional), numbers float."""
    return pd.DataFrame({f.name: typed_column(f, strings[f.name]) for f in table.fields}, index=strings.index)
