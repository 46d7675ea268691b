"""The files of the package as they stand: strings, or what keeps them from being read."""

from __future__ import annotations

import csv
import io
import json
import re
from collections import Counter
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pandas as pd

from coverage.dataset.tables import Table

REBUILD = "zet een eerdere versie terug; wat uit tabellen volgt, maak je met 'python -m coverage derive'"


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong with the package, for a Dutch operator.

    ``file`` is relative to the package; ``row`` is the line in the file (the header is line 1), None
    when the problem concerns the whole file; ``column`` is empty when it concerns no single one. The
    message says what is wrong and what to do.
    """

    file: str
    row: int | None
    column: str
    message: str

    def __str__(self) -> str:
        row = "" if self.row is None else f", regel {self.row}"
        column = f", kolom {self.column}" if self.column else ""
        return f"data/{self.file}{row}{column}: {self.message}"


def read_text(path: Path, file: str) -> tuple[str | None, list[Problem]]:
    """The text of a UTF-8 file; None with a problem when it is missing, empty or not UTF-8."""
    try:
        content = path.read_bytes()
    except OSError as error:
        missing = isinstance(error, FileNotFoundError)
        what = "bestand ontbreekt" if missing else f"bestand is niet te lezen ({error.strerror})"
        return None, [Problem(file, None, "", f"{what}; {REBUILD}")]
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        row = content.count(b"\n", 0, error.start) + 1
        return None, [Problem(file, row, "", "bevat tekens die geen UTF-8 zijn; bewaar het bestand als UTF-8")]
    if text.startswith("PK\x03\x04"):
        return None, [Problem(file, None, "", "is een werkmap of zip, geen tekst; bewaar het als CSV (UTF-8)")]
    if not text.strip():
        return None, [Problem(file, None, "", f"bestand is leeg; {REBUILD}")]
    return text, []


def read_json(path: Path, file: str) -> tuple[Any, list[Problem]]:
    """The content of a JSON file; None with a problem when it cannot be read."""
    text, problems = read_text(path, file)
    if text is None:
        return None, problems
    try:
        return json.loads(text), []
    except ValueError as error:
        row = getattr(error, "lineno", None)
        return None, [Problem(file, row, "", f"is geen geldig JSON-bestand, misschien is het afgebroken; {REBUILD}")]


def read_table(root: Path, table: Table) -> tuple[pd.DataFrame | None, list[Problem]]:
    """The strings of a table; None with problems when the file, its header or the shape of its rows is wrong.

    What a spreadsheet makes of a file when it saves it is undone: a byte order mark, semicolons or tabs between
    cells, CRLF, empty rows and columns at the end, quotes around every cell, and TRUE or WAAR for true.
    """
    file = f"{table.name}.csv"
    rows, problems = _rows(root / file, file)
    if problems:
        return None, problems
    header, *body = rows
    if problems := _header_problems(file, header, table):
        return None, problems
    advice = f"in plaats van {len(header)}; controleer komma's en aanhalingstekens"
    problems = [
        Problem(file, line, "", f"heeft {len(row)} cellen {advice}" if any(row) else "is een lege regel; haal hem weg")
        for line, row in enumerate(body, start=2)
        if len(row) != len(header) or not any(row)
    ]
    if not body and not table.may_be_empty:
        problems = [Problem(file, None, "", f"bestand heeft alleen een kop; {REBUILD}")]
    if problems:
        return None, problems
    for place, field in enumerate(table.fields):
        if field.kind == "boolean":
            for row in body:
                row[place] = _BOOLEANS.get(row[place], row[place])
    return pd.DataFrame(body, columns=header, dtype=object), []


def read_rows(path: Path) -> tuple[list[dict[str, str]], list[Problem]]:
    """Rows (heading -> text) of a CSV file that a person filled in, saved by whatever spreadsheet; or its problems."""
    rows, problems = _rows(path, path.name)
    if problems:  # of the package, one would put back an earlier file; this one was never part of it
        return [], [replace(p, message=p.message.removesuffix(f"; {REBUILD}")) for p in problems]
    header, *body = rows
    if double := [name for name, n in Counter(header).items() if n > 1]:
        return [], [Problem(path.name, 1, double[0], "staat twee keer in de kop; laat er één staan")]
    body = [row for row in body if any(row)]
    wrong = [n for n, row in enumerate(body, start=2) if len(row) > len(header)]
    if wrong:
        return [], [Problem(path.name, wrong[0], "", "heeft meer cellen dan de kop; controleer de aanhalingstekens")]
    if not body:
        return [], [Problem(path.name, None, "", "bestand heeft alleen een kop; vul er rijen onder in")]
    return [dict(zip(header, row, strict=False)) for row in body], []


_BOOLEANS = {"TRUE": "true", "FALSE": "false", "True": "true", "False": "false", "WAAR": "true", "ONWAAR": "false"}
_SEPARATOR = re.compile(r'"?sep=(.)"?\r?\n', re.IGNORECASE)  # a first line by which Excel tells the delimiter


def _rows(path: Path, file: str) -> tuple[list[list[str]], list[Problem]]:
    """Header and rows of a CSV file, without what is empty at their end; never without a header."""
    text, problems = read_text(path, file)
    if text is None:
        return [], problems
    if told := _SEPARATOR.match(text):
        text = text[told.end() :]
    head = text.split("\n", 1)[0]
    delimiter = told[1] if told else max(",;\t", key=head.count)
    rows: list[list[str]] = []
    try:
        rows.extend(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True))
    except csv.Error as error:
        message = f"is niet als CSV te lezen ({error}); controleer de aanhalingstekens"
        return [], [Problem(file, len(rows) + 1, "", message)]
    while rows and not any(rows[-1]):
        rows.pop()
    if not rows:
        return [], [Problem(file, None, "", f"bestand is leeg; {REBUILD}")]
    columns = max((n for n, cell in enumerate(rows[0], start=1) if cell), default=0)
    wide = len(rows[0])  # empty columns at the end have an empty heading too; a comma too many in one row is a mistake
    return [row[:columns] if len(row) == wide and not any(row[columns:]) else row for row in rows], []


def _header_problems(file: str, header: list[str], table: Table) -> list[Problem]:
    wanted = table.columns
    if header == wanted:
        return []
    order = ", ".join(wanted)
    found: list[Problem] = []
    for column, n in Counter(header).items():
        if n > 1:
            found.append(Problem(file, 1, column, "kolom staat er meer dan eens; haal er een weg"))
        if column not in wanted:
            found.append(Problem(file, 1, column, f"kolom is onbekend; haal hem weg, de kolommen zijn: {order}"))
    found += [Problem(file, 1, c, "kolom ontbreekt; zet hem terug") for c in wanted if c not in header]
    return found or [Problem(file, 1, "", f"kolommen staan in een andere volgorde; herstel die: {order}")]
