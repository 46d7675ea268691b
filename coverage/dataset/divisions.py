"""Divisions, the sets of municipal borders, one from each day on which a reorganisation took effect; and regions then.

They follow from the table ``reorganisations``; nothing about them is fixed but the day from which the product can draw.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from itertools import accumulate

import pandas as pd

from coverage.i18n import _, day_in_year
from coverage.vocabulary import ReorganisationKind

# The outlines of boundaries/pieces.geojson are the municipalities of this day, and the DUVO and DUUP regions of
# memberships.csv are known from it on.
PIECES_FROM = date(2021, 1, 1)
_MARK = "-"  # in the name of a piece, before the municipality that a part went to


def origin(piece: str) -> str:
    """The municipality of 1 January 2021 that a piece is, or is a part of."""
    return piece.partition(_MARK)[0]


def wholes_of(piece: str) -> tuple[str, ...]:
    """What a piece is within: the municipality of 2021, each part of it that was cut further, and itself."""
    return tuple(accumulate(piece.split(_MARK), lambda whole, cut: f"{whole}{_MARK}{cut}"))


def cuts_of(piece: str) -> list[str]:
    """The municipalities that a part of a municipality of 2021 went to when it was split, in order of time."""
    return piece.split(_MARK)[1:]


def part_of(piece: str, code: str) -> str:
    """The name of the part of a piece that went to a municipality in a split."""
    return f"{piece}{_MARK}{code}"


@dataclass(frozen=True, slots=True)
class Division:
    """Municipal borders in force from ``valid_from`` until ``valid_to`` (the first day of the next; None: none yet).

    The identifier is the year, with the month (and if need be the day) when the division does not begin with the year.
    """

    id: str
    valid_from: date
    valid_to: date | None

    @property
    def label(self) -> str:
        """For readers: the year, and which part of it when there are more divisions in that year."""
        year, last = self.valid_from.year, self.valid_to
        late = (self.valid_from.month, self.valid_from.day) != (1, 1)
        ends = last is not None and last.year == year
        if late and ends and last:
            return _("{year} (van {first} tot {last})").format(
                year=year, first=day_in_year(self.valid_from), last=day_in_year(last)
            )
        if late:
            return _("{year} (vanaf {first})").format(year=year, first=day_in_year(self.valid_from))
        if ends and last:
            return _("{year} (tot {last})").format(year=year, last=day_in_year(last))
        return str(year)


def effected(reorganisations: pd.DataFrame) -> pd.DataFrame:
    """Rows that change which municipality holds what: no boundary corrections, and no mere plans."""
    moved = reorganisations["kind"] != ReorganisationKind.BOUNDARY_CORRECTION
    return reorganisations[moved & ~reorganisations["planned"]]


def divisions_of(reorganisations: pd.DataFrame) -> tuple[Division, ...]:
    """The divisions since ``PIECES_FROM`` by the typed table ``reorganisations``, oldest first."""
    days = sorted({PIECES_FROM, *(on for on in effected(reorganisations)["date"] if on > PIECES_FROM)})
    found: dict[str, date] = {}
    for on in days:
        names = (f"{on:%Y}",) if (on.month, on.day) == (1, 1) else (f"{on:%Y-%m}", on.isoformat())
        found[next((name for name in names if name not in found), on.isoformat())] = on
    ends = [*days[1:], None]
    return tuple(Division(name, on, end) for (name, on), end in zip(found.items(), ends, strict=True))


def duup_of(duvo_duup: pd.DataFrame, on: date) -> dict[str, int]:
    """DUVO region -> its DUUP region on a date; the last one it had when it has none any more."""
    begun = duvo_duup[duvo_duup["valid_from"].map(lambda day: day <= on)].sort_values("valid_from")
    return dict(zip(begun["duvo_region"], begun["duup_number"].astype(int), strict=True))
