"""What stands around a static map: title, legend with counts, and the source line."""

from __future__ import annotations

import textwrap

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from coverage.exports.map_marks import INK, PAPER, SOFT, patch_style, symbol
from coverage.exports.map_view import StaticView

LEGEND_WIDTH = 3.35  # inches
EDGE_SPACE = 0.2
TITLE_SIZE, LABEL_SIZE, NOTE_SIZE, SOURCE_SIZE = 13, 9, 8, 7  # points
LINE = 1.35 / 72  # inches a point of text takes in height
CHARACTER = 0.56 / 72  # inches a point of text takes in width, on average, in DejaVu Sans
SWATCH = 0.24
MOST_LINES = 5


def map_rectangle(
    size: tuple[float, float], *, title: bool, legend: bool, view: StaticView
) -> tuple[float, float, float, float]:
    """Where the map goes: left, bottom, width and height as shares of the picture."""
    width, height = size
    top = height - EDGE_SPACE - (len(_title(view, width)) * TITLE_SIZE * LINE + 0.05 if title else 0)
    bottom = EDGE_SPACE / 2 + len(_source(view, width)) * SOURCE_SIZE * LINE + 0.08
    right = width - EDGE_SPACE - (LEGEND_WIDTH if legend else 0)
    return EDGE_SPACE / width, bottom / height, (right - EDGE_SPACE) / width, (top - bottom) / height


def draw_frame(figure: Figure, view: StaticView, *, title: bool, legend: bool) -> None:
    """Title, legend and source line, on axes that measure in inches from the lower left corner."""
    width, height = (float(v) for v in figure.get_size_inches())
    axes = figure.add_axes((0, 0, 1, 1))
    axes.set_axis_off()
    axes.patch.set_alpha(0)
    axes.set_xlim(0, width)
    axes.set_ylim(0, height)
    top = height - EDGE_SPACE
    if title:
        top = _lines(axes, _title(view, width), EDGE_SPACE, top, TITLE_SIZE, weight="bold") - 0.05
    source = _source(view, width)
    _lines(axes, source, EDGE_SPACE, EDGE_SPACE / 2 + len(source) * SOURCE_SIZE * LINE, SOURCE_SIZE, color=SOFT)
    if legend:
        _legend(axes, view, width - EDGE_SPACE - LEGEND_WIDTH + 0.1, top - 0.15)


def _legend(axes: Axes, view: StaticView, left: float, top: float) -> None:
    text, room = left + SWATCH + 0.12, LEGEND_WIDTH - SWATCH - 0.25
    for entry in view.classes:
        box = (left, top - SWATCH), SWATCH, SWATCH
        axes.add_artist(Rectangle(*box, linewidth=0, **patch_style(entry.style)))
        axes.add_artist(Rectangle(*box, fill=False, edgecolor="#55606b", linewidth=0.6))
        top = _lines(axes, _wrapped(entry.label, room, LABEL_SIZE), text, top, LABEL_SIZE)
        if entry.note:
            top = _lines(axes, _wrapped(entry.note, room, NOTE_SIZE), text, top, NOTE_SIZE, color=SOFT)
        top -= 0.14
    for letter, words in view.mark_labels.items():
        count = sum(letter in letters for letters in view.marks.values())
        if not count:
            continue
        _mark(axes, letter, left, top)
        top = _lines(axes, _wrapped(f"{words} ({count})", room, NOTE_SIZE), text, top, NOTE_SIZE) - 0.1


def _mark(axes: Axes, letter: str, left: float, top: float) -> None:
    if letter == "u":
        box = (left, top - 0.17), SWATCH, 0.16
        axes.add_artist(Rectangle(*box, fill=False, edgecolor=INK, linewidth=1.8))
        axes.add_artist(Rectangle(*box, fill=False, edgecolor=PAPER, linewidth=1.0, linestyle=(0, (3, 3))))
    else:
        symbol(axes, letter, [(left + SWATCH / 2, top - 0.065)])


def _lines(
    axes: Axes, lines: list[str], x: float, top: float, size: float, color: str = INK, weight: str = "normal"
) -> float:
    """Print lines under one another; returns the height at which the next thing may stand."""
    for line in lines:
        # A dollar sign would begin a formula in matplotlib's own notation; names are text.
        axes.text(x, top, line, size=size, color=color, weight=weight, va="top", ha="left", parse_math=False)
        top -= size * LINE
    return top


def _title(view: StaticView, width: float) -> list[str]:
    return _wrapped(view.title, width - 2 * EDGE_SPACE, TITLE_SIZE * 1.1)


def _source(view: StaticView, width: float) -> list[str]:
    return _wrapped(view.source, width - 2 * EDGE_SPACE, SOURCE_SIZE)


def _wrapped(text: str, width: float, size: float) -> list[str]:
    """At most so many lines that the map keeps its room, whatever length a name of the data has."""
    return textwrap.wrap(text, max(int(width / (size * CHARACTER)), 8), max_lines=MOST_LINES, placeholder=" …") or [""]
