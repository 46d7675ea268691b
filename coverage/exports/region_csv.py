"""The municipalities of one region as a file."""

from __future__ import annotations

from dataclasses import replace

from coverage.analysis.region_profile.facts import RegionProfile
from coverage.dataset import Dataset
from coverage.exports.tabular import csv_bytes
from coverage.exports.views import status_frame


def region_csv(ds: Dataset, p: RegionProfile) -> bytes:
    """A row for each municipality of the region, with the columns of the file of the whole country."""
    return csv_bytes(status_frame(ds, replace(p.report, rows=p.rows)))
