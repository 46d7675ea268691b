"""Strings to types and back."""

from datetime import date

import pandas as pd
import pytest

from coverage.dataset.frames import string_frame, text_of, typed_frame
from coverage.dataset.tables import TABLES, Field, Table
from coverage.vocabulary import Reading

TABLE = Table(
    "example",
    "",
    (
        Field("day", "date", "", required=False),
        Field("yes", "boolean", ""),
        Field("n", "integer", ""),
        Field("maybe", "integer", "", required=False),
        Field("share", "number", "", required=False),
        Field("word", "text", "", required=False),
        Field("when", "partial_date", ""),
    ),
)
ROWS: list[dict[str, object]] = [
    {"day": date(2021, 1, 1), "yes": True, "n": 3, "maybe": 4, "share": 0.25, "word": "é", "when": "2013-07"},
    {"day": None, "yes": False, "n": 0, "maybe": None, "share": None, "word": "", "when": "2013"},
]


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""),
        (True, "true"),
        (False, "false"),
        (3, "3"),
        (15000000.0, "15000000"),
        (0.281, "0.281"),
        (date(2021, 1, 1), "2021-01-01"),
        (Reading.FULL, "full"),
        ("", ""),
    ],
)
def test_text_of_a_value(value: object, text: str) -> None:
    assert text_of(value) == text


def test_types() -> None:
    typed = typed_frame(TABLE, string_frame(TABLE, ROWS))
    assert dict(typed.loc[0]) == ROWS[0]
    second = typed.loc[1]
    assert second["day"] is None
    assert pd.isna(second["maybe"])
    assert pd.isna(second["share"])
    assert (second["yes"], second["n"], second["word"], second["when"]) == (False, 0, "", "2013")
    assert [str(t) for t in typed.dtypes] == ["object", "bool", "int64", "Int64", "float64", "object", "object"]


def test_a_row_must_have_the_columns_of_its_table() -> None:
    with pytest.raises(ValueError, match="odd"):
        string_frame(TABLE, [ROWS[0] | {"odd": 1}])
    with pytest.raises(KeyError, match="yes"):
        string_frame(TABLE, [{"day": None}])


def test_definitions_refer_to_tables_that_exist() -> None:
    for table in TABLES.values():
        assert set(table.key) <= set(table.columns)
        for field in table.fields:
            if field.refers:
                name, column = field.refers.split(".")
                assert column in TABLES[name].columns
