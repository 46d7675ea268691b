"""What others said, as sentences of an answer: verdicts, promises, and what became of them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from coverage.analysis.answer.told import Ref, Sentence
from coverage.dataset import Dataset
from coverage.dataset.memo import per_language
from coverage.dates import start
from coverage.i18n import _, label, language, partial_day
from coverage.vocabulary import (
    Nationwide,
    PromiseOutcome,
    Reading,
    VerdictScope,
    VerdictStrength,
    VerdictSubject,
)


@dataclass(frozen=True, slots=True)
class OutsideVerdict:
    """A row of ``verdicts`` in the language of the reader; ``who`` is as the source has it."""

    date: str
    subject: VerdictSubject
    who: str
    text: str
    strength: VerdictStrength
    nationwide: Nationwide | None
    outcome: PromiseOutcome | None
    outcome_source_id: str
    ref: Ref


_PER_PERSON = re.compile(r"\bper (deelnemer|persoon|participant|person|head)\b")


@per_language()
def outside_verdicts(ds: Dataset, on: date) -> tuple[OutsideVerdict, ...]:
    """Verdicts on exit programmes with a date up to a day, the newest first.

    None that gives a cost per person: out of its report such a figure ranks programmes that cannot be compared.
    """
    found = [
        OutsideVerdict(
            r.date, VerdictSubject(r.subject), r.who, r.verdict_en if language() == "en" else r.verdict,
            VerdictStrength(r.strength), Nationwide(r.nationwide) if r.nationwide else None,
            PromiseOutcome(r.outcome) if r.outcome else None, r.outcome_source_id,
            Ref(r.source_id, r.source_detail, Reading(r.reading), r.date),
        )
        for r in ds.table("verdicts").itertuples()
        if r.scope == VerdictScope.EXIT and r.date and start(r.date) <= on and not _PER_PERSON.search(r.verdict)
    ]  # fmt: skip
    return tuple(sorted(found, key=lambda v: start(v.date), reverse=True))


def on_network(ds: Dataset, on: date) -> tuple[OutsideVerdict, ...]:
    """Those that answer whether a network covers the whole country, the newest first; aims included."""
    return tuple(v for v in outside_verdicts(ds, on) if v.nationwide)


def told_verdict(v: OutsideVerdict) -> Sentence:
    """A verdict with its date, who said it and what kind of saying it is."""
    words = f"{partial_day(v.date)}, {v.who} ({label(v.strength)}): {v.text}"
    return Sentence(words, (v.ref,))


def told_promise(v: OutsideVerdict) -> Sentence:
    """A promise or request with what became of it, by the source that says so."""
    words = _("{date}, {who}: {verdict} Uitkomst: {outcome}.").format(
        date=partial_day(v.date), who=v.who, verdict=v.text, outcome=label(v.outcome) if v.outcome else ""
    )
    later = (Ref(v.outcome_source_id),) if v.outcome_source_id else ()
    return Sentence(words, (v.ref, *later))
