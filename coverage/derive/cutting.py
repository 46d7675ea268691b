"""Cutting pieces along new borders, where a municipality was split; everything else keeps the borders that it had."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import geopandas as gpd
import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from coverage.dataset.divisions import part_of
from coverage.derive.boundaries import TOLERANCE_M
from coverage.derive.boundary_checks import SLIVER_M2, check_coverage, require


def cut_pieces(pieces: gpd.GeoSeries, cuts: Mapping[str, Sequence[str]], outlines: gpd.GeoSeries) -> gpd.GeoSeries:
    """The pieces with each of ``cuts`` (piece -> municipalities that it went to) in parts along ``outlines`` (by code).

    Outer borders stay; a vertex may come in where a new border meets them. What the outlines leave over along their
    edges goes to the part that it touches longest. A piece that went to one whole is named after that one. DeriveError
    when the outcome is no valid coverage.
    """
    made: dict[str, BaseGeometry] = {}
    for piece, targets in cuts.items():
        parts = _parts(pieces[piece], {code: outlines[code] for code in targets})
        require(bool(parts), f"{piece} ligt buiten de nieuwe grenzen van {', '.join(targets)}")
        made |= {part_of(piece, code): part for code, part in parts.items()}
    if not made:
        return pieces
    rest = pieces.drop(list(cuts))
    near = rest[rest.intersects(shapely.union_all(list(made.values())).buffer(1))]
    codes = [*made, *near.index]
    # Nodes the borders: where a new one ends on an old one, the neighbour gets the same vertex.
    noded = shapely.coverage_clean([*made.values(), *near], gap_width=0)  # type: ignore[attr-defined]
    whole = shapely.orient_polygons(shapely.normalize(shapely.transform(np.asarray(noded), np.round)))
    single = shapely.get_num_geometries(whole) == 1
    fresh = gpd.GeoSeries(np.where(single, shapely.get_geometry(whole, 0), whole), index=codes, crs=pieces.crs)
    found = gpd.GeoSeries({**rest.to_dict(), **fresh.to_dict()}, crs=pieces.crs).sort_index()
    check_coverage(found)
    return found


def _parts(piece: BaseGeometry, outlines: Mapping[str, BaseGeometry]) -> dict[str, BaseGeometry]:
    """Municipality -> its part of a piece; the parts make up the piece."""
    fragments: dict[str, list[BaseGeometry]] = {code: [] for code in outlines}
    loose: list[BaseGeometry] = []
    left = piece
    for code, outline in outlines.items():
        for fragment in _polygons(shapely.intersection(left, outline)):
            (fragments[code] if fragment.area >= SLIVER_M2 else loose).append(fragment)
        left = shapely.difference(left, outline)
    loose += _polygons(left)
    held = {code: shapely.union_all(own) for code, own in fragments.items() if own}
    if not held:
        return {}
    for fragment in sorted(loose, key=lambda one: -one.area):
        edge = fragment.buffer(1.0)
        touching = {code: shapely.intersection(edge, part).area for code, part in held.items()}
        nearest = min(held, key=lambda code: (-touching[code], held[code].distance(fragment)))
        held[nearest] = shapely.union(held[nearest], fragment)
    codes = list(held)
    clean = shapely.coverage_clean([held[code] for code in codes], gap_width=1)  # type: ignore[attr-defined]
    simple = shapely.coverage_simplify(clean, TOLERANCE_M, simplify_boundary=False)
    return dict(zip(codes, simple, strict=True))


def _polygons(shape: BaseGeometry) -> list[BaseGeometry]:
    return [part for part in shapely.get_parts(shape) if part.geom_type == "Polygon" and part.area > 0]
