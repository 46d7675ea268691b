"""The smallest steps to national coverage, and whom to ask first about blind spots.

The rule, shown to the reader: regions do not overlap, so one arrangement for each region closes its whole gap.
In a region where a programme is recently evidenced, that programme (the one that reaches most inhabitants there)
extends to the rest of the region. Where one was evidenced earlier only, the first step is to ask whether it still runs.
In a region without any, a new one is needed. Steps are taken greedily: the region
where most inhabitants live without evidenced provision comes first. It is a list of arrangements to make on
paper and in practice, not an estimate of cost or need.

Regions are those of the DUUP since 2021; before, the DUVO regions as they were divided in 2021.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from coverage.analysis.comparison.compare import programmes_compared
from coverage.analysis.evidence import duup_start
from coverage.analysis.naming import duup_centres, duvo_centres
from coverage.analysis.status import MunicipalityStatus, StatusReport
from coverage.dataset import Dataset
from coverage.geography.region_names import region_names
from coverage.vocabulary import BLIND, EVIDENCED, TO_CONFIRM, Status

Level = Literal["duup", "duvo"]
ASKED_ABOUT = (*BLIND, *TO_CONFIRM)


@dataclass(frozen=True, slots=True)
class RegionRows:
    """The municipalities of a region, and the municipality that leads it."""

    name: str
    centre: str
    rows: tuple[MunicipalityStatus, ...]

    def inhabitants(self, *statuses: Status) -> int:
        """Inhabitants with one of these statuses; of the whole region when none is given."""
        return sum(r.inhabitants for r in self.rows if not statuses or r.status in statuses)

    def municipalities(self, *statuses: Status) -> int:
        """Municipalities with one of these statuses; of the whole region when none is given."""
        return sum(not statuses or r.status in statuses for r in self.rows)

    @property
    def programmes(self) -> tuple[str, ...]:
        """Programmes that evidence a municipality of the region, those that reach most inhabitants first."""
        reach: dict[str, int] = {}
        for row in self.rows:
            for programme in programmes_compared(row):
                reach[programme] = reach.get(programme, 0) + row.inhabitants
        return tuple(sorted(reach, key=lambda p: (-reach[p], p)))

    @property
    def earlier(self) -> tuple[str, ...]:
        """Programmes that evidenced a municipality of the region earlier, those that reached most inhabitants first."""
        reach: dict[str, int] = {}
        for row in self.rows:
            if row.status is Status.EVIDENCED_EARLIER:
                for programme in dict.fromkeys(c.claim.programme_id for c in row.decisive):
                    reach[programme] = reach.get(programme, 0) + row.inhabitants
        return tuple(sorted(reach, key=lambda p: (-reach[p], p)))


@dataclass(frozen=True, slots=True)
class Step:
    """One arrangement. ``programme`` extends to the rest of the region. Without one, ``earlier`` was evidenced there:
    ask first whether it still runs. Without either, a new programme is needed.
    ``share`` is the evidenced share of all inhabitants when this step and all before it have been taken."""

    region: RegionRows
    programme: str | None
    earlier: str | None
    municipalities: int
    inhabitants: int
    uncertain: int
    share: float


@dataclass(frozen=True, slots=True)
class Ask:
    """A centre municipality to ask: inhabitants of municipalities without recent word on provision, by status."""

    region: RegionRows
    inhabitants: Mapping[Status, int]
    municipalities: int

    def of(self, *statuses: Status) -> int:
        """Inhabitants with one of these statuses."""
        return sum(self.inhabitants[s] for s in statuses)


def default_level(ds: Dataset, report: StatusReport) -> Level:
    """DUUP regions since they exist, DUVO regions before."""
    return "duup" if report.on >= duup_start(ds) else "duvo"


def regions(ds: Dataset, report: StatusReport, level: Level) -> tuple[RegionRows, ...]:
    """The regions of a level that have municipalities, with these, in the order of the data package."""
    held: dict[str | int, list[MunicipalityStatus]] = {}
    for row in report.rows:
        held.setdefault(row.duup_number if level == "duup" else row.duvo_region, []).append(row)
    if level == "duup":
        return tuple(
            RegionRows(name, duup_centres(ds)[number], tuple(held[number]))
            for number, name in region_names(ds).items()
            if number in held
        )
    names = [name for name in ds.table("duvo_regions")["name"] if name in held]
    return tuple(RegionRows(name, duvo_centres(ds)[name], tuple(held[name])) for name in names)


def _open(region: RegionRows) -> Iterable[MunicipalityStatus]:
    return (r for r in region.rows if r.status not in EVIDENCED)


def steps(ds: Dataset, report: StatusReport, level: Level | None = None) -> tuple[Step, ...]:
    """Arrangements that together make provision evidenced everywhere, most inhabitants first."""
    total = sum(r.inhabitants for r in report.rows)
    covered = sum(r.inhabitants for r in report.rows if r.status in EVIDENCED)
    todo = [
        (sum(r.inhabitants for r in _open(region)), region)
        for region in regions(ds, report, level or default_level(ds, report))
        if any(True for _row in _open(region))
    ]
    found = []
    for gain, region in sorted(todo, key=lambda t: (-t[0], t[1].name)):
        covered += gain
        open_rows = list(_open(region))
        found.append(
            Step(
                region=region,
                programme=next(iter(region.programmes), None),
                earlier=None if region.programmes else next(iter(region.earlier), None),
                municipalities=len(open_rows),
                inhabitants=gain,
                uncertain=sum(r.in_doubt for r in open_rows),
                share=covered / total,
            )
        )
    return tuple(found)


def whom_to_ask(ds: Dataset, report: StatusReport, level: Level | None = None) -> tuple[Ask, ...]:
    """Regions with municipalities of which no recent source says if a programme runs: most blind inhabitants first."""
    asks = [
        Ask(
            region=region,
            inhabitants={s: region.inhabitants(s) for s in ASKED_ABOUT},
            municipalities=region.municipalities(*ASKED_ABOUT),
        )
        for region in regions(ds, report, level or default_level(ds, report))
    ]
    return tuple(
        sorted(
            (a for a in asks if a.municipalities),
            key=lambda a: (-a.of(*BLIND), -a.of(*TO_CONFIRM), a.region.name),
        )
    )
