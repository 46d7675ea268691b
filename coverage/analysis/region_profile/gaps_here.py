"""What is not known of a region, who could say it, and which evidence grows old when."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from coverage.analysis.allocation.stated import stated_for
from coverage.analysis.contradictions import Contradiction, contradictions
from coverage.analysis.forecast import Turn, turns
from coverage.analysis.profile.unknowns import Unknown
from coverage.analysis.region_profile.facts import RegionProfile
from coverage.analysis.region_profile.offered import programmes_of
from coverage.analysis.region_profile.served import Heard, groups_of
from coverage.analysis.status import MunicipalityStatus
from coverage.dataset import Dataset
from coverage.dates import years_before
from coverage.geography.areas import membership_on
from coverage.i18n import _, number
from coverage.vocabulary import BLIND, Status

MOST_NAMED = 8
YEARS_AHEAD = 2


def open_in(ds: Dataset, p: RegionProfile) -> tuple[Unknown, ...]:
    """Open questions about a region, the most important first."""
    return (*_provision(p), *_membership(ds, p), *_programmes(ds, p), *_groups(ds, p), *_amount(ds, p))


def _centre(p: RegionProfile) -> str:
    return _("centrumgemeente {centre}").format(centre=p.centre)


def _provision(p: RegionProfile) -> Iterator[Unknown]:
    who = _("centrumgemeente {centre} en de gemeenten zelf").format(centre=p.centre)
    forms = (
        (_("Of er een programma is voor: {names}."), p.of(*BLIND)),
        (_("Of het aanbod er nog is voor: {names}. De bronnen zijn ouder dan de grens."),
         p.of(Status.EVIDENCED_EARLIER)),
        (_("Of de aangekondigde hulp er is voor: {names}."), p.of(Status.ANNOUNCED)),
    )  # fmt: skip
    for form, rows in forms:
        if rows:
            yield Unknown(form.format(names=some(r.name for r in rows)), who)


def _membership(ds: Dataset, p: RegionProfile) -> Iterator[Unknown]:
    who = _("de gemeenten, hun centrumgemeenten en het ministerie")
    if own := [r for r in p.rows if r.in_doubt]:
        yield Unknown(_("Of deze gemeenten bij de regio horen: {names}.").format(names=some(r.name for r in own)), who)
    if p.in_force and (others := perhaps_here(ds, p)):
        words = _("Of deze gemeenten ook bij de regio horen: {names}. Nu staan ze bij een andere regio.")
        yield Unknown(words.format(names=some(r.name for r in others)), who)


def perhaps_here(ds: Dataset, p: RegionProfile) -> tuple[MunicipalityStatus, ...]:
    """Municipalities of other regions of which a source leaves open that they belong to this one."""
    members = membership_on(ds, p.on)
    codes = {
        r.code
        for r in members.itertuples()
        if r.duup_uncertain and str(p.number) in {n.strip() for n in str(r.alternative_duup).split(";")}
    }
    return tuple(r for r in p.report.rows if r.code in codes - p.codes)


def _programmes(ds: Dataset, p: RegionProfile) -> Iterator[Unknown]:
    for found in programmes_of(ds, p):
        if not found.evidenced:
            continue
        if not found.executors:
            yield Unknown(_("Wie {programme} uitvoert.").format(programme=found.name), _centre(p))
        if not found.access:
            words = _("Of je in de regio moet wonen of werken voor {programme}.")
            yield Unknown(words.format(programme=found.name), found.executors or _centre(p))


def _groups(ds: Dataset, p: RegionProfile) -> Iterator[Unknown]:
    silent = sum(g.heard is Heard.NOBODY for g in groups_of(ds, p))
    if silent:
        words = _("Of er hulp is voor de {count} doelgroepen waarover geen bron over een programma hier iets zegt.")
        yield Unknown(words.format(count=number(silent)), _centre(p))


def _amount(ds: Dataset, p: RegionProfile) -> Iterator[Unknown]:
    if p.in_force and not stated_for(ds, p.number):
        words = _("Welk bedrag de regio echt krijgt en waaraan het wordt besteed.")
        yield Unknown(words, _("{centre} en het ministerie").format(centre=_centre(p)))


def disputed(ds: Dataset, p: RegionProfile) -> tuple[Contradiction, ...]:
    """Contradictions about the region, its municipalities or programmes evidenced there; none about a table of figures,
    since those belong with the figures."""
    subjects = {("municipality", code) for code in p.codes}
    subjects |= {("programme", x.programme.id) for x in programmes_of(ds, p) if x.evidenced}
    if p.in_force:
        subjects.add(("duup", str(p.number)))
    found = (c for c in contradictions(ds) if subjects & set(c.subjects))
    return tuple(c for c in found if not any(k == "table" and name != "access" for k, name in c.subjects))


def growing_old(ds: Dataset, p: RegionProfile) -> tuple[Turn, ...]:
    """Municipalities whose recent evidence grows too old within two years after the date, if nobody confirms it."""
    last = years_before(p.on, -YEARS_AHEAD)
    return tuple(t for t in turns(ds, p.on, last, p.report.max_age, p.number) if t.grows_old)


def some(names: Iterator[str] | Sequence[str]) -> str:
    """Names; when there are many, the first ones and how many more."""
    known = list(names)
    if len(known) <= MOST_NAMED:
        return ", ".join(known)
    more = _("{names} en {count} andere").format(
        names=", ".join(known[: MOST_NAMED - 1]), count=number(len(known) - MOST_NAMED + 1)
    )
    return more
