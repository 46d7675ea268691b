"""Which municipalities have a programme that says it serves a target group, and which have not.

One partition of all municipalities, in this order: a programme recently evidenced here says yes (or that it
stresses the group); else one says it falls short; else one says no; else none of these says anything. That
silence is told apart in four: a programme evidenced earlier said that it served the group, a national programme
names the group, a programme here is silent, or no programme is recently evidenced at all. National findings
decide no municipality; they stand beside the map.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from coverage.analysis.layers.provision import ever_evidenced_programmes, evidenced_programmes, from_anywhere
from coverage.analysis.statements import (
    SERVES,
    Stance,
    combined,
    national_findings,
    stances,
    strongest,
)
from coverage.analysis.status import DEFAULT_MAX_AGE, StatusReport, status_at
from coverage.dataset import Dataset
from coverage.dataset.memo import per_snapshot
from coverage.dates import start, years_before
from coverage.geography.lineage import division_at
from coverage.vocabulary import EVIDENCED, SILENCE, Dimension, GroupCover, Reach, TargetGroup

_COVER = {
    Reach.EMPHASIS: GroupCover.SERVED,
    Reach.YES: GroupCover.SERVED,
    Reach.INSUFFICIENT: GroupCover.INSUFFICIENT,
    Reach.NO: GroupCover.NOT_SERVED,
}


@dataclass(frozen=True, slots=True)
class GroupRow:
    """One municipality. ``deciding`` are the programmes' stances behind the cover (all groups asked for);
    ``older`` marks an answer that rests on statements older than the age limit only."""

    code: str
    name: str
    duup_number: int
    duup_region: str
    inhabitants: int
    cover: GroupCover
    programmes: tuple[str, ...]
    deciding: tuple[Stance, ...]
    older: bool
    partial: bool

    @property
    def since(self) -> str:
        """Date of the newest statement behind the cover, as precise as its source; empty for silence."""
        return max((s.date for s in self.deciding if s.level), default="")


@dataclass(frozen=True, slots=True)
class GapReport:
    """All municipalities for one group, or for people who belong to several groups at once."""

    on: date
    groups: tuple[TargetGroup, ...]
    status: StatusReport
    rows: tuple[GroupRow, ...]

    def codes(self, *covers: GroupCover) -> list[str]:
        """Codes of the municipalities with one of these covers, in order of code."""
        return sorted(r.code for r in self.rows if r.cover in covers)

    def counts(self) -> dict[GroupCover, int]:
        """Municipalities per cover; every cover is present."""
        return {c: sum(r.cover is c for r in self.rows) for c in GroupCover}

    def inhabitants(self) -> dict[GroupCover, int]:
        """Inhabitants per cover; every cover is present."""
        return {c: sum(r.inhabitants for r in self.rows if r.cover is c) for c in GroupCover}

    @property
    def silent(self) -> list[str]:
        """Codes where no recently evidenced programme says anything about the group."""
        return self.codes(*SILENCE)


def programme_level(
    ds: Dataset, programme_id: str, groups: Sequence[TargetGroup], on: date
) -> tuple[Reach | None, tuple[Stance, ...]]:
    """What one programme says of people who belong to all these groups, and its stance on each."""
    said = stances(ds, Dimension.GROUPS, on)
    each = tuple(said.get((programme_id, g), Stance(programme_id, g, None)) for g in groups)
    return combined(s.level for s in each), each


@per_snapshot(maxsize=256)
def gaps_at(
    ds: Dataset,
    on: date,
    groups: tuple[TargetGroup, ...],
    max_age: int = DEFAULT_MAX_AGE,
    division_id: str | None = None,
) -> GapReport:
    """Every municipality for one or more groups on a date. ValueError without a group."""
    if not groups:
        raise ValueError("ask for at least one target group")
    if division_id is None:
        return gaps_at(ds, on, groups, max_age, division_at(ds, on).id)
    report = status_at(ds, on, max_age, division_id)
    local = ever_evidenced_programmes(ds, on, max_age, division_id)
    far = {
        p: programme_level(ds, p, groups, on)
        for p, reaches in from_anywhere(ds, on, max_age).items()
        if reaches is None or set(groups) <= reaches
    }
    far = {p: said for p, said in far.items() if said[0] in SERVES}
    oldest = years_before(on, max_age)
    level_of = cache(lambda p: programme_level(ds, p, groups, on))  # one programme works in many municipalities
    rows = []
    for r in report.rows:
        here = [p for p in local[r.code] if p.status in EVIDENCED]
        levels = {p.programme_id: level_of(p.programme_id) for p in local[r.code]}
        now = {p.programme_id: levels[p.programme_id] for p in here}
        once = {p: said for p, said in levels.items() if p not in now and said[0] in SERVES}
        level = strongest(said for said, _ in now.values())
        cover = _COVER.get(level) if level else None
        if cover:
            deciding = {p: each for p, (said, each) in now.items() if said and _COVER.get(said) is cover}
        elif once:
            cover, deciding = GroupCover.SERVED_EARLIER, {p: each for p, (_, each) in once.items()}
        elif far:
            cover, deciding = GroupCover.ONLY_NATIONAL, {p: each for p, (_, each) in far.items()}
        else:
            cover, deciding = (GroupCover.PROGRAMME_SILENT if here else GroupCover.NO_PROGRAMME), {}
        parts = [p.partial for p in local[r.code] if p.programme_id in deciding]
        rows.append(
            GroupRow(
                r.code,
                r.name,
                r.duup_number,
                r.duup_region,
                r.inhabitants,
                cover,
                programmes=tuple(p.programme_id for p in here),
                deciding=tuple(s for each in deciding.values() for s in each),
                older=bool(deciding) and all(_old(each, oldest) for each in deciding.values()),
                partial=bool(parts) and all(parts),
            )
        )
    return GapReport(on, groups, report, tuple(rows))


def _old(each: Sequence[Stance], oldest: date) -> bool:
    """Whether any statement that a programme's answer needs is older than the age limit."""
    return any(start(s.date) < oldest for s in each if s.statements)


