"""A year of inhabitants as CBS publishes it (StatLine 37230ned or 70072NED, as CSV), put into the package."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path

import pandas as pd

from coverage.dataset.frames import FALSE, TRUE
from coverage.derive.errors import DeriveError
from coverage.derive.published import Sources, published_rows

WRITTEN = ("population", "population_years")
# Headers of StatLine (machine-readable and for people) and of plain tables.
_COLUMNS = {
    "code": ("regios", "regio's", "gemeentecode", "statcode", "code"),
    "year": ("perioden", "jaar", "year"),
    "people": (r"totalebevolking_\d+", r"bevolkingaanhetbeginvandeperiode_\d+", "inwoners", "inhabitants"),
}
_SOURCE = {"source": ("bron", "source_id")}
_NO_NUMBER = ("", ".", "-", "x")  # as StatLine leaves a cell open


def read_population(path: Path, year: int) -> dict[str, tuple[int, str]]:
    """Municipality -> inhabitants on 1 January of a year, and the source that the file names for it (or nothing).

    Other regions and periods in the file are passed over. DeriveError names the file, and where it can the row and
    column, when the file cannot be used.
    """
    wanted = re.compile(rf"{year}(JJ00|MM01)?")
    found: dict[str, tuple[int, str]] = {}
    for line, row in published_rows(path, _COLUMNS, _SOURCE):
        if not (re.fullmatch(r"GM\d{4}", row["code"]) and wanted.fullmatch(row["year"])):
            continue
        if row["people"] in _NO_NUMBER:  # a code that does not exist in that year
            continue
        if not row["people"].isdigit():
            raise DeriveError(f'{path.name}, regel {line}: "{row["people"]}" inwoners is geen heel getal zonder tekens')
        if row["code"] in found:
            raise DeriveError(
                f"{path.name}, regel {line}: {row['code']} staat er twee keer voor {year}; kies één onderwerp"
            )
        found[row["code"]] = int(row["people"]), row["source"]
    if not found:
        raise DeriveError(f"{path.name} heeft geen gemeenten voor {year}; neem een bestand met dat jaar")
    return found


def record_population(
    tables: Mapping[str, pd.DataFrame],
    year: int,
    inhabitants: Mapping[str, tuple[int, str]],
    source_id: str,
    *,
    provisional: bool,
) -> dict[str, pd.DataFrame]:
    """The tables ``WRITTEN`` (strings, as in the files) with a complete year; an earlier version of it is replaced.

    ``inhabitants`` is as :func:`read_population` gives it; a source named there that is in ``tables["sources"]`` (by
    identifier or title) is that of its row, all others have ``source_id``.
    The official total and the remark of a year that is there stay. DeriveError for a municipality that is missing, or
    did not exist on that day, by ``tables["municipalities"]``.
    """
    towns, day = tables["municipalities"], f"{year}-01-01"
    lasts = (towns["valid_to"] == "") | (towns["valid_to"] > day)
    alive = set(towns.loc[lasts & (towns["valid_from"] <= day), "code"])
    odd = {"ontbreekt": alive - set(inhabitants), f"bestond niet op {day}": set(inhabitants) - alive}
    if words := [f"{', '.join(sorted(codes))} {what}" for what, codes in odd.items() if codes]:
        raise DeriveError(f"inwoners van {year}: {'; '.join(words)}; neem het bestand van dat jaar")
    population, years = tables["population"], tables["population_years"]
    held = years[years["year"] == str(year)]
    official, note = (held["official_total"].iloc[0], held["note"].iloc[0]) if len(held) else ("", "")
    flag = TRUE if provisional else FALSE
    sources = Sources(tables["sources"], source_id)
    source_id = sources.of(source_id, f"inwoners van {year}")[0]
    values = [
        (str(year), code, str(n), flag, *sources.of(named, f"inwoners van {code}"))
        for code, (n, named) in sorted(inhabitants.items())
    ]
    total = str(sum(n for n, _named in inhabitants.values()))
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
