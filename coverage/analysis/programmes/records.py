"""Programmes, and what each source says of them at its date."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from datetime import date as Day
from typing import Literal

from coverage.analysis.dating import dated
from coverage.dataset import Dataset
from coverage.dataset.memo import per_snapshot
from coverage.dates import start
from coverage.i18n import day, partial_day
from coverage.vocabulary import (
    Certainty,
    DateBasis,
    Funding,
    NoClaimReason,
    Period,
    ProgrammeKind,
    ProgrammeStatus,
    Reading,
    Relation,
)

Told = Literal["executors", "organisation", "catchment"]  # what a source may leave unsaid


@dataclass(frozen=True, slots=True)
class Description:
    """What one source says on a programme at a date; ``silence`` is why it makes no claim, when it makes none."""

    name: str
    executors: str
    organisation: str
    centre: str
    catchment: str
    period: Period
    status: ProgrammeStatus
    funding: Funding
    date: str
    start: Day
    source_id: str
    detail: str
    reading: Reading
    note: str
    date_basis: DateBasis
    earliest: str
    latest: str
    silence: NoClaimReason | None

    @property
    def first_possible(self) -> Day:
        """The earliest day on which it can have been said."""
        return start(self.earliest) if self.earliest else self.start

    @property
    def told(self) -> str:
        """The date in words."""
        return dated(self.date, self.date_basis, self.earliest, self.latest)


@dataclass(frozen=True, slots=True)
class Programme:
    """A programme with its moments, oldest first; ``began`` and ``stopped`` are partial dates, empty when unknown."""

    id: str
    name: str
    kind: ProgrammeKind
    centre: str
    centre_code: str
    moments: tuple[Description, ...]
    began: str
    stopped: str

    @property
    def names(self) -> tuple[str, ...]:
        """Other names, in order of time."""
        return tuple(dict.fromkeys(m.name for m in self.moments if m.name != self.name))

    def day_told(self, on: date) -> str:
        """A day in words; the one on which the programme began as precise as its source, which may name a year."""
        return partial_day(self.began) if self.began and start(self.began) == on else day(on)

    def at(self, on: date) -> Description | None:
        """The newest moment up to a date; None before the first."""
        return next((m for m in reversed(self.moments) if m.start <= on), None)

    def state(self, on: date) -> Description | None:
        """The newest moment up to a date of a source that says whether it runs; the newest of all when none says so."""
        said = [m for m in self.moments if m.start <= on]
        return next((m for m in reversed(said) if m.status is not ProgrammeStatus.UNKNOWN), self.at(on))

    def telling(self, on: date, what: Told, sources: Collection[str] = ()) -> Description | None:
        """The newest moment up to a date of a source that speaks of this; others leave it as it was.

        One of ``sources``, where one of them tells it: who carries it out in one part of an area may not in another.
        """
        told = [m for m in reversed(self.moments) if m.start <= on and getattr(m, what)]
        return next((m for m in told if m.source_id in sources), next(iter(told), None))


@per_snapshot(maxsize=1)
def programmes(ds: Dataset) -> tuple[Programme, ...]:
    """All programmes and assignments, in the order of the collection; national pseudo-entries are left out."""
    moments: dict[str, list[Description]] = {}
    for r in ds.table("programme_periods").itertuples():
        moments.setdefault(r.programme_id, []).append(
            Description(
                r.name,
                r.executors,
                r.organisation_kind,
                r.centre,
                r.catchment,
                Period(r.period),
                ProgrammeStatus(r.status),
                Funding(r.funding),
                r.date,
                start(r.date),
                r.source_id,
                r.source_detail,
                Reading(r.reading),
                r.note,
                DateBasis(r.date_basis),
                r.date_earliest,
                r.date_latest,
                NoClaimReason(r.no_claim_reason) if r.no_claim_reason else None,
            )
        )
    stops = _stops(ds)
    return tuple(
        Programme(
            p.programme_id,
            p.name,
            ProgrammeKind(p.kind),
            p.centre,
            p.centre_code,
            tuple(sorted(moments.get(p.programme_id, ()), key=lambda m: m.start)),
            p.began,
            stops.get(p.programme_id, ""),
        )
        for p in ds.table("programmes").itertuples()
        if not p.national_scope
    )


def programme(ds: Dataset, programme_id: str) -> Programme:
    """One programme; KeyError when there is none of that identifier."""
    return {p.id: p for p in programmes(ds)}[programme_id]


def is_assignment(programme: Programme) -> bool:
    """Whether this is an assignment of the DUUP folder (money and region) rather than a programme."""
    return programme.kind is ProgrammeKind.ASSIGNMENT


def _stops(ds: Dataset) -> dict[str, str]:
    """Programme -> the day on which a source says it stopped in its centre, when nothing newer follows there."""
    centres = dict(zip(ds.table("programmes")["programme_id"], ds.table("programmes")["centre_code"], strict=True))
    last: dict[str, tuple[date, bool, str]] = {}
    for r in ds.table("claims").itertuples():
        if r.code and r.relation != Relation.EXPLICIT_NONE and r.code == centres[r.programme_id]:
            stop = r.relation == Relation.STOPPED and r.certainty == Certainty.EXPLICIT
            known = last.get(r.programme_id, (date.min, False, ""))
            last[r.programme_id] = max(known, (start(r.date), stop, r.effective.isoformat()))
    return {p: day for p, (_, stop, day) in last.items() if stop}
