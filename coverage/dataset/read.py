"""The files of the package as they stand: strings, or what keeps them from being read."""

from __future__ import annotations

import csv
import io
import json
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pandas as pd

from coverage.dataset.tables import Table

REBUILD = "maak de gegevens opnieuw met 'python -m coverage build', of zet een eerdere versie van het bestand terug"


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
    """The strings of a table; None with problems when the file, its header or the shape of its rows is wrong."""
    file = f"{table.name}.csv"
    text, problems = read_text(root / file, file)
    if text is None:
        return None, problems
    rows: list[list[str]] = []
    try:
        rows.extend(csv.reader(io.StringIO(text, newline=""), strict=True))
    except csv.Error as error:
        message = f"is niet als CSV te lezen ({error}); controleer de aanhalingstekens"
        return None, [Problem(file, len(rows) + 1, "", message)]
    header, *body = rows
    if problems := _header_problems(file, header, table):
        return None, problems
    advice = f"in plaats van {len(header)}; controleer komma's en aanhalingstekens"
    problems = [
        Problem(file, line, "", f"heeft {len(row)} cellen {advice}" if row else "is een lege regel; haal hem weg")
        for line, row in enumerate(body, start=2)
        if len(row) != len(header)
    ]
    if not body:
        problems = [Problem(file, None, "", f"bestand heeft alleen een kop; {REBUILD}")]
    return (None, problems) if problems else (pd.DataFrame(body, columns=header, dtype=object), [])


def _header_problems(file: str, header: list[str], table: Table) -> list[Problem]:
    wanted = table.columns
    if header == wanted:
        return []
    if len(header) == 1 and header[0].split(";") == wanted:
        return [Problem(file, 1, "", "de cellen zijn gescheiden door puntkomma's; bewaar het bestand met komma's")]
    order = ", ".join(wanted)
    found: list[Problem] = []
    for column, n in Counter(header).items():
        if n > 1:
            found.append(Problem(file, 1, column, "kolom staat er meer dan eens; haal er een weg"))
        if column not in wanted:
            found.append(Problem(file, 1, column, f"kolom is onbekend; haal hem weg, de kolommen zijn: {order}"))
    found += [Problem(file, 1, c, "kolom ontbreekt; zet hem terug") for c in wanted if c not in header]
    return found or [Problem(file, 1, "", f"kolommen staan in een andere volgorde; herstel die: {order}")]
