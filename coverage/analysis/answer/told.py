"""What an answer is made of: sentences, each with the sources that it rests on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from coverage.analysis.claim import Claim
from coverage.dataset import Dataset
from coverage.dates import end, start
from coverage.i18n import _, label, number, partial_day
from coverage.vocabulary import ParliamentQuestion, Reading, Sureness

MOST_CITED = 8  # sources in one footnote


@dataclass(frozen=True, slots=True)
class Ref:
    """A source, where in it, how it was read, and the date of what it says (partial, empty when not known)."""

    source_id: str
    detail: str = ""
    reading: Reading | None = None
    date: str = ""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence (or a few that belong together) with its sources; none where it says what was not found."""

    text: str
    refs: tuple[Ref, ...] = ()


@dataclass(frozen=True, slots=True)
class Answered:
    """One question with its answer. ``sure`` and its words are None and empty where nothing is claimed.

    ``told`` are what others said of it, the newest first, under a heading of their own.
    """

    about: ParliamentQuestion
    said: tuple[Sentence, ...]
    sure: Sureness | None = None
    sure_words: str = ""
    heading: str = ""
    told: tuple[Sentence, ...] = ()

    @property
    def listed(self) -> bool:
        """Whether its sentences are a list of things, not an answer that is read on."""
        return self.about is ParliamentQuestion.UNKNOWN


def refs_of(claims: Iterable[Claim]) -> tuple[Ref, ...]:
    """The sources of claims, each once, with the date of its newest claim; the newest first."""
    newest: dict[str, Ref] = {}
    for claim in claims:
        ref = Ref(claim.source_id, "", claim.reading, claim.date)
        known = newest.get(claim.source_id)
        if known is None or start(known.date) < start(ref.date):
            newest[claim.source_id] = ref
    return tuple(sorted(newest.values(), key=lambda r: (-start(r.date).toordinal(), r.source_id)))


def note_parts(ds: Dataset, ref: Ref) -> tuple[str, str]:
    """A source as a footnote cites it (title, publisher, date, place, reading), and its public address or nothing."""
    source = ds.source(ref.source_id)
    reading = ref.reading or source.reading
    when = partial_day(source.date) if source.date else str(source.year or _("zonder datum"))
    parts = (source.title, source.publisher, when, ref.detail, "" if reading is Reading.FULL else label(reading))
    return ", ".join(p for p in parts if p), source.url if source.url.startswith(("https://", "http://")) else ""


def cited_and_left(refs: Sequence[Ref]) -> tuple[Sequence[Ref], str]:
    """The sources that a footnote names, the newest first, and how many older ones it leaves to the list of sources."""
    left = len(refs) - MOST_CITED
    if left <= 0:
        return refs, ""
    return refs[:MOST_CITED], _("en {count} oudere bronnen, in de lijst van bronnen").format(count=number(left))


def note_words(ds: Dataset, refs: Sequence[Ref]) -> str:
    """The whole footnote as one text."""
    named, left = cited_and_left(refs)
    cited = (", ".join(filter(None, note_parts(ds, ref))) for ref in named)
    return "; ".join(filter(None, (*cited, left))) + "."


def when_said(ds: Dataset, ref: Ref) -> str:
    """The date of what a source says, else of the source itself; partial, empty when neither is known."""
    source = ds.source(ref.source_id)
    return ref.date or source.date or str(source.year or "")


def last_day_of(text: str) -> int:
    """The last day of a partial date as an ordinal, for comparing."""
    return end(text).toordinal()
