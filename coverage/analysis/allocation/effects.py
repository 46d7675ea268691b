"""What a scenario shifts compared with a baseline (herverdeeleffect), in euros and in euros per inhabitant."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from coverage.analysis.allocation.result import Allocation


@dataclass(frozen=True, slots=True)
class Effect:
    """One region: amounts before and after, and the difference per inhabitant of the scenario's year."""

    number: int
    name: str
    before: int
    after: int
    inhabitants: int

    @property
    def difference(self) -> int:
        """Euros more (or, below zero, less) than in the baseline."""
        return self.after - self.before

    @property
    def per_inhabitant(self) -> Fraction:
        """The difference in euros per inhabitant, as municipalities are used to read it."""
        return Fraction(self.difference, self.inhabitants) if self.inhabitants else Fraction(0)


@dataclass(frozen=True, slots=True)
class Effects:
    """All regions in order of number. ``gained`` and ``lost`` are sums, equal when both budgets are."""

    regions: tuple[Effect, ...]

    @property
    def winners(self) -> tuple[Effect, ...]:
        """Regions that gain, the largest gain first."""
        return tuple(sorted((e for e in self.regions if e.difference > 0), key=lambda e: (-e.difference, e.number)))

    @property
    def losers(self) -> tuple[Effect, ...]:
        """Regions that lose, the largest loss first."""
        return tuple(sorted((e for e in self.regions if e.difference < 0), key=lambda e: (e.difference, e.number)))

    @property
    def gained(self) -> int:
        """Sum of shifts: what the winners gain together."""
        return sum(e.difference for e in self.winners)

    @property
    def lost(self) -> int:
        """What the losers lose together, as a positive number."""
        return -sum(e.difference for e in self.losers)


def effects(after: Allocation, before: Allocation) -> Effects:
    """Compare two allocations over the same regions; they may differ in anything else, borders included."""
    old = {r.number: r.amount for r in before.regions}
    if old.keys() != {r.number for r in after.regions}:
        raise ValueError("the two allocations are not about the same regions")
    return Effects(tuple(Effect(r.number, r.name, old[r.number], r.amount, r.inhabitants) for r in after.regions))
