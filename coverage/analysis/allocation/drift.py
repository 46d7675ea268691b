"""How shares drift: between population years, between keys, and when a municipality moves to another region."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from fractions import Fraction
from itertools import pairwise

from coverage.analysis.allocation.basis import Municipality, basis
from coverage.analysis.allocation.budget import AllocationError
from coverage.analysis.allocation.definitions import definitions
from coverage.analysis.allocation.effects import Effects, effects
from coverage.analysis.allocation.result import Allocation, allocate, allocate_over
from coverage.analysis.allocation.scenario import BASELINE_KEY, Scenario, baseline
from coverage.analysis.population import complete_years
from coverage.dataset import Dataset
from coverage.dataset.divisions import Division
from coverage.geography.areas import membership_on
from coverage.geography.lineage import divisions, lineage


def key_rule(ds: Dataset, scenario: Scenario) -> Scenario:
    """What a scenario is compared with: the rule for the same budget, with year and borders of the sources."""
    return replace(baseline(ds, scenario.budget), unit=scenario.unit)


def alternatives(ds: Dataset, scenario: Scenario) -> dict[str, Effects | None]:
    """Every other key -> what it shifts against the rule for this budget; None when the budget cannot pay it.

    The scenario's own key counts as the reader set it, the others as they are presented.
    """
    start = key_rule(ds, scenario)
    before = allocate(ds, start)
    found: dict[str, Effects | None] = {}
    for key in definitions():
        if key == BASELINE_KEY:
            continue
        try:
            found[key] = effects(allocate(ds, scenario if key == scenario.key else start.with_key(key)), before)
        except AllocationError:
            found[key] = None
    return found


@dataclass(frozen=True, slots=True)
class Drift:
    """One region: its share of the inhabitants in every complete population year, on the same borders."""

    number: int
    name: str
    shares: dict[int, Fraction]

    @property
    def change(self) -> Fraction:
        """Share in the last year less that in the first."""
        years = sorted(self.shares)
        return self.shares[years[-1]] - self.shares[years[0]]


def drift(ds: Dataset, division_id: str) -> tuple[Drift, ...]:
    """Shares of the regions of a division over all complete population years, in order of number."""
    people: dict[int, dict[int, int]] = {}
    names: dict[int, str] = {}
    for y in complete_years(ds):
        of_year = basis(ds, y.year, y.year, division_id)
        names = of_year.names
        for m in of_year.municipalities:
            counts = people.setdefault(m.region, {})
            counts[y.year] = counts.get(y.year, 0) + m.inhabitants
    totals = {y.year: sum(counts[y.year] for counts in people.values()) for y in complete_years(ds)}
    return tuple(
        Drift(n, names[n], {year: Fraction(count, totals[year]) for year, count in people[n].items()}) for n in names
    )


@dataclass(frozen=True, slots=True)
class KeyMove:
    """Municipalities that go from one region to another, and what that does to the amounts."""

    municipalities: tuple[Municipality, ...]
    origin: int
    goal: int
    shifts: Effects


def moves(allocation: Allocation) -> tuple[KeyMove, ...]:
    """Uncertain municipalities by where they are and may be instead, each group moved as one; most people first."""
    b = allocation.basis
    groups: dict[tuple[int, int], list[Municipality]] = {}
    for m in b.uncertain:
        for goal in m.options[1:]:
            groups.setdefault((m.region, goal), []).append(m)
    found = []
    for (origin, goal), group in groups.items():
        moved = tuple(
            replace(m, options=(goal, *(o for o in m.options if o != goal))) if m in group else m
            for m in b.municipalities
        )
        after = allocate_over(replace(b, municipalities=moved), allocation.scenario)
        found.append(KeyMove(tuple(group), origin, goal, effects(after, allocation)))
    return tuple(sorted(found, key=lambda move: -sum(m.inhabitants for m in move.municipalities)))


@dataclass(frozen=True, slots=True)
class Reorganisation:
    """A municipality that joined one in another region: on which day, and what moved with it."""

    municipality: Municipality
    origin: str
    on: date
    shifts: Effects


def crossings(ds: Dataset, budget: int) -> tuple[Reorganisation, ...]:
    """Municipalities that went into one in another region, oldest first: the rule before, and on the day itself.

    With the inhabitants of 1 January of that year; a year without complete figures is passed over.
    """
    years = {y.year for y in complete_years(ds)}
    found = []
    for before, after in pairwise(divisions(ds)):
        year = after.valid_from.year
        moved = _moved(ds, before, after) if year in years else []
        if moved:
            old, new = (allocate(ds, baseline(ds, budget, year, d.id)) for d in (before, after))
            shifts = effects(new, old)
            own = {m.code: m for m in old.basis.municipalities}
            found += [Reorganisation(own[c], old.basis.names[own[c].region], after.valid_from, shifts) for c in moved]
    return tuple(found)


def _moved(ds: Dataset, before: Division, after: Division) -> list[str]:
    """Municipalities that are gone in a division, whose territory lies in another DUUP region since."""
    was, now = (
        dict(zip(rows["code"], rows["duup_number"], strict=True))
        for rows in (membership_on(ds, after.valid_from - timedelta(days=1)), membership_on(ds, after.valid_from))
    )
    old, new = lineage(ds).composition(before.id), lineage(ds).composition(after.id)
    gone = {code for piece, code in old.items() if code not in now and was[code] != now[new[piece]]}
    return sorted(gone)
