"""Which territory a municipality code meant on a date, told in lineage pieces.

A *piece* is a municipality of 1 January 2021, or a part of one that was split since and whose new outlines are known:
``GM0788-GM0757`` is what went from GM0788 to GM0757. Every later municipality is a union of whole pieces, so borders of
years and regions agree. Older municipalities resolve forwards through the reorganisation table; a split shares an old
municipality out by area. A municipality that was split while the new outlines are not known stays on the map as it was
(:meth:`Lineage.undrawn`). Boundary corrections (at most 17 square kilometres) are listed in the table and not replayed:
they move edges, not municipalities.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

import pandas as pd

from coverage.dataset import Geography
from coverage.dataset.divisions import PIECES_FROM, Division, cuts_of, divisions_of, effected, origin, wholes_of
from coverage.dataset.memo import per_geography, per_snapshot


@dataclass(frozen=True, slots=True)
class Territory:
    """Pieces that a municipality touched on a date, and those among them that it covered wholly."""

    pieces: frozenset[str]
    whole: frozenset[str]


class Lineage:
    """Follows municipality codes through the reorganisations.

    ``reorganisations`` and ``municipalities`` are tables of the data package; planned reorganisations are ignored.
    ``municipalities`` is needed for all but :meth:`pieces`. ``pieces`` are the pieces that have an outline; without
    them every municipality of 2021 is one.
    """

    def __init__(
        self,
        reorganisations: pd.DataFrame,
        municipalities: pd.DataFrame | None = None,
        pieces: Iterable[str] | None = None,
    ) -> None:
        real = effected(reorganisations)
        self.divisions = divisions_of(reorganisations)
        moves: dict[date, dict[str, dict[str, float]]] = {}
        for when, old, new, share in zip(
            real["date"], real["old_code"], real["new_code"], real["area_share"].fillna(1.0), strict=True
        ):
            moves.setdefault(when, {}).setdefault(old, {})[new] = float(share)
        self._moves = sorted(moves.items())
        self._lives: dict[str, tuple[date, date]] = {}
        if municipalities is not None:
            self._lives = {
                code: (start or date.min, end or date.max)
                for code, start, end in zip(
                    municipalities["code"], municipalities["valid_from"], municipalities["valid_to"], strict=True
                )
            }
        self._outlined = sorted(self.existing(PIECES_FROM) if pieces is None else set(pieces))
        self._parts: dict[str, list[str]] = {}
        for piece in self._outlined:
            for whole in wholes_of(piece):
                self._parts.setdefault(whole, []).append(piece)

    def division_at(self, on: date) -> Division:
        """The division in force on a date; the oldest one (2021) for every earlier date."""
        return next((d for d in reversed(self.divisions) if d.valid_from <= on), self.divisions[0])

    def division(self, division_id: str) -> Division:
        """The division with this identifier; KeyError lists the known ones."""
        for candidate in self.divisions:
            if candidate.id == division_id:
                return candidate
        raise KeyError(f"unknown division {division_id!r}; known: {', '.join(d.id for d in self.divisions)}")

    @per_snapshot(maxsize=None)
    def pieces(self, code: str, on: date) -> dict[str, float]:
        """Share of the area of municipality ``code`` as of ``on`` (before 2021) per piece; the shares sum to 1."""
        found: dict[str, float] = {}
        for origin_code, share in self._forward(code, on, PIECES_FROM).items():
            for piece, part in self.parts(origin_code).items():
                found[piece] = share * part
        return found

    @per_snapshot(maxsize=None)
    def parts(self, code: str) -> dict[str, float]:
        """The pieces of a municipality of 1 January 2021, with their shares of its area by the table; they sum to 1.

        ``code`` may also be a part of one, whole or cut further since.
        """
        weights = {piece: self._walk(piece, date.max)[1] for piece in self._parts.get(code, [code])}
        whole = sum(weights.values())
        return {piece: weight / whole for piece, weight in weights.items()}

    def _forward(self, code: str, after: date, until: date) -> dict[str, float]:
        """Municipality on the day ``until`` -> share of the area of ``code``, by the moves after the day ``after``."""
        shares = {code: 1.0}
        for when, olds in self._moves:
            if not after < when <= until:
                continue
            for old in [c for c in shares if c in olds]:
                gone, total = shares.pop(old), sum(olds[old].values())
                for new, share in olds[old].items():
                    shares[new] = shares.get(new, 0.0) + gone * share / total
        return shares

    def _walk(self, piece: str, on: date) -> tuple[str, float, date]:
        """Who holds a piece on a date on the map, its share of its origin, and the day of the last move followed.

        The walk stops where a holder was split and the piece was not cut along the new borders.
        """
        holder, share, last = origin(piece), 1.0, PIECES_FROM
        cuts = cuts_of(piece)
        for when, olds in self._moves:
            if not PIECES_FROM < when <= on or holder not in olds:
                continue
            targets = olds[holder]
            if len(targets) > 1:
                if not (cuts and cuts[0] in targets):
                    break
                share *= targets[cuts[0]] / sum(targets.values())
                holder = cuts.pop(0)
            else:
                holder = next(iter(targets))
            last = when
        return holder, share, last

    @per_snapshot(maxsize=None)
    def holding(self, piece: str, on: date) -> dict[str, float]:
        """Municipality -> its share of the area of a piece on a date from 2021 on; more than one after a split that
        the piece was not cut for."""
        holder, _share, last = self._walk(piece, on)
        return self._forward(holder, last, on)

    @per_snapshot(maxsize=None)
    def composition(self, division_id: str) -> dict[str, str]:
        """Piece -> municipality on the map of a division, in order of piece."""
        on = self.division(division_id).valid_from
        return {piece: self._walk(piece, on)[0] for piece in self._outlined}

    def undrawn(self, division_id: str) -> dict[str, tuple[str, ...]]:
        """Municipalities that a division still shows though they were split -> those they went to, sorted."""
        on = self.division(division_id).valid_from
        found: dict[str, set[str]] = {}
        for piece, holder in self.composition(division_id).items():
            if set(now := self.holding(piece, on)) != {holder}:
                found.setdefault(holder, set()).update(now)
        return {code: tuple(sorted(new)) for code, new in sorted(found.items())}

    def uncut(self, division_id: str) -> dict[str, tuple[str, ...]]:
        """Pieces that a division shows whole though they were split -> the municipalities that hold them, sorted."""
        on = self.division(division_id).valid_from
        held = {piece: self.holding(piece, on) for piece in self._outlined}
        return {piece: tuple(sorted(codes)) for piece, codes in held.items() if len(codes) > 1}

    def existing(self, on: date) -> set[str]:
        """Codes that existed on a date (2011 or later)."""
        return {code for code, (start, end) in self._lives.items() if start <= on < end}

    def municipality(self, piece: str, division_id: str) -> str:
        """The municipality that holds a piece in a division."""
        return self.composition(division_id)[piece]

    @per_snapshot(maxsize=None)
    def territory(self, code: str, on: date) -> Territory:
        """What a claim about ``code`` on a date says about the pieces.

        A piece is covered wholly when no other municipality of that date has, or went into, a part of it.
        """
        if on >= PIECES_FROM:
            held = {piece: self.holding(piece, on) for piece in self._outlined}
            touched = frozenset(piece for piece, codes in held.items() if code in codes)
            return Territory(touched, frozenset(piece for piece in touched if len(held[piece]) == 1))
        holders = self.holders(on)
        touched = frozenset(self.pieces(code, on))
        return Territory(touched, frozenset(piece for piece in touched if holders[piece] == {code}))

    @per_snapshot(maxsize=None)
    def holders(self, on: date) -> dict[str, set[str]]:
        """Piece -> municipalities of an earlier date that went into it."""
        held: dict[str, set[str]] = {}
        for code in self.existing(on):
            for piece in self.pieces(code, on):
                held.setdefault(piece, set()).add(code)
        return held


@per_geography(maxsize=1)
def lineage(dataset: Geography) -> Lineage:
    """The lineage of a data package, built once."""
    pieces = dataset.table("population_pieces")["piece"].unique()
    return Lineage(dataset.table("reorganisations"), dataset.table("municipalities"), pieces)


def divisions(ds: Geography) -> tuple[Division, ...]:
    """The divisions of a data package, oldest first; the last may lie in the future."""
    return lineage(ds).divisions


def division_at(ds: Geography, on: date) -> Division:
    """See :meth:`Lineage.division_at`."""
    return lineage(ds).division_at(on)


def division(ds: Geography, division_id: str) -> Division:
    """See :meth:`Lineage.division`."""
    return lineage(ds).division(division_id)