@dataclass(frozen=True, slots=True)
class GroupQuestion:
    """A group to ask a region about: what its programmes say now, and how often national sources named it."""

    group: TargetGroup
    level: Reach | None
    national: int


def questions(ds: Dataset, on: date, max_age: int = DEFAULT_MAX_AGE) -> dict[int, tuple[GroupQuestion, ...]]:
    """DUUP region -> the groups that no programme evidenced in it says it serves, to ask about in this order.

    First the groups that national sources up to the date call insufficiently reached, those named by most
    sources first; then the order of the vocabulary. Nothing else is weighed.
    """
    named = {
        g: len({s.source_id for s in national_findings(ds, Dimension.GROUPS, on)
                if s.topic is g and s.reach is Reach.INSUFFICIENT})
        for g in TargetGroup
    }  # fmt: skip
    said = stances(ds, Dimension.GROUPS, on)
    local = evidenced_programmes(ds, on, max_age)
    programmes: dict[int, set[str]] = {}
    for r in status_at(ds, on, max_age).rows:
        programmes.setdefault(r.duup_number, set()).update(p.programme_id for p in local[r.code])
    order = list(TargetGroup)
    found = {}
    for number, here in sorted(programmes.items()):
        levels = {g: strongest(said[p, g].level for p in here if (p, g) in said) for g in TargetGroup}
        asked = [GroupQuestion(g, level, named[g]) for g, level in levels.items() if level not in SERVES]
        found[number] = tuple(sorted(asked, key=lambda q: (-q.national, order.index(q.group))))
    return found


def group_steps(
    ds: Dataset, on: date, groups: tuple[TargetGroup, ...], max_age: int = DEFAULT_MAX_AGE
) -> tuple[GapReport, ...]:
    """What remains as groups are combined: the first alone, the first two at once, and so on."""
    return tuple(gaps_at(ds, on, groups[: i + 1], max_age) for i in range(len(groups)))
