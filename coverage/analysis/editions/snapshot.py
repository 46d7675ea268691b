"""What the product says today of some reference dates: the content of an edition, before it has a name.

For each date: the status of every municipality within the borders of that date, the programmes that evidence
it and the target groups that they say they serve; and, towards the date of the snapshot, what opened, closed,
changed or became too old in between. Amounts are those of the rule with the default budget.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from coverage.analysis.allocation.result import allocate
from coverage.analysis.allocation.scenario import baseline
from coverage.analysis.comparison.compare import compare, programmes_compared
from coverage.analysis.groups.gaps import gaps_at
from coverage.analysis.status import DEFAULT_MAX_AGE, status_at
from coverage.dataset import Dataset
from coverage.vocabulary import ChangeKind, FormerStatus, GroupCover, Status, TargetGroup

RULE = 2  # of areas in words and strength of evidence, since November 2026; 1 is the rule before


@dataclass(frozen=True, slots=True)
class EditionRow:
    """One municipality on one date; ``programmes`` evidence it, ``groups`` are those that one says it serves."""

    name: str
    status: Status | FormerStatus
    partial: bool = False
    programmes: tuple[str, ...] = ()
    groups: tuple[TargetGroup, ...] = ()


@dataclass(frozen=True, slots=True)
class EditionMoment:
    """One date. ``rows`` are in its own division; ``changes`` (towards the date of the snapshot, in the division
    of that) names only municipalities that changed."""

    on: date
    division: str
    rows: Mapping[str, EditionRow]
    changes: Mapping[str, ChangeKind]

    def counts(self) -> dict[Status | FormerStatus, int]:
        """Municipalities per status; every status of today is present, those of a former rule where they occur."""
        held = [r.status for r in self.rows.values()]
        return {s: held.count(s) for s in (*Status, *(f for f in FormerStatus if f in held))}


@dataclass(frozen=True, slots=True)
class Amounts:
    """What the rule gives each region (by number): euros that add up to the budget, on inhabitants of a year."""

    budget: int
    year: int
    regions: Mapping[int, tuple[str, int]]


@dataclass(frozen=True, slots=True)
class Snapshot:
    """All that an edition keeps. ``tables`` has the number of rows of each table of the package; ``rule`` tells by
    which version of the rule statuses were decided (docs/method-editions.md)."""

    on: date
    dataset_edition: str
    max_age: int
    moments: Mapping[date, EditionMoment]
    amounts: Amounts
    tables: Mapping[str, int]
    rule: int = RULE

    @property
    def now(self) -> EditionMoment:
        """The moment of the snapshot itself."""
        return self.moments[self.on]


def take(ds: Dataset, on: date, days: Iterable[date] = (), max_age: int = DEFAULT_MAX_AGE) -> Snapshot:
    """What is known now of a date and of earlier days; later days are left out."""
    wanted = sorted({day for day in days if day < on} | {on})
    allocation = allocate(ds, baseline(ds))
    return Snapshot(
        on=on,
        dataset_edition=ds.edition,
        max_age=max_age,
        moments={day: _moment(ds, day, on, max_age) for day in wanted},
        amounts=Amounts(
            allocation.scenario.budget, allocation.scenario.year,
            {r.number: (r.name, r.amount) for r in allocation.regions},
        ),
        tables={name: len(ds.table(name)) for name in ds.names},
    )  # fmt: skip


def _moment(ds: Dataset, day: date, on: date, max_age: int) -> EditionMoment:
    report = status_at(ds, day, max_age)
    served: dict[str, list[TargetGroup]] = {}
    for group in TargetGroup:
        for code in gaps_at(ds, day, (group,), max_age).codes(GroupCover.SERVED):
            served.setdefault(code, []).append(group)
    rows = {
        r.code: EditionRow(r.name, r.status, r.partial, programmes_compared(r), tuple(served.get(r.code, ())))
        for r in report.rows
    }
    changed = compare(ds, day, on, max_age).rows if day < on else ()
    changes = {c.after.code: c.kind for c in changed if c.kind is not ChangeKind.SAME}
    return EditionMoment(day, report.division.id, rows, changes)


def as_content(name: str, taken: Snapshot) -> dict[str, Any]:
    """The snapshot as the content of an edition file; what is not so (partial) or empty is left out."""
    return {
        "name": name,
        "date": taken.on.isoformat(),
        "dataset_edition": taken.dataset_edition,
        "max_age_years": taken.max_age,
        "rule": taken.rule,
        "rows": dict(taken.tables),
        "amounts": {
            "budget": taken.amounts.budget,
            "year": taken.amounts.year,
            "regions": {
                str(n): {"name": words, "amount": amount} for n, (words, amount) in taken.amounts.regions.items()
            },
        },
        "moments": {
            day.isoformat(): {
                "division": moment.division,
                "municipalities": {code: _row_content(row) for code, row in moment.rows.items()},
                "changes": {code: kind.value for code, kind in moment.changes.items()},
            }
            for day, moment in taken.moments.items()
        },
    }


def _row_content(row: EditionRow) -> dict[str, Any]:
    rest = {
        "partial": row.partial, "programmes": list(row.programmes),
        "groups": [g.value for g in row.groups],
    }  # fmt: skip
    return {"name": row.name, "status": row.status.value, **{key: value for key, value in rest.items() if value}}


def from_content(content: Mapping[str, Any]) -> Snapshot:
    """The snapshot that an edition file holds. KeyError or ValueError for content that no edition has."""
    amounts = content["amounts"]
    return Snapshot(
        on=date.fromisoformat(content["date"]),
        dataset_edition=content["dataset_edition"],
        max_age=content["max_age_years"],
        moments={date.fromisoformat(day): _moment_from(day, moment) for day, moment in content["moments"].items()},
        amounts=Amounts(
            amounts["budget"], amounts["year"],
            {int(n): (r["name"], r["amount"]) for n, r in amounts["regions"].items()},
        ),
        tables=content["rows"],
        rule=content.get("rule", 1),
    )  # fmt: skip


def _status(value: str) -> Status | FormerStatus:
    return FormerStatus(value) if value in set(FormerStatus) else Status(value)


def _moment_from(day: str, content: Mapping[str, Any]) -> EditionMoment:
    rows = {
        code: EditionRow(
            r["name"], _status(r["status"]), r.get("partial", False),
            tuple(r.get("programmes", ())), _groups(r.get("groups", ())),
        )
        for code, r in content["municipalities"].items()
    }  # fmt: skip
    changes = {code: ChangeKind(kind) for code, kind in content["changes"].items()}
    return EditionMoment(date.fromisoformat(day), content["division"], rows, changes)


def _groups(codes: Iterable[str]) -> tuple[TargetGroup, ...]:
    """Groups that an edition named; one that was since split into others no longer has a meaning and is left out."""
    known = {g.value: g for g in TargetGroup}
    return tuple(known[code] for code in codes if code in known)
