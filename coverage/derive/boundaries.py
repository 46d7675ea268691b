"""Municipal boundaries: one generalised coverage of the 352 lineage pieces, and the web geometry made from it.

Everything else is a union of pieces, so borders agree between years and regions. The pieces are kept in
RD (EPSG:28992, whole metres); the files for the browser, one a division, in WGS84.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Mapping

import geopandas as gpd
import numpy as np
import pyproj
import shapely
from numpy.typing import NDArray

from coverage.derive import topology
from coverage.derive.boundary_checks import require

# Visvalingam: a vertex goes when its triangle is smaller than the square of this. At 200 m the largest area
# error is 1.5% and the files are below 50 kB; at 250 m it is 2.3%.
TOLERANCE_M = 200.0
# Degrees of longitude and latitude: some 17 m, a third of a pixel at zoom level 11.
WEB_STEP = (0.00025, 0.00015)
MAX_GZIP_BYTES = 60_000

# EPSG:28992 with its best transformation without a grid file (a decimetre or so). Spelt out, so that the
# bytes do not depend on which grids or network a machine has.
_TO_WGS84 = pyproj.Transformer.from_pipeline(
    "+proj=pipeline +step +inv +proj=sterea +lat_0=52.1561605555556 +lon_0=5.38763888888889 +k=0.9999079 "
    "+x_0=155000 +y_0=463000 +ellps=bessel +step +proj=push +v_3 +step +proj=cart +ellps=bessel "
    "+step +proj=helmert +x=565.4171 +y=50.3319 +z=465.5524 +rx=0.398957388243134 +ry=-0.343987817378283 "
    "+rz=1.87740163998045 +s=4.0725 +convention=coordinate_frame +step +inv +proj=cart +ellps=WGS84 "
    "+step +proj=pop +v_3 +step +proj=unitconvert +xy_in=rad +xy_out=deg"
)


def wgs84(rd: NDArray[np.float64]) -> NDArray[np.float64]:
    """RD metres (n x 2) to degrees of longitude and latitude."""
    return np.column_stack(_TO_WGS84.transform(rd[:, 0], rd[:, 1]))


def rd(degrees: NDArray[np.float64]) -> NDArray[np.float64]:
    """Degrees of longitude and latitude (n x 2) to RD metres."""
    return np.column_stack(_TO_WGS84.transform(degrees[:, 0], degrees[:, 1], direction="INVERSE"))


def pieces_geojson(pieces: gpd.GeoSeries) -> bytes:
    """GeoJSON in EPSG:28992, one feature a line, whole numbers without a decimal point."""
    features = []
    for code, area in pieces.items():
        geometry = json.dumps(shapely.geometry.mapping(area), separators=(",", ":")).replace(".0", "")
        features.append(f'{{"type":"Feature","properties":{{"code":"{code}"}},"geometry":{geometry}}}')
    crs = '{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::28992"}}'
    body = ",\n".join(features)
    return f'{{"type":"FeatureCollection","name":"pieces","crs":{crs},"features":[\n{body}\n]}}\n'.encode()


def web_topojson(areas: gpd.GeoSeries, names: Mapping[str, str]) -> bytes:
    """Compact TopoJSON in WGS84 of municipalities by code, each with its name."""
    codes = list(areas.index)
    content = topology.encode(list(areas), codes, [names[c] for c in codes], wgs84, WEB_STEP)
    return json.dumps(content, separators=(",", ":"), ensure_ascii=False).encode()


def check_web(division_id: str, areas: gpd.GeoSeries, content: bytes) -> str:
    """Size of a file for the browser, and that it holds the same areas but for the rounding to its grid."""
    size = len(gzip.compress(content, 9, mtime=0))
    require(size <= MAX_GZIP_BYTES, f"{division_id}.topojson is {size} bytes gzipped, at most {MAX_GZIP_BYTES}")
    read = topology.decode(json.loads(content))
    shapes = np.array([read[code] for code in areas.index])
    sound = shapely.is_valid(shapes).all() and shapely.coverage_is_valid(shapes)
    require(bool(sound), f"{division_id}.topojson: shapes are invalid or overlap; change WEB_STEP a little")
    error = np.abs(shapely.area(shapely.transform(shapes, rd)) / shapely.area(np.asarray(areas)) - 1).max()
    arcs = len(json.loads(content)["arcs"])
    return (
        f"boundaries {division_id}: {len(areas)} municipalities, {arcs} arcs, {len(content)} bytes, {size} gzipped; "
        f"rounding changes an area by at most {error:.2%}"
    )
