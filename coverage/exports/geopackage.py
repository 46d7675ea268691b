"""A view as a GeoPackage, for a geographic information system: areas in RD metres, with what is known of them."""

from __future__ import annotations

import errno
import re
import tempfile
from pathlib import Path

import geopandas as gpd
import pandas as pd
import pyogrio

from coverage.dataset import Dataset
from coverage.exports.safe import neutral_frame
from coverage.exports.tabular import About
from coverage.geography.areas import division_areas
from coverage.i18n import _

AREAS, REGIONS, README = "gemeenten", "duup_regios", "toelichting"
_WRITING = (pyogrio.errors.DataSourceError, pyogrio.errors.DataLayerError, pyogrio.errors.FeatureError)


def geopackage_bytes(ds: Dataset, frame: pd.DataFrame, division_id: str, explanation: About) -> bytes:
    """Layer ``gemeenten`` (EPSG:28992) with the columns of ``frame``, joined on its column ``code``; layer
    ``duup_regios`` when the frame tells them; and a table ``toelichting`` with the explanation. Columns are named as
    :func:`field_name` does. Rows of the frame that share a code are separate features.

    KeyError when the frame has no column ``code``; ValueError when it holds a code that the division does not have;
    OSError when there is no room for the temporary file.
    """
    areas = division_areas(ds, division_id)[["code", "geometry"]]
    if unknown := sorted(set(frame["code"]) - set(areas["code"])):
        raise ValueError(f"division {division_id} has no municipality {', '.join(unknown)}")
    rows = neutral_frame(frame).merge(areas, on="code", how="left")
    joined = gpd.GeoDataFrame(rows, geometry="geometry", crs=areas.crs).rename(columns=field_name)
    region = field_name(_("DUUP-regio"))
    words = pd.DataFrame(explanation, columns=["onderwerp", "tekst"])
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "weergave.gpkg"
        try:
            joined.to_file(path, layer=AREAS, driver="GPKG")
            if region in joined:
                joined[[region, "geometry"]].dissolve(region).reset_index().to_file(path, layer=REGIONS, driver="GPKG")
            pyogrio.write_dataframe(words, path, layer=README, driver="GPKG")
        except _WRITING as error:
            reason = _("het tijdelijke bestand kon niet worden gemaakt; misschien is de schijf vol.")
            raise OSError(errno.EIO, reason) from error
        return path.read_bytes()


def field_name(column: str) -> str:
    """The name of a column as a GIS can use it in an expression without quotes: ``DUUP-regio`` is ``duup_regio``."""
    return re.sub(r"\W+", "_", column.replace("'", "")).strip("_").lower()
