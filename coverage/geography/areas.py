"""Areas on a date: municipalities, DUVO and DUUP regions and provinces, as unions of lineage pieces.

Geometry is in EPSG:28992 (metres). Functions take a :class:`~coverage.dataset.Dataset`, keep what they
made for it, and hand out copies.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from io import BytesIO

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from coverage.dataset import Geography
from coverage.dataset.divisions import PIECES_FROM, duup_of
from coverage.dataset.memo import per_geography
from coverage.geography.lineage import division_at, lineage

CRS = "EPSG:28992"
METRES = 1000  # in a kilometre


class MembershipError(ValueError):
    """The table ``memberships`` does not give each municipality exactly one DUVO and one DUUP region."""


def memberships_at(memberships: pd.DataFrame, names: Mapping[str, str], codes: set[str], on: date) -> pd.DataFrame:
    """Exactly one row of ``memberships`` for each of ``codes``, in order of code: the one in force on a date.

    A municipality that has ended but is still on the map, since the borders of those after it are not known, keeps
    its last one. MembershipError names the municipalities with none or several.
    """
    begun = memberships[memberships["code"].isin(codes) & memberships["valid_from"].map(lambda day: day <= on)]
    in_force = begun["valid_to"].map(lambda day: day is None or day > on)
    ended = begun[~begun["code"].isin(begun.loc[in_force, "code"])].sort_values("valid_from")
    rows = begun.loc[[*begun.index[in_force], *ended.index[~ended["code"].duplicated(keep="last")]]]
    rows = rows.sort_values("code").reset_index(drop=True)
    wrong = {
        "has no region": codes - set(rows["code"]),
        "has more than one region": set(rows.loc[rows["code"].duplicated(), "code"]),
    }
    problems = [f"{code} ({names.get(code, '?')}) {what}" for what, odd in wrong.items() for code in sorted(odd)]
    if problems:
        shown = "; ".join(problems[:5]) + (f" and {len(problems) - 5} more" if len(problems) > 5 else "")
        raise MembershipError(f"memberships.csv: on {on} {shown}; correct valid_from and valid_to")
    return rows


def membership_on(ds: Geography, on: date) -> pd.DataFrame:
    """The regions of every municipality on a date (before 2021: of 1 January 2021): columns of
    ``memberships`` and duup_number.

    One row for each municipality of the division in force. MembershipError when the table says otherwise.
    """
    return _memberships(ds, _epoch(ds, on)).copy()


def pieces(ds: Geography) -> gpd.GeoDataFrame:
    """The 352 lineage pieces: code, geometry."""
    return _pieces(ds).copy()


def division_areas(ds: Geography, division_id: str) -> gpd.GeoDataFrame:
    """Municipalities of a division, by code: code, name, province, geometry. KeyError for an unknown division."""
    return _division_areas(ds, division_id).copy()


def municipalities(ds: Geography, on: date) -> gpd.GeoDataFrame:
    """Municipalities of the division in force on a date (before 2021: that of 2021); see :func:`division_areas`."""
    return division_areas(ds, division_at(ds, on).id)


def duvo_regions(ds: Geography, on: date) -> gpd.GeoDataFrame:
    """The DUVO regions on a date, by name: name, duup_number, geometry."""
    return _duvo_regions(ds, _epoch(ds, on)).copy()


def duup_regions(ds: Geography, on: date) -> gpd.GeoDataFrame:
    """The DUUP regions on a date, by number: number, name, geometry."""
    return _duup_regions(ds, _epoch(ds, on)).copy()


def provinces(ds: Geography, on: date) -> gpd.GeoDataFrame:
    """The twelve provinces on a date, by name: name, geometry."""
    return _provinces(ds, division_at(ds, on).id).copy()


@per_geography(maxsize=16)
def _places(ds: Geography, division_id: str) -> gpd.GeoSeries:
    areas = _division_areas(ds, division_id)
    return gpd.GeoSeries(shapely.point_on_surface(np.asarray(areas.geometry)), index=areas["code"], crs=CRS)


def places(ds: Geography, division_id: str) -> gpd.GeoSeries:
    """A point inside each municipality (index: code), to measure distances in metres between municipalities."""
    return _places(ds, division_id).copy()


def km_between(ds: Geography, division_id: str, one: str, other: str) -> float:
    """Kilometres as the crow flies between the points of two municipalities, by code; no travel distance."""
    points = _places(ds, division_id)
    return float(shapely.distance(points[one], points[other])) / METRES


def neighbours(ds: Geography, division_id: str) -> dict[str, list[str]]:
    """Municipality -> those it shares a stretch of border with (not a mere point), sorted. Islands have none."""
    return {code: list(others) for code, others in _neighbours(ds, division_id).items()}


def _epoch(ds: Geography, on: date) -> date:
    """First day of the stretch around a date in which neither borders nor memberships change."""
    on = max(on, PIECES_FROM)
    tables = [ds.table("memberships"), ds.table("duvo_duup")]
    changes = {day for table in tables for column in ("valid_from", "valid_to") for day in table[column] if day}
    return max(day for day in changes | {division_at(ds, on).valid_from} if day <= on)


@per_geography(maxsize=1)
def _pieces(ds: Geography) -> gpd.GeoDataFrame:
    frame = gpd.read_file(BytesIO(ds.boundary("pieces.geojson")))
    return frame[["code", "geometry"]].to_crs(CRS) if frame.crs != CRS else frame[["code", "geometry"]]


def _union(frame: gpd.GeoDataFrame, by: str) -> gpd.GeoDataFrame:
    """Areas of a coverage joined by a column, which stays the first column, sorted."""
    return frame[[by, "geometry"]].dissolve(by, method="coverage").reset_index()[[by, "geometry"]]


@per_geography(maxsize=16)
def _division_areas(ds: Geography, division_id: str) -> gpd.GeoDataFrame:
    frame = _pieces(ds)
    merged = _union(frame.assign(code=frame["code"].map(lineage(ds).composition(division_id))), "code")
    known = ds.table("municipalities").set_index("code")
    merged.insert(1, "name", merged["code"].map(known["name"]))
    merged.insert(2, "province", merged["code"].map(known["province"]))
    return merged


@per_geography(maxsize=32)
def _memberships(ds: Geography, epoch: date) -> pd.DataFrame:
    names = dict(zip(ds.table("municipalities")["code"], ds.table("municipalities")["name"], strict=True))
    codes = set(lineage(ds).composition(division_at(ds, epoch).id).values())
    held = memberships_at(ds.table("memberships"), names, codes, epoch)
    held.insert(4, "duup_number", held["duvo_region"].map(duup_of(ds.table("duvo_duup"), epoch)))
    return held


@per_geography(maxsize=32)
def _duvo_regions(ds: Geography, epoch: date) -> gpd.GeoDataFrame:
    areas = _with_membership(ds, epoch, "duvo_region").rename(columns={"duvo_region": "name"})
    merged = _union(areas, "name")
    merged.insert(1, "duup_number", merged["name"].map(duup_of(ds.table("duvo_duup"), epoch)))
    return merged


@per_geography(maxsize=32)
def _duup_regions(ds: Geography, epoch: date) -> gpd.GeoDataFrame:
    areas = _with_membership(ds, epoch, "duup_number").rename(columns={"duup_number": "number"})
    merged = _union(areas, "number")
    merged.insert(1, "name", merged["number"].map(ds.table("duup_regions").set_index("number")["name"]))
    return merged


def _with_membership(ds: Geography, epoch: date, column: str) -> gpd.GeoDataFrame:
    areas = _division_areas(ds, division_at(ds, epoch).id)[["code", "geometry"]]
    return areas.assign(**{column: areas["code"].map(_memberships(ds, epoch).set_index("code")[column])})


@per_geography(maxsize=16)
def _provinces(ds: Geography, division_id: str) -> gpd.GeoDataFrame:
    return _union(_division_areas(ds, division_id).drop(columns="name").rename(columns={"province": "name"}), "name")


@per_geography(maxsize=16)
def _neighbours(ds: Geography, division_id: str) -> dict[str, tuple[str, ...]]:
    areas = _division_areas(ds, division_id)
    shapes, codes = np.asarray(areas.geometry), list(areas["code"])
    one, other = shapely.STRtree(shapes).query(shapes, predicate="touches")
    border = shapely.length(shapely.intersection(shapes[one], shapes[other])) > 0
    found: dict[str, list[str]] = {code: [] for code in codes}
    for i, j in zip(one[border], other[border], strict=True):
        found[codes[i]].append(codes[j])
    return {code: tuple(sorted(others)) for code, others in found.items()}
