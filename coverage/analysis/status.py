"""Status at a reference date: is there a programme for people from this municipality, and how do we know?

The rule, for one municipality on reference date D with age limit L (docs/method.md tells it in words):

1. A claim counts from its effective day on. It is *fresh* when its date is not earlier than D minus L years.
   The assignment to a DUUP region stands as long as it is in force and does not age.
2. A stop ends earlier claims of the same programme; an explicit "none" ends all earlier claims.
3. A fresh claim of location or catchment that rests on a programme: evidenced here.
   A fresh claim of regional access, or of outreach only: evidenced through the region.
4. Otherwise an explicit "none" or an explicit stop, when fresh and not older than the newest thing on
   paper: confirmed none. Inferred stops never make a white spot.
5. Otherwise a programme with national reach: only remote or national.
6. Otherwise a plan, a regulation or the assignment to a DUUP region: on paper.
7. Otherwise unknown.

*Dated* marks municipalities whose own claims would give another status without the age limit.
*Partial* marks municipalities of which only a part is covered by the claims that decided.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from coverage.analysis.evidence import LocalClaim, local_claims, national_claims, standing_claims
from coverage.analysis.naming import municipality_names
from coverage.analysis.population import PopulationYear, inhabitants, population_year
from coverage.dataset import Dataset
from coverage.dataset.memo import per_snapshot
from coverage.geography.areas import membership_on
from coverage.geography.lineage import Division, division, division_at
from coverage.vocabulary import EVIDENCED, Basis, Certainty, Relation, Status

DEFAULT_MAX_AGE = 3
MAX_AGE_LIMIT = 20  # years; what a reader or a command may ask for at most
PAPER = frozenset({Basis.REGULATION, Basis.ASSIGNMENT})
POSITIVE = frozenset({Relation.LOCATION, Relation.CATCHMENT, Relation.REGIONALLY_ACCESSIBLE})
NEGATIVE = frozenset({Relation.EXPLICIT_NONE, Relation.STOPPED})


@dataclass(frozen=True, slots=True)
class Verdict:
    """A status and the claims that decided it."""

    status: Status
    decisive: tuple[LocalClaim, ...] = ()


@dataclass(frozen=True, slots=True)
class MunicipalityStatus:
    """One row of the map. ``claims`` are all that count at the date, dated ones included, in order of time."""

    code: str
    name: str
    duvo_region: str
    duup_number: int
    duup_region: str
    uncertain: bool
    inhabitants: int
    status: Status
    dated: bool
    partial: bool
    claims: tuple[LocalClaim, ...]
    decisive: tuple[LocalClaim, ...]
    last_confirmed: str


@dataclass(frozen=True, slots=True)
class StatusReport:
    """The whole country on a reference date, within the borders of one division."""

    on: date
    division: Division
    max_age: int
    population: PopulationYear
    rows: tuple[MunicipalityStatus, ...]
    _by_code: Mapping[str, MunicipalityStatus] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_by_code", {r.code: r for r in self.rows})

    def counts(self) -> dict[Status, int]:
        """Municipalities per status; every status is present."""
        return {s: sum(r.status is s for r in self.rows) for s in Status}

    def inhabitants(self) -> dict[Status, int]:
        """Inhabitants per status; every status is present."""
        return {s: sum(r.inhabitants for r in self.rows if r.status is s) for s in Status}

    def row(self, code: str) -> MunicipalityStatus:
        """The row of a municipality; KeyError when it is not in this division."""
        return self._by_code[code]


def years_before(on: date, years: int) -> date:
    """The same day some years earlier; 29 February becomes 28 February, the year never drops below 1."""
    year = max(on.year - years, 1)
    try:
        return on.replace(year=year)
    except ValueError:
        return on.replace(year=year, day=28)


def is_paper(local: LocalClaim) -> bool:
    """Whether a claim is a plan, a regulation or an assignment rather than a programme."""
    claim = local.claim
    return claim.relation is Relation.PLANNED or claim.basis in PAPER or claim.planned


def _ended(local: LocalClaim, ends: Iterable[LocalClaim]) -> bool:
    """Whether a later stop of the programme, or a later explicit none, took this claim back (rule 2)."""
    claim = local.claim
    return any(
        claim.start < end.claim.effective
        and (end.claim.relation is Relation.EXPLICIT_NONE or end.claim.programme_id == claim.programme_id)
        for end in ends
    )


def judge(claims: Sequence[LocalClaim], on: date, oldest: date) -> Verdict:
    """Status of one municipality from its claims; ``oldest`` is the first date that is still fresh."""
    known = [c for c in claims if c.claim.effective <= on]
    fresh = [c for c in known if c.claim.standing or c.claim.start >= oldest]
    ends = [c for c in known if c.claim.relation in NEGATIVE]
    positive = [c for c in fresh if c.claim.relation in POSITIVE and not is_paper(c) and not _ended(c, ends)]
    here = [
        c
        for c in positive
        if c.claim.relation is not Relation.REGIONALLY_ACCESSIBLE and c.claim.basis is Basis.PROGRAMME
    ]
    if here:
        return Verdict(Status.EVIDENCED_HERE, tuple(here))
    if positive:
        return Verdict(Status.EVIDENCED_REGION, tuple(positive))
    paper = [c for c in fresh if is_paper(c) and c.claim.relation not in NEGATIVE]
    newest_paper = max((c.claim.start for c in paper), default=date.min)
    none = [
        c
        for c in fresh
        if c.claim.relation in NEGATIVE and c.claim.certainty is Certainty.EXPLICIT and c.claim.start >= newest_paper
    ]
    if none:
        return Verdict(Status.CONFIRMED_NONE, tuple(none))
    national = [c for c in fresh if c.claim.relation is Relation.NATIONAL]
    if national:
        return Verdict(Status.REMOTE_ONLY, tuple(national))
    if paper:
        return Verdict(Status.ON_PAPER, tuple(paper))
    return Verdict(Status.UNKNOWN)


def _covered_in_part(verdict: Verdict) -> bool:
    """Whether the claims that decided a local status cover only a part of the municipality."""
    local = verdict.status in EVIDENCED or verdict.status is Status.CONFIRMED_NONE
    return local and bool(frozenset.intersection(*(c.missing for c in verdict.decisive)))


@per_snapshot(maxsize=256)
def status_at(ds: Dataset, on: date, max_age: int = DEFAULT_MAX_AGE, division_id: str | None = None) -> StatusReport:
    """Status of every municipality on a date.

    ``max_age`` is the claim age limit in years. ``division_id`` chooses other borders than those in
    force on the date (the division of 2021 for earlier dates).
    """
    if division_id is None:
        return status_at(ds, on, max_age, division_at(on).id)
    borders = division(division_id)
    in_force = borders == division_at(on) and on >= borders.valid_from
    members = membership_on(ds, on if in_force else borders.valid_from)
    assigned = standing_claims(ds, on if in_force else borders.valid_from)
    population = population_year(ds, on)
    counts = inhabitants(ds, population.year, borders.id)
    names = municipality_names(ds)
    regions = dict(zip(ds.table("duup_regions")["number"], ds.table("duup_regions")["name"], strict=True))
    own = local_claims(ds, borders.id)
    everywhere = tuple(LocalClaim(c) for c in national_claims(ds))
    oldest = years_before(on, max_age)
    rows = []
    for m in members.itertuples():
        local = (*own[m.code], LocalClaim(assigned[m.code]))
        verdict = judge((*local, *everywhere), on, oldest)
        ageless = judge(local, on, date.min)
        dated = verdict.status not in EVIDENCED and ageless.status not in {
            verdict.status,
            Status.UNKNOWN,
            Status.ON_PAPER,
        }
        rows.append(
            MunicipalityStatus(
                code=m.code,
                name=names[m.code],
                duvo_region=m.duvo_region,
                duup_number=int(m.duup_number),
                duup_region=regions[m.duup_number],
                uncertain=bool(m.duup_uncertain),
                inhabitants=counts[m.code],
                status=verdict.status,
                dated=dated,
                partial=_covered_in_part(verdict),
                claims=tuple(c for c in (*local, *everywhere) if c.claim.effective <= on),
                decisive=verdict.decisive,
                last_confirmed=max((c.claim.date for c in (ageless if dated else verdict).decisive), default=""),
            )
        )
    return StatusReport(on, borders, max_age, population, tuple(rows))
