"""What the pages of the static edition share: the date, the reports, and where each page stands."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from coverage.analysis.moments import bands, moments
from coverage.analysis.status import MunicipalityStatus, StatusReport, status_at
from coverage.dataset import Dataset
from coverage.geography.names import sort_key
from coverage.vocabulary import Status

FIRST = date(2011, 1, 1)  # the first year with reorganisations, and so with municipalities, in the data
LONGEST = 60  # characters of a name in an address; a file system takes no more than 255 bytes
MANY = 9  # claims that begin to count on one day, to make it a day worth a map


@dataclass(frozen=True, slots=True)
class StaticRegion:
    """A DUUP region with its municipalities on the reference date, by name."""

    number: int
    name: str
    rows: tuple[MunicipalityStatus, ...]

    @property
    def inhabitants(self) -> int:
        """Inhabitants of all its municipalities."""
        return sum(r.inhabitants for r in self.rows)

    @property
    def duvo(self) -> tuple[str, ...]:
        """The DUVO regions that it is made of."""
        return tuple(sorted({r.duvo_region for r in self.rows}))

    def count(self, *statuses: Status) -> int:
        """Municipalities with one of these statuses."""
        return sum(r.status in statuses for r in self.rows)


@dataclass(frozen=True, eq=False)
class Site:
    """One static edition: a package, a reference date and a claim age limit."""

    ds: Dataset
    on: date
    max_age: int

    @cached_property
    def report(self) -> StatusReport:
        """The country on the reference date."""
        return status_at(self.ds, self.on, self.max_age)

    @cached_property
    def dates(self) -> tuple[date, ...]:
        """Days with a map: the first day of each scheme, days on which much became known, and the reference date."""
        begins = {b.begin for b in bands(self.ds)}
        known = {m.on for m in moments(self.ds) if m.claims >= MANY}
        return tuple(sorted(d for d in begins | known | {self.on} if FIRST <= d <= self.on))

    @cached_property
    def regions(self) -> tuple[StaticRegion, ...]:
        """The DUUP regions as they are in the report, by number."""
        rows: dict[int, list[MunicipalityStatus]] = {}
        for row in sorted(self.report.rows, key=lambda r: sort_key(r.name)):
            rows.setdefault(row.duup_number, []).append(row)
        return tuple(StaticRegion(number, rows[number][0].duup_region, tuple(rows[number])) for number in sorted(rows))

    @cached_property
    def municipality_paths(self) -> dict[str, str]:
        """Municipality -> its page; where names look alike in an address, the code is added."""
        alike = Counter(slug(r.name) for r in self.report.rows)
        short = {r.code: slug(r.name) for r in self.report.rows}
        full = {code: name if alike[name] == 1 else f"{name}-{code.lower()}" for code, name in short.items()}
        return {code: f"gemeenten/{name}.html" for code, name in full.items()}

    @cached_property
    def region_paths(self) -> dict[int, str]:
        """DUUP region -> its page; where names look alike in an address, the number is added."""
        short = {r.number: slug(r.name) for r in self.regions}
        alike = Counter(short.values())
        return {n: f"regios/{name if alike[name] == 1 else f'{name}-{n}'}.html" for n, name in short.items()}

    def status_map(self, on: date) -> str:
        """The map of the country on a day."""
        return f"kaarten/status-{on.isoformat()}.svg"

    def region_map(self, number: int) -> str:
        """The map of a region on the reference date."""
        return f"kaarten/regio-{number:02}.svg"


def slug(name: str) -> str:
    """A name as part of an address: 's-Hertogenbosch -> s-hertogenbosch, Súdwest-Fryslân -> sudwest-fryslan."""
    letters = "".join(c for c in unicodedata.normalize("NFKD", name).casefold() if not unicodedata.combining(c))
    return re.sub(r"[^a-z0-9]+", "-", letters).strip("-")[:LONGEST].rstrip("-") or "naamloos"
