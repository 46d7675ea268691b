"""Recording that municipalities merge, split or are renamed with a new code."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

import pandas as pd

from coverage.dataset.frames import FALSE, TRUE
from coverage.derive.errors import DeriveError
from coverage.vocabulary import ReorganisationKind

Strings = Mapping[str, pd.DataFrame]
WRITTEN = ("reorganisations", "municipalities", "memberships")


@dataclass(frozen=True, slots=True)
class Recorded:
    """Municipalities ``old`` (codes) went into ``new`` on a day: code -> share of the area of an old one (a merger: 1).

    A municipality that goes on stands on both sides. ``names`` names codes that the package does not have yet.
    """

    on: date
    old: tuple[str, ...]
    new: Mapping[str, float]
    source_id: str
    reading: str
    names: Mapping[str, str] = field(default_factory=dict)
    note: str = ""


def record_reorganisation(tables: Strings, event: Recorded) -> dict[str, pd.DataFrame]:
    """The tables ``WRITTEN`` (strings, as in the files) after an event.

    A row that planned the same becomes a fact. What begins gets the region of the old municipality that is named first.
    DeriveError says what does not fit.
    """
    on, old, new, names = event.on, event.old, event.new, event.names
    day = on.isoformat()
    made = {name: tables[name].copy() for name in WRITTEN}
    towns, members = made["municipalities"], made["memberships"]
    lasts = (towns["valid_to"] == "") | (towns["valid_to"] > day)
    alive = set(towns.loc[lasts & (towns["valid_from"] <= day), "code"])
    if gone := [code for code in old if code not in alive]:
        raise DeriveError(f"{', '.join(gone)} bestaat niet op {day}; verbeter de gemeente of de datum")
    if nameless := [code for code in new if code not in set(towns["code"]) and not names.get(code)]:
        raise DeriveError(
            f"{', '.join(nameless)} staat niet in municipalities.csv; noem de naam van de nieuwe gemeente"
        )
    ended = [code for code in old if code not in new]
    later = members[members["code"].isin(ended) & (members["valid_from"] >= day)]
    if not later.empty:
        raise DeriveError(f"memberships.csv: {', '.join(later['code'])} heeft regels na {day}; haal ze weg")
    made["reorganisations"] = _moves(made["reorganisations"], event)
    towns.loc[towns["code"].isin(ended), "valid_to"] = day
    begun = [code for code in new if code not in alive]
    province = towns.loc[towns["code"] == old[0], "province"].iloc[0]
    rows = [(code, names[code], day, "", province, event.source_id) for code in begun if code not in set(towns["code"])]
    made["municipalities"] = _with(towns, rows).sort_values("code", ignore_index=True)
    open_rows = (members["valid_to"] == "") | (members["valid_to"] > day)
    first = members[(members["code"] == old[0]) & (members["valid_from"] < day) & open_rows]
    copies = [first.iloc[-1].to_dict() | {"code": code, "valid_from": day, "valid_to": ""} for code in begun]
    members.loc[members["code"].isin(ended) & open_rows, "valid_to"] = day
    made["memberships"] = _with(members, [tuple(c[name] for name in members.columns) for c in copies]).sort_values(
        ["code", "valid_from"], ignore_index=True
    )
    return made


def _moves(table: pd.DataFrame, event: Recorded) -> pd.DataFrame:
    day, kind = event.on.isoformat(), ReorganisationKind.SPLIT if len(event.new) > 1 else ReorganisationKind.MERGER
    for before in event.old:
        for after, share in event.new.items():
            planned = (table["date"] == day) & (table["old_code"] == before) & (table["new_code"] == after)
            source = (event.source_id, event.reading, event.note)
            table = _with(table[~planned], [(day, before, after, str(kind), f"{share:g}", TRUE, FALSE, *source)])
    return table.sort_values("date", kind="stable", ignore_index=True)


def _with(table: pd.DataFrame, rows: Sequence[tuple[str, ...]]) -> pd.DataFrame:
    return pd.concat([table, pd.DataFrame(rows, columns=table.columns, dtype=object)], ignore_index=True)
