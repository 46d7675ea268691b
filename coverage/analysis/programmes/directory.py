"""The directory: programmes on a date, where they are evidenced, their area, money and caveats."""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import date

from coverage.analysis.claim import Claim
from coverage.analysis.contradictions import Contradiction, contradictions_about
from coverage.analysis.layers.provision import evidenced_programmes
from coverage.analysis.programmes.records import Description, Programme, programmes
from coverage.analysis.statements import Stance, stances
from coverage.analysis.status import DEFAULT_MAX_AGE, status_at
from coverage.dataset import Dataset
from coverage.dataset.memo import per_snapshot
from coverage.vocabulary import Dimension, FigureKind, Scheme


@dataclass(frozen=True, slots=True)
class DirectoryEntry:
    """A line of the directory on a date: where it is evidenced, its last state, what it says, which caveats apply."""

    programme: Programme
    evidenced: tuple[str, ...]
    now: Description | None
    groups: tuple[Stance, ...]
    caveats: tuple[Contradiction, ...]


@per_snapshot(maxsize=64)
def directory(ds: Dataset, on: date, max_age: int = DEFAULT_MAX_AGE) -> tuple[DirectoryEntry, ...]:
    """Every programme on a date; ``evidenced`` holds municipality codes."""
    where: dict[str, list[str]] = {}
    for code, here in evidenced_programmes(ds, on, max_age).items():
        for p in here:
            where.setdefault(p.programme_id, []).append(code)
    said = stances(ds, Dimension.GROUPS, on)
    return tuple(
        DirectoryEntry(
            p,
            tuple(where.get(p.id, ())),
            p.state(on),
            tuple(s for (pid, _), s in said.items() if pid == p.id and s.level),
            contradictions_about(ds, programme=p.id),
        )
        for p in programmes(ds)
    )


def service_area(
    ds: Dataset, programme_id: str, on: date, max_age: int = DEFAULT_MAX_AGE
) -> dict[str, tuple[Claim, bool]]:
    """Municipality -> (the programme's newest claim up to the date, whether it is evidenced there on the date)."""
    local = evidenced_programmes(ds, on, max_age)
    found = {}
    for row in status_at(ds, on, max_age).rows:
        own = [c.claim for c in row.claims if c.claim.programme_id == programme_id and c.claim.claim_id]
        if own:
            found[row.code] = (own[-1], programme_id in {p.programme_id for p in local[row.code]})
    return found


@dataclass(frozen=True, slots=True)
class Amount:
    """An amount or condition that a source gives for a place or organisation; ``value`` is None when none was found."""

    scheme: Scheme
    period_from: str
    period_to: str
    item: str
    value: float | None
    unit: str
    recipient: str
    kind: FigureKind
    date: str
    source_id: str
    detail: str


def amounts(ds: Dataset, programme: Programme) -> tuple[Amount, ...]:
    """Money that sources mention for the programme's executor or centre; not necessarily for this programme.

    A row belongs when its recipient is the centre, or is named in full among executors or in the service
    area, and its period touches the years in which sources speak of the programme.
    """
    words = " | ".join(t for m in programme.moments for t in (m.executors, m.catchment)).casefold()
    years = {m.start.year for m in programme.moments}
    found = []
    for r in ds.table("funding").itertuples():
        name = r.recipient.split(",")[0].split(" (")[0]
        named = name == programme.centre or (" " in name and name.casefold() in words)
        begin, end = int((r.period_from or r.date)[:4]), int((r.period_to or r.period_from or r.date)[:4])
        if named and years and begin <= max(years) and end >= min(years):
            value = None if math.isnan(r.value) else float(r.value)
            found.append(
                Amount(
                    Scheme(r.scheme),
                    r.period_from,
                    r.period_to,
                    r.item,
                    value,
                    r.unit,
                    r.recipient,
                    FigureKind(r.kind),
                    r.date,
                    r.source_id,
                    r.source_detail,
                )
            )
    return tuple(found)
