"""What is not known of a municipality, and who could fill it in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from coverage.analysis.allocation.stated import stated_for
from coverage.analysis.dating import last_day_told
from coverage.analysis.profile.facts import Profile
from coverage.dataset import Dataset
from coverage.i18n import _, label
from coverage.vocabulary import EVER_EVIDENCED, MembershipCertainty, Status, TargetGroup

MOST_NAMED = 6


@dataclass(frozen=True, slots=True)
class Unknown:
    """A question that no source answers, and who could answer it."""

    what: str
    who: str


def unknowns(ds: Dataset, profile: Profile) -> tuple[Unknown, ...]:
    """Open questions about a municipality, the most important first."""
    return (*_provision(profile), *_region(profile), *_programmes(profile), *_amount(ds, profile))


def _provision(profile: Profile) -> Iterator[Unknown]:
    row = profile.row
    who = _("de gemeente {name}{centre}").format(name=row.name, centre=_and_centre(profile))
    if row.status in EVER_EVIDENCED:
        if row.last_confirmed:
            yield Unknown(
                _("Of het aanbod er nu nog is: de nieuwste bron gaat over {date}.").format(date=last_day_told(row)),
                _("de uitvoerder en de gemeente {name}").format(name=row.name),
            )
    elif row.status is Status.CONFIRMED_NONE:
        yield Unknown(_("Of inwoners in een andere gemeente terechtkunnen, en of er later iets is begonnen."), who)
    else:
        form = _("Of mensen uit {name} echt bij een programma terechtkunnen, en bij welk.")
        yield Unknown(form.format(name=row.name), who)
    if row.partial:
        yield Unknown(
            _("Of het ook geldt voor de rest van de gemeente; de bron gaat over een deel van het huidige gebied."), who
        )


def _and_centre(profile: Profile) -> str:
    member = profile.membership
    centre = member.duup_centre if member.in_force else member.duvo_centre
    return "" if centre == profile.row.name else _(" en centrumgemeente {centre}").format(centre=centre)


def _region(profile: Profile) -> Iterator[Unknown]:
    member = profile.membership
    if member.uncertain and member.in_force:
        asked = ", ".join(dict.fromkeys((member.duup_region, *member.other_regions)))
        yield Unknown(
            _("Bij welke DUUP-regio {name} hoort.").format(name=profile.row.name),
            _("de gemeente, de centrumgemeenten {centres} en het ministerie").format(centres=asked),
        )
    elif member.certainty is MembershipCertainty.DERIVED:
        yield Unknown(
            _("Of {name} formeel bij DUVO-regio {region} hoort; dat is afgeleid.").format(
                name=profile.row.name, region=member.duvo_region
            ),
            _("de gemeente en centrumgemeente {centre}").format(centre=member.duvo_centre),
        )


def _programmes(profile: Profile) -> Iterator[Unknown]:
    for programme in profile.serving:
        who = programme.executors or _("de gemeente {name}").format(name=profile.row.name)
        if programme.silent:
            what = _("Of {programme} er ook is voor {groups}.")
            yield Unknown(what.format(programme=programme.name, groups=_some(programme.silent)), who)
        if not programme.access:
            yield Unknown(
                _("Of je in de gemeente moet wonen of werken voor {programme}.").format(programme=programme.name), who
            )


def _some(groups: tuple[TargetGroup, ...]) -> str:
    """Groups by name; when there are many, the first ones and how many more."""
    names = [label(g) for g in groups]
    if len(names) <= MOST_NAMED:
        return ", ".join(names)
    more = _(" en {count} andere groepen").format(count=len(names) - MOST_NAMED + 1)
    return ", ".join(names[: MOST_NAMED - 1]) + more


def _amount(ds: Dataset, profile: Profile) -> Iterator[Unknown]:
    """What the region really gets; no question before there was a DUUP, nor where a source says it."""
    member = profile.membership
    if member.in_force and not stated_for(ds, member.duup_number):
        yield Unknown(
            _("Welk bedrag DUUP-regio {region} echt krijgt en waaraan het wordt besteed.").format(
                region=member.duup_region
            ),
            _("centrumgemeente {centre} en het ministerie").format(centre=member.duup_centre),
        )
