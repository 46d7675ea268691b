"""Static maps for slides, fact sheets, downloads and the static edition: PNG and SVG.

Drawn from the styles of :mod:`coverage.vocabulary`; the same view gives the same bytes.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import PathPatch
from matplotlib.path import Path

from coverage.dataset import Dataset
from coverage.exports.map_labels import draw_labels
from coverage.exports.map_legend import draw_frame, map_rectangle
from coverage.exports.map_marks import EDGE, INK, PAPER, draw_marks, patch_style
from coverage.exports.map_shapes import Box, Shapes, shapes
from coverage.exports.map_view import StaticClass, StaticView, region_view, status_map_view
from coverage.exports.picture_file import ONE_AT_A_TIME, Kind, written
from coverage.vocabulary import Style

__all__ = ["Kind", "StaticClass", "StaticView", "draw", "region_view", "status_map_view"]

NOT_SHOWN = Style("#f1f3f5")
DPI = 160
LANDSCAPE = (10.0, 7.2)  # inches
MARGIN = 0.03  # around the map, as a share of its size


def draw(
    ds: Dataset, view: StaticView, kind: Kind = "png", *, size: tuple[float, float] = LANDSCAPE, dpi: int = DPI,
    title: bool = True, legend: bool = True,
) -> bytes:  # fmt: skip
    """The view as a picture of ``size`` inches; ``dpi`` counts for PNG only.

    ``title`` and ``legend`` can be left out where they stand beside the picture, as on a slide; the source line is
    always there. The description of the view is in the file: as ``title`` and ``desc`` of an SVG, as text of a PNG.
    Raises ValueError for codes that the division does not have, and for values or marks without words.
    """
    known = shapes(ds, view.division, coarse=not view.only)
    _check(view, known)
    with ONE_AT_A_TIME:
        figure = Figure(figsize=size, dpi=dpi, facecolor=PAPER)
        rectangle = map_rectangle(size, title=title, legend=legend, view=view)
        axes = figure.add_axes(rectangle)
        draw_map(axes, view, known, rectangle[2] * size[0] / (rectangle[3] * size[1]), kind)
        draw_frame(figure, view, title=title, legend=legend)
        return written(figure, kind, view.title, view.description, view.source)


def _check(view: StaticView, known: Shapes) -> None:
    named = view.values.keys() | view.marks.keys() | view.outlines.keys() | view.labels.keys() | view.only
    if unknown := sorted((named | ({view.selected} if view.selected else set())) - known.geometries.keys()):
        raise ValueError(f"division {view.division} has no municipality {', '.join(unknown)}")
    if any(not 0 <= index < len(view.classes) for index in view.values.values()):
        raise ValueError(f"a value lies outside the {len(view.classes)} classes of the map")
    if not set("".join(view.marks.values())) <= view.mark_labels.keys() & set("dpu"):
        raise ValueError("marks are letters d, p and u with a text in mark_labels")


def draw_map(axes: Axes, view: StaticView, known: Shapes, ratio: float, kind: Kind) -> None:
    """The map alone, on axes of a shape (``ratio``: width / height)."""
    axes.set_axis_off()
    axes.set_aspect("equal")
    west, south, east, north = box = _extent(known.box(view.only or known.geometries), ratio)
    axes.set_xlim(west, east)
    axes.set_ylim(south, north)
    if view.only:
        known = known.framed(box)
    near = known.geometries.keys()
    shown = near & (view.only or near)
    for index, entry in enumerate(view.classes):
        _paint(axes, known, shown & {c for c, i in view.values.items() if i == index}, patch_style(entry.style))
    _paint(axes, known, near - (shown & view.values.keys()), patch_style(NOT_SHOWN))
    _line(axes, known.borders({c: c for c in near}), EDGE, 0.45, zorder=2)
    if groups := {c: g for c, g in view.outlines.items() if c in near}:
        _line(axes, known.borders(groups), INK, 0.9, zorder=3)
    draw_marks(axes, known, {c: m for c, m in view.marks.items() if c in shown})
    if view.selected in near:
        outline = known.area([view.selected])
        _line(axes, outline, PAPER, 4.2, zorder=5)
        _line(axes, outline, INK, 2.2, zorder=6)
    draw_labels(axes, view, known, halo=kind == "png")


def _paint(axes: Axes, known: Shapes, codes: Collection[str], style: dict[str, Any]) -> None:
    """Fill municipalities as one shape. (As an artist: ``add_patch`` would first measure it, which takes longest.)"""
    if codes:
        axes.add_artist(PathPatch(known.area(sorted(codes)), linewidth=0, zorder=1, **style))


def _line(axes: Axes, path: Path, color: str, width: float, zorder: int) -> None:
    axes.add_artist(PathPatch(path, fill=False, edgecolor=color, linewidth=width, joinstyle="round", zorder=zorder))


def _extent(box: Box, ratio: float) -> Box:
    """The box with a margin, widened or heightened to the shape of the picture (width / height)."""
    west, south, east, north = box
    width, height = (east - west) * (1 + 2 * MARGIN), (north - south) * (1 + 2 * MARGIN)
    width, height = max(width, height * ratio), max(height, width / ratio)
    x, y = (west + east) / 2, (south + north) / 2
    return x - width / 2, y - height / 2, x + width / 2, y + height / 2
