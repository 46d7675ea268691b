"""How sure an answer is, in words: by how many sources, how old, and whether they were read in full."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from coverage.analysis.answer.told import Ref, Sentence, last_day_of, when_said
from coverage.dataset import Dataset
from coverage.dates import years_before
from coverage.i18n import _, label, number, partial_day
from coverage.vocabulary import Reading, Sureness


def sureness(ds: Dataset, refs: Iterable[Ref], on: date, max_age: int) -> Sureness:
    """*Firm*: two or more recent sources, one of them read in full. *Fair*: a recent source. *Weak*: older ones only.

    Recent is what makes evidence recent: at most ``max_age`` years old on the date.
    """
    oldest = years_before(on, max_age).toordinal()
    every = {r.source_id: r for r in refs}.values()
    recent = [r for r in every if (said := when_said(ds, r)) and last_day_of(said) >= oldest]
    if not every:
        return Sureness.NONE
    if not recent:
        return Sureness.WEAK
    whole = any((r.reading or ds.source(r.source_id).reading) is Reading.FULL for r in recent)
    return Sureness.FIRM if len(recent) > 1 and whole else Sureness.FAIR


def sureness_words(ds: Dataset, said: Iterable[Sentence], on: date, max_age: int) -> tuple[Sureness, str]:
    """The grade and a sentence that says on what it rests."""
    refs = {r.source_id: r for s in said for r in s.refs}
    grade = sureness(ds, refs.values(), on, max_age)
    if not refs:
        return grade, _("Hoe zeker: {grade}; we vonden geen bron.").format(grade=label(grade))
    dates = [d for r in refs.values() if (d := when_said(ds, r))]
    newest = partial_day(max(dates, key=last_day_of)) if dates else _("onbekende datum")
    form = (
        _("Hoe zeker: {grade}. Het antwoord rust op 1 bron, van {date}.")
        if len(refs) == 1
        else _("Hoe zeker: {grade}. Het antwoord rust op {count} bronnen, de nieuwste van {date}.")
    )
    words = form.format(grade=label(grade), count=number(len(refs)), date=newest)
    partly = sum((r.reading or ds.source(r.source_id).reading) is not Reading.FULL for r in refs.values())
    if partly:
        words += " " + _("Niet geheel gelezen: {count}.").format(count=number(partly))
    return grade, words
