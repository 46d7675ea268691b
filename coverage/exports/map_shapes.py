"""Municipal borders as paths that can be painted.

Whole-country maps use borders with less detail than a zoomed region: at some 600 m a printed point, more
detail cannot be seen and makes a file heavier. Simplification keeps the coverage free of gaps. Borders are drawn
once, not once for either side.
"""

from __future__ import annotations

from collections.abc import Collection, Hashable, Mapping
from dataclasses import dataclass

import numpy as np
import shapely
from matplotlib.path import Path
from shapely.geometry.base import BaseGeometry

from coverage.dataset import Geography
from coverage.dataset.memo import per_geography, per_snapshot
from coverage.geography.areas import division_areas, places

COARSE = 700.0  # metres; the tolerance of the coverage simplification for maps of the whole country
Box = tuple[float, float, float, float]


@dataclass(frozen=True, eq=False)
class Shapes:
    """Areas of a division in RD metres, by municipality code: geometry, and a point inside.

    With a ``frame``, what is made of them is cut off there.
    """

    geometries: dict[str, BaseGeometry]
    anchors: dict[str, tuple[float, float]]
    frame: Box | None = None

    def area(self, codes: Collection[str]) -> Path:
        """What some municipalities (at least one) cover together, as one path to fill."""
        whole = self._cut(shapely.coverage_union_all([self.geometries[code] for code in codes]))
        return _path([shapely.get_coordinates(r) for r in shapely.get_rings(shapely.get_parts(whole))])

    def borders(self, groups: Mapping[str, Hashable]) -> Path:
        """The lines between municipalities (at least one) of different groups, and around them all."""
        return self._borders(tuple(sorted(groups.items())))

    @per_snapshot(maxsize=128)
    def _borders(self, groups: tuple[tuple[str, Hashable], ...]) -> Path:
        members: dict[Hashable, list[BaseGeometry]] = {}
        for code, group in groups:
            members.setdefault(group, []).append(self.geometries[code])
        outlines = [shapely.boundary(shapely.coverage_union_all(each)) for each in members.values()]
        lines = shapely.get_parts(shapely.line_merge(self._cut(shapely.union_all(outlines))))
        return _path([shapely.get_coordinates(line) for line in lines])

    def _cut(self, geometry: BaseGeometry) -> BaseGeometry:
        return shapely.clip_by_rect(geometry, *self.frame) if self.frame else geometry

    @per_snapshot(maxsize=32)
    def framed(self, box: Box) -> Shapes:
        """Those that reach into a box, to be cut off a little outside it."""
        west, south, east, north = box
        more = (east - west) / 50
        frame = west - more, south - more, east + more, north + more
        inside = {code: g for code, g in self.geometries.items() if shapely.box(*box).intersects(g)}
        return Shapes(inside, self.anchors, frame)

    def box(self, codes: Collection[str]) -> Box:
        """Bounds (west, south, east, north) of some municipalities."""
        bounds = np.array([self.geometries[code].bounds for code in codes])
        west, south = bounds[:, :2].min(axis=0)
        east, north = bounds[:, 2:].max(axis=0)
        return float(west), float(south), float(east), float(north)


@per_geography(maxsize=16)
def shapes(ds: Geography, division_id: str, coarse: bool = True) -> Shapes:
    """Shapes of a division; KeyError for an unknown one."""
    areas = division_areas(ds, division_id)
    geometries = np.asarray(areas.geometry)
    if coarse:
        geometries = shapely.coverage_simplify(geometries, COARSE)
    points = places(ds, division_id)
    return Shapes(
        geometries=dict(zip(areas["code"], geometries, strict=True)),
        anchors={code: (float(p.x), float(p.y)) for code, p in points.items()},
    )


def _path(lines: list[np.ndarray]) -> Path:
    """One path of several lines; a line that ends where it begins is closed."""
    codes = []
    for points in lines:
        own = np.full(len(points), Path.LINETO, dtype=Path.code_type)
        own[0] = Path.MOVETO
        if (points[0] == points[-1]).all():
            own[-1] = Path.CLOSEPOLY
        codes.append(own)
    return Path(np.concatenate(lines), np.concatenate(codes))
