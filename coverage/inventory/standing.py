"""What the tables of a package say now of a programme, and of which municipalities of 2021 one of today is made."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from coverage.dataset.frames import TRUE
from coverage.vocabulary import Basis, Relation

POSITIVE = (Relation.LOCATION, Relation.CATCHMENT, Relation.REGIONALLY_ACCESSIBLE)


def latest(table: pd.DataFrame, programme: str) -> list[Any]:
    """Rows of a table on a programme with the latest date, as named tuples."""
    found = table[table["programme_id"] == programme]
    return list(found[found["date"] == found["date"].max()].itertuples(index=False)) if len(found) else []


def standing_rows(claims: pd.DataFrame, programme: str, relations: tuple[Relation, ...]) -> list[dict[str, Any]]:
    """The claims of a programme that speak now: per place the last, if it has one of these relations.

    A claim of location stands beside one of the area; a stop or an explicit none ends both. Paper is left out.
    """
    own = claims[(claims["programme_id"] == programme) & claims["basis"].isin([Basis.PROGRAMME, Basis.OUTREACH])]
    last: dict[tuple[str, str, bool], dict[str, Any]] = {}
    for row in own.sort_values("date", kind="stable").to_dict("records"):
        if row["relation"] in {Relation.STOPPED, Relation.EXPLICIT_NONE}:
            last = {k: r for k, r in last.items() if k[:2] != (row["code"], row["area_id"])}
        elif row["relation"] in POSITIVE:
            last[row["code"], row["area_id"], row["relation"] == Relation.LOCATION] = row
    return [row for row in last.values() if row["relation"] in relations]


def pieces_of_today(strings: Mapping[str, pd.DataFrame]) -> dict[str, frozenset[str]]:
    """Municipality of today -> the municipalities of 1 January 2021 that went into it, by the reorganisations since."""
    towns = strings["municipalities"]
    of_2021 = [
        code for code, first, last in zip(towns["code"], towns["valid_from"], towns["valid_to"], strict=True)
        if str(first or "") <= "2021-01-01" and (not last or str(last) > "2021-01-01")
    ]  # fmt: skip
    made: dict[str, frozenset[str]] = {code: frozenset({code}) for code in of_2021}
    moves = strings["reorganisations"]
    moves = moves[(moves["date"].astype(str) > "2021-01-01") & (moves["kind"] != "boundary_correction")]
    for move in moves.sort_values("date", kind="stable").itertuples():
        if str(move.planned).lower() != TRUE:
            gained = made.get(move.old_code, frozenset())
            made[move.new_code] = made.get(move.new_code, frozenset()) | gained
    return made
