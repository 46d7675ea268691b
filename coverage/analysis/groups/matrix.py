"""Regions, programmes or centre municipalities by what their programmes say.

A cell takes the strongest statement of the programmes recently evidenced in its row on the date. Where none of
those says anything, a statement of a programme that is linked to the row but not recently evidenced (evidenced
earlier, stopped, or only in a rule or plan) is shown as such with its year; it never counts as service. What is left
is silence, or no programme.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from coverage.analysis.layers.provision import evidenced_programmes, linked_programmes
from coverage.analysis.statements import NATIONAL, Stance, stances, strongest, topics
from coverage.analysis.status import DEFAULT_MAX_AGE, status_at
from coverage.dataset import Dataset
from coverage.dataset.memo import per_snapshot
from coverage.dates import start, years_before
from coverage.vocabulary import Code, Dimension, Reach, Said, Scope


@dataclass(frozen=True, slots=True)
class Cell:
    """What is said on one subject in one row.

    ``current``: the programmes that say so are evidenced on the date. ``stances`` are all stances behind
    the cell, the deciding ones first, remarks on silence included; ``older``: the newest deciding statement
    is older than the age limit.
    """

    topic: Code
    said: Said
    current: bool
    older: bool
    stances: tuple[Stance, ...]

    @property
    def since(self) -> str:
        """Date of the newest deciding statement; empty for silence."""
        return max((s.date for s in self.stances if s.level), default="")


@dataclass(frozen=True, slots=True)
class Row:
    """A region, programme or centre municipality with its programmes; ``key`` is a number, identifier or code."""

    key: str
    title: str
    evidenced: tuple[str, ...]
    linked: tuple[str, ...]
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Matrix:
    """Rows by topics on a date."""

    on: date
    dimension: Dimension
    scope: Scope
    topics: tuple[Code, ...]
    rows: tuple[Row, ...]

    def cell(self, key: str, topic: Code) -> Cell:
        """One cell; KeyError when there is no such row or topic."""
        return {(r.key, c.topic): c for r in self.rows for c in r.cells}[key, topic]


@per_snapshot(maxsize=128)
def matrix(ds: Dataset, on: date, dimension: Dimension, scope: Scope, max_age: int = DEFAULT_MAX_AGE) -> Matrix:
    """The whole matrix. Programmes without any statement or evidence up to the date have no row of their own."""
    said = stances(ds, dimension, on)
    oldest = years_before(on, max_age)
    columns = topics(dimension)
    rows = []
    for key, title, evidenced, linked in _rows(ds, on, scope, max_age, {p for p, _ in said}):
        silence = Said.SILENT if evidenced or scope is Scope.PROGRAMMES else Said.NO_PROGRAMME
        cells = tuple(_cell(topic, evidenced, linked, said, oldest, silence) for topic in columns)
        rows.append(Row(key, title, evidenced, linked, cells))
    return Matrix(on, dimension, scope, columns, tuple(rows))


def _cell(
    topic: Code,
    evidenced: tuple[str, ...],
    linked: tuple[str, ...],
    said: dict[tuple[str, Code], Stance],
    oldest: date,
    silence: Said,
) -> Cell:
    here = [said[p, topic] for p in evidenced if (p, topic) in said]
    others = [said[p, topic] for p in linked if (p, topic) in said]
    for current, stances_of in ((True, here), (False, others)):
        level = strongest(s.level for s in stances_of)
        if level:
            ordered = sorted(stances_of, key=lambda s: s.level is not level)
            newest = max(start(s.date) for s in ordered if s.level is level)
            return Cell(topic, _SAID[level], current, newest < oldest, tuple(ordered))
    return Cell(topic, silence, current=bool(evidenced), older=False, stances=tuple(here + others))


_SAID = {
    Reach.EMPHASIS: Said.EMPHASIS,
    Reach.YES: Said.YES,
    Reach.LESS_OFTEN: Said.LESS_OFTEN,
    Reach.INSUFFICIENT: Said.INSUFFICIENT,
    Reach.NO: Said.NO,
}
_Line = tuple[str, str, tuple[str, ...], tuple[str, ...]]


def _rows(ds: Dataset, on: date, scope: Scope, max_age: int, speaking: set[str]) -> list[_Line]:
    """(key, title, evidenced programmes, linked but not evidenced) per row."""
    local = evidenced_programmes(ds, on, max_age)
    linked = linked_programmes(ds, on, max_age)
    if scope is Scope.PROGRAMMES:
        return _programme_rows(ds, {p.programme_id for here in local.values() for p in here}, speaking)
    if scope is Scope.CENTRES:
        titles = {r.code: r.name for r in status_at(ds, on, max_age).rows}
        centres = (code for code in dict.fromkeys(ds.table("duvo_regions")["centre_code"]) if code in titles)
        order = sorted(centres, key=lambda code: titles[code].removeprefix("'s-").casefold())
        members: dict[str, tuple[str, ...]] = {code: (code,) for code in order}
    else:
        regions = ds.table("duup_regions")
        titles = {str(n): name for n, name in zip(regions["number"], regions["name"], strict=True)}
        rows = status_at(ds, on, max_age).rows
        members = {key: tuple(r.code for r in rows if str(r.duup_number) == key) for key in titles}
        members = {key: codes for key, codes in members.items() if codes}
    lines = []
    for key, inside in members.items():
        here = {p.programme_id for code in inside for p in local[code]}
        others = {p for code in inside for p in linked[code]} - here
        lines.append((key, titles[key], tuple(sorted(here)), tuple(sorted(others))))
    return lines


def _programme_rows(ds: Dataset, evidenced: set[str], speaking: set[str]) -> list[_Line]:
    programmes = ds.table("programmes")
    shown = programmes[~programmes["national_scope"] & programmes["programme_id"].isin(evidenced | speaking)]
    lines: list[_Line] = []
    for p in shown.itertuples():
        here, other = ((p.programme_id,), ()) if p.programme_id in evidenced else ((), (p.programme_id,))
        title = p.name if not p.centre or p.centre in p.name else f"{p.name} ({p.centre})"
        lines.append((p.programme_id, title, here, other))
    return sorted(lines, key=lambda line: not line[2])


def national_row(ds: Dataset, on: date, dimension: Dimension) -> dict[Code, Stance]:
    """What sources said on the country as a whole, beside the matrix."""
    return {topic: s for (programme, topic), s in stances(ds, dimension, on).items() if programme == NATIONAL}
