"""One claim of a source, as it bears on a municipality, and what it can say: evidence, an end, or an announcement."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from coverage.vocabulary import (
    ANNOUNCING_KINDS,
    EVIDENCE_KINDS,
    AreaReading,
    Basis,
    Certainty,
    DateBasis,
    ExitAim,
    ProgrammeKind,
    Reading,
    Relation,
)

PROVISION = frozenset({Relation.LOCATION, Relation.CATCHMENT, Relation.REGIONALLY_ACCESSIBLE})
ENDINGS = frozenset({Relation.EXPLICIT_NONE, Relation.STOPPED})
ACTIVITY = frozenset({Basis.PROGRAMME, Basis.OUTREACH})


@dataclass(frozen=True, slots=True)
class Claim:
    """One claim. ``date`` is as precise as its source and ``start`` its first day; it speaks from ``effective`` up to
    and including ``until`` (None: without end). ``standing`` claims do not age.

    ``first_possible`` is the day from which its age counts: ``start``, or the earliest possible day of a date that we
    estimated; None when that is not known. ``earliest`` and ``latest`` are the partial dates between which an estimate
    lies, empty when not known. ``area_id`` is empty when the source names the municipality itself.
    ``planned``: the source describes the programme as a plan.
    """

    claim_id: str
    programme_id: str
    kind: ProgrammeKind
    aim: ExitAim
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
    note_en: str = ""  # where the table has one
    earliest: str = ""
    latest: str = ""
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
        meant = self.kind in ANNOUNCING_KINDS and self.aim is ExitAim.STATED
        return paper and self.basis is not Basis.ASSIGNMENT and meant and not self.ends

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
