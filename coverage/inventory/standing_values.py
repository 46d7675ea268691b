"""What the tables of a package say now about a question, in the form of its answer: what a respondent or reviewer sees.

With what was accepted folded in: an accepted answer is a source like any other.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from coverage.dataset.frames import TRUE
from coverage.inventory.standing import POSITIVE, latest, pieces_of_today, standing_rows
from coverage.inventory.subjects import Tables, parse_subject
from coverage.vocabulary import AnswerField, Criterion, Reach, Relation

_SERVED = frozenset({Reach.YES, Reach.EMPHASIS, Reach.LESS_OFTEN})
_UNSAID = frozenset({Criterion.UNKNOWN, Criterion.UNSTATED, Criterion.CONTRADICTORY})


@dataclass(frozen=True, slots=True)
class StandingValue:
    """``value`` is text, a code or a list of codes, by the form of the question; ``on`` the day of the source, as
    precise as the source is."""

    value: Any
    source_id: str
    on: str


def standing_value(tables: Tables, subject: str, about: AnswerField) -> StandingValue | None:
    """What stands for a question, or None when no source says it."""
    told = parse_subject(subject)
    find = _OF_PROGRAMME.get(about) if told.kind == "programme" else None
    return find(tables, told.programme) if find else _answered(tables, subject, about)


def _text(value: object) -> str:
    return "" if value is None or value != value else str(value)  # noqa: PLR0124 an empty cell of a typed table


def _existence(tables: Tables, programme: str) -> StandingValue | None:
    rows = sorted(standing_rows(tables["claims"], programme, POSITIVE), key=lambda r: str(r["date"]))
    if not rows:
        return None
    names = dict(zip(tables["programmes"]["programme_id"], tables["programmes"]["name"], strict=True))
    return StandingValue(names[programme], rows[-1]["source_id"], str(rows[-1]["date"]))


def _area(tables: Tables, programme: str) -> StandingValue | None:
    """Municipalities of today in the last area that was named; those of a claim on one municipality count too."""
    rows = standing_rows(tables["claims"], programme, (Relation.CATCHMENT, Relation.REGIONALLY_ACCESSIBLE))
    if not rows:
        return None
    newest = max(rows, key=lambda r: str(r["date"]))
    same = [r for r in rows if r["source_id"] == newest["source_id"] and str(r["date"]) == str(newest["date"])]
    areas = {_text(r["area_id"]) for r in same} - {""}
    members = tables["area_members"]
    pieces = set(members["piece"][members["area_id"].isin(areas)]) | {_text(r["code"]) for r in same if r["code"]}
    of_today = [c for c, made_of in pieces_of_today(tables).items() if made_of & pieces and _is_alive(tables, c)]
    return StandingValue(sorted(of_today), newest["source_id"], str(newest["date"]))


def _is_alive(tables: Tables, code: str) -> bool:
    towns = tables["municipalities"]
    return not _text(towns["valid_to"][towns["code"] == code].iloc[0])


def _answered(tables: Tables, subject: str, about: AnswerField) -> StandingValue | None:
    """The last answer that was accepted and published or folded in."""
    rows = tables["answers"]
    rows = rows[(rows["subject"] == subject) & (rows["field"] == str(about)) & (rows["value"].map(_text) != "")]
    if not len(rows):
        return None
    last = rows.iloc[-1]
    return StandingValue(_text(last["value"]), last["source_id"], str(last["date"]))


def _executor(tables: Tables, programme: str) -> StandingValue | None:
    named = tables["programmes"]
    known = set(named["programme_id"][named["executor_known"].map(str).str.lower() == TRUE])
    rows = latest(tables["programme_periods"], programme) if programme in known else []
    return StandingValue(_text(rows[-1].executors), rows[-1].source_id, str(rows[-1].date)) if rows else None


def _groups(tables: Tables, programme: str) -> StandingValue | None:
    rows = [r for r in latest(tables["target_groups"], programme) if r.reach in _SERVED]
    groups = sorted({str(r.group) for r in rows})
    return StandingValue(groups, rows[-1].source_id, str(rows[-1].date)) if rows else None


def _access(tables: Tables, programme: str) -> StandingValue | None:
    rows = [r for r in latest(tables["access"], programme) if r.criterion not in _UNSAID]
    return StandingValue(str(rows[-1].criterion), rows[-1].source_id, str(rows[-1].date)) if rows else None


_OF_PROGRAMME: dict[AnswerField, Callable[[Tables, str], StandingValue | None]] = {
    AnswerField.EXISTENCE: _existence,
    AnswerField.EXECUTOR: _executor,
    AnswerField.AREA: _area,
    AnswerField.GROUPS: _groups,
    AnswerField.ACCESS: _access,
}
