"""One DUUP region on a date: its municipalities with their statuses, its centre, and the regions beside it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from coverage.analysis.evidence import duup_start
from coverage.analysis.naming import duup_centres
from coverage.analysis.status import DEFAULT_MAX_AGE, MunicipalityStatus, StatusReport, status_at
from coverage.dataset import Dataset, Geography
from coverage.dataset.divisions import origin
from coverage.dataset.memo import per_geography, per_snapshot
from coverage.geography.lineage import lineage
from coverage.geography.names import sort_key
from coverage.vocabulary import Status


@dataclass(frozen=True, eq=False, slots=True)
class RegionProfile:
    """A region on the date of ``report``. Compared by identity, so that it may key a cache.

    ``rows`` are its municipalities, at least one, in the order of a register. ``centre_code`` is the municipality of
    the division that is, or holds, the ``centre`` named by the table; it may lie outside the region.
    ``in_force`` is False before the DUUP began: then the rows are those that belonged to it on 1 January 2021.
    """

    report: StatusReport
    number: int
    name: str
    centre: str
    centre_code: str
    rows: tuple[MunicipalityStatus, ...]
    begins: date
    in_force: bool

    @property
    def on(self) -> date:
        """The reference date."""
        return self.report.on

    @property
    def codes(self) -> frozenset[str]:
        """Its municipalities."""
        return frozenset(r.code for r in self.rows)

    def counts(self) -> dict[Status, int]:
        """Municipalities per status; every status is present."""
        return {s: sum(r.status is s for r in self.rows) for s in Status}

    def inhabitants(self, *statuses: Status) -> int:
        """Inhabitants of the municipalities with one of these statuses; of the whole region when none is given."""
        return sum(r.inhabitants for r in self.rows if not statuses or r.status in statuses)

    def share(self, *statuses: Status) -> float:
        """Part of the inhabitants in municipalities with one of these statuses; 0 for a region without inhabitants."""
        return self.inhabitants(*statuses) / (self.inhabitants() or 1)

    def of(self, *statuses: Status) -> tuple[MunicipalityStatus, ...]:
        """Municipalities with one of these statuses."""
        return tuple(r for r in self.rows if r.status in statuses)

    def address(self) -> str:
        """The permanent link, without the host."""
        return region_address(self.name, self.on, self.report.max_age)


def region_address(name: str, on: date, max_age: int = DEFAULT_MAX_AGE) -> str:
    """The link to the page of a region on a date, without the host."""
    age = {} if max_age == DEFAULT_MAX_AGE else {"leeftijd": str(max_age)}
    return "/regio?" + urlencode({"regio": name, "datum": on.isoformat(), **age})


@per_snapshot(maxsize=256)
def region_profile(ds: Dataset, number: int, on: date, max_age: int = DEFAULT_MAX_AGE) -> RegionProfile | None:
    """The region with this number on a date; None when no municipality belongs to it then."""
    report = status_at(ds, on, max_age)
    rows = tuple(sorted((r for r in report.rows if r.duup_number == number), key=lambda r: sort_key(r.name)))
    if not rows:
        return None
    begins = duup_start(ds)
    return RegionProfile(
        report, number, rows[0].duup_region, duup_centres(ds)[number],
        _in_division(ds, _centre_codes(ds)[number], report.division.id), rows, begins, on >= begins,
    )  # fmt: skip


def region_profiles(ds: Dataset, on: date, max_age: int = DEFAULT_MAX_AGE) -> tuple[RegionProfile, ...]:
    """Every region with municipalities on a date, in the order of the table."""
    numbers = (int(n) for n in ds.table("duup_regions")["number"])
    return tuple(p for p in (region_profile(ds, n, on, max_age) for n in numbers) if p)


@per_geography(maxsize=1)
def _centre_codes(ds: Geography) -> dict[int, str]:
    table = ds.table("duup_regions")
    return {int(number): str(code) for number, code in zip(table["number"], table["centre_code"], strict=True)}


def _in_division(ds: Dataset, code: str, division_id: str) -> str:
    """The municipality itself, or the one of the division that holds its territory; empty when none does."""
    composition = lineage(ds).composition(division_id)
    if code in composition.values():
        return code
    return next((holder for piece, holder in composition.items() if origin(piece) == code), "")
