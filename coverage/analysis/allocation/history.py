"""History of the money: what the state made available, when, how hard that figure is, and where nothing was found."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import pandas as pd

from coverage.analysis.contradictions import Contradiction, contradictions_about
from coverage.dataset import Dataset
from coverage.dates import precision, start
from coverage.named_rows import CaveatPlace
from coverage.vocabulary import FigureKind, FundingRole, Scheme

# Rows of role national state the amount of a scheme. Other amounts in the table are about one region, one
# participant or a part, and must not be drawn as, or added to, a national total.
STATE_SCHEMES = (Scheme.RUPS_I, Scheme.RUPS_II, Scheme.RUPS_II_EXTENSION, Scheme.RUPS_III, Scheme.DUUP)


@dataclass(frozen=True, slots=True)
class Money:
    """A row of ``funding``. ``value`` is None when the row states no number or none was found.

    ``begin`` and ``end`` (the first day after) span the period; ``end`` is None when it is open. ``per_year``: the
    amount is for each year, rather than for the period as a whole.
    """

    scheme: Scheme
    begin: date | None
    end: date | None
    item: str
    value: int | None
    unit: str
    recipient: str
    kind: FigureKind
    source_id: str
    source_detail: str
    note: str
    role: FundingRole
    per_year: bool


@dataclass(frozen=True, slots=True)
class GrantGap:
    """A stretch of time for which no national amount is known, not even derived."""

    begin: date
    end: date


@dataclass(frozen=True, slots=True)
class MoneyHistory:
    """National amounts in order of time, conditions, other figures, what was not found, and the gaps."""

    amounts: tuple[Money, ...]
    gaps: tuple[GrantGap, ...]
    conditions: tuple[Money, ...]
    other: tuple[Money, ...]
    not_found: tuple[Money, ...]
    caveats: tuple[Contradiction, ...]


def money_history(ds: Dataset) -> MoneyHistory:
    """All state money in the table ``funding``; municipal money is left out.

    National amounts stay within the dates of their scheme (spending included), so that the calendar years in
    which one follows another are not counted twice (T23). Two sources that state the same amount for the
    same period make one bar, with the first source; when amounts differ, one that is reported is drawn and the other
    listed.
    """
    spans = {Scheme(r.scheme): _span(r) for r in ds.table("schemes").itertuples()}
    rows = [_money(r) for r in ds.table("funding").itertuples() if r.scheme in {*STATE_SCHEMES, Scheme.SPRING_2019}]
    found = [m for m in rows if m.kind is not FigureKind.NOT_FOUND]
    national = [m for m in found if m.role is FundingRole.NATIONAL and m.value is not None]
    clipped = [_within(m, spans[m.scheme]) if m.scheme in spans else m for m in national]
    drawn: dict[tuple[object, ...], Money] = {}
    for m in sorted(clipped, key=lambda m: m.kind is not FigureKind.REPORTED):
        drawn.setdefault((m.scheme, m.begin, m.end), m)
    amounts = tuple(sorted(drawn.values(), key=lambda m: (m.begin or date.min, m.end or date.max)))
    beside = [m for m in clipped if m.value != drawn[m.scheme, m.begin, m.end].value]
    conditions = tuple(m for m in found if m.role is FundingRole.CONDITION)
    shown = {id(m) for m in (*national, *conditions)}
    return MoneyHistory(
        amounts=amounts,
        gaps=_gaps(amounts),
        conditions=conditions,
        other=(*(m for m in found if id(m) not in shown), *beside),
        not_found=tuple(m for m in rows if m.kind is FigureKind.NOT_FOUND),
        caveats=contradictions_about(ds, place=CaveatPlace.MONEY_HISTORY),
    )


def _money(row: object) -> Money:
    r: dict[str, object] = row._asdict()  # type: ignore[attr-defined]
    value: Any = r["value"]
    return Money(
        scheme=Scheme(str(r["scheme"])),
        begin=start(str(r["period_from"])) if r["period_from"] else None,
        end=_after(str(r["period_to"])) if r["period_to"] else None,
        item=str(r["item"]),
        value=None if pd.isna(value) else int(value),
        unit=str(r["unit"]),
        recipient=str(r["recipient"]),
        kind=FigureKind(str(r["kind"])),
        source_id=str(r["source_id"]),
        source_detail=str(r["source_detail"]),
        note=str(r["note"]),
        role=FundingRole(str(r["role"])),
        per_year=bool(r["per_year"]),
    )


def _span(scheme: object) -> tuple[date, date | None]:
    """First day of a scheme and the first day on which its money could no longer be spent."""
    r: dict[str, object] = scheme._asdict()  # type: ignore[attr-defined]
    ends = [start(str(r["valid_to"]))] if r["valid_to"] else []
    if r["spending_to"]:
        ends.append(_after(str(r["spending_to"])))
    return start(str(r["valid_from"])), max(ends, default=None)


def _within(money: Money, span: tuple[date, date | None]) -> Money:
    begin, end = span
    return replace(
        money,
        begin=max(money.begin or begin, begin),
        end=money.end if end is None else min(money.end or end, end),
    )


def _after(partial: str) -> date:
    """The first day after a partial date. A whole day that begins a month is itself the first day after."""
    day = start(partial)
    if precision(partial) == "year":
        return date(day.year + 1, 1, 1)
    if precision(partial) == "day" and day.day == 1:
        return day
    return date(day.year + day.month // 12, day.month % 12 + 1, 1)


def _gaps(amounts: tuple[Money, ...]) -> tuple[GrantGap, ...]:
    """Stretches between the first and the last amount that none covers."""
    gaps = []
    reached: date | None = None
    for m in amounts:
        if m.begin is None or m.end is None:
            continue
        if reached is not None and m.begin > reached:
            gaps.append(GrantGap(reached, m.begin))
        reached = m.end if reached is None else max(reached, m.end)
    return tuple(gaps)
