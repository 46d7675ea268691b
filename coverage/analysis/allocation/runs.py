"""The history of money as stretches of time with one yearly amount, ready to be drawn on an axis."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from coverage.analysis.allocation.history import Money
from coverage.vocabulary import FigureKind, Scheme

DAYS = 365.25


@dataclass(frozen=True, slots=True)
class Run:
    """Years in a row with the same amount. ``per_year`` is what is drawn.

    ``total`` is the amount of the whole period when the source states that instead of an amount per year; the
    height is then an average of ours (``averaged``), unless the period is a year.
    """

    scheme: Scheme
    begin: date
    end: date
    per_year: float
    total: int | None
    kind: FigureKind
    source_id: str
    source_detail: str
    note: str

    @property
    def averaged(self) -> bool:
        """Whether the yearly amount is our average over a period."""
        return self.total is not None and abs(self.years - 1) > 0.01

    @property
    def years(self) -> float:
        """Length in years."""
        return (self.end - self.begin).days / DAYS


def runs(amounts: tuple[Money, ...]) -> tuple[Run, ...]:
    """Amounts with both dates, joined when they follow on and say the same."""
    found: list[Run] = []
    for m in amounts:
        if m.begin is None or m.end is None or m.value is None:
            continue
        length = (m.end - m.begin).days / DAYS
        rate = m.value if m.per_year or abs(length - 1) < 0.01 else m.value / length
        run = Run(
            m.scheme, m.begin, m.end, float(rate), None if m.per_year else m.value, m.kind, m.source_id,
            m.source_detail, m.note,
        )  # fmt: skip
        last = found[-1] if found else None
        if last and last.end == run.begin and replace(last, begin=run.begin, end=run.end) == run:
            found[-1] = replace(last, end=run.end)
        else:
            found.append(run)
    return tuple(found)
