"""What a valid value is."""

import pandas as pd
import pandera.errors
import pytest

from coverage.dataset.schemas import fault, schema
from coverage.dataset.tables import TABLES, Field
from coverage.vocabulary import Reading

BAD = [
    ("text", " a", "spatie"),
    ("text", "a\nb", "regeleinde"),
    ("integer", "1.5", "heel getal"),
    ("integer", "-3", "heel getal"),
    ("integer", "1" * 16, "heel getal"),
    ("number", "1,5", "punt"),
    ("number", "nan", "getal"),
    ("number", "1e5", "getal"),
    ("boolean", "ja", "true"),
    ("boolean", "True", "true"),
    ("municipality", "518", "GM0518"),
    ("municipality", "GM05180", "GM0518"),
    ("date", "2021-02-30", "jjjj-mm-dd"),
    ("date", "2021-02", "jjjj-mm-dd"),
    ("partial_date", "2021-13", "jjjj-mm"),
    ("partial_date", "juli 2013", "jjjj-mm"),
]
GOOD = [
    ("text", "Súdwest-Fryslân, 'deel'"),
    ("integer", "0"),
    ("integer", "17942942"),
    ("number", "0.281"),
    ("number", "3000000"),
    ("boolean", "true"),
    ("municipality", "GM0518"),
    ("date", "2024-02-29"),
    ("partial_date", "1992"),
    ("partial_date", "2013-07"),
]


@pytest.mark.parametrize(("kind", "value", "word"), BAD)
def test_faults_say_what_to_write(kind: str, value: str, word: str) -> None:
    assert word in fault(Field("x", kind, ""), value)  # type: ignore[arg-type]


@pytest.mark.parametrize(("kind", "value"), GOOD)
def test_good_values(kind: str, value: str) -> None:
    assert fault(Field("x", kind, ""), value) == ""  # type: ignore[arg-type]


def test_empty_values() -> None:
    assert "leeg" in fault(Field("x", "text", ""), "")
    assert fault(Field("x", "integer", "", required=False), "") == ""


def test_codes() -> None:
    field = Field("reading", "text", "", values=Reading)
    assert fault(field, "full") == ""
    assert fault(field, "Full") == '"Full" is geen bekende waarde; kies uit full, excerpt, unstated'


def test_the_pandera_schema_finds_values_and_keys() -> None:
    columns = TABLES["municipality_variants"].columns
    good = pd.DataFrame([["Den Bosch", "GM0796", "D-NAMEN", ""]], columns=columns, dtype=object)
    schema("municipality_variants").validate(good, lazy=True)
    double = [["x", "GM0796", "D", ""], ["x", "GM0797", "D", ""]]
    for bad in ([["", "GM0796", "D", ""]], [["x", "796", "D", ""]], double):
        with pytest.raises(pandera.errors.SchemaErrors):
            schema("municipality_variants").validate(pd.DataFrame(bad, columns=columns, dtype=object), lazy=True)
