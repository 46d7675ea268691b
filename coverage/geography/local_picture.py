"""A part of a division drawn large: borders of some municipalities and of those around them, in pixels."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from coverage.dataset import Geography
from coverage.dataset.memo import per_geography
from coverage.geography.areas import division_areas

WIDE, TALL = 620, 560  # pixels; the picture fits within both
FINE, ROUGH = 1.0, 4.0  # pixels by which a border may be off: as drawn, and where a pointer is taken to be on it
MARGIN = 0.07  # around the municipalities, as a share of the longest side

Anchor = tuple[float, float]


@dataclass(frozen=True, eq=False)
class LocalPicture:
    """Paths by municipality code, and points to put a name, both in pixels; ``sizes`` in square metres.
    ``hits`` are coarse outlines of the largest part of each, in shares of 100 of the width and height.

    ``around`` are the codes that were not asked for. What reaches out of the picture is cut off.
    """

    width: int
    height: int
    areas: dict[str, str]
    hits: dict[str, tuple[Anchor, ...]]
    anchors: dict[str, Anchor]
    sizes: dict[str, float]
    around: frozenset[str]


@per_geography(maxsize=96)
def local_picture(ds: Geography, division_id: str, codes: frozenset[str]) -> LocalPicture:
    """The picture of some municipalities (at least one) of a division; KeyError for a code that it does not have."""
    table = division_areas(ds, division_id)
    known: dict[str, BaseGeometry] = dict(zip(table["code"], table.geometry, strict=True))
    bounds = np.array([known[code].bounds for code in sorted(codes)])
    west, south = bounds[:, :2].min(axis=0)
    east, north = bounds[:, 2:].max(axis=0)
    more = MARGIN * max(east - west, north - south)
    west, south, east, north = west - more, south - more, east + more, north + more
    scale = min(WIDE / (east - west), TALL / (north - south))
    frame = shapely.box(west, south, east, north)
    near = {code: g for code, g in known.items() if g.intersects(frame)}
    simple = shapely.coverage_simplify(np.asarray(list(near.values())), FINE / scale)
    shown = {c: shapely.clip_by_rect(g, west, south, east, north) for c, g in zip(near, simple, strict=True)}
    shown = {c: g for c, g in shown.items() if not g.is_empty}

    def pixels(points: np.ndarray) -> np.ndarray:
        return np.column_stack([(points[:, 0] - west) * scale, (north - points[:, 1]) * scale]).round(1)

    largest = {c: max(shapely.get_parts(g), key=lambda part: part.area) for c, g in shown.items()}
    points = {c: pixels(shapely.get_coordinates(shapely.point_on_surface(g)))[0] for c, g in largest.items()}
    width, height = (east - west) * scale, (north - south) * scale

    def outline(g: BaseGeometry) -> tuple[Anchor, ...]:
        rough = shapely.simplify(shapely.get_exterior_ring(g), ROUGH / scale)
        shares = pixels(shapely.get_coordinates(rough)) / [width, height] * 100
        return tuple((round(float(x), 1), round(float(y), 1)) for x, y in shares[:-1])

    return LocalPicture(
        width=round(width),
        height=round(height),
        hits={c: outline(g) for c, g in largest.items() if c in codes},
        areas={c: "".join(_ring(pixels(shapely.get_coordinates(r))) for r in _rings(g)) for c, g in shown.items()},
        anchors={c: (float(x), float(y)) for c, (x, y) in points.items()},
        sizes={c: float(g.area) for c, g in largest.items()},
        around=frozenset(shown) - codes,
    )


def _rings(geometry: BaseGeometry) -> np.ndarray:
    return shapely.get_rings(shapely.get_parts(geometry))


def _ring(points: np.ndarray) -> str:
    return "M" + "L".join(f"{x:g} {y:g}" for x, y in points[:-1]) + "z"
