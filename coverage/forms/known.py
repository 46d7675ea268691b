"""What is known now of the subject of a question: shown with its source beside it, and kept with the answer."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from coverage.analysis.evidence import local_claims
from coverage.analysis.naming import programme_names
from coverage.dataset import Dataset
from coverage.dataset.memo import per_snapshot
from coverage.dates import today
from coverage.forms.words import value_in_words
from coverage.geography.lineage import division_at
from coverage.inventory.book import Book
from coverage.inventory.questions import Question
from coverage.inventory.standing import POSITIVE, latest, standing_rows
from coverage.inventory.subjects import Places, Subject
from coverage.vocabulary import AnswerField, AnswerKind, AreaReading, Reach, Relation

AREA = (Relation.CATCHMENT, Relation.REGIONALLY_ACCESSIBLE, Relation.LOCATION)


@dataclass(frozen=True, slots=True)
class Known:
    """``value`` has the form of an answer to the question (None: it only can be told), ``words`` tell it. ``source`` is
    the title of the source and ``on`` its date; ``accepted`` says that it is an accepted answer of an organisation."""

    value: Any
    words: str
    source: str
    on: str
    accepted: bool = False

    def shown(self) -> dict[str, Any]:
        """What an answer keeps of it: that which the respondent saw."""
        return {"value": self.value, "words": self.words, "source": self.source, "on": self.on}


def known_of(ds: Dataset, book: Book, places: Places, subject: Subject, question: Question) -> Known | None:
    """What was accepted last or, for what stands in the data package, what its latest source says; None if nothing."""
    found = _from_package(ds, subject, question.field)
    if found:
        return found if found.words else replace(found, words=value_in_words(question, found.value, places.names))
    if question.field in _TABLES:
        return None
    answer = book.last_accepted(subject.text, question.field)
    if answer is None or answer.value is None or answer.kind not in {AnswerKind.CHANGED, AnswerKind.ADDED}:
        return None
    town = places.names.get(answer.organisation, answer.organisation)
    words = value_in_words(question, answer.value, places.names)
    return Known(answer.value, words, town, answer.on.isoformat(), accepted=True)


_TABLES = frozenset({
    AnswerField.EXISTENCE, AnswerField.EXECUTOR, AnswerField.AREA, AnswerField.GROUPS, AnswerField.ACCESS,
})  # fmt: skip

_TABLE = {AnswerField.GROUPS: "target_groups", AnswerField.ACCESS: "access"}


def _from_package(ds: Dataset, subject: Subject, field: AnswerField) -> Known | None:
    if subject.kind == "municipality" and field is AnswerField.EXISTENCE:
        return _serving(ds, subject.municipality)
    if subject.kind != "programme" or field not in _TABLES:
        return None
    if field is AnswerField.EXISTENCE:
        return _existence(ds, subject.programme)
    if field is AnswerField.AREA:
        return _area(ds, subject.programme)
    if field is AnswerField.EXECUTOR:
        return _executor(ds, subject.programme)
    rows = _latest(ds, _TABLE[field], subject.programme)
    value: Any = None
    if field is AnswerField.GROUPS:
        value = sorted({str(r.group) for r in rows if r.reach == Reach.YES})
    elif len({str(r.criterion) for r in rows}) == 1:
        value = str(rows[0].criterion)
    return _told(ds, value, rows[-1]) if value else None


def _told(ds: Dataset, value: Any, row: Any, words: str = "") -> Known:
    return Known(value, words, ds.source(row.source_id).title, str(row.date))


@per_snapshot(maxsize=256)
def _latest(ds: Dataset, table: str, programme: str) -> tuple[Any, ...]:
    return tuple(latest(ds.table(table), programme))


@per_snapshot(maxsize=256)
def _standing(ds: Dataset, programme: str) -> tuple[dict[str, Any], ...]:
    return tuple(standing_rows(ds.table("claims"), programme, POSITIVE))


def _existence(ds: Dataset, programme: str) -> Known | None:
    rows = _standing(ds, programme)
    if not rows:
        return None
    row = max(rows, key=lambda r: str(r["date"]))
    return Known(True, programme_names(ds)[programme], ds.source(row["source_id"]).title, str(row["date"]))


@per_snapshot(maxsize=256)
def _executor(ds: Dataset, programme: str) -> Known | None:
    """The executor with the last source that names it; who only said that the programme is there named none."""
    periods = ds.table("programme_periods")
    rows = latest(periods[periods["executors"] != ""], programme)
    return _told(ds, rows[-1].executors, rows[-1]) if rows else None


def _area(ds: Dataset, programme: str) -> Known | None:
    rows = [r for r in _standing(ds, programme) if r["relation"] in AREA and r["area_reading"] != AreaReading.VAGUE]
    wide = [r for r in rows if r["relation"] != Relation.LOCATION]  # who confirms where it is says nothing of its area
    if not wide:
        return None
    claims, now = {r["claim_id"] for r in rows}, division_of_today(ds)
    codes = [code for code, found in local_claims(ds, now).items() if any(c.claim.claim_id in claims for c in found)]
    row = max(wide, key=lambda r: str(r["date"]))
    return Known(sorted(codes), "", ds.source(row["source_id"]).title, str(row["date"])) if codes else None


def _serving(ds: Dataset, municipality: str) -> Known | None:
    claims = [c.claim for c in local_claims(ds, division_of_today(ds)).get(municipality, ()) if c.claim.makes_evidence]
    found = [c for c in claims if c.claim_id in {r["claim_id"] for r in _standing(ds, c.programme_id)}]
    if not found:
        return None
    names = "; ".join(dict.fromkeys(programme_names(ds)[c.programme_id] for c in found))
    last = max(found, key=lambda c: c.start)
    return Known(True, names, ds.source(last.source_id).title, last.date)


def named_of(ds: Dataset, places: Places, centre: str) -> set[str]:
    """Municipalities that a source names beside a programme or local rule of this centre."""
    mine = {p for p, town in places.programmes.items() if town == centre and p not in places.assignments.values()}
    claims = ds.table("claims")
    return {str(code) for code in claims["code"][claims["programme_id"].isin(list(mine))] if code}


def division_of_today(ds: Dataset) -> str:
    """Identifier of the division of municipalities of today."""
    return division_at(ds, today()).id
