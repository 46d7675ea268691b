"""What the generalised boundaries must satisfy; each check returns its figures as a line, or stops the build."""

from __future__ import annotations

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

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
