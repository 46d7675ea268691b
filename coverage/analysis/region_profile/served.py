"""For whom the programmes of a region are: groups served recently, served earlier, not reached, and unspoken of."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from coverage.analysis.groups.matrix import Cell, matrix
from coverage.analysis.region_profile.facts import RegionProfile
from coverage.dataset import Dataset
from coverage.vocabulary import Dimension, Said, Scope, TargetGroup


class Heard(Enum):
    """What is heard of a group in a region; the order in which it is told."""

    RECENT = auto()  # a recently evidenced programme says it serves the group
    EARLIER = auto()  # a programme that is not recently evidenced said so
    WEAK = auto()  # a programme says that it serves it less often, too little or not
    NOBODY = auto()  # no source on a programme of the region says anything


@dataclass(frozen=True, slots=True)
class RegionGroup:
    """A target group in a region, with what is heard of it; ``year`` is that of the newest statement, or empty."""

    group: TargetGroup
    heard: Heard
    year: str
    cell: Cell


def groups_of(ds: Dataset, p: RegionProfile) -> tuple[RegionGroup, ...]:
    """Every target group, as the matrix of regions on the page about groups has it."""
    table = matrix(ds, p.on, Dimension.GROUPS, Scope.REGIONS, p.report.max_age)
    cells = next(r.cells for r in table.rows if r.key == str(p.number))
    return tuple(RegionGroup(TargetGroup(c.topic), _heard(c), c.since[:4], c) for c in cells)


def _heard(cell: Cell) -> Heard:
    if cell.said in {Said.SILENT, Said.NO_PROGRAMME}:
        return Heard.NOBODY
    if cell.said not in {Said.EMPHASIS, Said.YES}:
        return Heard.WEAK
    return Heard.RECENT if cell.current else Heard.EARLIER
