"""Everything the sources claim, brought to the municipalities of one division.

Three kinds of claim speak about a municipality: rows of ``claims``, which name it or an area that it lies in; local
rules that name it (``rule_areas``), for as long as they are in force; and, since the DUUP began, the assignment of its
region. Programmes with national reach (``access.national``) speak about no municipality in particular and stand apart.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from coverage.dataset import Dataset
from coverage.dataset.frames import rows
from coverage.dataset.memo import per_snapshot
from coverage.dates import end, start
from coverage.geography.areas import membership_on
from coverage.geography.lineage import Territory, lineage
from coverage.vocabulary import (
    ANNOUNCING_KINDS,
    EVIDENCE_KINDS,
    AreaReading,
    Basis,
    Certainty,
    DateBasis,
    ProgrammeKind,
    ProgrammeStatus,
    Reading,
    Relation,
)

DUUP_START = datetime.date(2021, 1, 1)
PROVISION = frozenset({Relation.LOCATION, Relation.CATCHMENT, Relation.REGIONALLY_ACCESSIBLE})
ENDINGS = frozenset({Relation.EXPLICIT_NONE, Relation.STOPPED})
ACTIVITY = frozenset({Basis.PROGRAMME, Basis.OUTREACH})


@dataclass(frozen=True, slots=True)
class Claim:
    """One claim. ``date`` is as precise as its source and ``start`` its first day; it speaks from ``effective`` up to
    and including ``until`` (None: without end). ``standing`` claims do not age.

    ``first_possible`` is the day from which its age counts: ``start``, or the earliest possible day of a date that we
    estimated; None when that is not known. ``area_id`` is empty when the source names the municipality itself.
    ``planned``: the source describes the programme as a plan.
    """

    claim_id: str
    programme_id: str
    kind: ProgrammeKind
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
    date_basis: DateBasis = DateBasis.STATED
    first_possible: datetime.date | None = None
    until: datetime.date | None = None
    area_id: str = ""
    area_name: str = ""
    area_reading: AreaReading | None = None
    planned: bool = False
    standing: bool = False

    @property
    def makes_evidence(self) -> bool:
        """Whether it says that help with leaving is given here, or to people from here."""
        return (
            self.relation in PROVISION and self.basis in ACTIVITY and self.kind in EVIDENCE_KINDS and not self.planned
        )

    @property
    def announces(self) -> bool:
        """Whether it is a local rule or a plan for such help."""
        paper = self.relation is Relation.PLANNED or self.planned or self.basis is Basis.REGULATION
        return paper and self.basis is not Basis.ASSIGNMENT and self.kind in ANNOUNCING_KINDS and not self.ends

    @property
    def ends(self) -> bool:
        """Whether it says that there is none, or that the programme stopped."""
        return self.relation in ENDINGS

    def recent(self, oldest: datetime.date) -> bool:
        """Whether it is at most as old as ``oldest``, the first date that still counts as recent."""
        return self.standing or (self.first_possible is not None and self.first_possible >= oldest)


@dataclass(frozen=True, slots=True)
class LocalClaim:
    """A claim as it bears on one municipality; ``missing`` holds the pieces that it did not wholly cover."""

    claim: Claim
    missing: frozenset[str] = frozenset()


@per_snapshot(maxsize=1)
def programme_kinds(ds: Dataset) -> dict[str, ProgrammeKind]:
    """Programme -> what kind of help, plan or rule it is."""
    table = ds.table("programmes")
    return {p: ProgrammeKind(kind) for p, kind in zip(table["programme_id"], table["kind"], strict=True)}


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
            kind=kinds[r.programme_id],
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
            kind=kinds[r.programme_id],
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


@per_snapshot(maxsize=1)
def area_pieces(ds: Dataset) -> dict[str, frozenset[str]]:
    """Area -> the lineage pieces (municipalities of 2021) that it is made of."""
    found: dict[str, set[str]] = {area: set() for area in ds.table("areas")["area_id"]}
    for member in rows(ds.table("area_members")):
        found[member.area_id] |= set(lineage(ds).parts(member.piece))
    return {area: frozenset(pieces) for area, pieces in found.items()}


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


def standing_claims(ds: Dataset, on: datetime.date) -> dict[str, Claim]:
    """Municipality -> the assignment of its DUUP region on a date, which speaks from the start of the DUUP."""
    members = membership_on(ds, on)
    return {
        code: _assignments(ds)[number] for code, number in zip(members["code"], members["duup_number"], strict=True)
    }
