"""A municipality chosen on a map, known before the page is drawn, so that one run shows it.

Acting on a choice after the map was drawn takes a second run: everything is computed and sent twice.
"""

from __future__ import annotations

from coverage.analysis.naming import municipality_names
from coverage.dataset import Dataset
from coverage.ui.map.component import clicked_area
from coverage.ui.params import MUNICIPALITY


def take_over(ds: Dataset, *maps: str) -> None:
    """Put the municipality that was just chosen on one of the maps in the address."""
    names = municipality_names(ds)
    for code in map(clicked_area, maps):
        if code in names:
            MUNICIPALITY.set(names[code])
