"""What every picture shares: a sheet that measures in inches, text that fits, swatches and a legend."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from coverage.exports.map_marks import EDGE, INK, SOFT, patch_style
from coverage.exports.picture_file import Kind
from coverage.vocabulary import Style

CHARACTER, BOLD = 0.56 / 72, 0.66 / 72  # inches a point of text takes in width, on average
LINE = 1.3 / 72  # and in height
SWATCH = 0.2
WORDS = 11.0  # points of a legend


@dataclass
class Canvas:
    """A figure with axes over it, in inches from the lower left corner; from ``low`` to ``high`` is free."""

    figure: Figure
    axes: Axes
    width: float
    low: float
    high: float
    kind: Kind

    def text(self, x: float, y: float, words: str, size: float, **look: Any) -> None:
        """Words at a place. Keys of look: ``color``, ``bold``, ``across`` and ``along`` (how it stands there), and
        ``room`` (inches) with ``lines``: what takes more ends in …"""
        bold, room = look.get("bold", False), look.get("room", 0.0)
        told = fit(words, room, size, look.get("lines", 1), bold=bold) if room else words
        self.axes.text(
            x, y, told, size=size, color=look.get("color", INK), weight="bold" if bold else "normal",
            ha=look.get("across", "left"), va=look.get("along", "center_baseline"), parse_math=False, linespacing=1.15,
        )  # fmt: skip

    def box(self, x: float, y: float, width: float, height: float, style: Style, border: str = EDGE) -> None:
        """A rectangle in a style, with an edge."""
        look: dict[str, Any] = patch_style(style)
        self.axes.add_artist(Rectangle((x, y), width, height, linewidth=0, **look))
        self.axes.add_artist(Rectangle((x, y), width, height, fill=False, edgecolor=border, linewidth=0.6))

    def line(self, xs: Iterable[float], ys: Iterable[float], color: str = SOFT, dashed: bool = False) -> None:
        """A line from point to point."""
        self.axes.plot([*xs], [*ys], color=color, linewidth=1.1, linestyle=(0, (4, 3)) if dashed else "-", zorder=0.5)

    def legend(self, heading: str, entries: Iterable[tuple[Style, str]]) -> None:
        """Colours with their words in rows at the foot; what is free ends above it."""
        placed: list[tuple[float, int, Style | None, str]] = []
        x, row = 0.15, 0
        for style, words in (*([(None, heading)] if heading else []), *entries):
            wide = len(words) * CHARACTER * WORDS + (SWATCH + 0.35 if style else 0.2)
            if placed and x + wide > self.width - 0.1:
                x, row = 0.15, row + 1
            placed.append((x, row, style, words))
            x += wide
        for left, line, style, words in placed:
            y = self.low + 0.16 + (row - line) * 0.3
            if style:
                self.box(left, y - SWATCH / 2, SWATCH, SWATCH, style)
            self.text(left + (SWATCH + 0.1 if style else 0), y, words, WORDS, bold=style is None)
        self.low += 0.3 * (row + 1) + 0.1


def fit(words: str, room: float, size: float, lines: int = 1, *, bold: bool = False) -> str:
    """Words broken into at most so many lines of ``room`` inches, with … where something is left out."""
    most = max(int(room / (size * (BOLD if bold else CHARACTER))), 4)
    return "\n".join(textwrap.wrap(words, most, max_lines=lines, placeholder=" …"))
