"""One municipality in sentences: the answer on top of its page, its history, and how it compares."""

from __future__ import annotations

from datetime import date

from coverage.analysis.claim import Claim
from coverage.analysis.dating import claim_day
from coverage.analysis.naming import counted, in_words
from coverage.analysis.planned import planned_remarks
from coverage.analysis.profile.facts import Profile
from coverage.analysis.profile.history import Segment
from coverage.analysis.remarks import remarks
from coverage.dataset import Dataset
from coverage.i18n import _, day, label, number
from coverage.vocabulary import EVER_EVIDENCED, EVIDENCED, Status


def answer(ds: Dataset, profile: Profile) -> str:
    """Is the municipality served on the date, by whom, and what is nearest when it is not?"""
    row = profile.row
    parts = [_verdict(ds, profile), *remarks(row), *planned_remarks(ds, profile.on, row.code)]
    if profile.spot and profile.spot.nearest:
        near = profile.spot.nearest
        parts.append(
            _("Het dichtstbijzijnde programma dat mensen van hier niet uitsluit, is {programme} in {place}, {km} km "
              "hemelsbreed.").format(
                programme=in_words(ds, near.programmes[:1], profile.on), place=near.name, km=number(near.km, 1)
            )
        )  # fmt: skip
    return " ".join(parts)


def _verdict(ds: Dataset, profile: Profile) -> str:
    status = profile.row.status
    forms = {
        Status.EVIDENCED_HERE: _("Op {date} is in {name} een programma recent aangetoond: {programmes}."),
        Status.EVIDENCED_REGION: _(
            "Op {date} is voor {name} een programma uit de regio recent aangetoond: {programmes}."
        ),
        Status.EVIDENCED_EARLIER: _("Voor {name} was er eerder een programma, volgens een oudere bron: {programmes}."),
        Status.ANNOUNCED: _(
            "Op {date} is {name} genoemd in {paper}. Of er een programma is, staat daar niet in; een andere bron "
            "vonden we niet."
        ),
        Status.ASSIGNED_ONLY: _(
            "Op {date} weten we van {name} alleen dat het Rijk de regio {region} heeft aangewezen. Of er een programma "
            "is, is niet bekend."
        ),
        Status.CONFIRMED_NONE: _("Op {date} is er in {name} volgens een bron geen programma: een witte vlek."),
        Status.UNKNOWN: _(
            "Op {date} vonden we voor {name} geen bron die zegt of er een programma is: een blinde vlek. Dat is iets "
            "anders dan: er is niets."
        ),
    }
    wanted = status if status in EVER_EVIDENCED else None
    return forms[status].format(
        date=day(profile.on), name=profile.row.name, region=profile.row.duup_region,
        programmes="; ".join(p.name for p in profile.serving if _shown(p.status, wanted)),
        paper="; ".join(dict.fromkeys(_paper(ds, profile, c.claim.programme_id) for c in profile.row.announced)),
    )  # fmt: skip


def _shown(status: Status, wanted: Status | None) -> bool:
    """Whether a programme bears the status of the municipality: recent ones for a recent status."""
    return (status in EVIDENCED) == (wanted in EVIDENCED)


def _paper(ds: Dataset, profile: Profile, programme_id: str) -> str:
    newest = max(
        (c.claim for c in profile.row.announced if c.claim.programme_id == programme_id), key=lambda c: c.start
    )
    name = in_words(ds, [programme_id], profile.on)
    return _("{name} ({date})").format(name=name, date=claim_day(newest))


def stretch(ds: Dataset, segment: Segment) -> str:
    """A stretch of history in words: from when to when, which status, by which programmes."""
    begin = _turn(segment.begin, segment.begun)
    period = (
        _("Van {begin} tot {end}").format(begin=begin, end=_turn(segment.end, segment.ended))
        if segment.end
        else _("Vanaf {begin}").format(begin=begin)
    )
    names = in_words(ds, segment.programmes, segment.begin)
    return f"{period}: {label(segment.status)}" + (f" ({names})" if names else "")


def _turn(on: date, estimated: Claim | None) -> str:
    """A day on which the status turned; when an estimate made it, no day but what the estimate allows."""
    if estimated is None:
        return day(on)
    when = claim_day(estimated) if on == estimated.effective else _("{date} (geschat)").format(date=on.year)
    return _("een onbekende dag, {when},").format(when=when)


def compared(profile: Profile) -> tuple[str, ...]:
    """How the region and the neighbours stand, one sentence each."""
    region = profile.region
    found = [
        _("In de regio {region} is een programma recent aangetoond in {count} van de {all} gemeenten.").format(
            region=region.name, count=number(region.municipalities(*EVIDENCED)), all=number(len(region.rows))
        )
    ]
    if not profile.neighbours:
        return (*found, _("De gemeente grenst aan geen andere gemeente."))
    groups = {s: [r.name for r in profile.neighbours if r.status is s] for s in Status}
    told = "; ".join(f"{label(s)}: {', '.join(names)}" for s, names in groups.items() if names)
    return (*found, _("Buurgemeenten ({count}): {told}.").format(count=counted(len(profile.neighbours)), told=told))
