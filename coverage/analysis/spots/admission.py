"""Whom a programme admits, as far as sources say: what must be known before a reader is sent to it.

A programme is recommended to people from elsewhere only when its executor is known and a source states an access rule.
A rule of living or working in an area admits people from the municipalities of that area only; no residence or work
criterion, or national reach, admits people from everywhere. A rule that is unknown or contradictory admits nobody new.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from coverage.analysis.programmes.records import programmes
from coverage.dataset import Dataset
from coverage.dataset.frames import rows
from coverage.dataset.memo import per_snapshot
from coverage.dates import start
from coverage.vocabulary import EVIDENCE_KINDS, Criterion


@dataclass(frozen=True, slots=True)
class Admission:
    """Whether a programme admits people from anywhere; otherwise only those from the area that it serves."""

    anywhere: bool

    def lets_in(self, covered: bool) -> bool:
        """Whether it may take people from a municipality that it covers, or does not."""
        return self.anywhere or covered


@per_snapshot(maxsize=64)
def admissions(ds: Dataset, on: date) -> dict[str, Admission]:
    """Exit programme with a known executor and an access rule -> whom it admits, by its newest rules up to a date."""
    known = {p.id for p in programmes(ds) if p.kind in EVIDENCE_KINDS and any(m.executors for m in p.moments)}
    newest: dict[str, tuple[date, list[tuple[Criterion, bool]]]] = {}
    for r in rows(ds.table("access")):
        said = start(r.date)
        if r.programme_id not in known or said > on:
            continue
        last, rules = newest.get(r.programme_id, (date.min, []))
        if said > last:
            newest[r.programme_id] = (said, [(Criterion(r.criterion), r.national)])
        elif said == last:
            rules.append((Criterion(r.criterion), r.national))
    stated = {p: rules for p, (_said, rules) in newest.items() if any(_states(c) for c, _national in rules)}
    return {p: Admission(all(n or c is Criterion.NONE for c, n in rules)) for p, rules in stated.items()}


def _states(criterion: Criterion) -> bool:
    return criterion not in {Criterion.CONTRADICTORY, Criterion.UNSTATED, Criterion.UNKNOWN}
