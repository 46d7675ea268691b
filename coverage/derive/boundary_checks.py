"""What the generalised boundaries must satisfy; each check returns its figures as a line, or stops the build."""

from __future__ import annotations

from typing import Any

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely
from shapely.geometry.base import BaseGeometry

from coverage.derive.errors import DeriveError

MAX_AREA_ERROR = 0.02
SLIVER_M2 = 500_000.0
NARROW_M = 10.0  # a gap below this is no lake or canal of the source
_SAME_M2 = 1.0  # areas of 35,000 km2 in floating point


def require(condition: bool, message: str) -> None:
    """DeriveError about the boundaries when a requirement is not met."""
    if not condition:
        raise DeriveError(f"boundaries: {message}")


def dissolve(pieces: gpd.GeoSeries, group: pd.Series) -> gpd.GeoSeries:
    """Union of the pieces per group (index: piece), sorted by group."""
    frame = gpd.GeoDataFrame({"group": group.reindex(pieces.index)}, geometry=pieces)
    return frame.dissolve("group", method="coverage").geometry


def area_errors(division_id: str, areas: gpd.GeoSeries, source: gpd.GeoSeries) -> str:
    """Relative difference in area per municipality with the source of the division; at most 2%."""
    odd = set(areas.index) ^ set(source.index)
    require(not odd, f"division {division_id} and its source differ in municipalities: {sorted(odd)}")
    errors = (areas.area / source.area - 1).abs().sort_values(ascending=False)
    worst = ", ".join(f"{code} {error:.2%}" for code, error in errors.head(3).items())
    require(errors.max() <= MAX_AREA_ERROR, f"division {division_id}: area errors above {MAX_AREA_ERROR:.0%}: {worst}")
    return f"boundaries {division_id}: area error at most {errors.max():.2%} ({worst}), mean {errors.mean():.3%}"


def check_coverage(pieces: gpd.GeoSeries) -> str:
    """Valid shapes that neither overlap nor leave gaps between matching borders."""
    shapes = np.asarray(pieces)
    bad = list(pieces.index[~shapely.is_valid(shapes)])
    require(not bad, f"shapes not valid: {bad}")
    edges = shapely.coverage_invalid_edges(shapes, gap_width=NARROW_M)
    bad = list(pieces.index[~shapely.is_empty(edges)])
    matching = bool(shapely.coverage_is_valid(shapes, gap_width=NARROW_M)) and not bad
    require(matching, f"borders of neighbours do not match: {bad}")
    excess = float(shapely.area(shapes).sum() - shapely.union_all(shapes).area)
    require(abs(excess) <= _SAME_M2, f"areas overlap: their sum exceeds their union by {excess:.1f} m2")
    return f"boundaries: coverage valid, sum of areas minus area of union {excess:.3f} m2"


def _holes(area: BaseGeometry) -> list[shapely.Polygon]:
    return [shapely.Polygon(ring) for part in shapely.get_parts(area) for ring in part.interiors]


def check_no_new_gaps(pieces: gpd.GeoSeries, cleaned: gpd.GeoSeries) -> str:
    """Every hole of the country was a hole in the source, one to one (IJsselmeer, Baarle and the like)."""
    ours, theirs = (_holes(shapely.coverage_union_all(np.asarray(areas))) for areas in (pieces, cleaned))
    hole, _ = shapely.STRtree(theirs).query(ours, predicate="intersects")
    new = [f"{ours[i].representative_point().wkt}" for i in set(range(len(ours))) - set(hole)]
    require(not new, f"gaps that the source does not have, at {new}")
    require(len(ours) <= len(theirs), f"{len(ours)} holes in the country, {len(theirs)} in the source")
    return f"boundaries: {len(ours)} holes in the country, {len(theirs)} in the source, none new"


def _rings(areas: np.ndarray[Any, Any]) -> dict[bytes, float]:
    """Area of each shell and hole, by its normalised shape."""
    rings = [shapely.Polygon(ring).normalize() for ring in shapely.get_rings(shapely.get_parts(areas))]
    return {shapely.to_wkb(ring): ring.area for ring in rings}


def check_no_slivers(what: str, pieces: gpd.GeoSeries, group: pd.Series) -> str:
    """Dissolving leaves no small part or hole that is not one of a piece or of the country as well."""
    shapes = np.asarray(pieces)
    known = _rings(shapes) | _rings(np.array([shapely.coverage_union_all(shapes)]))
    merged = dissolve(pieces, group)
    small = [area for ring, area in _rings(np.asarray(merged)).items() if area < SLIVER_M2 and ring not in known]
    require(not small, f"{what}: {len(small)} slivers along dissolved borders, of {[round(a) for a in small]} m2")
    require(bool(merged.is_valid.all()), f"{what}: shapes not valid: {list(merged.index[~merged.is_valid])}")
    difference = float(merged.area.sum() - pieces.area.sum())
    require(abs(difference) <= _SAME_M2, f"{what}: areas do not add up to the country: {difference:.1f} m2")
    return f"boundaries {what}: {len(merged)} areas, no slivers, sum equals the country"
