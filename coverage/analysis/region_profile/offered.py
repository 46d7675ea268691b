"""Programmes that are or were in a region, and the local rules that name its municipalities."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from coverage.analysis.claim import Claim
from coverage.analysis.dating import claim_day
from coverage.analysis.layers.provision import ever_evidenced_programmes, linked_programmes
from coverage.analysis.naming import programme_names
from coverage.analysis.programmes.records import Description, Programme, programmes
from coverage.analysis.region_profile.facts import RegionProfile
from coverage.analysis.statements import Stance, stances_of
from coverage.dataset import Dataset
from coverage.dataset.memo import per_language
from coverage.dates import start, years_before
from coverage.vocabulary import EVIDENCED, Basis, Dimension, ProgrammeKind

PAPER = frozenset({ProgrammeKind.ASSIGNMENT, ProgrammeKind.REGULATION})  # told as money and as rules


@dataclass(frozen=True, slots=True)
class RegionProgramme:
    """A programme that sources connect with municipalities of a region by the date.

    ``recent`` and ``earlier`` name the municipalities for which it is evidenced; without either it is only mentioned
    (stopped, planned, other help). ``stopped`` says that a source told its end by the date. ``confirmed`` is the newest
    date of that evidence in words, else that of the newest source on it. ``executors`` are those of the newest source
    that names them; empty when none does.
    """

    programme: Programme
    name: str
    recent: tuple[str, ...]
    earlier: tuple[str, ...]
    stopped: bool
    confirmed: str
    executors: str
    groups: tuple[Stance, ...]
    access: tuple[Stance, ...]
    sources: tuple[str, ...]

    @property
    def evidenced(self) -> bool:
        """Whether it is evidenced in the region, recently or earlier."""
        return bool(self.recent or self.earlier)


@per_language(maxsize=64)
def programmes_of(ds: Dataset, p: RegionProfile) -> tuple[RegionProgramme, ...]:
    """Programmes of a region: those with recent evidence first, then earlier evidence, then what is only mentioned."""
    ever = ever_evidenced_programmes(ds, p.on, p.report.max_age)
    linked = linked_programmes(ds, p.on, p.report.max_age)
    named = {x.programme_id for r in p.rows for x in ever[r.code]} | {i for r in p.rows for i in linked[r.code]}
    found = [
        _offered(ds, p, known) for known in programmes(ds) if known.id in named and known.kind not in PAPER
    ]  # fmt: skip
    return tuple(sorted(found, key=lambda f: (not f.recent, not f.earlier, f.stopped, f.name)))


def _offered(ds: Dataset, p: RegionProfile, known: Programme) -> RegionProgramme:
    ever = ever_evidenced_programmes(ds, p.on, p.report.max_age)
    here = {r.name: x for r in p.rows for x in ever[r.code] if x.programme_id == known.id}
    claims = [c.claim for r in p.rows for c in r.claims if c.claim.programme_id == known.id]
    telling = [c for c in claims if c.makes_evidence] if here else claims
    moment, named = known.at(p.on), known.telling(p.on, "executors", {c.source_id for c in telling})
    newest = max(telling, key=lambda c: c.start, default=None)
    groups, access = (stances_of(ds, d, known.id, p.on) for d in (Dimension.GROUPS, Dimension.ACCESS))
    said = (x.source_id for s in (*groups, *access) for x in s.statements)
    return RegionProgramme(
        programme=known,
        name=programme_names(ds, p.on)[known.id],
        recent=tuple(name for name, x in here.items() if x.status in EVIDENCED),
        earlier=tuple(name for name, x in here.items() if x.status not in EVIDENCED),
        stopped=bool(known.stopped) and start(known.stopped) <= p.on,
        confirmed=claim_day(newest) if newest else moment.told if moment else "",
        executors=named.executors if named else "",
        groups=groups,
        access=access,
        sources=tuple(dict.fromkeys([*(c.source_id for c in telling), *_described_by(moment, named), *said])),
    )


def _described_by(*moments: Description | None) -> tuple[str, ...]:
    return tuple(m.source_id for m in moments if m)


@dataclass(frozen=True, slots=True)
class RegionRule:
    """A local rule that names municipalities of a region on a date; ``current`` when it is in force or not yet too old.

    ``day`` is its date in words, ``municipalities`` whom it names, ``programme_id`` the scheme that it describes.
    """

    claim: Claim
    municipalities: tuple[str, ...]
    current: bool

    @property
    def day(self) -> str:
        """From when it is, as precise as its source."""
        return claim_day(self.claim)


def local_rules(p: RegionProfile) -> tuple[RegionRule, ...]:
    """Local rules that speak about the region on the date, those in force first, then the newest."""
    held: dict[str, list[tuple[str, Claim]]] = {}
    for r in p.rows:
        for claim in _regulations(c.claim for c in r.claims):
            held.setdefault(claim.source_id, []).append((r.name, claim))
    oldest = years_before(p.on, p.report.max_age)
    found = [
        RegionRule(
            max((c for _name, c in said), key=lambda c: c.start),
            tuple(dict.fromkeys(name for name, _claim in said)),
            any(c.recent(oldest) for _name, c in said),
        )
        for said in held.values()
    ]
    return tuple(sorted(found, key=lambda r: (not r.current, -r.claim.start.toordinal(), r.claim.source_id)))


def _regulations(claims: Iterable[Claim]) -> Iterable[Claim]:
    return (c for c in claims if c.basis is Basis.REGULATION)
