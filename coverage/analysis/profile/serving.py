"""The programmes that serve a municipality: who runs them, through which relation, for whom, and who may come in."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from coverage.analysis.claim import LocalClaim
from coverage.analysis.layers.provision import LocalProgramme, ever_evidenced_programmes, from_anywhere
from coverage.analysis.naming import programme_names
from coverage.analysis.programmes.records import programmes
from coverage.analysis.statements import Stance, stances_of
from coverage.analysis.status import MunicipalityStatus, StatusReport
from coverage.dataset import Dataset
from coverage.dates import years_before
from coverage.vocabulary import Code, Dimension, Status, TargetGroup


@dataclass(frozen=True, slots=True)
class Serving:
    """One programme that serves or served a municipality on a date.

    ``claims`` say so; ``status`` is evidenced here, through the region, or earlier; ``executors`` are as the source
    ``described_by`` gave them at ``described`` (a partial date, empty when no source named them by then).
    ``groups`` and ``access`` hold only what a source says.
    """

    programme_id: str
    name: str
    executors: str
    described: str
    described_by: str
    claims: tuple[LocalClaim, ...]
    status: Status
    partial: bool
    groups: tuple[Stance, ...]
    access: tuple[Stance, ...]

    @property
    def silent(self) -> tuple[TargetGroup, ...]:
        """Target groups of which no source says whether the programme serves them."""
        spoken = {s.topic for s in self.groups}
        return tuple(g for g in TargetGroup if g not in spoken)

    @property
    def sources(self) -> tuple[str, ...]:
        """Sources of everything said here, in order of appearance."""
        said = (s.source_id for stance in (*self.groups, *self.access) for s in stance.statements)
        ids = (*(c.claim.source_id for c in self.claims), self.described_by, *said)
        return tuple(dict.fromkeys(i for i in ids if i))


def local_programmes(ds: Dataset, report: StatusReport, row: MunicipalityStatus) -> tuple[Serving, ...]:
    """Programmes with evidence in a municipality: recent ones first, then earlier ones; by identifier."""
    found = ever_evidenced_programmes(ds, report.on, report.max_age)[row.code]
    served = [_serving(ds, p.programme_id, _deciding(report, row, p), report.on, p.status, p.partial) for p in found]
    return tuple(sorted(served, key=lambda s: s.status is Status.EVIDENCED_EARLIER))


def national_programmes(ds: Dataset, report: StatusReport) -> tuple[Serving, ...]:
    """Programmes with national reach that a recent source names, by the newest source of each."""
    newest = {c.programme_id: c for c in report.national}
    reached = from_anywhere(ds, report.on, report.max_age)
    return tuple(
        _nationally(_serving(ds, p, (LocalClaim(c),), report.on, Status.UNKNOWN, False), reached.get(p))
        for p, c in newest.items()
    )


def _nationally(p: Serving, reached: frozenset[Code] | None) -> Serving:
    """Only what holds for people from anywhere: the groups that it takes from the whole country, and that access."""
    groups = p.groups if reached is None else tuple(s for s in p.groups if s.topic in reached)
    return replace(p, groups=groups, access=tuple(s for s in p.access if any(x.national for x in s.statements)))


def _deciding(report: StatusReport, row: MunicipalityStatus, programme: LocalProgramme) -> tuple[LocalClaim, ...]:
    """The claims by which a programme serves: those that decided, else its own of the same strength."""
    decisive = tuple(c for c in row.decisive if c.claim.programme_id == programme.programme_id)
    own = (c for c in row.claims if c.claim.programme_id == programme.programme_id and c.claim.makes_evidence)
    earlier = programme.status is Status.EVIDENCED_EARLIER
    oldest = years_before(report.on, report.max_age)
    return decisive or tuple(c for c in own if earlier or c.claim.recent(oldest))


def _serving(
    ds: Dataset, programme_id: str, claims: tuple[LocalClaim, ...], on: date, status: Status, partial: bool
) -> Serving:
    said_by = {c.claim.source_id for c in claims}
    named = next((p.telling(on, "executors", said_by) for p in programmes(ds) if p.id == programme_id), None)
    return Serving(
        programme_id, programme_names(ds, on)[programme_id],
        named.executors if named else "", named.date if named else "", named.source_id if named else "",
        claims, status, partial,
        stances_of(ds, Dimension.GROUPS, programme_id, on), stances_of(ds, Dimension.ACCESS, programme_id, on),
    )  # fmt: skip
