"""Sentences generated from the data: the answer on top of a page, which is also the map's description."""

from __future__ import annotations

from coverage.analysis.status import StatusReport
from coverage.i18n import _, day, number, percent
from coverage.vocabulary import EVIDENCED, Status


def question() -> str:
    """What the product answers: the title of its front page, its slides and its static edition."""
    return _("Waar kan een sekswerker die wil stoppen terecht?")


def answer(report: StatusReport) -> str:
    """Where provision is evidenced on the date, for how many people, and what is not known."""
    counts, people = report.counts(), report.inhabitants()
    total = sum(people.values())
    evidenced = sum(counts[s] for s in EVIDENCED)
    share = sum(people[s] for s in EVIDENCED) / total if total else 0.0
    first = _(
        "Op {date} is aanbod aangetoond in {evidenced} van de {all} gemeenten (indeling {division}), "
        "waar {share} van de inwoners woont."
    ).format(
        date=day(report.on),
        evidenced=number(evidenced),
        all=number(len(report.rows)),
        division=report.division.label,
        share=percent(share),
    )
    others = [_fill(forms, counts[status]) for status, forms in _others().items() if counts[status]]
    return " ".join([first, *others])


def _others() -> dict[Status, tuple[str, str]]:
    """Singular and plural sentence per status that is not evidence."""
    return {
        Status.CONFIRMED_NONE: (
            _("In 1 gemeente is bevestigd dat er geen aanbod is."),
            _("In {count} gemeenten is bevestigd dat er geen aanbod is."),
        ),
        Status.ON_PAPER: (
            _("1 gemeente hoort alleen op papier bij een regio of plan: dat is geen bewijs van een programma."),
            _("{count} gemeenten horen alleen op papier bij een regio of plan: dat is geen bewijs van een programma."),
        ),
        Status.REMOTE_ONLY: (
            _("Voor 1 gemeente is alleen een landelijk programma bekend, voor een deel van de doelgroep."),
            _("Voor {count} gemeenten is alleen een landelijk programma bekend, voor een deel van de doelgroep."),
        ),
        Status.UNKNOWN: (
            _("Over 1 gemeente zegt geen bron iets: onbekend is niet hetzelfde als geen."),
            _("Over {count} gemeenten zegt geen bron iets: onbekend is niet hetzelfde als geen."),
        ),
    }


def _fill(forms: tuple[str, str], count: int) -> str:
    return forms[0] if count == 1 else forms[1].format(count=number(count))
