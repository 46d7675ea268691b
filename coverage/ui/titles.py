"""What a page is called in the tab, the history and by a screen reader: what was chosen, the page, the product."""

from __future__ import annotations

from contextlib import suppress

import streamlit as st

from coverage.analysis.programmes.records import programmes
from coverage.dataset import Dataset
from coverage.geography.names import NameProblem, resolve
from coverage.sender import site_name
from coverage.ui.params import DATE, MUNICIPALITY
from coverage.ui.params.evidence import REGION
from coverage.ui.params.groups import PROGRAMME
from coverage.ui.state import address

MOST = 60  # characters of a name
_PAGE = "page-title"  # of the session


def product() -> str:
    """The name of the whole."""
    return site_name()


def full_title(ds: Dataset, page: str) -> str:
    """The title of a page called so, with what its address chooses; the front page is called by the product alone."""
    return " – ".join(part for part in (_chosen(ds), page, product()) if part)


def on_page(title: str) -> None:
    """Note what the page of this run is called; nothing for the front page."""
    st.session_state[_PAGE] = title


def name_page(ds: Dataset) -> None:
    """Give the tab of this reader the title of what is shown now."""
    st.set_page_config(page_title=full_title(ds, str(st.session_state.get(_PAGE, ""))))


def _chosen(ds: Dataset) -> str:
    held = address()
    if PROGRAMME.name in held:
        return next((p.name for p in programmes(ds) if p.id == PROGRAMME.get()), "")[:MOST]
    if MUNICIPALITY.name in held:
        with suppress(NameProblem):  # the page says what is wrong with it
            return resolve(ds, MUNICIPALITY.get(), DATE.get()).name
    return REGION.get() if REGION.name in held else ""
