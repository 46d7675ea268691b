"""Bars with their numbers: each chart is a table, so that what is drawn can also be read and heard."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from coverage.i18n import _
from coverage.ui.html import show
from coverage.ui.pieces import row, table


@dataclass(frozen=True, slots=True)
class BarRow:
    """A name, its drawing (of :func:`bar` and the like) and its numbers as printed. ``chosen`` rows stand out."""

    name: str
    drawing: Markup
    cells: Sequence[str | Markup]
    chosen: bool = False


def bar_table(
    caption: str, headings: Sequence[str], rows: Iterable[BarRow], foot: Sequence[str] = (), note: str = ""
) -> None:
    """A table with a drawing behind each name. ``headings`` name the numbers; ``foot`` is a last row of them."""
    show(bars(caption, headings, rows, foot, note))


def bars(
    caption: str, headings: Sequence[str], rows: Iterable[BarRow], foot: Sequence[str] = (), note: str = ""
) -> Markup:
    """The table of :func:`bar_table`."""
    body = (row(r.name, (Markup("<td {}></td>").format(r.drawing), *r.cells), chosen=r.chosen) for r in rows)
    total = [(_("Samen"), "", *foot)] if foot else []
    found = table((_("DUUP-regio"), "", *headings), body, caption, foot=total, style="plain bars")
    return found + (Markup('<p class="source">{}</p>').format(note) if note else Markup(""))


# A drawing is the class and style of its cell; page.css turns the places (--a, --b, --w) into colours. That takes a
# fifth of what elements would take on the wire, and an empty cell says nothing to a screen reader.


def bar(value: float, most: float, low: float | None = None, high: float | None = None) -> Markup:
    """A bar from nothing, with a band from ``low`` to ``high`` where the value is not certain."""
    if low is None or high is None:
        return Markup('class="g" style="--w:{}%"').format(_share(value, most))
    return Markup('class="g b" style="--w:{}%;--a:{}%;--b:{}%"').format(
        _share(value, most), *_wide(_share(low, most), _share(high, most))
    )


def both_ways(value: float, most: float) -> Markup:
    """A bar to the right for more and to the left for less; ``most`` is half the width."""
    end = round(50 + _share(value, most) / 2, 1)
    return Markup('class="g {}" style="--a:{}%;--b:{}%"').format(
        "plus" if value > 0 else "minus", min(50, end), max(50, end)
    )


def band(low: float, value: float, high: float, most: float) -> Markup:
    """A band from low to high with a stroke at the value in use."""
    return Markup('class="g s" style="--w:{}%;--a:{}%;--b:{}%"').format(
        _share(value, most), _share(low, most), _share(high, most)
    )


def _wide(low: float, high: float) -> tuple[float, float]:
    """A band that can be seen: at least one percent of the width."""
    return (low, high) if high - low >= 1 else (low, round(low + 1, 1))


def _share(part: float, whole: float) -> float:
    return round(100 * part / whole, 1) if whole else 0.0
