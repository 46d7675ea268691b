"""Everything that is known of one municipality on a date: what the page, the fact sheet and the command line show."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from coverage.analysis.contradictions import Contradiction
from coverage.analysis.membership import Membership, membership
from coverage.analysis.profile.caveats import caveats
from coverage.analysis.profile.claimed import Stated, claimed
from coverage.analysis.profile.history import Segment, history, newest_day
from coverage.analysis.profile.region_money import RegionMoney, region_money
from coverage.analysis.profile.serving import Serving, local_programmes, national_programmes
from coverage.analysis.spots.steps import RegionRows, default_level, regions
from coverage.analysis.spots.white_spots import Spot, white_spots
from coverage.analysis.status import DEFAULT_MAX_AGE, MunicipalityStatus, StatusReport, status_at
from coverage.dataset import Dataset
from coverage.dataset.memo import per_snapshot
from coverage.geography.areas import neighbours
from coverage.vocabulary import EVIDENCED


@dataclass(frozen=True, eq=False, slots=True)
class Profile:
    """One municipality on the date of ``report``. Compared by identity, so that it may key a cache.

    ``serving`` are programmes with evidence here, recent ones first; ``national`` those with national reach. ``region``
    is the DUUP region since 2021, the DUVO region before. ``spot`` holds the nearest
    programme and where to turn; None where a programme is recently evidenced. ``history`` runs up to ``until``.
    ``people`` is the source of the inhabitants.
    ``stated`` is all that the data claim about this municipality, at any date.
    """

    report: StatusReport
    row: MunicipalityStatus
    membership: Membership
    serving: tuple[Serving, ...]
    national: tuple[Serving, ...]
    history: tuple[Segment, ...]
    until: date
    money: RegionMoney | None
    region: RegionRows
    neighbours: tuple[MunicipalityStatus, ...]
    spot: Spot | None
    caveats: tuple[Contradiction, ...]
    people: str
    stated: tuple[Stated, ...]

    @property
    def on(self) -> date:
        """The reference date."""
        return self.report.on

    @property
    def sources(self) -> tuple[str, ...]:
        """Sources of what a profile shows, the most telling first: status, programmes, region, history, money."""
        near = self.spot.nearest if self.spot else None
        telling = (
            *(c.claim.source_id for c in self.row.decisive),
            *(s for p in (*self.serving, *self.national) for s in p.sources),
            *(c.claim.source_id for c in self.row.announced),
            self.membership.source_id,
            *(c.claim.source_id for c in (self.report.row(near.code).decisive if near else ())),
            *(c.claim.source_id for c in self.row.claims),
            *(s for segment in self.history for s in segment.sources),
            self.people,
            *((self.money.source_id, self.money.budget.source_id) if self.money else ()),
        )
        return tuple(dict.fromkeys(s for s in telling if s))

    def address(self) -> str:
        """The permanent link, without the host."""
        return profile_address(self.row.name, self.on, self.report.max_age)


def profile_address(name: str, on: date, max_age: int = DEFAULT_MAX_AGE) -> str:
    """The link to the profile of a municipality on a date, without the host."""
    age = {} if max_age == DEFAULT_MAX_AGE else {"leeftijd": str(max_age)}
    return "/mijn-gemeente?" + urlencode({"gemeente": name, "datum": on.isoformat(), **age})


@per_snapshot(maxsize=1024)
def profile(ds: Dataset, code: str, on: date, max_age: int = DEFAULT_MAX_AGE) -> Profile:
    """The profile of a municipality of the division in force on a date; KeyError when it is not in that division."""
    report = status_at(ds, on, max_age)
    row = report.row(code)
    level = default_level(ds, report)
    until = max(on, newest_day(ds))
    return Profile(
        report=report,
        row=row,
        membership=membership(ds, code, on),
        serving=local_programmes(ds, report, row),
        national=national_programmes(ds, report),
        history=history(ds, code, report.division.id, max_age, until),
        until=until,
        money=region_money(ds, row.duup_number, code),
        region=next(r for r in regions(ds, report, level) if row in r.rows),
        neighbours=tuple(report.row(c) for c in neighbours(ds, report.division.id)[code]),
        spot=_spot(ds, row, on, max_age),
        caveats=caveats(ds, report, row),
        people=str(ds.table("population_years").set_index("year")["source_id"][report.population.year]),
        stated=claimed(ds, code, report.division.id),
    )


def _spot(ds: Dataset, row: MunicipalityStatus, on: date, max_age: int) -> Spot | None:
    if row.status in EVIDENCED:
        return None
    return next(s for s in white_spots(ds, on, max_age).by_status[row.status] if s.row.code == row.code)
