"""The programmes that serve a municipality: who runs them, through which relation, for whom, and who may come in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from coverage.analysis.evidence import LocalClaim
from coverage.analysis.groups.statements import Stance, stances
from coverage.analysis.layers.provision import evidenced_programmes
from coverage.analysis.naming import programme_names
from coverage.analysis.programmes.records import programmes
from coverage.analysis.spots.white_spots import national_programmes
from coverage.analysis.status import NEGATIVE, MunicipalityStatus, StatusReport, is_paper, years_before
from coverage.dataset import Dataset
from coverage.vocabulary import Dimension, TargetGroup


@dataclass(frozen=True, slots=True)
class Serving:
    """One programme that serves a municipality on a date.

    ``claims`` say so; ``executors`` are as the source ``described_by`` gave them at ``described`` (a partial date,
    empty when no source described the programme by then). ``groups`` and ``access`` hold only what a source says.
    """

    programme_id: str
    name: str
    executors: str
    described: str
    described_by: str
    claims: tuple[LocalClaim, ...]
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
    """Programmes evidenced in a municipality, in order of identifier; empty where none is."""
    found = evidenced_programmes(ds, report.on, report.max_age)[row.code]
    return tuple(
        _serving(ds, p.programme_id, _deciding(report, row, p.programme_id), report.on, p.partial) for p in found
    )


def remote_programmes(ds: Dataset, report: StatusReport) -> tuple[Serving, ...]:
    """Programmes with national reach that still count on the date of the report."""
    return tuple(_serving(ds, c.claim.programme_id, (c,), report.on, False) for c in national_programmes(report))


def paper(report: StatusReport, row: MunicipalityStatus) -> tuple[LocalClaim, ...]:
    """Plans, regulations and assignments that hold for a municipality and are not too old, in order of time."""
    oldest = years_before(report.on, report.max_age)
    return tuple(
        c for c in row.claims
        if is_paper(c) and c.claim.relation not in NEGATIVE and (c.claim.standing or c.claim.start >= oldest)
    )  # fmt: skip


def _deciding(report: StatusReport, row: MunicipalityStatus, programme_id: str) -> tuple[LocalClaim, ...]:
    """The claims by which a programme serves: those that decided, else its fresh ones (a weaker relation)."""
    decisive = tuple(c for c in row.decisive if c.claim.programme_id == programme_id)
    oldest = years_before(report.on, report.max_age)
    own = (c for c in row.claims if c.claim.programme_id == programme_id and c.claim.start >= oldest)
    return decisive or tuple(c for c in own if c.claim.relation not in NEGATIVE)


def _serving(ds: Dataset, programme_id: str, claims: tuple[LocalClaim, ...], on: date, partial: bool) -> Serving:
    moment = next((p.at(on) for p in programmes(ds) if p.id == programme_id), None)
    return Serving(
        programme_id, programme_names(ds, on)[programme_id],
        moment.executors if moment else "", moment.date if moment else "", moment.source_id if moment else "",
        claims, partial,
        _spoken(ds, Dimension.GROUPS, programme_id, on), _spoken(ds, Dimension.ACCESS, programme_id, on),
    )  # fmt: skip


def _spoken(ds: Dataset, dimension: Dimension, programme_id: str, on: date) -> tuple[Stance, ...]:
    return tuple(s for (p, _topic), s in stances(ds, dimension, on).items() if p == programme_id and s.level)
