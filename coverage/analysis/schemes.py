"""What the state schemes ask, rule by rule, and what was recommended about them with what became of it."""

from __future__ import annotations

from dataclasses import dataclass

from coverage.dataset import Dataset
from coverage.dataset.memo import per_language
from coverage.dates import start
from coverage.i18n import language
from coverage.vocabulary import Adoption, Reading, RuleKind, Scheme


@dataclass(frozen=True, slots=True)
class SchemeRule:
    """A row of ``scheme_rules`` in the language of the reader; ``article`` is empty where the source numbers none."""

    scheme: Scheme
    article: str
    kind: RuleKind
    text: str
    source_id: str
    source_detail: str
    reading: Reading


@dataclass(frozen=True, slots=True)
class Recommendation:
    """A row of ``recommendations`` in the language of the reader; ``note`` says in Dutch on what ``adoption`` rests."""

    by: str
    to: str
    text: str
    adoption: Adoption
    note: str
    date: str
    source_id: str
    source_detail: str
    reading: Reading


def scheme_rules(ds: Dataset, scheme: Scheme) -> tuple[SchemeRule, ...]:
    """The rules of a scheme, in the order of the package."""
    rows = ds.table("scheme_rules")
    return tuple(
        SchemeRule(
            scheme, r.article, RuleKind(r.kind), r.rule_en if language() == "en" else r.rule, r.source_id,
            r.source_detail, Reading(r.reading),
        )
        for r in rows[rows["scheme"] == scheme].itertuples()
    )  # fmt: skip


@per_language()
def recommendations(ds: Dataset) -> tuple[Recommendation, ...]:
    """Everything that was recommended, the newest first; equal dates in the order of the package."""
    found = [
        Recommendation(
            r.by, r.to, r.recommendation_en if language() == "en" else r.recommendation, Adoption(r.adoption),
            r.adoption_note, r.date, r.source_id, r.source_detail, Reading(r.reading),
        )
        for r in ds.table("recommendations").itertuples()
    ]  # fmt: skip
    return tuple(sorted(found, key=lambda r: start(r.date), reverse=True))
