"""On which source a fixed sentence of the interface rests."""

from __future__ import annotations

from coverage.dataset import Dataset
from coverage.named_rows import Cited


def citation(ds: Dataset, place: Cited) -> tuple[str, str]:
    """Source and where in it; the check of the package sees to it that each place has one."""
    row = ds.table("citations").set_index("place").loc[str(place)]
    return str(row["source_id"]), str(row["source_detail"])
