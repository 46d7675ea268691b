"""Which programmes are evidenced in which municipality on a date.

The rule of :mod:`coverage.analysis.status`, applied to the claims of one programme at a time: the union
over programmes is the status "evidenced" of the map, so that group maps can never show more provision
than the status map does.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from coverage.analysis.claim import PROVISION, Claim, LocalClaim
from coverage.analysis.dating import newest_of
from coverage.analysis.statements import Statement, statements
from coverage.analysis.status import MunicipalityStatus, judge, status_at
from coverage.dataset import Dataset
from coverage.dataset.memo import per_snapshot
from coverage.dates import years_before
from coverage.geography.lineage import division_at
from coverage.vocabulary import EVER_EVIDENCED, EVIDENCED, Code, Dimension, Relation, Status


@dataclass(frozen=True, slots=True)
class LocalProgramme:
    """A programme with evidence in a municipality: how, its newest deciding claim, and whether only in a part of it.

    ``status`` is evidenced here, evidenced through the region, or evidenced earlier.
    """

    programme_id: str
    status: Status
    newest: Claim
    partial: bool


@per_snapshot(maxsize=128)
def evidenced_programmes(
    ds: Dataset, on: date, max_age: int, division_id: str | None = None
) -> dict[str, tuple[LocalProgramme, ...]]:
    """Municipality -> programmes recently evidenced there, in order of identifier; empty where none is."""
    known = ever_evidenced_programmes(ds, on, max_age, division_id)
    return {code: tuple(p for p in programmes if p.status in EVIDENCED) for code, programmes in known.items()}


@per_snapshot(maxsize=128)
def ever_evidenced_programmes(
    ds: Dataset, on: date, max_age: int, division_id: str | None = None
) -> dict[str, tuple[LocalProgramme, ...]]:
    """The same with programmes that were evidenced earlier and of which nothing says that they stopped."""
    if division_id is None:
        return ever_evidenced_programmes(ds, on, max_age, division_at(ds, on).id)
    oldest = years_before(on, max_age)
    return {row.code: _local(row, on, oldest) for row in status_at(ds, on, max_age, division_id).rows}


def _local(row: MunicipalityStatus, on: date, oldest: date) -> tuple[LocalProgramme, ...]:
    found = []
    for programme_id in sorted({c.claim.programme_id for c in row.claims if c.claim.makes_evidence}):
        verdict = judge([c for c in row.claims if _bears(c, programme_id)], on, oldest)
        if verdict.status in EVER_EVIDENCED:
            missing = frozenset.intersection(*(c.missing for c in verdict.decisive))
            found.append(LocalProgramme(programme_id, verdict.status, newest_of(verdict.decisive), bool(missing)))
    return tuple(found)


def _bears(local: LocalClaim, programme_id: str) -> bool:
    return local.claim.programme_id == programme_id or local.claim.relation is Relation.EXPLICIT_NONE


@per_snapshot(maxsize=128)
def linked_programmes(
    ds: Dataset, on: date, max_age: int, division_id: str | None = None
) -> dict[str, tuple[str, ...]]:
    """Municipality -> programmes that any source connected with it up to the date, evidenced or not.

    By a claim other than a bare "none" (also an old one, a plan or a stop), or because the programme
    has its centre there and a source described it by that date.
    """
    if division_id is None:
        return linked_programmes(ds, on, max_age, division_at(ds, on).id)
    centres: dict[str, set[str]] = {}
    described = {p.programme_id for p in ds.table("programme_periods").itertuples() if _begun(p.date, on)}
    for p in ds.table("programmes").itertuples():
        if p.centre_code and p.programme_id in described:
            centres.setdefault(p.centre_code, set()).add(p.programme_id)
    rows = status_at(ds, on, max_age, division_id).rows
    return {
        r.code: tuple(sorted({c.claim.programme_id for c in r.claims if _connects(c)} | centres.get(r.code, set())))
        for r in rows
    }


def _begun(partial: str, on: date) -> bool:
    return partial <= on.isoformat()[: len(partial)]


def _connects(local: LocalClaim) -> bool:
    relation = local.claim.relation
    return relation in PROVISION or relation in {Relation.PLANNED, Relation.STOPPED}


@per_snapshot(maxsize=128)
def from_anywhere(ds: Dataset, on: date, max_age: int) -> dict[str, frozenset[Code] | None]:
    """Programmes with national reach that still counts on a date -> the groups it holds for; None for all.

    A programme whose criteria of that date are all national takes its whole target group from anywhere
    (Asja II). One that is local as well (Terwille) does so for the groups whose statement says so.
    """
    oldest = years_before(on, max_age)
    access = [s for s in statements(ds, Dimension.ACCESS) if oldest <= s.start <= on]
    found: dict[str, frozenset[Code] | None] = {}
    for national in (s for s in access if s.national):
        same = [s for s in access if s.programme_id == national.programme_id and s.start == national.start]
        whole = all(s.national for s in same)
        found[national.programme_id] = None if whole else _said_national(ds, national)
    return found


def _said_national(ds: Dataset, access: Statement) -> frozenset[Code]:
    """Groups of which a statement of the same date says so itself."""
    return frozenset(
        s.topic
        for s in statements(ds, Dimension.GROUPS)
        if s.programme_id == access.programme_id and s.start == access.start and s.national
    )
