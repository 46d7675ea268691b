"""A figure of matplotlib as a file: PNG, or an SVG that an office suite and a browser read alike.

The object interface is used (no pyplot, so no state shared between readers). The same figure gives the same bytes: no
dates, fixed identifiers.
"""

from __future__ import annotations

import re
import threading
from io import BytesIO
from typing import Literal

import matplotlib as mpl
from markupsafe import escape
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.backends.backend_svg import FigureCanvasSVG
from matplotlib.figure import Figure

from coverage.exports.map_marks import LINES, PAPER
from coverage.vocabulary import PATTERN_TILES

Kind = Literal["png", "svg"]
PACKED = 2  # of a PNG: 1% larger than at the usual 6, in a third of the time
ONE_AT_A_TIME = threading.Lock()  # drawing holds the interpreter anyway, and font caches are shared

# Settings that are read while a file is written; set once, since matplotlib keeps them for the whole process.
mpl.rcParams.update(
    {"svg.hashsalt": "coverage", "svg.fonttype": "none", "font.family": ["DejaVu Sans"], "hatch.linewidth": 0.6}
)


def written(figure: Figure, kind: Kind, title: str, description: str, source: str) -> bytes:
    """The file, with its title, description and source inside: as elements of an SVG, as text of a PNG."""
    stream = BytesIO()
    if kind == "png":
        words = {"Title": title, "Description": description, "Copyright": source, "Software": None}
        FigureCanvasAgg(figure).print_png(stream, metadata=words, pil_kwargs={"compress_level": PACKED})
        return stream.getvalue()
    nothing = dict.fromkeys(("Date", "Creator", "Format", "Type"))
    FigureCanvasSVG(figure).print_svg(stream, metadata=nothing)
    text = stream.getvalue().decode()
    text = re.sub(r'(?<= d=")[^"]*(?=")', lambda path: _compact(path[0]), text)
    text = _patterns(text)
    text = re.sub(r'<g id="label_\d+">.*?(<text .*?</text>)', _halo, text, flags=re.DOTALL)
    text = text.replace("'DejaVu Sans'", "'DejaVu Sans', Verdana, sans-serif")  # readers may lack the first
    inside = "".join(
        f"\n <{name}>{escape(content)}</{name}>"
        for name, content in (("title", title), ("desc", description), ("metadata", source))
    )
    head = re.compile(r"<svg ([^>]*)>(\s*<metadata>.*?</metadata>)?", flags=re.DOTALL)
    return head.sub(lambda found: f'<svg role="img" {found[1]}>{inside}', text, count=1).encode()


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
