"""Links of a matrix: row, question, subject and date in one short value, since a matrix holds hundreds of links.

``?cel=GM0363.d.ph.2021-01-01`` is the cell of Amsterdam and physical health in the matrix of life domains on that day;
without a day it is today, without a subject the whole row. Question and subject are written as the shortest beginning
that no other has. The page takes the value apart, so that its address is the usual one again.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from urllib.parse import urlencode

from coverage.analysis.statements import topics
from coverage.dates import today
from coverage.i18n import _
from coverage.ui.params import DATE, parse_date
from coverage.ui.params.groups import DIMENSION, GROUP_VIEW, ROW, SCOPE, TOPIC, GroupView
from coverage.ui.state import BadValue, Param, address, reading
from coverage.vocabulary import Code, Dimension, Scope


@dataclass(frozen=True, slots=True)
class MatrixPlace:
    """A row of a matrix, or with a subject one of its cells."""

    row: str
    dimension: Dimension
    topic: Code | None
    on: date

    @property
    def scope(self) -> Scope:
        """What the rows are: regions have numbers, municipalities the code of CBS, programmes an identifier."""
        if self.row.isdecimal():
            return Scope.REGIONS
        return Scope.CENTRES if self.row.startswith("GM") and self.row[2:].isdecimal() else Scope.PROGRAMMES


def _parse(text: str) -> MatrixPlace | None:
    row, question, subject, day = (*text.split("."), "", "", "", "")[:4]
    dimension = _meant(tuple(Dimension), question)
    topic = _meant(topics(Dimension(dimension)), subject) if dimension else None
    if not row or not dimension or (subject and not topic):
        raise BadValue(_("“{text}” wijst geen cel van deze tabel aan.").format(text=text))
    return MatrixPlace(row, Dimension(dimension), topic, parse_date(day) if day else today())


def _write(place: MatrixPlace | None) -> str:
    if place is None:
        return ""
    subject = _shortest(topics(place.dimension))[place.topic] if place.topic else ""
    day = "" if place.on == today() else place.on.isoformat()
    return ".".join((place.row, _shortest(tuple(Dimension))[place.dimension], subject, day)).rstrip(".")


CELL: Param[MatrixPlace | None] = Param("cel", _parse, _write, lambda: None)


def links(dimension: Dimension, on: date) -> Callable[[str, Code | None], str]:
    """The address of a row, or of a cell when a subject is given, in the matrix of this question and day."""
    replaced = {p.name for p in (CELL, DATE, DIMENSION, SCOPE, ROW, TOPIC, GROUP_VIEW)}
    rest = urlencode({name: value for name, value in address().items() if name not in replaced})
    end = f"&{rest}" if rest else ""
    return lambda row, topic: f"?{CELL.name}={_write(MatrixPlace(row, dimension, topic, on))}{end}"


def spelt_out(given: Mapping[str, str]) -> dict[str, str]:
    """An address that names a cell, in the usual words, for a page that is drawn outside a session."""
    with reading(given):
        place = CELL.get()
    if place is None:
        return dict(given)
    usual = {
        DATE.name: DATE.write(place.on), DIMENSION.name: DIMENSION.write(place.dimension),
        SCOPE.name: SCOPE.write(place.scope), ROW.name: place.row, TOPIC.name: place.topic or "",
        GROUP_VIEW.name: GroupView.MATRIX.value,
    }  # fmt: skip
    return {name: value for name, value in (dict(given) | usual).items() if value and name != CELL.name}


def open_cell() -> None:
    """When the address is the link of a cell: the same view in the usual words."""
    if place := CELL.get():
        DATE.set(place.on)
        DIMENSION.set(place.dimension)
        SCOPE.set(place.scope)
        ROW.set(place.row)
        TOPIC.set(place.topic or "")
        GROUP_VIEW.set(GroupView.MATRIX)
        CELL.set(None)


@lru_cache(maxsize=16)
def _shortest(codes: tuple[Code, ...]) -> dict[Code, str]:
    """For each code the shortest beginning that no other code has; the whole code when another begins with it."""

    def beginning(code: Code) -> str:
        starts = (code[:n] for n in range(1, len(code)))
        return next((s for s in starts if sum(c.startswith(s) for c in codes) == 1), str(code))

    return {code: beginning(code) for code in codes}


def _meant(codes: tuple[Code, ...], beginning: str) -> Code | None:
    """The code that begins like this, when it is one: with nothing written it is none."""
    found = [c for c in codes if beginning and c.startswith(beginning)]
    return next((c for c in found if c == beginning), found[0] if len(found) == 1 else None)
