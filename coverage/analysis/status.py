"""Status at a reference date: is there a programme for people from this municipality, and how do we know?

The rule, for one municipality on reference date D with age limit L (docs/method.md tells it in words):

1. A claim speaks from its effective day on, a local rule only while it is in force.
2. *Evidence* is a claim that an exit programme, or a part of a wider service that helps with leaving, is located here,
   works here, does outreach here, or is open to people from here; plans, rules and other kinds of help are none.
3. A stop ends earlier evidence of the same programme; an explicit "none" ends all earlier evidence.
4. Evidence is *recent* when it is not older than D minus L years. A date that we estimated is as old as its earliest
   possible day, and never recent when that is not known.
5. Recent evidence that names the municipality as location or catchment of a programme: evidenced here. Any other recent
   evidence (of an area that it lies in, of access from the region, of outreach alone): evidenced through the region.
6. Otherwise older evidence that nothing ended: evidenced earlier.
7. Otherwise an explicit, recent "none" or stop, newer than what is announced: confirmed none. An inferred or estimated
   one never makes a white spot.
8. Otherwise a local rule in force, or a recent plan: announced.
9. Otherwise the assignment of the DUUP region: assigned only. Otherwise unknown.

*Partial* marks municipalities of which only a part is covered by the claims that decided. A programme with national
reach is a remark beside any status (``national``), never a status.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from coverage.analysis.claim import Claim, LocalClaim
from coverage.analysis.evidence import duup_start, local_claims, national_claims, standing_claims
from coverage.analysis.naming import municipality_names
from coverage.analysis.population import PopulationYear, inhabitants, population_year
from coverage.dataset import Dataset
from coverage.dataset.divisions import Division
from coverage.dataset.memo import per_snapshot
from coverage.dates import years_before
from coverage.geography.areas import membership_on
from coverage.geography.lineage import division, division_at
from coverage.geography.region_names import region_names
from coverage.vocabulary import EVER_EVIDENCED, Basis, Certainty, DateBasis, Relation, Status

DEFAULT_MAX_AGE = 3
MAX_AGE_LIMIT = 20  # years; what a reader or a command may ask for at most


@dataclass(frozen=True, slots=True)
class Verdict:
    """A status and the claims that decided it."""

    status: Status
    decisive: tuple[LocalClaim, ...] = ()


@dataclass(frozen=True, slots=True)
class MunicipalityStatus:
    """One row of the map. ``claims`` are all that speak at the date, old ones included, in order of time.

    ``via_area`` is the area through which the municipality is covered when no deciding claim names itself, otherwise
    empty. ``last_confirmed`` is the date, as precise as its source, of the newest evidence that stands; for a confirmed
    none of the newest that says so; empty for any other status. ``announced`` are rules in force and recent plans, also
    when a stronger status hides them; ``national`` the recent claims of programmes with national reach.
    ``uncertain`` is a fact about the DUUP region named, also before the DUUP began; ``in_doubt``, which maps and
    sentences tell, is True only on days on which there was a DUUP.
    """

    code: str
    name: str
    duvo_region: str
    duup_number: int
    duup_region: str
    uncertain: bool
    in_doubt: bool
    inhabitants: int
    status: Status
    partial: bool
    claims: tuple[LocalClaim, ...]
    decisive: tuple[LocalClaim, ...]
    announced: tuple[LocalClaim, ...]
    national: tuple[Claim, ...]
    via_area: str
    last_confirmed: str


@dataclass(frozen=True, slots=True)
class StatusReport:
    """The whole country on a reference date, within the borders of one division."""

    on: date
    division: Division
    max_age: int
    population: PopulationYear
    rows: tuple[MunicipalityStatus, ...]
    national: tuple[Claim, ...]
    duup_in_force: bool
    _by_code: Mapping[str, MunicipalityStatus] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_by_code", {r.code: r for r in self.rows})

    def counts(self) -> dict[Status, int]:
        """Municipalities per status; every status is present."""
        return {s: sum(r.status is s for r in self.rows) for s in Status}

    def inhabitants(self) -> dict[Status, int]:
        """Inhabitants per status; every status is present."""
        return {s: sum(r.inhabitants for r in self.rows if r.status is s) for s in Status}

    def share(self, *statuses: Status) -> float:
        """Part of the inhabitants in municipalities with one of these statuses; 0 without inhabitants."""
        people = self.inhabitants()
        return sum(people[s] for s in statuses) / (sum(people.values()) or 1)

    def row(self, code: str) -> MunicipalityStatus:
        """The row of a municipality; KeyError when it is not in this division."""
        return self._by_code[code]


def _ended(local: LocalClaim, ends: Iterable[LocalClaim]) -> bool:
    """Whether a later stop of the programme, or a later explicit none, took this claim back (rule 3)."""
    claim = local.claim
    return any(
        claim.start < end.claim.effective
        and (end.claim.relation is Relation.EXPLICIT_NONE or end.claim.programme_id == claim.programme_id)
        for end in ends
    )


def speaking(claims: Iterable[LocalClaim], on: date) -> tuple[LocalClaim, ...]:
    """Claims that speak on a date (rule 1)."""
    return tuple(c for c in claims if c.claim.effective <= on and (c.claim.until is None or on <= c.claim.until))


def standing_evidence(claims: Iterable[LocalClaim]) -> tuple[LocalClaim, ...]:
    """Evidence, of any age, among claims that speak, without what a stop or an explicit none took back (rules 2, 3)."""
    spoken = tuple(claims)
    ends = [c for c in spoken if c.claim.ends]
    return tuple(c for c in spoken if c.claim.makes_evidence and not _ended(c, ends))


def announcements(claims: Iterable[LocalClaim], oldest: date) -> tuple[LocalClaim, ...]:
    """Rules in force and recent plans among claims that speak, without what was taken back (rule 8)."""
    spoken = tuple(claims)
    ends = [c for c in spoken if c.claim.ends]
    return tuple(c for c in spoken if c.claim.announces and c.claim.recent(oldest) and not _ended(c, ends))


def _here(local: LocalClaim) -> bool:
    """Whether evidence names the municipality itself as location or catchment of a programme (rule 5)."""
    claim = local.claim
    return not claim.area_id and claim.basis is Basis.PROGRAMME and claim.relation is not Relation.REGIONALLY_ACCESSIBLE


def judge(claims: Sequence[LocalClaim], on: date, oldest: date) -> Verdict:  # noqa: PLR0911 one a status
    """Status of one municipality from its claims; ``oldest`` is the first date that is still recent."""
    spoken = speaking(claims, on)
    evidence = standing_evidence(spoken)
    recent = tuple(c for c in evidence if c.claim.recent(oldest))
    if here := tuple(c for c in recent if _here(c)):
        return Verdict(Status.EVIDENCED_HERE, here)
    if recent:
        return Verdict(Status.EVIDENCED_REGION, recent)
    if evidence:
        return Verdict(Status.EVIDENCED_EARLIER, evidence)
    announced = announcements(spoken, oldest)
    newest = max((c.claim.start for c in announced), default=date.min)
    if none := tuple(
        c for c in spoken if _confirms_none(c.claim) and c.claim.recent(oldest) and c.claim.start >= newest
    ):
        return Verdict(Status.CONFIRMED_NONE, none)
    if announced:
        return Verdict(Status.ANNOUNCED, announced)
    if assigned := tuple(c for c in spoken if c.claim.basis is Basis.ASSIGNMENT):
        return Verdict(Status.ASSIGNED_ONLY, assigned)
    return Verdict(Status.UNKNOWN)


def _confirms_none(claim: Claim) -> bool:
    """Whether a source says in so many words that there is no programme, or that it stopped (rule 7)."""
    return claim.ends and claim.certainty is Certainty.EXPLICIT and claim.date_basis is not DateBasis.ESTIMATED


def _covered_in_part(verdict: Verdict) -> bool:
    """Whether the claims that decided a local status cover only a part of the municipality."""
    local = verdict.status in EVER_EVIDENCED or verdict.status is Status.CONFIRMED_NONE
    return local and bool(frozenset.intersection(*(c.missing for c in verdict.decisive)))


def _via_area(verdict: Verdict) -> str:
    """The area of the newest deciding claim, when none names the municipality itself."""
    if not verdict.decisive or any(not c.claim.area_id for c in verdict.decisive):
        return ""
    return max(verdict.decisive, key=lambda c: (c.claim.start, c.claim.area_id)).claim.area_id


def last_confirmed(verdict: Verdict) -> str:
    """Date of the newest deciding evidence, or of the newest claim that there is none; empty for other statuses."""
    if verdict.status not in EVER_EVIDENCED and verdict.status is not Status.CONFIRMED_NONE:
        return ""
    return max(verdict.decisive, key=lambda c: c.claim.start).claim.date


@per_snapshot(maxsize=256)
def status_at(ds: Dataset, on: date, max_age: int = DEFAULT_MAX_AGE, division_id: str | None = None) -> StatusReport:
    """Status of every municipality on a date.

    ``max_age`` is the claim age limit in years. ``division_id`` chooses other borders than those in
    force on the date (the division of 2021 for earlier dates).
    """
    if division_id is None:
        return status_at(ds, on, max_age, division_at(ds, on).id)
    borders = division(ds, division_id)
    in_force = borders == division_at(ds, on) and on >= borders.valid_from
    members = membership_on(ds, on if in_force else borders.valid_from)
    assigned = standing_claims(ds, on if in_force else borders.valid_from)
    population = population_year(ds, on)
    counts = inhabitants(ds, population.year, borders.id)
    names = municipality_names(ds)
    regions = region_names(ds)
    own = local_claims(ds, borders.id)
    oldest, duup = years_before(on, max_age), on >= duup_start(ds)
    national = tuple(c for c in national_claims(ds) if c.effective <= on and c.recent(oldest))
    rows = []
    for m in members.itertuples():
        claims = speaking((*own[m.code], LocalClaim(assigned[m.code])), on)
        verdict = judge(claims, on, oldest)
        rows.append(
            MunicipalityStatus(
                code=m.code,
                name=names[m.code],
                duvo_region=m.duvo_region,
                duup_number=int(m.duup_number),
                duup_region=regions[m.duup_number],
                uncertain=bool(m.duup_uncertain),
                in_doubt=bool(m.duup_uncertain) and duup,
                inhabitants=counts[m.code],
                status=verdict.status,
                partial=_covered_in_part(verdict),
                claims=claims,
                decisive=verdict.decisive,
                announced=announcements(claims, oldest),
                national=national,
                via_area=_via_area(verdict),
                last_confirmed=last_confirmed(verdict),
            )
        )
    return StatusReport(on, borders, max_age, population, tuple(rows), national, duup)
