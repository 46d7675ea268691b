"""Static maps for slides, fact sheets, downloads and the static edition: PNG and SVG.

Drawn with matplotlib's object interface (no pyplot, so no state shared between readers) from the styles of
:mod:`coverage.vocabulary`. The same view gives the same bytes: no dates, fixed identifiers.
"""

from __future__ import annotations

import re
import threading
from collections.abc import Collection
from io import BytesIO
from typing import Any, Literal

import matplotlib as mpl
from markupsafe import escape
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.backends.backend_svg import FigureCanvasSVG
from matplotlib.figure import Figure
from matplotlib.patches import PathPatch
from matplotlib.path import Path

from coverage.dataset import Dataset
from coverage.exports.map_labels import draw_labels
from coverage.exports.map_legend import draw_frame, map_rectangle
from coverage.exports.map_marks import EDGE, INK, LINES, PAPER, draw_marks, patch_style
from coverage.exports.map_shapes import Box, Shapes, shapes
from coverage.exports.map_view import StaticClass, StaticView, region_view, status_view
from coverage.vocabulary import PATTERN_TILES, Style

__all__ = ["Kind", "StaticClass", "StaticView", "draw", "region_view", "status_view"]

Kind = Literal["png", "svg"]
NOT_SHOWN = Style("#f1f3f5")
DPI = 160
LANDSCAPE = (10.0, 7.2)  # inches
MARGIN = 0.03  # around the map, as a share of its size

# Settings that are read while a file is written; set once, since matplotlib keeps them for the whole process.
mpl.rcParams.update(
    {"svg.hashsalt": "coverage", "svg.fonttype": "none", "font.family": ["DejaVu Sans"], "hatch.linewidth": 0.6}
)
_lock = threading.Lock()


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
    with _lock:  # drawing holds the interpreter anyway, and font caches are shared
        figure = Figure(figsize=size, dpi=dpi, facecolor=PAPER)
        rectangle = map_rectangle(size, title=title, legend=legend, view=view)
        axes = figure.add_axes(rectangle)
        _draw_map(axes, view, known, rectangle[2] * size[0] / (rectangle[3] * size[1]), kind)
        draw_frame(figure, view, title=title, legend=legend)
        return _svg(figure, view) if kind == "svg" else _png(figure, view)


def _check(view: StaticView, known: Shapes) -> None:
    named = view.values.keys() | view.marks.keys() | view.outlines.keys() | view.labels.keys() | view.only
    if unknown := sorted((named | ({view.selected} if view.selected else set())) - known.geometries.keys()):
        raise ValueError(f"division {view.division} has no municipality {', '.join(unknown)}")
    if any(not 0 <= index < len(view.classes) for index in view.values.values()):
        raise ValueError(f"a value lies outside the {len(view.classes)} classes of the map")
    if not set("".join(view.marks.values())) <= view.mark_labels.keys() & set("dpu"):
        raise ValueError("marks are letters d, p and u with a text in mark_labels")


def _draw_map(axes: Axes, view: StaticView, known: Shapes, ratio: float, kind: Kind) -> None:
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


def _png(figure: Figure, view: StaticView) -> bytes:
    stream = BytesIO()
    words = {"Title": view.title, "Description": view.description, "Copyright": view.source, "Software": None}
    FigureCanvasAgg(figure).print_png(stream, metadata=words)
    return stream.getvalue()


def _svg(figure: Figure, view: StaticView) -> bytes:
    stream = BytesIO()
    nothing = dict.fromkeys(("Date", "Creator", "Format", "Type"))
    FigureCanvasSVG(figure).print_svg(stream, metadata=nothing)
    text = stream.getvalue().decode()
    text = re.sub(r'(?<= d=")[^"]*(?=")', lambda path: _compact(path[0]), text)
    text = _patterns(text)
    text = re.sub(r'<g id="label_\d+">.*?(<text .*?</text>)', _halo, text, flags=re.DOTALL)
    text = text.replace("'DejaVu Sans'", "'DejaVu Sans', Verdana, sans-serif")  # readers may lack the first
    words = "".join(
        f"\n <{name}>{escape(content)}</{name}>"
        for name, content in (("title", view.title), ("desc", view.description), ("metadata", view.source))
    )
    head = re.compile(r"<svg ([^>]*)>(\s*<metadata>.*?</metadata>)?", flags=re.DOTALL)
    return head.sub(lambda found: f'<svg role="img" {found[1]}>{words}', text, count=1).encode()


def _patterns(text: str) -> str:
    """Patterns as one small tile each, over an area in the plain colour.

    matplotlib repeats their strokes hundreds of times and puts the colour in the tile, where an office suite loses it.
    """
    colours: dict[str, str] = {}

    def tile(found: re.Match[str]) -> str:
        fill = re.search(r'<rect [^>]*fill="(#\w+)"', found[0])
        kind = next((k for k, color in LINES.items() if k and f"stroke: {color}" in found[0]), None)
        if kind is None or fill is None:
            raise ValueError("matplotlib wrote a pattern that is not of the vocabulary")
        colours[found[1]] = fill[1]
        width, cap = (1.6, "round") if kind == "dots" else (0.7, "butt")
        stroke = f"stroke: {LINES[kind]}; stroke-width: {width}; stroke-linecap: {cap}"
        return (
            f'<pattern id="{found[1]}" width="8" height="8" patternUnits="userSpaceOnUse">'
            f'<path d="{PATTERN_TILES[kind]}" style="{stroke}"/></pattern>'
        )

    def area(found: re.Match[str]) -> str:
        shape, clip, pattern = found.groups()
        name = f"area{found.start()}"
        uses = "".join(
            f'<use xlink:href="#{name}"{clip} style="fill: {fill}"/>' for fill in (colours[pattern], f"url(#{pattern})")
        )
        return f'<defs><path id="{name}" d="{shape}"/></defs>{uses}'

    text = re.sub(r'<pattern id="(\w+)".*?</pattern>', tile, text, flags=re.DOTALL)
    return re.sub(r'<path d="([^"]*)"( clip-path="[^"]*")? style="fill: url\(#(\w+)\)"/>', area, text)


def _halo(found: re.Match[str]) -> str:
    """A name with a white edge under it. (Path effects would turn letters into shapes.)"""
    edge = re.sub(r'style="', f'aria-hidden="true" style="stroke: {PAPER}; stroke-width: 2.2px; ', found[1], count=1)
    return found[0].replace(found[1], edge + found[1])


def _compact(path: str) -> str:
    """The same path in fewer characters: a tenth of a point is some 60 metres on a map of the country, and the
    command of a line is implied after the first."""
    short = re.sub(r"(\.\d)\d+", r"\1", path).replace(".0 ", " ")
    parts = re.split(r"\s*([MLCQz])\s*", short)
    text, last = parts[0].strip(), ""
    for command, numbers in zip(parts[1::2], parts[2::2], strict=True):
        implied = command == "L" and last in "ML" and last
        text += (" " if implied else command) + numbers
        last = command
    return text
