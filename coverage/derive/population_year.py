"""A year of inhabitants as CBS publishes it (StatLine 37230ned or 70072NED, as CSV), put into the package."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Mapping, Sequence
from pathlib import Path

import pandas as pd

from coverage.dataset.frames import FALSE, TRUE
from coverage.dataset.read import read_table
from coverage.dataset.tables import TABLES
from coverage.derive.errors import DeriveError
from coverage.derive.write import csv_bytes, put_files

WRITTEN = ("population", "population_years")
# Headers of StatLine (machine-readable and for people) and of plain tables, in lower case.
_REGION = ("regios", "regio's", "gemeentecode", "statcode", "code")
_PERIOD = ("perioden", "jaar", "year")
_PEOPLE = re.compile(r"totalebevolking_\d+|bevolkingaanhetbeginvandeperiode_\d+|inwoners|inhabitants")


def read_population(path: Path, year: int) -> dict[str, int]:
    """Municipality -> inhabitants on 1 January of a year; other regions and periods in the file are passed over.

    DeriveError names the file, and where it can the row and column, when the file cannot be used.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise DeriveError(f"{path.name} is niet te lezen; geef een CSV-bestand in UTF-8: {error}") from None
    head = text.partition("\n")[0]
    table = list(csv.reader(io.StringIO(text), delimiter=";" if head.count(";") > head.count(",") else ","))
    names = [name.strip().casefold() for name in table[0]] if table else []
    region, period = (next((names.index(n) for n in known if n in names), None) for known in (_REGION, _PERIOD))
    people = next((i for i, name in enumerate(names) if _PEOPLE.fullmatch(name)), None)
    if region is None or period is None or people is None:
        raise DeriveError(
            f"{path.name}, regel 1: kolom met gemeentecode (RegioS), periode (Perioden) of inwoners ontbreekt; "
            "neem het CSV-bestand van StatLine met codes"
        )
    wanted = re.compile(rf"{year}(JJ00|MM01)?")
    found: dict[str, int] = {}
    for row, cells in enumerate(table[1:], start=2):
        code = cells[region].strip() if len(cells) == len(names) else ""
        if not re.fullmatch(r"GM\d{4}", code) or not wanted.fullmatch(cells[period].strip()):
            continue
        if not cells[people].strip().isdigit():  # a code that does not exist in that year
            continue
        if code in found:
            raise DeriveError(f"{path.name}, regel {row}: {code} staat er twee keer voor {year}; kies één onderwerp")
        found[code] = int(cells[people])
    if not found:
        raise DeriveError(f"{path.name} heeft geen gemeenten voor {year}; neem een bestand met dat jaar")
    return found


def record_population(
    tables: Mapping[str, pd.DataFrame], year: int, inhabitants: Mapping[str, int], source_id: str, *, provisional: bool
) -> dict[str, pd.DataFrame]:
    """The tables ``WRITTEN`` (strings, as in the files) with a complete year; an earlier version of it is replaced.

    The official total and the remark of a year that is there stay. DeriveError for a municipality that is missing, or
    did not exist on that day, by ``tables["municipalities"]``.
    """
    towns, day = tables["municipalities"], f"{year}-01-01"
    lasts = (towns["valid_to"] == "") | (towns["valid_to"] > day)
    alive = set(towns.loc[lasts & (towns["valid_from"] <= day), "code"])
    if odd := sorted(alive ^ set(inhabitants)):
        raise DeriveError(f"inwoners van {year}: {', '.join(odd)} ontbreekt of bestond niet op {day}")
    population, years = tables["population"], tables["population_years"]
    held = years[years["year"] == str(year)]
    official, note = (held["official_total"].iloc[0], held["note"].iloc[0]) if len(held) else ("", "")
    flag = TRUE if provisional else FALSE
    values = [(str(year), code, str(n), flag, source_id, "full") for code, n in sorted(inhabitants.items())]
    total = str(sum(inhabitants.values()))
    row = (str(year), TRUE, flag, str(len(inhabitants)), total, official, source_id, note)
    made = {
        "population": _replaced(population, str(year), values),
        "population_years": _replaced(years, str(year), [row]),
    }
    return made


def _replaced(table: pd.DataFrame, year: str, rows: Sequence[tuple[str, ...]]) -> pd.DataFrame:
    rest = table[table["year"] != year]
    added = pd.DataFrame(rows, columns=table.columns, dtype=object)
    return pd.concat([rest, added]).sort_values("year", kind="stable", ignore_index=True)


def put_population(root: Path, file: Path, year: int, source_id: str, *, provisional: bool) -> list[str]:
    """Read a file and write the year into the package in ``root``; the names of the files that changed.

    DeriveError, with nothing written, when the file or a table that is needed cannot be used.
    """
    tables: dict[str, pd.DataFrame] = {}
    for name in (*WRITTEN, "municipalities"):
        frame, problems = read_table(root, TABLES[name])
        if frame is None:
            raise DeriveError("\n".join(map(str, problems)))
        tables[name] = frame
    made = record_population(tables, year, read_population(file, year), source_id, provisional=provisional)
    return put_files(root, {f"{name}.csv": csv_bytes(frame) for name, frame in made.items()})
