"""What was promised or asked, and what was recommended, with what became of it as far as sources tell."""

from __future__ import annotations

from datetime import date

from coverage.analysis.answer.told import Ref, Sentence
from coverage.analysis.answer.verdicts import OutsideVerdict, outside_verdicts
from coverage.analysis.schemes import Recommendation, recommendations
from coverage.analysis.status import StatusReport
from coverage.dataset import Dataset
from coverage.dates import start
from coverage.i18n import _, day, label, number, partial_day
from coverage.vocabulary import Adoption, PromiseOutcome

_ORDER = (PromiseOutcome.UNKNOWN, PromiseOutcome.PARTLY, PromiseOutcome.KEPT)


def promised(ds: Dataset, on: date) -> tuple[OutsideVerdict, ...]:
    """Promises and requests up to a day: those of which no outcome was found first, then the newest first."""
    found = [v for v in outside_verdicts(ds, on) if v.outcome]
    return tuple(sorted(found, key=lambda v: _ORDER.index(v.outcome) if v.outcome else len(_ORDER)))


def promises(ds: Dataset, report: StatusReport) -> tuple[Sentence, ...]:
    """How many there are and what became of them, as we know it now; then of the advice with most parts."""
    found = promised(ds, report.on)
    if not found:
        return (
            Sentence(_("Tot {date} vonden we geen toezegging of verzoek aan het Rijk.").format(date=day(report.on))),
        )
    counts = {o: sum(v.outcome is o for v in found) for o in PromiseOutcome}
    words = _(
        "Tot {date} vonden we {count} toezeggingen en verzoeken. Naar wat we nu weten: bij {unknown} is niet "
        "gevonden wat ervan kwam, {partly} deels uitgevoerd, {kept} uitgevoerd."
    ).format(
        date=day(report.on), count=number(len(found)), unknown=number(counts[PromiseOutcome.UNKNOWN]),
        partly=number(counts[PromiseOutcome.PARTLY]), kept=number(counts[PromiseOutcome.KEPT]),
    )  # fmt: skip
    return (Sentence(words), *(_adopted(*group) for group in advice(ds, report.on)[:1]))


def advice(ds: Dataset, on: date) -> tuple[tuple[str, str, tuple[Recommendation, ...]], ...]:
    """Recommendations up to a day, by who made them and when, those with most first: (by, date, recommendations)."""
    groups: dict[tuple[str, str], list[Recommendation]] = {}
    for r in recommendations(ds):
        if start(r.date) <= on:
            groups.setdefault((r.by, r.date), []).append(r)
    order = sorted(groups.items(), key=lambda item: (-len(item[1]), -start(item[0][1]).toordinal()))
    return tuple((by, when, tuple(rows)) for (by, when), rows in order)


def _adopted(by: str, when: str, rows: tuple[Recommendation, ...]) -> Sentence:
    counts = {a: sum(r.adoption is a for r in rows) for a in Adoption}
    words = _(
        "Van {count} aanbevelingen van {by} ({date}) zijn er naar een latere bron {adopted} overgenomen, {partly} "
        "deels en {refused} niet; van {unknown} is dat niet bekend."
    ).format(
        count=number(len(rows)), by=by, date=partial_day(when), adopted=number(counts[Adoption.ADOPTED]),
        partly=number(counts[Adoption.PARTLY]),
        refused=number(counts[Adoption.NOT_ADOPTED]), unknown=number(counts[Adoption.UNKNOWN]),
    )  # fmt: skip
    return Sentence(words, (Ref(rows[0].source_id, "", rows[0].reading, rows[0].date),))


def told_recommendation(r: Recommendation, *, whose: bool = False) -> Sentence:
    """A recommendation with what became of it; ``whose`` adds by whom and when."""
    words = _("Aan {to}: {text}. Uitkomst: {adoption}.").format(
        to=r.to, text=r.text.rstrip("."), adoption=label(r.adoption)
    )
    if whose:
        words = f"{partial_day(r.date)}, {r.by}. {words}"
    return Sentence(words, (Ref(r.source_id, r.source_detail, r.reading, r.date),))
