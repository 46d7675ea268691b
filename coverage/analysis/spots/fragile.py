"""Fragile coverage: what a programme's end would do to evidenced provision.

For each programme that evidences a municipality, its positive claims are taken away and the status is judged
anew. A municipality that is then no longer evidenced would lose its provision; one that still is has a second
programme. Only what sources say counts: a programme that nobody wrote about cannot take over here.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from coverage.analysis.comparison.compare import programmes_compared
from coverage.analysis.naming import programme_names
from coverage.analysis.status import DEFAULT_MAX_AGE, MunicipalityStatus, judge, status_at
from coverage.dataset import Dataset
from coverage.dataset.memo import per_snapshot
from coverage.dates import years_before
from coverage.geography.lineage import division_at
from coverage.vocabulary import EVIDENCED


@dataclass(frozen=True, slots=True)
class Backed:
    """A municipality that keeps evidenced provision, and by which other programmes."""

    row: MunicipalityStatus
    others: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Dependence:
    """One programme: municipalities that lose evidenced provision when it stops, and those with a second programme."""

    programme_id: str
    name: str
    lost: tuple[MunicipalityStatus, ...]
    backed: tuple[Backed, ...]

    @property
    def municipalities(self) -> tuple[MunicipalityStatus, ...]:
        """All municipalities that it evidences, by code."""
        return tuple(sorted((*self.lost, *(b.row for b in self.backed)), key=lambda r: r.code))

    @property
    def inhabitants_lost(self) -> int:
        """Inhabitants of the municipalities that would lose evidenced provision."""
        return sum(r.inhabitants for r in self.lost)

    @property
    def single_point(self) -> bool:
        """Whether some municipality depends on this programme alone."""
        return bool(self.lost)


@per_snapshot(maxsize=32)
def fragile(
    ds: Dataset, on: date, max_age: int = DEFAULT_MAX_AGE, division_id: str | None = None
) -> tuple[Dependence, ...]:
    """Every programme that evidences a municipality on a date, most inhabitants at stake first."""
    if division_id is None:
        return fragile(ds, on, max_age, division_at(ds, on).id)
    report = status_at(ds, on, max_age, division_id)
    oldest = years_before(on, max_age)
    lost: dict[str, list[MunicipalityStatus]] = {}
    backed: dict[str, list[Backed]] = {}
    for row in report.rows:
        for programme in programmes_compared(row):
            rest = [c for c in row.claims if c.claim.programme_id != programme or not c.claim.makes_evidence]
            without = judge(rest, on, oldest)
            lost.setdefault(programme, [])
            backed.setdefault(programme, [])
            if without.status in EVIDENCED:
                backed[programme].append(Backed(row, programmes_compared(without)))
            else:
                lost[programme].append(row)
    found = [Dependence(p, programme_names(ds, on)[p], tuple(lost[p]), tuple(backed[p])) for p in lost]
    return tuple(sorted(found, key=lambda d: (-d.inhabitants_lost, -len(d.lost), d.programme_id)))
