"""A municipality chosen on a map or in a table, known before the page is drawn, so that one run shows it.

Acting on a choice after the map or table was drawn takes a second run: everything is computed and sent twice.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import streamlit as st

from coverage.analysis.naming import municipality_names
from coverage.dataset import Dataset
from coverage.ui.map.component import chosen
from coverage.ui.params import MUNICIPALITY


def on_map(key: str) -> str | None:
    """Code of the municipality whose choice on the map with this key caused this run; None when nothing was chosen.

    To be asked before the map itself is drawn, which marks the choice as handled.
    """
    return chosen(key, st.session_state.get(key))


def take_over(ds: Dataset, *maps: str) -> None:
    """Put the municipality that was just chosen on one of the maps in the address."""
    for code in filter(None, map(on_map, maps)):
        MUNICIPALITY.set(municipality_names(ds)[code])


def of_row(key: str, names: Sequence[str]) -> Callable[[], None]:
    """What ``on_select`` of the table with this key needs: the municipality of the chosen row goes in the address.

    ``names`` are those of the rows as they are shown; to take a choice back changes nothing.
    """

    def chosen() -> None:
        for row in st.session_state[key].selection.rows:
            MUNICIPALITY.set(names[row])

    return chosen
