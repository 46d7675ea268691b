"""An allocation as a table, for CSV and for the screen."""

from __future__ import annotations

import pandas as pd

from coverage.analysis.allocation.result import Allocation
from coverage.analysis.allocation.uncertainty import Ranges
from coverage.exports.tabular import csv_bytes
from coverage.i18n import _


def allocation_frame(allocation: Allocation, ranges: Ranges) -> pd.DataFrame:
    """A row per region: number, name, counts, share, amounts in whole euros and their range over the memberships."""
    rows = [(r, ranges.by_region[r.number]) for r in allocation.regions]
    return pd.DataFrame(
        {
            _("nummer"): [r.number for r, _band in rows],
            _("DUUP-regio"): [r.name for r, _band in rows],
            _("gemeenten"): [r.municipalities for r, _band in rows],
            _("inwoners"): [r.inhabitants for r, _band in rows],
            _("deel van het budget"): [float(r.share) for r, _band in rows],
            _("bedrag"): [r.amount for r, _band in rows],
            _("euro per inwoner"): [float(r.per_inhabitant) for r, _band in rows],
            _("laagste bedrag"): [band.low for _r, band in rows],
            _("hoogste bedrag"): [band.high for _r, band in rows],
        }
    )


def allocation_csv(allocation: Allocation, ranges: Ranges) -> bytes:
    """The table for Dutch spreadsheet programs: UTF-8 with a mark, semicolons, decimal commas."""
    return csv_bytes(allocation_frame(allocation, ranges))
