"""The borders of a division as ready text for SVG paths, in the projection and at the scale of a first picture.

A border between two areas is the same line for both, rounded to the same whole pixels, so that nothing gapes.
"""

from __future__ import annotations

import json
import math
from dataclasses import dataclass
from itertools import pairwise

from coverage.dataset import Geography
from coverage.dataset.memo import per_geography
from coverage.geography.web import geometry_file

HEIGHT = 608  # pixels: the map in the browser is 620 high with a margin of 6 on either side

Point = tuple[int, int]


@dataclass(frozen=True, eq=False)
class OutlinePicture:
    """Paths by municipality code, lines with the codes at their sides, and points to put a mark; in pixels."""

    width: int
    height: int
    areas: dict[str, str]
    borders: tuple[tuple[str, frozenset[str]], ...]
    anchors: dict[str, Point]


@per_geography(maxsize=8)
def picture(ds: Geography, division_id: str) -> OutlinePicture:
    """The picture of a division (Web Mercator, as on the map in the browser); KeyError for an unknown division."""
    topology = json.loads(geometry_file(ds, division_id).content)
    arcs, width = _pixels([_positions(arc, topology["transform"]) for arc in topology["arcs"]])
    areas, anchors = {}, {}
    sides: list[set[str]] = [set() for _arc in arcs]
    for entry in topology["objects"]["municipalities"]["geometries"]:
        code, parts = entry["id"], entry["arcs"]
        rings = [ring for polygon in ([parts] if entry["type"] == "Polygon" else parts) for ring in polygon]
        for index in (index for ring in rings for index in ring):
            sides[index if index >= 0 else ~index].add(code)
        shapes = [_ring([arcs[i] if i >= 0 else arcs[~i][::-1] for i in ring]) for ring in rings]
        areas[code] = "".join(f"{path}z" for path in map(_path, shapes) if path)
        anchors[code] = _centre(max(shapes, key=_doubled_area))
    borders = tuple((_path(arc), frozenset(codes)) for arc, codes in zip(arcs, sides, strict=True))
    return OutlinePicture(width, HEIGHT, areas, borders, anchors)


def _positions(arc: list[list[int]], transform: dict[str, list[float]]) -> list[tuple[float, float]]:
    """Undo quantisation and delta coding, and project: x to the east and y to the south."""
    (kx, ky), (dx, dy) = transform["scale"], transform["translate"]
    x = y = 0
    found = []
    for step_x, step_y in arc:
        x, y = x + step_x, y + step_y
        latitude = math.radians(y * ky + dy)
        found.append((math.radians(x * kx + dx), -math.asinh(math.tan(latitude))))
    return found


def _pixels(arcs: list[list[tuple[float, float]]]) -> tuple[list[list[Point]], int]:
    """Whole pixels from the north-west corner, and the width."""
    xs, ys = [[p[i] for arc in arcs for p in arc] for i in (0, 1)]
    scale = HEIGHT / (max(ys) - min(ys))
    west, north = min(xs), min(ys)
    scaled = [[(round((x - west) * scale), round((y - north) * scale)) for x, y in arc] for arc in arcs]
    return scaled, math.ceil((max(xs) - west) * scale)


def _ring(parts: list[list[Point]]) -> list[Point]:
    return parts[0] + [point for part in parts[1:] for point in part[1:]]


def _path(points: list[Point]) -> str:
    """Steps from corner to corner; corners that fall together are one, and a line of one corner is nothing."""
    steps = [(b[0] - a[0], b[1] - a[1]) for a, b in pairwise(points) if a != b]
    text = " ".join(f"{dx} {dy}" for dx, dy in steps).replace(" -", "-")
    return f"M{points[0][0]} {points[0][1]}l{text}" if steps else ""


def _doubled_area(ring: list[Point]) -> int:
    return abs(sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pairwise([*ring, ring[0]])))


def _centre(ring: list[Point]) -> Point:
    """Centroid of a ring; of one without size, its first corner."""
    crosses = [((x1 + x2, y1 + y2), x1 * y2 - x2 * y1) for (x1, y1), (x2, y2) in pairwise([*ring, ring[0]])]
    doubled = sum(cross for _sum, cross in crosses)
    if not doubled:
        return ring[0]
    x, y = (sum(total[i] * cross for total, cross in crosses) / (3 * doubled) for i in (0, 1))
    return round(x), round(y)
