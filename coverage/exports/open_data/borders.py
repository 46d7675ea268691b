"""Borders for a GIS and for the web: one file a division, with or without what is known of each municipality."""

from __future__ import annotations

import json

import pandas as pd

from coverage.analysis.status import StatusReport
from coverage.dataset import Dataset, Geography
from coverage.exports.geopackage import geopackage_bytes
from coverage.exports.open_data.status_files import status_records
from coverage.geography.areas import division_areas
from coverage.geography.lineage import division
from coverage.i18n import _
from coverage.vocabulary import ATTRIBUTION

DECIMALS = 5  # about a metre; the borders are generalised to far more


def borders_geojson(ds: Geography, division_id: str) -> bytes:
    """GeoJSON in degrees (RFC 7946): a feature for each municipality, with its code as ``id``, and its name."""
    return _features(ds, division_id, {})


def status_geojson(ds: Dataset, report: StatusReport) -> bytes:
    """The same with the fields of the status on a date as properties."""
    known = {str(r["code"]): r | {"date": report.on.isoformat()} for r in status_records(report)}
    return _features(ds, report.division.id, known)


def borders_geopackage(ds: Dataset, division_id: str) -> bytes:
    """GeoPackage in RD metres: layer ``gemeenten`` with code and name."""
    rows = pd.DataFrame(division_areas(ds, division_id)[["code", "name"]])
    words = (
        (_("Onderwerp"), _("Grenzen van gemeenten, indeling {division}").format(division=division_id)),
        (_("Bronvermelding grenzen en inwoners"), ATTRIBUTION),
    )
    return geopackage_bytes(ds, rows, division_id, words)


def _features(ds: Geography, division_id: str, known: dict[str, dict[str, object]]) -> bytes:
    areas = division_areas(ds, division(ds, division_id).id).to_crs(4326)
    areas["geometry"] = areas.geometry.set_precision(10**-DECIMALS)
    collection = json.loads(areas[["code", "name", "geometry"]].to_json(drop_id=True))
    for feature in collection["features"]:
        feature["id"] = feature["properties"]["code"]
        feature["properties"] |= known.get(feature["id"], {})
    named = {"type": "FeatureCollection", "attribution": ATTRIBUTION, "features": collection["features"]}
    return (json.dumps(named, ensure_ascii=False, separators=(",", ":")) + "\n").encode()
