"""Is there a network that covers the whole country?"""

from __future__ import annotations

from coverage.analysis.answer.told import Sentence, refs_of
from coverage.analysis.answer.verdicts import on_network
from coverage.analysis.evidence import duup_start, standing_claims
from coverage.analysis.status import StatusReport
from coverage.analysis.summary import country_answer
from coverage.dataset import Dataset
from coverage.i18n import _, day, label, number, partial_day
from coverage.vocabulary import EVIDENCED, Nationwide, Status


def network(ds: Dataset, report: StatusReport) -> tuple[Sentence, ...]:
    """The answer on a date: shown by recent sources or not, what is on paper, and the last verdict of others."""
    shown = all(r.status in EVIDENCED for r in report.rows)
    first = (
        _("Ja: op {date} is voor elke gemeente een programma recent aangetoond.")
        if shown
        else _("Dat er een landelijk dekkend netwerk is, is op {date} niet aangetoond.")
    )
    decisive = refs_of(c.claim for r in report.rows if r.status is not Status.ASSIGNED_ONLY for c in r.decisive)
    return (
        Sentence(first.format(date=day(report.on))),
        Sentence(country_answer(report), decisive),
        *_on_paper(ds, report),
        _last_verdict(ds, report),
        Sentence(
            _("Wij tellen wat in openbare bronnen staat. Een programma waar geen bron over schrijft, telt niet mee.")
        ),
    )


def _on_paper(ds: Dataset, report: StatusReport) -> tuple[Sentence, ...]:
    begin = duup_start(ds)
    if report.on < begin:
        return ()
    words = _(
        "Op papier is het land wel verdeeld: sinds {begin} hoort elke gemeente bij een van {count} "
        "DUUP-regio's, elk met een centrumgemeente. Een aanwijzing is nog geen programma."
    ).format(begin=day(begin), count=number(len({r.duup_number for r in report.rows})))
    return (Sentence(words, refs_of(standing_claims(ds, report.on).values())),)


def _last_verdict(ds: Dataset, report: StatusReport) -> Sentence:
    judged = [v for v in on_network(ds, report.on) if v.nationwide is not Nationwide.AIMED]
    if not judged:
        return Sentence(
            _("Tot {date} vonden we geen oordeel van anderen over het hele land.").format(date=day(report.on))
        )
    last = judged[0]
    words = _(
        "Het nieuwste oordeel over het hele land dat we vonden, is van {date}, van {who}: {verdict} Op de vraag "
        "of er een landelijk dekkend netwerk is, antwoordt dat: {answer}."
    ).format(
        date=partial_day(last.date), who=last.who, verdict=last.text,
        answer=label(last.nationwide) if last.nationwide else "",
    )  # fmt: skip
    return Sentence(words, (last.ref,))
