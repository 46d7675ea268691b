"""Which territory a municipality code meant on a date, told in lineage pieces.

A *piece* is one of the 352 municipalities of 1 January 2021. Every later municipality is a union of
whole pieces, so borders of years and regions agree. Older municipalities resolve forwards through the
reorganisation table; a split shares an old municipality out by area. Boundary corrections (at most
17 square kilometres) are listed in the table and not replayed: they move edges, not municipalities.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import pandas as pd

from coverage.dataset import Dataset
from coverage.dataset.memo import per_snapshot
from coverage.vocabulary import ReorganisationKind

PIECES_FROM = date(2021, 1, 1)


@dataclass(frozen=True, slots=True)
class Division:
    """A set of municipal borders: those in force from ``valid_from`` until the next division."""

    id: str
    valid_from: date
    label: str


# Fixed with the committed geometry: one file per division. 2023 is still in force.
DIVISIONS: tuple[Division, ...] = (
    Division("2021", date(2021, 1, 1), "2021"),
    Division("2022", date(2022, 1, 1), "2022 (tot 24 maart)"),
    Division("2022-03", date(2022, 3, 24), "2022 (vanaf 24 maart)"),
    Division("2023", date(2023, 1, 1), "2023"),
)


def division_at(on: date) -> Division:
    """The division in force on a date; the oldest one (2021) for every earlier date."""
    return next((d for d in reversed(DIVISIONS) if d.valid_from <= on), DIVISIONS[0])


def division(division_id: str) -> Division:
    """The division with this id; KeyError lists the known ones."""
    for candidate in DIVISIONS:
        if candidate.id == division_id:
            return candidate
    raise KeyError(f"unknown division {division_id!r}; known: {', '.join(d.id for d in DIVISIONS)}")


@dataclass(frozen=True, slots=True)
class Territory:
    """Pieces that a municipality touched on a date, and those among them that it covered wholly."""

    pieces: frozenset[str]
    whole: frozenset[str]


class Lineage:
    """Follows municipality codes through the reorganisations.

    ``reorganisations`` and ``municipalities`` are tables of the data package; planned reorganisations
    are ignored. ``municipalities`` is needed for :meth:`territory` only.
    """

    def __init__(self, reorganisations: pd.DataFrame, municipalities: pd.DataFrame | None = None) -> None:
        real = reorganisations[
            (reorganisations["kind"] != ReorganisationKind.BOUNDARY_CORRECTION) & ~reorganisations["planned"]
        ]
        moves: dict[date, dict[str, list[tuple[str, float]]]] = {}
        for when, old, new, share in zip(
            real["date"], real["old_code"], real["new_code"], real["area_share"].fillna(1.0), strict=True
        ):
            moves.setdefault(when, {}).setdefault(old, []).append((new, float(share)))
        self._moves = sorted(moves.items())
        self._lives: dict[str, tuple[date, date]] = {}
        if municipalities is not None:
            self._lives = {
                code: (start or date.min, end or date.max)
                for code, start, end in zip(
                    municipalities["code"], municipalities["valid_from"], municipalities["valid_to"], strict=True
                )
            }

    @per_snapshot(maxsize=None)
    def pieces(self, code: str, on: date) -> dict[str, float]:
        """Share of the area of municipality ``code`` as of ``on`` (before 2021) per piece; the shares sum to 1."""
        shares = {code: 1.0}
        for when, olds in self._moves:
            if not on < when <= PIECES_FROM:
                continue
            for old in [c for c in shares if c in olds]:
                gone = shares.pop(old)
                total = sum(share for _, share in olds[old])
                for new, share in olds[old]:
                    shares[new] = shares.get(new, 0.0) + gone * share / total
        return shares

    def _successor(self, piece: str, on: date) -> str:
        """The municipality that a piece belongs to on a date from 2021 on."""
        for when, olds in self._moves:
            if PIECES_FROM < when <= on and piece in olds:
                piece = olds[piece][0][0]
        return piece

    @per_snapshot(maxsize=None)
    def composition(self, division_id: str) -> dict[str, str]:
        """Piece -> municipality for a division, in order of piece."""
        on = division(division_id).valid_from
        return {piece: self._successor(piece, on) for piece in sorted(self.existing(PIECES_FROM))}

    def existing(self, on: date) -> set[str]:
        """Codes that existed on a date (2011 or later)."""
        return {code for code, (start, end) in self._lives.items() if start <= on < end}

    def municipality(self, piece: str, division_id: str) -> str:
        """The municipality that holds a piece in a division."""
        return self.composition(division_id)[piece]

    @per_snapshot(maxsize=None)
    def territory(self, code: str, on: date) -> Territory:
        """What a claim about ``code`` on a date says about the pieces.

        From 2021 on a municipality is a union of whole pieces. Before, a piece is covered wholly when
        no other municipality of that date went into it.
        """
        if on >= PIECES_FROM:
            held = frozenset(p for p in self.existing(PIECES_FROM) if self._successor(p, on) == code)
            return Territory(held, held)
        holders = self.holders(on)
        touched = frozenset(self.pieces(code, on))
        return Territory(touched, frozenset(p for p in touched if holders[p] == {code}))

    @per_snapshot(maxsize=None)
    def holders(self, on: date) -> dict[str, set[str]]:
        """Piece -> municipalities of an earlier date that went into it."""
        held: dict[str, set[str]] = {}
        for code in self.existing(on):
            for piece in self.pieces(code, on):
                held.setdefault(piece, set()).add(code)
        return held


@per_snapshot(maxsize=1)
def lineage(dataset: Dataset) -> Lineage:
    """The lineage of a data package, built once."""
    return Lineage(dataset.table("reorganisations"), dataset.table("municipalities"))
