"""Sentences generated from the data: the answer on top of a page, which is also the map's description."""

from __future__ import annotations

from coverage.analysis.status import StatusReport
from coverage.i18n import _, day, number, percent
from coverage.vocabulary import EVIDENCED, Status


def question() -> str:
    """What the product answers: the title of its front page, its slides and its static edition."""
    return _("Waar kan een sekswerker die wil stoppen terecht?")


def country_answer(report: StatusReport) -> str:
    """Where provision is recently evidenced on the date, for how many people, and what is known of the rest."""
    counts, people = report.counts(), report.inhabitants()
    total = sum(people.values())
    others = [
        _fill(forms, counts[status], people[status] / total) for status, forms in _others().items() if counts[status]
    ]
    return " ".join([country_lead(report), *others])


def country_lead(report: StatusReport) -> str:
    """The beginning of that answer: what is recent, for whom, and what recent is."""
    counts = report.counts()
    evidenced = sum(counts[s] for s in EVIDENCED)
    form = (
        _(
            "Op {date} is voor {evidenced} van de {all} gemeenten (indeling {division}) een programma recent "
            "aangetoond; daar woont {share} van de inwoners. Recent is: de bron is hoogstens {years} jaar oud."
        )
        if evidenced
        else _(
            "Op {date} is voor geen van de {all} gemeenten (indeling {division}) een programma recent aangetoond. "
            "Recent is: de bron is hoogstens {years} jaar oud."
        )
    )
    return form.format(
        date=day(report.on),
        evidenced=number(evidenced),
        all=number(len(report.rows)),
        division=report.division.label,
        share=percent(report.share(*EVIDENCED)),
        years=report.max_age,
    )


def _others() -> dict[Status, tuple[str, str]]:
    """Singular and plural sentence per status that is not recent evidence."""
    return {
        Status.EVIDENCED_EARLIER: (
            _("Voor 1 gemeente ({share} van de inwoners) is eerder een programma aangetoond, maar niet recent "
              "bevestigd."),
            _("Voor {count} gemeenten ({share} van de inwoners) is eerder een programma aangetoond, maar niet recent "
              "bevestigd."),
        ),
        Status.ANNOUNCED: (
            _("Voor 1 gemeente noemt een lokale regel of een plan hulp bij stoppen; of die er is, staat daar niet in."),
            _("Voor {count} gemeenten noemt een lokale regel of een plan hulp bij stoppen; of die er is, staat daar "
              "niet in."),
        ),
        Status.CONFIRMED_NONE: (
            _("In 1 gemeente is er volgens een bron geen programma, of stopte het laatste."),
            _("In {count} gemeenten is er volgens een bron geen programma, of stopte het laatste."),
        ),
        Status.ASSIGNED_ONLY: (
            _("Van 1 gemeente weten we niet of er een programma is; het Rijk heeft wel haar regio aangewezen."),
            _("Van {count} gemeenten weten we niet of er een programma is; het Rijk heeft wel hun regio aangewezen."),
        ),
        Status.UNKNOWN: (
            _("Voor 1 gemeente vonden we geen bron die zegt of er op die dag een programma is. Dat is iets anders "
              "dan: er is niets."),
            _("Voor {count} gemeenten vonden we geen bron die zegt of er op die dag een programma is. Dat is iets "
              "anders dan: er is niets."),
        ),
    }  # fmt: skip


def _fill(forms: tuple[str, str], count: int, share: float) -> str:
    return (forms[0] if count == 1 else forms[1]).format(count=number(count), share=percent(share))
