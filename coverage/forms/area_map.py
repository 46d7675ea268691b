"""A map beside the municipalities to tick: it colours what is ticked, by the style sheet alone.

It shows the region and what lies around it, in the borders of the first picture of the map.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from markupsafe import Markup

from coverage.dataset import Geography
from coverage.dataset.memo import per_geography
from coverage.geography.picture import OutlinePicture, picture

MARGIN = 3  # pixels of the picture
_NUMBER = re.compile(r"-?\d+")


def nearby(ds: Geography, division_id: str, codes: Iterable[str]) -> set[str]:
    """Municipalities that share a border with one of these and are none of them."""
    inside = set(codes)
    sides = [pair for _line, pair in picture(ds, division_id).borders if pair & inside]
    return set().union(*sides) - inside if sides else set()


def drawn_area(ds: Geography, division_id: str, codes: Iterable[str], title: str) -> Markup:
    """The map of these municipalities; each path has a class that :func:`colours` names. Empty when none is drawn."""
    known = picture(ds, division_id)
    shown = [code for code in codes if code in known.areas]
    if not shown:
        return Markup("")
    boxes = [_box(ds, division_id, code) for code in shown]
    west, north = min(b[0] for b in boxes) - MARGIN, min(b[1] for b in boxes) - MARGIN
    width, height = max(b[2] for b in boxes) + MARGIN - west, max(b[3] for b in boxes) + MARGIN - north
    paths = Markup("").join(_path(known, code) for code in shown)
    return Markup('<svg class="area" role="img" viewBox="{} {} {} {}" aria-label="{}">{}</svg>').format(
        west, north, width, height, title, paths
    )


def _path(known: OutlinePicture, code: str) -> Markup:
    return Markup('<path class="k{}" d="{}"/>').format(code, known.areas[code])


@per_geography(maxsize=2000)
def _box(ds: Geography, division_id: str, code: str) -> tuple[int, int, int, int]:
    """West, north, east and south of a municipality in the picture, from its relative steps."""
    xs: list[int] = []
    ys: list[int] = []
    for ring in picture(ds, division_id).areas[code].split("M")[1:]:
        numbers = [int(n) for n in _NUMBER.findall(ring)]
        x = y = 0
        for dx, dy in zip(numbers[::2], numbers[1::2], strict=True):
            x, y = x + dx, y + dy
            xs.append(x)
            ys.append(y)
    return min(xs), min(ys), max(xs), max(ys)


def colours(codes: Iterable[str]) -> str:
    """Rules that colour a municipality while its box is ticked."""
    return ",".join(f"form:has(#b{code}:checked) .k{code}" for code in codes) + "{fill:#56b4e9}"
