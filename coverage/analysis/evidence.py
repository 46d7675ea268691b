"""Everything the sources claim, brought to the municipalities of one division.

Three kinds of claim speak about a municipality: rows of ``claims``, which name it or an area that it lies in; local
rules that name it (``rule_areas``), for as long as they are in force; and, since the DUUP began, the assignment of its
region. Programmes with national reach (``access.national``) speak about no municipality in particular and stand apart.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping

from coverage.analysis.claim import Claim, LocalClaim
from coverage.dataset import Dataset
from coverage.dataset.frames import rows
from coverage.dataset.memo import per_snapshot
from coverage.dates import end, start
from coverage.geography.areas import membership_on
from coverage.geography.lineage import Territory, lineage
from coverage.geography.wider import area_pieces
from coverage.vocabulary import (
    AreaReading,
    Basis,
    Certainty,
    DateBasis,
    ExitAim,
    ProgrammeKind,
    ProgrammeStatus,
    Reading,
    Relation,
)


@per_snapshot(maxsize=1)
def duup_start(ds: Dataset) -> datetime.date:
    """The first day on which a DUVO region belonged to a DUUP region."""
    first: datetime.date = ds.table("duvo_duup")["valid_from"].min()
    return first


@per_snapshot(maxsize=1)
def programme_kinds(ds: Dataset) -> dict[str, tuple[ProgrammeKind, ExitAim]]:
    """Programme -> what kind of help, plan or rule it is, and what its source says of leaving as an aim."""
    found = rows(ds.table("programmes"))
    return {p.programme_id: (ProgrammeKind(p.kind), ExitAim(p.exit_aim)) for p in found}


@per_snapshot(maxsize=1)
def _claims(ds: Dataset) -> tuple[tuple[str, Claim], ...]:
    """(municipality named, or nothing for an area; claim) for every row of ``claims``."""
    planned = {
        (p.programme_id, p.date, p.source_id)
        for p in rows(ds.table("programme_periods"))
        if p.status == ProgrammeStatus.PLANNED
    }
    kinds, validity = programme_kinds(ds), _validity(ds)
    areas = dict(zip(ds.table("areas")["area_id"], ds.table("areas")["name"], strict=True))
    found = []
    for r in rows(ds.table("claims")):
        basis, estimated = Basis(r.basis), r.date_basis == DateBasis.ESTIMATED
        until = validity.get(r.source_id) if basis is Basis.REGULATION else None
        claim = Claim(
            claim_id=r.claim_id,
            programme_id=r.programme_id,
            kind=kinds[r.programme_id][0],
            aim=kinds[r.programme_id][1],
            relation=Relation(r.relation),
            basis=basis,
            certainty=Certainty(r.certainty),
            date=r.date,
            start=start(r.date),
            effective=r.effective,
            source_id=r.source_id,
            detail=r.source_detail,
            reading=Reading(r.reading),
            note=r.note,
            date_basis=DateBasis(r.date_basis),
            earliest=r.date_earliest,
            latest=r.date_latest,
            first_possible=(start(r.date_earliest) if r.date_earliest else None) if estimated else start(r.date),
            until=until,
            area_id=r.area_id,
            area_name=areas.get(r.area_id, ""),
            area_reading=AreaReading(r.area_reading) if r.area_reading else None,
            planned=(r.programme_id, r.date, r.source_id) in planned,
            standing=until is not None,
        )
        found.append((r.code, claim))
    return tuple(found)


def _validity(ds: Dataset) -> dict[str, datetime.date]:
    """Source of a local rule whose end is known -> its last day in force; other rules age like any claim."""
    found: dict[str, datetime.date] = {}
    for r in rows(ds.table("rule_areas")):
        if r.valid_to:
            found[r.source_id] = max(end(r.valid_to), found.get(r.source_id, datetime.date.min))
    return found


@per_snapshot(maxsize=1)
def _rules(ds: Dataset) -> tuple[tuple[str, Claim], ...]:
    """(municipality named, claim) for every row of ``rule_areas``, in force for as long as the rule is.

    The programme is the one that the same source describes, otherwise the assignment of the region that made the rule.
    """
    described = {p.source_id: p.programme_id for p in rows(ds.table("programme_periods"))}
    assigned = {r.number: r.programme_id for r in rows(ds.table("duup_regions"))}
    found = []
    for r in rows(ds.table("rule_areas")):
        first = start(r.valid_from)
        claim = Claim(
            claim_id="",
            programme_id=described.get(r.source_id, assigned[r.duup_number]),
            kind=ProgrammeKind.REGULATION,
            aim=ExitAim.STATED,
            relation=Relation.CATCHMENT,
            basis=Basis.REGULATION,
            certainty=Certainty.EXPLICIT if r.named else Certainty.DERIVED,
            date=r.valid_from,
            start=first,
            effective=first,
            source_id=r.source_id,
            detail=r.source_detail,
            reading=Reading(r.reading),
            note=r.area,
            first_possible=first,
            until=end(r.valid_to) if r.valid_to else None,
            standing=bool(r.valid_to),
        )
        found.append((r.code, claim))
    return tuple(found)


@per_snapshot(maxsize=1)
def national_claims(ds: Dataset) -> tuple[Claim, ...]:
    """Programmes that say they take people from the whole country (``access.national``), each in order of time."""
    kinds = programme_kinds(ds)
    found = [
        Claim(
            claim_id="",
            programme_id=r.programme_id,
            kind=kinds[r.programme_id][0],
            aim=kinds[r.programme_id][1],
            relation=Relation.NATIONAL,
            basis=Basis.PROGRAMME,
            certainty=Certainty.EXPLICIT,
            date=r.date,
            start=start(r.date),
            effective=start(r.date),
            source_id=r.source_id,
            detail=r.source_detail,
            reading=Reading(r.reading),
            note=r.note,
            note_en=r.note_en,
            first_possible=start(r.date),
        )
        for r in rows(ds.table("access"))
        if r.national
    ]
    return tuple(sorted(found, key=lambda c: (c.programme_id, c.start)))


@per_snapshot(maxsize=1)
def _assignments(ds: Dataset) -> dict[int, Claim]:
    """DUUP region number -> its assignment, in force from the day on which the first DUVO region belonged to it."""
    begins = ds.table("duvo_duup").groupby("duup_number")["valid_from"].min().to_dict()
    return {
        r.number: Claim(
            claim_id="",
            programme_id=r.programme_id,
            kind=ProgrammeKind.ASSIGNMENT,
            aim=ExitAim.STATED,
            relation=Relation.PLANNED,
            basis=Basis.ASSIGNMENT,
            certainty=Certainty.EXPLICIT,
            date=begins[r.number].isoformat(),
            start=begins[r.number],
            effective=begins[r.number],
            source_id=r.source_id,
            detail=r.source_detail,
            reading=Reading(r.reading),
            note="",
            first_possible=begins[r.number],
            standing=True,
        )
        for r in rows(ds.table("duup_regions"))
        if r.number in begins
    }


@per_snapshot(maxsize=32)
def local_claims(ds: Dataset, division_id: str) -> dict[str, tuple[LocalClaim, ...]]:
    """Municipality of the division -> claims and local rules that bear on it, in order of time.

    An area whose reading is vague bears on nobody: its weakest reading is a claim about the municipality named.
    """
    composition = lineage(ds).composition(division_id)
    held: dict[str, set[str]] = {}
    for piece, code in composition.items():
        held.setdefault(code, set()).add(piece)
    found: dict[str, list[LocalClaim]] = {code: [] for code in held}
    ruled: set[tuple[str, str]] = set()  # a rule that a claim tells of already is not told twice
    for code, claim in (*_claims(ds), *_rules(ds)):
        if claim.area_reading is AreaReading.VAGUE:
            continue
        territory = _territory(ds, code, claim)
        for municipality in {composition[piece] for piece in territory.pieces}:
            if claim.basis is Basis.REGULATION:
                if not claim.claim_id and (municipality, claim.source_id) in ruled:
                    continue
                ruled.add((municipality, claim.source_id))
            found[municipality].append(LocalClaim(claim, frozenset(held[municipality] - territory.whole)))
    return {
        code: tuple(sorted(claims, key=lambda c: (c.claim.start, c.claim.effective, c.claim.claim_id)))
        for code, claims in found.items()
    }


def _territory(ds: Dataset, code: str, claim: Claim) -> Territory:
    if not claim.area_id:
        return lineage(ds).territory(code, claim.start)
    pieces = area_pieces(ds)[claim.area_id]
    return Territory(pieces, pieces)


@per_snapshot(maxsize=32)
def standing_claims(ds: Dataset, on: datetime.date) -> Mapping[str, Claim]:
    """Municipality -> the assignment of its DUUP region on a date, which speaks from the start of the DUUP."""
    members = membership_on(ds, on)
    return {
        code: _assignments(ds)[number] for code, number in zip(members["code"], members["duup_number"], strict=True)
    }
