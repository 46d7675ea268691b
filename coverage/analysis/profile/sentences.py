"""One municipality in sentences: the answer on top of its page, its history, and how it compares."""

from __future__ import annotations

from datetime import date

from coverage.analysis.claim import Claim
from coverage.analysis.dating import claim_day
from coverage.analysis.naming import counted, in_words
from coverage.analysis.planned import planned_remarks
from coverage.analysis.profile.facts import Profile
from coverage.analysis.profile.history import Segment
from coverage.analysis.programmes.records import programmes
from coverage.analysis.remarks import remarks
from coverage.dataset import Dataset
from coverage.i18n import _, day, label, number, partial_day
from coverage.vocabulary import EVIDENCED, Basis, DateBasis, Relation, Status


def municipality_answer(ds: Dataset, profile: Profile) -> str:
    """Is the municipality served on the date, by whom, and what is nearest when it is not?"""
    row = profile.row
    parts = [_verdict(ds, profile), *remarks(row), *planned_remarks(ds, profile.on, row.code)]
    if profile.spot and profile.spot.nearest:
        near = profile.spot.nearest
        parts.append(
            _("Het dichtstbijzijnde programma dat we kennen en dat mensen van hier niet uitsluit, is {programme} in "
              "{place}, {km} km hemelsbreed.").format(
                programme=in_words(ds, near.programmes[:1], profile.on), place=near.name, km=number(near.km, 1)
            )
        )  # fmt: skip
    return " ".join(parts)


def _verdict(ds: Dataset, profile: Profile) -> str:
    row = profile.row
    return _form(profile).format(
        date=day(profile.on), name=row.name, region=row.duup_region, centre=profile.membership.duup_centre,
        programmes="; ".join(p.name for p in profile.serving if p.status is row.status),
        stopped=in_words(ds, dict.fromkeys(c.claim.programme_id for c in row.decisive), profile.on),
        paper="; ".join(dict.fromkeys(_paper(ds, profile, c.claim.programme_id) for c in row.announced)),
    )  # fmt: skip


def _form(profile: Profile) -> str:  # noqa: PLR0911 one a sentence
    """The sentence for a status, and for what the claims that decided it say."""
    row, status = profile.row, profile.row.status
    if status is Status.EVIDENCED_HERE:
        return _("Op {date} is in {name} een programma recent aangetoond: {programmes}.")
    if status is Status.EVIDENCED_REGION:
        outreach = all(c.claim.basis is Basis.OUTREACH for c in row.decisive)
        if outreach:
            return _("Op {date} is voor {name} recent alleen veldwerk aangetoond van: {programmes}.")
        return _("Op {date} is voor {name} een programma recent aangetoond via de regio: {programmes}.")
    if status is Status.EVIDENCED_EARLIER:
        return _("Voor {name} was er eerder een programma, volgens een oudere bron: {programmes}.")
    if status is Status.ANNOUNCED:
        return _(
            "Op {date} noemt een regel of plan hulp bij stoppen voor {name}: {paper}. Of die hulp er is, staat daar "
            "niet in."
        )
    if status is Status.CONFIRMED_NONE:
        if any(c.claim.relation is Relation.EXPLICIT_NONE for c in row.decisive):
            return _("Op {date} is er in {name} volgens een bron geen programma: een witte vlek.")
        return _("Volgens een bron is het programma voor {name} gestopt ({stopped}): een witte vlek op {date}.")
    if status is Status.ASSIGNED_ONLY:
        return _(
            "Op {date} is van {name} niet bekend of er een programma is. Het Rijk heeft wel {centre} aangewezen voor "
            "de regio {region}."
        )
    if any(c.claim.claim_id for c in row.claims):
        return _(
            "De bronnen over {name} zeggen niet of er op {date} een programma is: een blinde vlek. Dat is iets anders "
            "dan: er is niets."
        )
    return _(
        "Op {date} vonden we voor {name} geen bron die zegt of er een programma is: een blinde vlek. Dat is iets "
        "anders dan: er is niets."
    )


def _paper(ds: Dataset, profile: Profile, programme_id: str) -> str:
    newest = max(
        (c.claim for c in profile.row.announced if c.claim.programme_id == programme_id), key=lambda c: c.start
    )
    name = in_words(ds, [programme_id], profile.on)
    return _("{name} ({date})").format(name=name, date=claim_day(newest))


def stretch(ds: Dataset, segment: Segment) -> str:
    """A stretch of history in words: from when to when, which status, by which programmes."""
    begin = _turn(ds, segment.begin, segment.begun)
    period = (
        _("Van {begin} tot {end}").format(begin=begin, end=_turn(ds, segment.end, segment.ended))
        if segment.end
        else _("Vanaf {begin}").format(begin=begin)
    )
    names = in_words(ds, segment.programmes, segment.begin)
    return f"{period}: {label(segment.status)}" + (f" ({names})" if names else "")


def _turn(ds: Dataset, on: date, undated: Claim | None) -> str:
    """A day on which the status turned; no day but a month or year, or what an estimate allows, when that made it."""
    if undated is None:
        return day(on)
    if on == undated.effective != undated.start:  # its source names another day than its own, as that of a beginning
        return next((p.day_told(on) for p in programmes(ds) if p.id == undated.programme_id), day(on))
    if undated.date_basis is not DateBasis.ESTIMATED:
        return partial_day(undated.date)
    when = claim_day(undated) if on == undated.effective else _("{date}, geschat").format(date=on.year)
    return _("een onbekende dag ({when})").format(when=when)


def compared(profile: Profile) -> tuple[str, ...]:
    """How the region and the neighbours stand, one sentence each."""
    region = profile.region
    form = (
        _("In de regio {region} is voor {count} van de {all} gemeenten een programma recent aangetoond.")
        if profile.membership.in_force
        else _("In wat later de regio {region} is, is voor {count} van de {all} gemeenten een programma recent "
               "aangetoond.")
    )  # fmt: skip
    found = [
        form.format(region=region.name, count=number(region.municipalities(*EVIDENCED)), all=number(len(region.rows)))
    ]
    if not profile.neighbours:
        return (*found, _("De gemeente grenst aan geen andere gemeente."))
    groups = {s: [r.name for r in profile.neighbours if r.status is s] for s in Status}
    told = "; ".join(f"{label(s)}: {', '.join(names)}" for s, names in groups.items() if names)
    return (*found, _("Buurgemeenten ({count}): {told}.").format(count=counted(len(profile.neighbours)), told=told))
