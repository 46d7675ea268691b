"""What changed since the present scheme began: provision, regions and budget."""

from __future__ import annotations

from datetime import date

from coverage.analysis.allocation.budget import duup_budgets
from coverage.analysis.answer.told import Ref, Sentence, refs_of
from coverage.analysis.comparison.compare import Comparison, compare
from coverage.analysis.comparison.sentences import comparison_answer
from coverage.analysis.course import COURSE_FROM
from coverage.analysis.moments import band_on
from coverage.analysis.status import StatusReport
from coverage.dataset import Dataset
from coverage.i18n import _, day, euro, label, sentence_case
from coverage.vocabulary import ChangeKind, FigureKind

TOLD = (ChangeKind.OPENED, ChangeKind.CLOSED, ChangeKind.CHANGED, ChangeKind.RENEWED, ChangeKind.AGED)


def since_when(ds: Dataset, on: date) -> date:
    """The day on which the scheme of a date began (or its absence), not before what the data tell of."""
    return max(band_on(ds, on).begin, COURSE_FROM)


def since_scheme(ds: Dataset, report: StatusReport) -> tuple[Sentence, ...]:
    """What is different on a date from the day on which the scheme began."""
    base, band = since_when(ds, report.on), band_on(ds, report.on)
    name = label(band.scheme) if band.scheme else _("de tijd zonder rijksregeling")
    if base >= report.on:
        form = (
            _("{scheme} begon op {date}: er is niets eerders om mee te vergelijken.")
            if band.begin == report.on
            else _("Vergelijken kan vanaf {begin}; {date} is niet later.")
        )
        words = form.format(scheme=sentence_case(name), date=day(report.on), begin=day(COURSE_FROM))
        return (Sentence(words),)
    found = compare(ds, base, report.on, report.max_age)
    changed = [c for kind in TOLD for c in found.of(kind)]
    refs = refs_of(c.claim for change in changed for side in (change.before, change.after) for c in side.decisive)
    begun = (
        _("Vergeleken is met {date}; toen begon: {scheme}.")
        if band.begin == base
        else _("Vergeleken is met {date}, de eerste dag met gegevens; toen liep: {scheme}.")
    ).format(date=day(base), scheme=name)
    return (
        Sentence(comparison_answer(found), refs),
        Sentence(begun, (Ref(band.source_id),) if band.source_id else ()),
        *_moves(found),
        *_budget(ds, base, report.on),
        Sentence(
            _("Meer of minder bewijs is iets anders dan meer of minder aanbod: het hangt af van wie erover schreef.")
        ),
    )


def _moves(found: Comparison) -> tuple[Sentence, ...]:
    if not found.moves:
        return ()
    names = ", ".join(
        _("{name} (van {before} naar {after})").format(name=m.name, before=m.before, after=m.after) for m in found.moves
    )
    return (Sentence(_("Naar een andere regio gingen: {names}.").format(names=names)),)


def _budget(ds: Dataset, base: date, on: date) -> tuple[Sentence, ...]:
    """The yearly total, first and last within the period, when they differ."""
    within = [b for b in duup_budgets(ds) if base.year <= b.year <= on.year]
    if not within:
        return ()
    first, last = within[0], max(within, key=lambda b: (b.kind is FigureKind.REPORTED, b.year))

    if first.amount == last.amount:
        return ()

    def told(amount: int, derived: bool) -> str:
        return _("{amount} (afgeleid)").format(amount=euro(amount)) if derived else euro(amount)

    words = _("Het landelijk budget per jaar ging van {first} in {from_year} naar {last} in {to_year}.").format(
        first=told(first.amount, first.kind is not FigureKind.REPORTED), from_year=first.year,
        last=told(last.amount, last.kind is not FigureKind.REPORTED), to_year=last.year,
    )  # fmt: skip
    return (Sentence(words, (Ref(first.source_id, first.source_detail), Ref(last.source_id, last.source_detail))),)
