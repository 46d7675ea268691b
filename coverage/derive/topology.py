"""A polygonal coverage as TopoJSON, and back: neighbours share one arc, so a border is sent once.

In a valid coverage the vertices of a shared border are the same on both sides. An arc runs between two
*junctions*, the vertices where other than two borders meet; along it the areas on both sides do not change.
A reader can therefore draw the outline of any group of areas as the arcs whose two sides differ.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Any

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

OBJECT = "municipalities"
Point = tuple[float, float]
Line = tuple[Point, ...]
Transform = Callable[[NDArray[np.float64]], NDArray[np.float64]]


class _Arcs:
    """The arcs of a coverage, each kept once; a reference ``~i`` is arc ``i`` walked backwards."""

    def __init__(self, rings: Iterable[Line]) -> None:
        around: dict[Point, set[Point]] = {}
        for ring in rings:
            for a, b in pairwise(ring):
                around.setdefault(a, set()).add(b)
                around.setdefault(b, set()).add(a)
        self._junctions = {point for point, others in around.items() if len(others) != 2}
        self._index: dict[Line, int] = {}

    @property
    def lines(self) -> list[Line]:
        return list(self._index)

    def references(self, ring: Line) -> list[int]:
        """The ring as references to arcs, adding those not met before."""
        return [self._reference(line) for line in self._cut(ring)]

    def _cut(self, ring: Line) -> Iterator[Line]:
        open_ring = ring[:-1]
        # A ring without junctions is one arc; from its smallest vertex on, a hole equals the island in it.
        start = next((i for i, p in enumerate(open_ring) if p in self._junctions), None)
        start = open_ring.index(min(open_ring)) if start is None else start
        turned = open_ring[start:] + open_ring[: start + 1]
        begin = 0
        for i in range(1, len(turned)):
            if turned[i] in self._junctions or i == len(turned) - 1:
                yield turned[begin : i + 1]
                begin = i

    def _reference(self, line: Line) -> int:
        forward = line <= line[::-1]
        i = self._index.setdefault(line if forward else line[::-1], len(self._index))
        return i if forward else ~i


def _rings(area: BaseGeometry) -> list[list[Line]]:
    """Per polygon its shell and holes, as tuples of vertices."""
    return [
        [tuple(map(tuple, ring.coords)) for ring in (polygon.exterior, *polygon.interiors)]
        for polygon in shapely.get_parts(area)
    ]


def _delta(grid: NDArray[np.int64]) -> list[list[int]]:
    """First vertex, then steps; steps of nothing go, unless a closed arc would lose its area."""
    steps = np.diff(grid, axis=0)
    moving = steps.any(axis=1)
    closed_and_tiny = (grid[0] == grid[-1]).all() and moving.sum() < 3
    kept = steps if closed_and_tiny or not moving.any() else steps[moving]
    return np.vstack([grid[:1], kept]).tolist()


def encode(
    areas: Sequence[BaseGeometry], ids: Sequence[str], names: Sequence[str], transform: Transform, step: Point
) -> dict[str, Any]:
    """TopoJSON of a valid coverage, in the order given.

    ``transform`` brings vertices (n x 2) to the coordinates of the file; ``step`` is the size of the grid
    there, per axis. Each geometry has ``id`` and the property ``name``.
    """
    polygons = [_rings(area) for area in areas]
    arcs = _Arcs(ring for parts in polygons for rings in parts for ring in rings)
    geometries = []
    for parts, code, name in zip(polygons, ids, names, strict=True):
        refs = [[arcs.references(ring) for ring in rings] for rings in parts]
        kind, value = ("Polygon", refs[0]) if len(refs) == 1 else ("MultiPolygon", refs)
        geometries.append({"type": kind, "id": code, "properties": {"name": name}, "arcs": value})
    lines = [transform(np.array(line)) for line in arcs.lines]
    vertices = np.vstack(lines)
    # The origin is a multiple of the step: a border that did not move has the same numbers in every file.
    origin = np.floor(vertices.min(axis=0) / step)
    return {
        "type": "Topology",
        "transform": {"scale": list(step), "translate": [round(o, 9) for o in (origin * step).tolist()]},
        "objects": {OBJECT: {"type": "GeometryCollection", "geometries": geometries}},
        "arcs": [_delta((np.round(line / step) - origin).astype(np.int64)) for line in lines],
    }


def decode(topology: dict[str, Any]) -> dict[str, BaseGeometry]:
    """Geometry by id, in the coordinates of the file; the inverse of :func:`encode` but for its rounding."""
    scale, translate = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs = [np.cumsum(np.array(arc), axis=0) * scale + translate for arc in topology["arcs"]]

    def ring(references: list[int]) -> NDArray[np.float64]:
        lines = [arcs[i] if i >= 0 else arcs[~i][::-1] for i in references]
        return np.vstack([lines[0], *(line[1:] for line in lines[1:])])

    found: dict[str, BaseGeometry] = {}
    for geometry in topology["objects"][OBJECT]["geometries"]:
        parts = [geometry["arcs"]] if geometry["type"] == "Polygon" else geometry["arcs"]
        polygons = [shapely.Polygon(ring(rings[0]), [ring(hole) for hole in rings[1:]]) for rings in parts]
        found[geometry["id"]] = polygons[0] if len(polygons) == 1 else shapely.MultiPolygon(polygons)
    return found
