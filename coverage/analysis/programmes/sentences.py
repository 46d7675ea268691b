"""What is said of one programme on a date, and what the timeline of programmes shows."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from coverage.analysis.evidence import national_claims
from coverage.analysis.layers.provision import ever_evidenced_programmes, from_anywhere
from coverage.analysis.moments import Band
from coverage.analysis.naming import counted
from coverage.analysis.programmes.records import Programme, is_assignment
from coverage.analysis.programmes.timeline import Lane
from coverage.dataset import Dataset
from coverage.dates import start
from coverage.i18n import _, day, label, number, partial_day
from coverage.vocabulary import EVIDENCE_KINDS, EVIDENCED, ProgrammeKind, ProgrammeStatus


def presence(ds: Dataset, programme: Programme, on: date, max_age: int) -> str:
    """Whether the programme is evidenced on a date, and why not: its kind, a stop, or evidence that grew old."""
    if is_assignment(programme):
        return _("Dit is een aanwijzing door het Rijk: dat zegt niet of er een programma is.")
    if not _named_by(ds, programme, on):
        return _("Tot {date} vonden we geen bron die dit noemt.").format(date=day(on))
    if programme.kind not in EVIDENCE_KINDS:
        kind = label(programme.kind)
        return _("Soort werk: {kind}. Dat telt hier niet als hulp bij stoppen.").format(kind=kind)
    here = [
        p.status in EVIDENCED
        for known in ever_evidenced_programmes(ds, on, max_age).values()
        for p in known
        if p.programme_id == programme.id
    ]
    if any(here):
        said = [_("Op {date} recent aangetoond voor {count}.").format(date=day(on), count=counted(sum(here)))]
    elif programme.stopped and start(programme.stopped) <= on:
        said = [_("Volgens een bron is dit programma gestopt: {date}.").format(date=partial_day(programme.stopped))]
    elif here:
        said = [_("Op {date} is dit programma niet recent aangetoond.").format(date=day(on))]
    else:
        said = [
            _("Op {date} is dit programma voor geen enkele gemeente aangetoond, ook niet eerder.").format(date=day(on))
        ]
    if earlier := len(here) - sum(here):
        said.append(_("Volgens een oudere bron was het er voor {count}.").format(count=counted(earlier)))
    if programme.id in from_anywhere(ds, on, max_age):
        said.append(
            _(
                "Een bron noemt het landelijk, voor een deel van de mensen; dat zegt niets over hulp in een gemeente "
                "zelf."
            )
            if any(c.note for c in national_claims(ds) if c.programme_id == programme.id and c.effective <= on)
            else _("Een bron noemt het landelijk; dat zegt niets over hulp in een gemeente zelf.")
        )
    return " ".join(said)


def _named_by(ds: Dataset, programme: Programme, on: date) -> bool:
    """Whether a source describes it up to the date, or claims something of it that holds on the date."""
    claims = ds.table("claims")
    return programme.at(on) is not None or bool(
        (claims["effective"][claims["programme_id"] == programme.id] <= on).any()
    )


def last_state(programme: Programme, on: date) -> str:
    """The last state that a source tells, with its date; and that a later source leaves it open, when one does.

    A rule or an assignment is called that: "planned" would say that it does not hold yet.
    """
    told, newest = programme.state(on), programme.at(on)
    if told is None or newest is None:
        return ""
    papers = {ProgrammeKind.REGULATION: _("regel"), ProgrammeKind.ASSIGNMENT: _("aanwijzing")}
    planned = told.status is ProgrammeStatus.PLANNED
    said = f"{papers.get(programme.kind, label(told.status)) if planned else label(told.status)} ({told.told})"
    if told.start == newest.start:
        return said
    later = _("{state}; een bron van {later} zegt niet of het er nog is")
    return later.format(state=said, later=newest.told)


def practice_silence() -> str:
    """What stands where no source tells the phases of a programme."""
    return _(
        "Van dit programma hebben we tot deze datum geen fasen vastgelegd. De regeling RUPS II vroeg om een plan met "
        "vier fasen: contact, oriëntatie, uitvoering en nazorg."
    )


def timeline_answer(lanes: Sequence[Lane], bands: Sequence[Band]) -> str:
    """How many programmes sources name, and when there was no state scheme."""
    first = _("Bronnen noemen {count} programma's, het oudste vanaf {year}.").format(
        count=number(len(lanes)), year=min(lane.first for lane in lanes).year
    )
    gaps = [
        _("Van {begin} tot {end} was er geen regeling van het rijk.").format(begin=day(b.begin), end=day(b.end))
        for b in bands
        if b.scheme is None and b.end
    ]
    return " ".join([first, *gaps])
