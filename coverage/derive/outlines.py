"""Municipal borders as CBS and Kadaster publish them (gebiedsindelingen, wijk- en buurtkaart)."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import geopandas as gpd
import numpy as np
import pyogrio
import pyogrio.errors
import shapely

from coverage.derive.boundaries import rd
from coverage.derive.errors import DeriveError

_CODES = ("statcode", "gemeentecode", "gm_code", "code")
_NAMES = ("statnaam", "gemeentenaam", "gm_naam", "naam", "name")
_LAYERS = ("gemeente_gegeneraliseerd", "gemeenten_gegeneraliseerd")  # generalised ones of a file with many layers
_CODE = r"GM\d{4}"


@dataclass(frozen=True, slots=True)
class Outlines:
    """Published borders: valid shapes in RD (EPSG:28992) and names, by the code of the municipality; and their file."""

    file: str
    shapes: gpd.GeoSeries
    names: dict[str, str]


def read_outlines(path: Path) -> Outlines:
    """The municipalities in a file, in order of code; rows without a municipality's code (water, abroad) are left out.

    DeriveError names the file and what is wrong: not readable, no such layer or column, coordinates that are neither RD
    nor degrees, a code twice, no outline.
    """
    if not path.is_file():
        raise DeriveError(f"{path.name}: bestand niet gevonden in {path.parent.name}/")
    try:
        frame = gpd.read_file(path, layer=_layer(path))
    except (pyogrio.errors.DataSourceError, pyogrio.errors.DataLayerError, ValueError):
        raise DeriveError(
            f"{path.name} is geen GeoPackage of GeoJSON die te lezen is; haal het bestand opnieuw op"
        ) from None
    frame = frame.rename(columns={column: str(column).casefold() for column in frame.columns if column != "geometry"})
    code, name = (next((c for c in known if c in frame), None) for known in (_CODES, _NAMES))
    if code is None:
        raise DeriveError(
            f"{path.name}: kolom met de gemeentecode ontbreekt ({' of '.join(_CODES)}); er zijn: {', '.join(frame)}"
        )
    frame = frame[frame[code].astype(str).str.fullmatch(_CODE)].sort_values(code)
    if frame.empty:
        raise DeriveError(f"{path.name}, kolom {code}: geen enkele gemeentecode (GM en vier cijfers)")
    _refuse(path, frame, code)
    shapes = shapely.make_valid(_in_rd(path, frame))
    names = dict(zip(frame[code], frame[name].astype(str), strict=True)) if name else {}
    return Outlines(path.name, gpd.GeoSeries(shapes, index=list(frame[code]), crs="EPSG:28992"), names)


def _layer(path: Path) -> str | None:
    """The layer to read; None for the only one."""
    # A GeoJSON that has both polygons and multipolygons says "Unknown" of its layer.
    kinds = {str(name): kind or "" for name, kind in pyogrio.list_layers(path)}
    layers = [name for name, kind in kinds.items() if "Polygon" in kind or kind == "Unknown"]
    if len(layers) == 1:
        return layers[0]
    if found := [layer for layer in layers if layer.casefold() in _LAYERS or layer.casefold().startswith(_LAYERS)]:
        return found[0]
    raise DeriveError(f"{path.name}: geen laag {_LAYERS[0]}; er zijn: {', '.join(layers) or 'geen lagen met vlakken'}")


def _refuse(path: Path, frame: gpd.GeoDataFrame, code: str) -> None:
    if twice := sorted(set(frame.loc[frame[code].duplicated(), code])):
        raise DeriveError(
            f"{path.name}, kolom {code}: {', '.join(twice)} staat er meer dan eens; neem één jaar en laag"
        )
    empty = frame.geometry.isna() | frame.geometry.is_empty | ~frame.geom_type.isin(("Polygon", "MultiPolygon"))
    if empty.any():
        raise DeriveError(f"{path.name}: {', '.join(frame.loc[empty, code])} heeft geen vlak")


def _in_rd(path: Path, frame: gpd.GeoDataFrame) -> np.ndarray:
    """The shapes in RD. What a file says of its coordinates must fit them; GeoJSON that says nothing has degrees."""
    west, south, east, north = frame.total_bounds
    degrees = 3 < west < east < 8 and 50 < south < north < 54
    metres = -10_000 < west < east < 300_000 and 280_000 < south < north < 640_000
    epsg = frame.crs.to_epsg() if frame.crs else None
    shapes = np.asarray(frame.geometry)
    if epsg == 28992 and metres:
        return shapes
    if degrees and (frame.crs is None or frame.crs.is_geographic):
        return np.asarray(shapely.transform(shapes, rd))
    raise DeriveError(
        f"{path.name}: coördinaten van ({west:g}, {south:g}) tot ({east:g}, {north:g}) in "
        f"{frame.crs.name if frame.crs else 'een onbekend stelsel'}; neem het bestand in RD (EPSG:28992) of in graden "
        "(WGS84)"
    )
