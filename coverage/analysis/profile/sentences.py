"""One municipality in sentences: the answer on top of its page, its history, and how it compares."""

from __future__ import annotations

from coverage.analysis.naming import counted, in_words
from coverage.analysis.profile.facts import Profile
from coverage.analysis.profile.history import Segment
from coverage.analysis.remarks import remarks
from coverage.dataset import Dataset
from coverage.i18n import _, day, label, number
from coverage.vocabulary import EVIDENCED, Status


def answer(ds: Dataset, profile: Profile) -> str:
    """Is the municipality served on the date, by whom, and what is nearest when it is not?"""
    row = profile.row
    parts = [_verdict(profile), *remarks(row)]
    if profile.spot and profile.spot.nearest:
        near = profile.spot.nearest
        parts.append(
            _("Het dichtstbijzijnde aangetoonde programma is {programme} in {place}, {km} km hemelsbreed.").format(
                programme=in_words(ds, near.programmes[:1], profile.on), place=near.name, km=number(near.km, 1)
            )
        )
    return " ".join(parts)


def _verdict(profile: Profile) -> str:
    status = profile.row.status
    forms = {
        Status.EVIDENCED_HERE: _("Op {date} is in {name} aanbod aangetoond: {programmes}."),
        Status.EVIDENCED_REGION: _("Op {date} is voor {name} aanbod uit de regio aangetoond: {programmes}."),
        Status.REMOTE_ONLY: _(
            "Op {date} is voor {name} geen aanbod in de buurt bekend, alleen landelijk en voor een deel van de "
            "doelgroep: {remote}."
        ),
        Status.ON_PAPER: _(
            "Op {date} staat het voor {name} alleen op papier. Of er een programma is, zegt geen recente bron."
        ),
        Status.CONFIRMED_NONE: _("Op {date} is bevestigd dat er in {name} geen programma is: een witte vlek."),
        Status.UNKNOWN: _(
            "Op {date} zegt geen bron iets over {name}: een blinde vlek. Onbekend is iets anders dan geen."
        ),
    }
    return forms[status].format(
        date=day(profile.on), name=profile.row.name, programmes="; ".join(p.name for p in profile.serving),
        remote="; ".join(p.name for p in profile.remote),
    )  # fmt: skip


def stretch(ds: Dataset, segment: Segment) -> str:
    """A stretch of history in words: from when to when, which status, by which programmes."""
    period = (
        _("Van {begin} tot {end}").format(begin=day(segment.begin), end=day(segment.end))
        if segment.end
        else _("Vanaf {begin}").format(begin=day(segment.begin))
    )
    names = in_words(ds, segment.programmes, segment.begin)
    said = [label(segment.status) + (f" ({names})" if names else ""), *([_("eerder bewijs is te oud")] * segment.dated)]
    return f"{period}: {'; '.join(said)}"


def compared(profile: Profile) -> tuple[str, ...]:
    """How the region and the neighbours stand, one sentence each."""
    region = profile.region
    found = [
        _("In de regio {region} is aanbod aangetoond in {count} van de {all} gemeenten.").format(
            region=region.name, count=number(region.municipalities(*EVIDENCED)), all=number(len(region.rows))
        )
    ]
    if not profile.neighbours:
        return (*found, _("De gemeente grenst aan geen andere gemeente."))
    groups = {s: [r.name for r in profile.neighbours if r.status is s] for s in Status}
    told = "; ".join(f"{label(s)}: {', '.join(names)}" for s, names in groups.items() if names)
    return (*found, _("Buurgemeenten ({count}): {told}.").format(count=counted(len(profile.neighbours)), told=told))
