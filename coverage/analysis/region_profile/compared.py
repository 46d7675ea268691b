"""A region beside the country and beside regions of its size: facts side by side, never a ranking.

Comparable are the regions of which the number of inhabitants and the number of municipalities differ least from its
own, each difference taken as a ratio (so 100.000 against 200.000 counts as much as 5 against 10 municipalities).
"""

from __future__ import annotations

from dataclasses import dataclass
from math import log

from coverage.analysis.layers.provision import evidenced_programmes
from coverage.analysis.region_profile.facts import RegionProfile, region_profiles
from coverage.dataset import Dataset
from coverage.dataset.memo import per_snapshot
from coverage.vocabulary import Status

MOST_ALIKE = 3


@dataclass(frozen=True, slots=True)
class Standing:
    """Figures of a region, or of the country when ``number`` is 0. ``shares`` of inhabitants per status sum to 1;
    ``programmes`` counts those recently evidenced there."""

    number: int
    name: str
    municipalities: int
    inhabitants: int
    shares: dict[Status, float]
    programmes: int


@dataclass(frozen=True, slots=True)
class RegionComparison:
    """A region, the country, and the regions most like it in the order of their numbers."""

    own: Standing
    country: Standing
    alike: tuple[Standing, ...]


@per_snapshot(maxsize=64)
def beside_others(ds: Dataset, p: RegionProfile) -> RegionComparison:
    """The figures of a region beside those of the country and of regions of its size on the same date."""
    others = [r for r in region_profiles(ds, p.on, p.report.max_age) if r.number != p.number]
    nearest = sorted(others, key=lambda r: (unlikeness(p, r), r.number))[:MOST_ALIKE]
    alike = tuple(_standing(ds, r) for r in sorted(nearest, key=lambda r: r.number))
    return RegionComparison(_standing(ds, p), _country(ds, p), alike)


def unlikeness(one: RegionProfile, other: RegionProfile) -> float:
    """How far two regions differ in inhabitants and number of municipalities: 0 when both are the same."""
    people = (one.inhabitants() or 1) / (other.inhabitants() or 1)
    return abs(log(people)) + abs(log(len(one.rows) / len(other.rows)))


def _standing(ds: Dataset, p: RegionProfile) -> Standing:
    local = evidenced_programmes(ds, p.on, p.report.max_age)
    here = {x.programme_id for code in p.codes for x in local[code]}
    return Standing(
        p.number, p.name, len(p.rows), p.inhabitants(), {s: p.share(s) for s in Status}, len(here)
    )  # fmt: skip


def _country(ds: Dataset, p: RegionProfile) -> Standing:
    report, people = p.report, p.report.inhabitants()
    total = sum(people.values())
    local = evidenced_programmes(ds, p.on, report.max_age)
    here = {x.programme_id for found in local.values() for x in found}
    shares = {s: people[s] / (total or 1) for s in Status}
    return Standing(0, "", len(report.rows), total, shares, len(here))
