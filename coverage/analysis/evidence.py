"""Everything the sources claim, brought to the municipalities of one division.

Three kinds of claim speak about a municipality: rows of ``claims``; access criteria with national
reach (``access``), which speak about all of them; and, since 1 January 2021, the assignment of every
municipality to a DUUP region, which stands for as long as the membership does.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from coverage.dataset import Dataset
from coverage.dataset.memo import per_snapshot
from coverage.dates import start
from coverage.geography.areas import membership_on
from coverage.geography.lineage import lineage
from coverage.vocabulary import Basis, Certainty, ProgrammeStatus, Reading, Relation

DUUP_START = datetime.date(2021, 1, 1)


@dataclass(frozen=True, slots=True)
class Claim:
    """One claim. ``date`` is as precise as its source, ``start`` its first day; ``standing`` claims do not age."""

    claim_id: str
    programme_id: str
    relation: Relation
    basis: Basis
    certainty: Certainty
    date: str
    start: datetime.date
    effective: datetime.date
    source_id: str
    detail: str
    reading: Reading
    note: str
    planned: bool = False
    standing: bool = False


@dataclass(frozen=True, slots=True)
class LocalClaim:
    """A claim as it bears on one municipality; ``missing`` holds the pieces that it did not wholly cover."""

    claim: Claim
    missing: frozenset[str] = frozenset()


@per_snapshot(maxsize=1)
def _claims(ds: Dataset) -> tuple[tuple[str, Claim], ...]:
    """(municipality code named, claim) for every row of ``claims`` that names a municipality."""
    periods = ds.table("programme_periods")
    planned = {
        (p.programme_id, p.date, p.source_id) for p in periods.itertuples() if p.status == ProgrammeStatus.PLANNED
    }
    return tuple(
        (
            r.code,
            Claim(
                r.claim_id,
                r.programme_id,
                Relation(r.relation),
                Basis(r.basis),
                Certainty(r.certainty),
                r.date,
                start(r.date),
                r.effective,
                r.source_id,
                r.source_detail,
                Reading(r.reading),
                r.note,
                planned=(r.programme_id, r.date, r.source_id) in planned,
            ),
        )
        for r in ds.table("claims").itertuples()
        if r.code
    )


@per_snapshot(maxsize=1)
def national_claims(ds: Dataset) -> tuple[Claim, ...]:
    """Programmes that say they take people from the whole country (``access.national``)."""
    return tuple(
        Claim(
            "",
            r.programme_id,
            Relation.NATIONAL,
            Basis.PROGRAMME,
            Certainty.EXPLICIT,
            r.date,
            start(r.date),
            start(r.date),
            r.source_id,
            r.source_detail,
            Reading(r.reading),
            r.note,
        )
        for r in ds.table("access").itertuples()
        if r.national
    )


@per_snapshot(maxsize=1)
def _assignments(ds: Dataset) -> dict[int, Claim]:
    """DUUP region number -> the assignment of June 2020, in force from the start of the DUUP."""
    return {
        r.number: Claim(
            "",
            r.programme_id,
            Relation.PLANNED,
            Basis.ASSIGNMENT,
            Certainty.EXPLICIT,
            DUUP_START.isoformat(),
            DUUP_START,
            DUUP_START,
            r.source_id,
            r.source_detail,
            Reading(r.reading),
            "",
            standing=True,
        )
        for r in ds.table("duup_regions").itertuples()
    }


@per_snapshot(maxsize=32)
def local_claims(ds: Dataset, division_id: str) -> dict[str, tuple[LocalClaim, ...]]:
    """Municipality of the division -> rows of ``claims`` that bear on it, in order of time."""
    composition = lineage(ds).composition(division_id)
    held: dict[str, set[str]] = {}
    for piece, code in composition.items():
        held.setdefault(code, set()).add(piece)
    found: dict[str, list[LocalClaim]] = {code: [] for code in held}
    for code, claim in _claims(ds):
        territory = lineage(ds).territory(code, claim.start)
        for municipality in {composition[piece] for piece in territory.pieces}:
            found[municipality].append(LocalClaim(claim, frozenset(held[municipality] - territory.whole)))
    return {
        code: tuple(sorted(claims, key=lambda c: (c.claim.start, c.claim.effective, c.claim.claim_id)))
        for code, claims in found.items()
    }


def standing_claims(ds: Dataset, on: datetime.date) -> dict[str, Claim]:
    """Municipality -> its assignment to a DUUP region on a date; empty before the DUUP started."""
    if on < DUUP_START:
        return {}
    members = membership_on(ds, on)
    return {
        code: _assignments(ds)[number] for code, number in zip(members["code"], members["duup_number"], strict=True)
    }
