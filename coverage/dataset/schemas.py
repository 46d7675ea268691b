"""What a valid value is, and pandera schemas made from the table definitions.

Values are checked as the strings that the CSV files hold. Pandera's checks per column and its coercion
are left out: one check a table, on the distinct values only, keeps checking the whole package fast.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache, partial

import pandas as pd
import pandera.pandas as pa

from coverage.dataset.frames import FALSE, TRUE
from coverage.dataset.tables import TABLES, Field, Kind, Table
from coverage.dates import parse_day, start

MUNICIPALITY = r"GM\d{4}"
PIECE = rf"{MUNICIPALITY}(-{MUNICIPALITY})*"
# Fifteen digits: what a double holds exactly. No quantity in the package can be negative.
_FORMS: dict[Kind, re.Pattern[str]] = {
    "integer": re.compile(r"\d{1,15}"),
    "number": re.compile(r"\d{1,15}(\.\d{1,15})?"),
    "boolean": re.compile(f"{TRUE}|{FALSE}"),
    "municipality": re.compile(MUNICIPALITY),
    "piece": re.compile(PIECE),
}
_DATES: dict[Kind, Callable[[str], object]] = {"date": parse_day, "partial_date": start}
_FORM_MESSAGES: dict[Kind, str] = {
    "text": "",
    "integer": "is geen heel getal; schrijf alleen cijfers, bijvoorbeeld 1234",
    "number": "is geen getal; schrijf cijfers, met een punt voor de decimalen, bijvoorbeeld 0.5",
    "boolean": f"is geen ja of nee; schrijf {TRUE} of {FALSE}",
    "municipality": "is geen gemeentecode; schrijf GM en vier cijfers, bijvoorbeeld GM0518",
    "piece": "is geen stuk van de kaart; schrijf GM0518, of GM0788-GM0757 voor een deel van een gesplitste gemeente",
    "date": "is geen bestaande dag; schrijf jjjj-mm-dd, bijvoorbeeld 2013-07-01",
    "partial_date": "is geen bestaande datum; schrijf jjjj, jjjj-mm of jjjj-mm-dd, bijvoorbeeld 2013-07",
}
# Control characters, zero width, and what turns the direction of text that follows: a reader sees something else than
# is there. Marks that text from right to left needs (U+200E, U+200F) and joiners within emoji (U+200D) are allowed.
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u200b\u2028-\u202e\u2060-\u206f\ufeff]")


def fault(field: Field, value: str) -> str:
    """What is wrong with a value of this field and what to do, in Dutch; empty when nothing is."""
    if not value:
        return "is leeg; vul een waarde in" if field.required else ""
    if _CONTROL.search(value) or value != value.strip():
        return f"{value!r} bevat een spatie aan begin of eind, een regeleinde of een onzichtbaar teken; haal dat weg"
    if field.values and value not in {str(code) for code in field.values}:
        return f'"{value}" is geen bekende waarde; kies uit {", ".join(str(code) for code in field.values)}'
    message = _FORM_MESSAGES[field.kind]
    return "" if _has_form(field.kind, value) else f'"{value}" {message}'


def _has_form(kind: Kind, value: str) -> bool:
    if kind in _FORMS:
        return _FORMS[kind].fullmatch(value) is not None
    try:
        _DATES.get(kind, str)(value)
    except ValueError:
        return False
    return True


def _valid(frame: pd.DataFrame, table: Table) -> pd.Series:
    """Per row whether all its values are valid."""
    valid = pd.Series(True, index=frame.index)
    for field in table.fields:
        values = frame[field.name]
        if faulty := {value for value in set(values) if fault(field, value)}:
            valid &= ~values.isin(faulty)
    return valid


@cache
def schema(name: str) -> pa.DataFrameSchema:
    """The pandera schema of a table, for its strings: every value valid, the key unique."""
    table = TABLES[name]
    return pa.DataFrameSchema(
        checks=pa.Check(partial(_valid, table=table), name="valid"), unique=list(table.key) or None, name=table.name
    )
