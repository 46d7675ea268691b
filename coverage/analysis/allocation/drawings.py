"""All ways to draw the regions: every uncertain municipality in each region that it may belong to.

Each municipality is free of the others, also the eight of the Achterhoek that probably move together;
so the ranges contain every case, the joint move included.

Regions that share no uncertain municipality are drawn independently, so the drawings are kept in *parts*:
the whole set is the product of the parts, which is never written out unless a key needs it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import prod

import numpy as np

from coverage.analysis.allocation.basis import AllocationBasis, Municipality
from coverage.analysis.allocation.budget import AllocationError
from coverage.analysis.allocation.keys import Columns, Integers, Totals
from coverage.dataset.memo import per_snapshot
from coverage.i18n import _

MOST_DRAWINGS = 2**17


@dataclass(frozen=True, eq=False, slots=True)
class Part:
    """Regions (positions in order of number) and every way to draw them; the first is the one in use."""

    rows: tuple[int, ...]
    columns: Columns

    @property
    def drawings(self) -> int:
        """Number of ways."""
        return int(self.columns.inhabitants.shape[1])

    def only(self, drawings: Integers) -> Part:
        """Some of the drawings, by position."""
        if len(drawings) == self.drawings:
            return self
        c = self.columns
        return Part(
            self.rows,
            Columns(c.inhabitants[:, drawings], c.municipalities[:, drawings], c.other[:, drawings], c.totals),
        )


def count(basis: AllocationBasis) -> int:
    """Number of ways to draw all regions."""
    return prod(len(m.options) for m in basis.municipalities)


@per_snapshot(maxsize=1)
def in_use(basis: AllocationBasis) -> Columns:
    """The regions as they are drawn, one column, in Python integers."""
    return _draw(basis, list(basis.names), basis.municipalities, fixed=True).exact()


@per_snapshot(maxsize=1)
def parts(basis: AllocationBasis) -> tuple[Part, ...]:
    """The drawings, split into parts that do not touch each other; all regions without doubt are one part."""
    groups: list[set[int]] = []
    for m in basis.uncertain:
        touched = [g for g in groups if g & set(m.options)]
        groups = [g for g in groups if g not in touched] + [set(m.options).union(*touched)]
    if certain := set(basis.names).difference(*groups):
        groups.append(certain)
    return tuple(_part(basis, group) for group in sorted(groups, key=min))


@per_snapshot(maxsize=1)
def joint(basis: AllocationBasis) -> tuple[Part, ...]:
    """The drawings in one part that holds all regions."""
    return (_part(basis, set(basis.names)),)


def _part(basis: AllocationBasis, group: set[int]) -> Part:
    numbers = [n for n in basis.names if n in group]
    own = [m for m in basis.municipalities if m.region in group]
    if prod(len(m.options) for m in own) > MOST_DRAWINGS:
        raise AllocationError(
            _("Te veel gemeenten zijn onzeker om alle {count} mogelijke indelingen door te rekenen.").format(
                count=count(basis)
            )
        )
    positions = {number: i for i, number in enumerate(basis.names)}
    return Part(tuple(positions[n] for n in numbers), _draw(basis, numbers, own))


def _draw(basis: AllocationBasis, numbers: list[int], own: Iterable[Municipality], fixed: bool = False) -> Columns:
    """Columns of ``numbers``: certain municipalities once, then each uncertain one in each of its options."""
    position = {number: i for i, number in enumerate(numbers)}
    table: Integers = np.zeros((3, len(numbers), 1), dtype=np.int64)
    for m in sorted(own, key=lambda m: len(m.options) > 1):
        facts = np.array([m.inhabitants, 1, m.other], dtype=np.int64)
        drawn = []
        for option in m.options[:1] if fixed else m.options:
            copy = table if len(m.options) == 1 else table.copy()
            copy[:, position[option], :] += facts[:, None]
            drawn.append(copy)
        table = np.concatenate(drawn, axis=2) if len(drawn) > 1 else drawn[0]
    everyone = basis.municipalities
    totals = Totals(
        inhabitants=sum(m.inhabitants for m in everyone),
        municipalities=len(everyone),
        other=sum(m.other for m in everyone),
        regions=len(basis.names),
    )
    return Columns(table[0], table[1], table[2], totals)
