"""A map as SVG, in the colours, patterns and marks of the map in the browser (assets/drawing.js)."""

from __future__ import annotations

from markupsafe import Markup

from coverage.geography.picture import OutlinePicture
from coverage.ui.html import join
from coverage.ui.map.view import MapView
from coverage.vocabulary import PATTERN_LINE, PATTERN_TILES, Style

PAPER, PALE, EMPTY = "#ffffff", "#8b949d", "#eef0f2"

_SVG = Markup(
    '<svg role="img" viewBox="-6 -6 {} {}" aria-label="{}"><defs>{}</defs>{}<path class="regions" d="{}"/>{}</svg>'
)


def drawn(view: MapView, known: OutlinePicture) -> Markup:
    """The map of a view; ``known`` is the picture of its division. Every area bears its code as ``data-code``."""
    patterns = [Markup("")] * len(view.classes)
    silent = [code for code in known.areas if code not in view.values]
    areas = [_areas(silent, EMPTY, PALE, known)]
    for index, entry in enumerate(view.classes):
        members = [code for code, value in view.values.items() if value == index]
        fill = entry.style.fill
        if members and entry.style.pattern:
            patterns[index], fill = patterned(f"first-{index}", entry.style), f"url(#first-{index})"
        areas.append(_areas(members, fill, PAPER if entry.style.ink == PAPER else PALE, known))
    marks = [_mark(letter, code, known) for code, letters in view.marks.items() for letter in letters]
    chosen = Markup('<path class="chosen-halo" d="{0}"/><path class="chosen" d="{0}"/>')
    if view.selected in known.areas:
        marks.append(chosen.format(known.areas[view.selected]))
    size = known.width + 12, known.height + 12
    return _SVG.format(*size, view.title, join(patterns), join(areas), _regions(view, known), join(marks))


def _areas(codes: list[str], fill: str, stroke: str, known: OutlinePicture) -> Markup:
    paths = join(Markup('<path data-code="{}" d="{}"/>').format(code, known.areas[code]) for code in codes)
    return Markup('<g fill="{}" stroke="{}">{}</g>').format(fill, stroke, paths) if codes else Markup("")


def _regions(view: MapView, known: OutlinePicture) -> str:
    """Borders between areas of different groups; the outside of a group counts as a border too."""
    if not view.outlines:
        return ""
    groups = {code: view.outlines.get(code) for code in known.areas}
    return "".join(line for line, sides in known.borders if len({groups[c] for c in sides}) > 1 or len(sides) == 1)


def patterned(name: str, style: Style) -> Markup:
    """The pattern of a style as a tile to fill areas with, under a name."""
    return Markup(
        '<pattern id="{}" width="8" height="8" patternUnits="userSpaceOnUse"><rect width="8" height="8" fill="{}"/>'
        '<path class="{}" stroke="{}" fill="none" d="{}"/></pattern>'
    ).format(name, style.fill, style.pattern, PATTERN_LINE[style.pattern], PATTERN_TILES[style.pattern])


def _mark(letter: str, code: str, known: OutlinePicture) -> Markup:
    """``u``: black and white dashes around it; ``d``: a ring; ``p``: a disc, dark on one side."""
    if letter == "u":
        return Markup('<path class="halo" d="{0}"/><path class="dashes" d="{0}"/>').format(known.areas[code])
    x, y = known.anchors[code]
    if letter == "d":
        return Markup('<circle cx="{}" cy="{}" r="2.6"/>').format(x, y)
    half = f"M{x} {y - 3.6}a3.6 3.6 0 0 0 0 7.2z"
    return Markup('<circle cx="{}" cy="{}" r="3.6"/><path class="half" d="{}"/>').format(x, y, half)
