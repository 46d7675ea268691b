"""Is the money shared out fairly? The rule, what it gives, and what is not known of need and of real amounts."""

from __future__ import annotations

from coverage.analysis.allocation.budget import AllocationError, duup_budgets
from coverage.analysis.allocation.result import allocate
from coverage.analysis.allocation.scenario import baseline
from coverage.analysis.allocation.stated import stated_amounts, stated_answer
from coverage.analysis.answer.told import Ref, Sentence
from coverage.analysis.citations import citation
from coverage.analysis.evidence import duup_start
from coverage.analysis.moments import band_on
from coverage.analysis.status import StatusReport
from coverage.dataset import Dataset
from coverage.i18n import _, day, euro, label, number
from coverage.named_rows import Cited
from coverage.vocabulary import FigureKind


def fairness(ds: Dataset, report: StatusReport) -> tuple[Sentence, ...]:
    """What can be said of fairness on a date: by the rule yes or not yet there, by need unknown."""
    if report.on < duup_start(ds):
        return (*_before(ds, report), _need())
    return (
        Sentence(
            _("Volgens de regel wel, als inwoners de maat zijn: elke DUUP-regio krijgt geld naar haar inwonertal."),
            (Ref(*citation(ds, Cited.ALLOCATION_RULE)),),
        ),
        *_computed(ds, report),
        _need(),
        _stated(ds),
    )


def _before(ds: Dataset, report: StatusReport) -> tuple[Sentence, ...]:
    band = band_on(ds, report.on)
    words = (
        _("Op {date} gold {scheme}. De verdeling over DUUP-regio's naar inwoners begint op {begin}.")
        if band.scheme
        else _("Op {date} gold geen rijksregeling. De verdeling over DUUP-regio's naar inwoners begint op {begin}.")
    ).format(date=day(report.on), scheme=label(band.scheme) if band.scheme else "", begin=day(duup_start(ds)))
    return (Sentence(words, (Ref(band.source_id),) if band.source_id else ()),)


def _need() -> Sentence:
    return Sentence(_("Of de verdeling past bij hoeveel hulp nodig is, weten we niet: de regel kijkt naar "
                  "inwoners, en een telling van sekswerkers per regio hebben we niet."))  # fmt: skip


def _computed(ds: Dataset, report: StatusReport) -> tuple[Sentence, ...]:
    """What the rule gives over the last budget up to the date; nothing where it cannot be computed."""
    budgets = [b for b in duup_budgets(ds) if b.year <= report.on.year]
    if not budgets:
        return ()
    budget = max(budgets, key=lambda b: (b.kind is FigureKind.REPORTED, b.year))
    try:
        regions = allocate(ds, baseline(ds, budget.amount)).regions
    except AllocationError:
        return ()
    low, high = min(regions, key=lambda r: r.amount), max(regions, key=lambda r: r.amount)
    form = (
        _("Berekend over {budget} ({year}): van {low} voor {lowest} tot {high} voor {highest}, per jaar. Het is een "
          "berekening, geen betaald bedrag.")
        if budget.kind is FigureKind.REPORTED
        else _("Berekend over {budget} ({year}, een afgeleid bedrag): van {low} voor {lowest} tot {high} voor "
               "{highest}, per jaar. Het is een berekening, geen betaald bedrag.")
    )  # fmt: skip
    words = form.format(
        budget=euro(budget.amount), year=budget.year, low=euro(low.amount), lowest=low.name, high=euro(high.amount),
        highest=high.name,
    )  # fmt: skip
    words += " " + _("Verdeeld over {count} regio's.").format(count=number(len(regions)))
    return (Sentence(words, (Ref(budget.source_id, budget.source_detail),)),)


def _stated(ds: Dataset) -> Sentence:
    refs = {a.source_id: Ref(a.source_id, a.source_detail, a.reading, a.date) for a in stated_amounts(ds)}
    return Sentence(stated_answer(ds), tuple(refs.values()))
