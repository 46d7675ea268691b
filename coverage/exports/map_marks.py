"""Colours, patterns and marks of a static map: the same vocabulary as the map on the screen."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from matplotlib.axes import Axes
from matplotlib.patches import PathPatch

from coverage.exports.map_shapes import Shapes
from coverage.vocabulary import PATTERN_LINE, Pattern, Style

INK, PAPER, EDGE, SOFT = "#1b1f24", "#ffffff", "#8b949d", "#4a5561"
HATCHES: dict[Pattern, str | None] = {"": None, "hatch": "////", "falling": "\\\\\\\\", "dots": "...", "lines": "----"}
LINES: dict[Pattern, str] = {"": INK, **PATTERN_LINE}


def patch_style(style: Style) -> dict[str, Any]:
    """How matplotlib fills a patch in a style of the vocabulary."""
    return {
        "facecolor": style.fill,
        "edgecolor": "none",
        "hatch": HATCHES[style.pattern],
        "hatchcolor": LINES[style.pattern],
    }


def draw_marks(axes: Axes, known: Shapes, marks: Mapping[str, str]) -> None:
    """Marks over areas: u(ncertain) dashed outline, d(ated) ring, p(artly) half disc."""
    for letter in "udp":
        codes = [code for code, letters in marks.items() if letter in letters]
        if not codes:
            continue
        if letter == "u":
            path = known.borders({c: c for c in codes})
            axes.add_artist(PathPatch(path, fill=False, edgecolor=INK, linewidth=1.8, zorder=4))
            dashes = {"edgecolor": PAPER, "linewidth": 1.0, "linestyle": (0, (3, 3))}
            axes.add_artist(PathPatch(path, fill=False, zorder=4, **dashes))
        else:
            symbol(axes, letter, [known.anchors[c] for c in codes])


def symbol(axes: Axes, letter: str, points: list[tuple[float, float]]) -> None:
    """The ring or the half disc on some points of the axes."""
    x, y = zip(*points, strict=True)
    half: dict[str, Any] = {"fillstyle": "left", "markerfacecoloralt": PAPER, "markerfacecolor": INK}
    style = half if letter == "p" else {"markerfacecolor": PAPER}
    size = 4.6 if letter == "p" else 3.4
    axes.plot(x, y, "o", markersize=size, markeredgecolor=INK, markeredgewidth=0.7, linestyle="none", zorder=7, **style)
