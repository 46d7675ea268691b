"""All questions of parliament with their answers on a date, in one piece: for the page, the file and the command."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from coverage.analysis.answer.fairness import fairness
from coverage.analysis.answer.missed import missed
from coverage.analysis.answer.network import network
from coverage.analysis.answer.promises import advice, promised, promises, told_recommendation
from coverage.analysis.answer.since import since_scheme
from coverage.analysis.answer.sureness import sureness_words
from coverage.analysis.answer.told import Answered, Ref, Sentence
from coverage.analysis.answer.verdicts import on_network, outside_verdicts, told_promise, told_verdict
from coverage.analysis.known_gaps import known_gaps
from coverage.analysis.status import DEFAULT_MAX_AGE, StatusReport, status_at
from coverage.dataset import Dataset
from coverage.i18n import _, day, in_years, partial_day
from coverage.vocabulary import ParliamentQuestion, VerdictSubject

Q = ParliamentQuestion


@dataclass(frozen=True, slots=True)
class Brief:
    """The answers, and the recommendations that bear on them, of a date and an age limit of evidence in years."""

    on: date
    max_age: int
    edition: str
    answers: tuple[Answered, ...]
    advice: tuple[tuple[str, tuple[Sentence, ...]], ...]  # (heading, recommendations with their outcome)

    @property
    def title(self) -> str:
        """What stands over it."""
        return _("Uitstapprogramma's: antwoorden op {date}").format(date=day(self.on))

    @property
    def basis(self) -> str:
        """On what all of it rests."""
        words = _(
            "Gemaakt uit de gegevens van editie {edition}. Bewijs heet recent als de bron hoogstens {age} oud is."
        )
        return words.format(edition=self.edition, age=in_years(self.max_age))

    def said(self) -> tuple[Sentence, ...]:
        """Every sentence, in the order in which it is read."""
        answered = (s for a in self.answers for s in (*a.said, *a.told))
        return (*answered, *(s for _heading, rows in self.advice for s in rows))

    def notes(self) -> dict[tuple[Ref, ...], int]:
        """The sources of a sentence -> the number of its footnote; equal sources have one number."""
        found: dict[tuple[Ref, ...], int] = {}
        for s in self.said():
            if s.refs:
                found.setdefault(s.refs, len(found) + 1)
        return found


_ANSWERS: dict[ParliamentQuestion, Callable[[Dataset, StatusReport], tuple[Sentence, ...]]] = {
    Q.NETWORK: network, Q.MISSED: missed, Q.FAIRNESS: fairness, Q.SINCE: since_scheme, Q.PROMISES: promises,
}  # fmt: skip


def brief(ds: Dataset, on: date, max_age: int = DEFAULT_MAX_AGE) -> Brief:
    """All of it, in the language of the reader."""
    report = status_at(ds, on, max_age)
    answers = tuple(_answered(ds, report, question) for question in Q)
    told = _advised(ds, on)
    return Brief(on, max_age, ds.edition, answers, tuple(told))


def _advised(ds: Dataset, on: date) -> Iterator[tuple[str, tuple[Sentence, ...]]]:
    """The report with most recommendations by itself, and all others together."""
    groups = advice(ds, on)
    for by, when, rows in groups[:1]:
        heading = _("Aanbevelingen van {by} ({date})").format(by=by, date=partial_day(when))
        yield heading, tuple(map(told_recommendation, rows))
    if groups[1:]:
        yield (
            _("Andere aanbevelingen"),
            tuple(told_recommendation(r, whose=True) for group in groups[1:] for r in group[2]),
        )


def _answered(ds: Dataset, report: StatusReport, question: ParliamentQuestion) -> Answered:
    if question is Q.UNKNOWN:
        return Answered(question, _gaps(ds, report))
    said = _ANSWERS[question](ds, report)
    heading, told = _told(ds, report, question)
    if question is Q.PROMISES:
        return Answered(question, said, heading=heading, told=told)
    return Answered(question, said, *sureness_words(ds, said, report.on, report.max_age), heading, told)


def _told(ds: Dataset, report: StatusReport, question: ParliamentQuestion) -> tuple[str, tuple[Sentence, ...]]:
    """What others said of it, under a heading; nothing where nothing was found."""
    subject = {Q.MISSED: VerdictSubject.GROUPS, Q.FAIRNESS: VerdictSubject.MONEY}
    if question is Q.PROMISES:
        rows: Iterable[Sentence] = map(told_promise, promised(ds, report.on))
        heading = _("Toezeggingen en verzoeken, met wat ervan kwam")
    elif question is Q.NETWORK:
        rows, heading = map(told_verdict, on_network(ds, report.on)), _("Wat anderen zeiden over het hele land")
    elif question in subject:
        rows = (told_verdict(v) for v in outside_verdicts(ds, report.on) if v.subject is subject[question])
        heading = _("Wat anderen hierover zeiden")
    else:
        return "", ()
    told = tuple(rows)
    return (heading if told else ""), told


def _gaps(ds: Dataset, report: StatusReport) -> tuple[Sentence, ...]:
    return tuple(
        Sentence(
            _("{what} (waar het kan staan: {where}; wie het kan weten: {who}).").format(
                what=gap.what, where=gap.where, who=gap.who
            ),
            (Ref(gap.source_id),) if gap.source_id else (),
        )
        for gap in known_gaps(ds, report)
    )
