"""Results as their sources give them: tables 1.2 and 1.3 of the report of 2013, and the later figures.

Rows keep the order of the source. There is no ranking and nothing is divided into a cost per person:
"exited" does not mean the same everywhere (T10), the measuring windows differ (T11), and one number
is an estimate (T34).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from coverage.analysis.contradictions import Contradiction, about_both
from coverage.dataset import Dataset
from coverage.dataset.memo import per_snapshot
from coverage.dates import start
from coverage.vocabulary import FigureKind


@dataclass(frozen=True, slots=True)
class Result:
    """A row of both tables. Numbers that the source replaces by a word (``n.a.``, ``Gestopt``) stay text.

    ``percentage_computed`` is exits of participants in percent, one decimal; ``marks`` are the footnote
    marks per column; ``caveats`` the contradictions that concern this row.
    """

    programme_id: str
    name: str
    participants: int
    exits: int
    percentage_source: int
    percentage_computed: float
    participants_2011: str
    in_programme_2013: str
    exits_2011: str
    estimate: bool
    window: str
    window_from: str
    window_to: str
    marks: dict[str, str]
    notes: str
    apart: bool
    caveats: tuple[Contradiction, ...]

    @property
    def months(self) -> int:
        """Length of the measuring window in whole months; a year counts from January."""
        begin, end = start(self.window_from), start(self.window_to)
        return (end.year - begin.year) * 12 + end.month - begin.month

    @property
    def agrees(self) -> bool:
        """Whether the printed percentage is the recomputed one, rounded."""
        return self.percentage_source == round(100 * self.exits / self.participants)


@dataclass(frozen=True, slots=True)
class Total:
    """Sums over rows; columns of text count the numbers among them."""

    rows: int
    participants: int
    exits: int
    participants_2011: int
    in_programme_2013: int
    exits_2011: int

    @property
    def percentage(self) -> float:
        """Exits of participants in percent, one decimal."""
        return _percentage(self.exits, self.participants)


@dataclass(frozen=True, slots=True)
class Figure:
    """Any other outcome, in the words of the source."""

    programme_id: str
    indicator: str
    value: str
    unit: str
    period_from: str
    period_to: str
    kind: FigureKind
    date: str
    source_id: str
    detail: str
    note: str
    series: str


@per_snapshot(maxsize=1)
def results(ds: Dataset) -> tuple[Result, ...]:
    """The fourteen rows of tables 1.2 and 1.3, in the order of the source."""
    return tuple(
        Result(
            r.programme_id,
            r.name,
            int(r.participants),
            int(r.exits),
            int(r.percentage_source),
            _percentage(r.exits, r.participants),
            r.participants_2011,
            r.in_programme_2013,
            r.exits_2011,
            bool(r.estimate),
            r.window,
            r.window_from,
            r.window_to,
            {
                "participants": r.participants_notes,
                "participants_2011": r.participants_2011_notes,
                "exits": r.exits_notes,
                "exits_2011": r.exits_2011_notes,
            },
            r.note,
            bool(r.apart),
            about_both(ds, "results_2013", r.programme_id),
        )
        for r in ds.table("results_2013").itertuples()
    )


def _percentage(exits: float, participants: float) -> float:
    return round(100 * exits / participants, 1)


def total(rows: Iterable[Result]) -> Total:
    """Sums of any selection of rows."""
    rows = tuple(rows)
    return Total(
        rows=len(rows),
        participants=sum(r.participants for r in rows),
        exits=sum(r.exits for r in rows),
        participants_2011=_sum(r.participants_2011 for r in rows),
        in_programme_2013=_sum(r.in_programme_2013 for r in rows),
        exits_2011=_sum(r.exits_2011 for r in rows),
    )


def _sum(values: Iterable[str]) -> int:
    return sum(int(v) for v in values if v.isdecimal())


def printed_totals(ds: Dataset) -> dict[str, int]:
    """Totals printed under the tables: column -> value, of the columns that have one."""
    table = ds.table("results_2013_totals")
    return {q: int(v) for q, v in zip(table["quantity"], table["value"], strict=True)}


def figures(ds: Dataset, *programmes: str) -> tuple[Figure, ...]:
    """Other outcome figures of some programmes, in the order of the collection; money is never among them."""
    return tuple(f for f in _figures(ds) if f.programme_id in programmes)


def series(ds: Dataset) -> dict[str, tuple[Figure, ...]]:
    """Title -> figures that are shown together beside the results, in the order of the collection."""
    found: dict[str, list[Figure]] = {}
    for figure in _figures(ds):
        if figure.series:
            found.setdefault(figure.series, []).append(figure)
    return {title: tuple(rows) for title, rows in found.items()}


def loose_figures(ds: Dataset) -> tuple[Figure, ...]:
    """Figures of no programme in particular that no series holds, in the order of the collection."""
    programmes = ds.table("programmes")
    nobody = set(programmes[programmes["national_scope"]]["programme_id"])
    return tuple(f for f in _figures(ds) if f.programme_id in nobody and not f.series)


@per_snapshot()
def _figures(ds: Dataset) -> tuple[Figure, ...]:
    return tuple(
        Figure(
            r.programme_id,
            r.indicator,
            r.value,
            r.unit,
            r.period_from,
            r.period_to,
            FigureKind(r.kind),
            r.date,
            r.source_id,
            r.source_detail,
            r.note,
            r.series,
        )
        for r in ds.table("outcomes").itertuples()
    )
