"""The regions that border on a region: how they stand, how far their centre is, and who may be let in there."""

from __future__ import annotations

from dataclasses import dataclass

from coverage.analysis.layers.provision import evidenced_programmes
from coverage.analysis.region_profile.facts import RegionProfile, region_profile
from coverage.analysis.spots.admission import admissions
from coverage.dataset import Dataset
from coverage.dataset.memo import per_snapshot
from coverage.geography.areas import km_between, neighbours


@dataclass(frozen=True, slots=True)
class AdjoiningRegion:
    """A region that shares a border; ``km`` is as the crow flies between points in the two centre municipalities, None
    when a centre lies in no municipality of the division.

    ``admits`` are programmes recently evidenced there of which a stated access rule lets in people from this region.
    """

    region: RegionProfile
    km: float | None
    admits: tuple[str, ...]


@per_snapshot(maxsize=64)
def adjoining(ds: Dataset, p: RegionProfile) -> tuple[AdjoiningRegion, ...]:
    """Regions that border on this one, nearest centre first."""
    division = p.report.division.id
    borders = neighbours(ds, division)
    beside = {c for code in p.codes for c in borders[code]} - p.codes
    numbers = sorted({p.report.row(code).duup_number for code in beside})
    found = [region_profile(ds, n, p.on, p.report.max_age) for n in numbers]
    regions = [AdjoiningRegion(r, _km(ds, p, r), _admits(ds, p, r)) for r in found if r]
    return tuple(sorted(regions, key=lambda a: (a.km is None, a.km, a.region.number)))


def _km(ds: Dataset, p: RegionProfile, other: RegionProfile) -> float | None:
    if not (p.centre_code and other.centre_code):
        return None
    return round(km_between(ds, p.report.division.id, p.centre_code, other.centre_code), 1)


def _admits(ds: Dataset, p: RegionProfile, other: RegionProfile) -> tuple[str, ...]:
    local, rules = evidenced_programmes(ds, p.on, p.report.max_age), admissions(ds, p.on)
    ours = {x.programme_id for code in p.codes for x in local[code]}
    there = sorted({x.programme_id for code in other.codes for x in local[code]})
    return tuple(x for x in there if x in rules and rules[x].lets_in(x in ours))
