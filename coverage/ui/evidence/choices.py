"""The choices on the page on coverage: layer, outlines, region and borders; each is in the address."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any
from zlib import crc32

import streamlit as st

from coverage.dataset import Dataset
from coverage.geography.lineage import divisions
from coverage.i18n import _, label
from coverage.ui.evidence.params import DIVISION, LAYER, OUTLINE, REGION, SAME_AS_DATE
from coverage.ui.state import Param
from coverage.vocabulary import Layer


def worded_key(name: str, words: Iterable[str]) -> str:
    """A key for a choice among words. The browser sends back the words, not the value behind them, so a widget
    whose words change (with the language, or with a count in them) must be another widget."""
    return f"choose-{name}-{crc32('|'.join(words).encode()):08x}"


def select(
    title: str, words: Mapping[Any, str], param: Param[Any], *, pills: bool = False, fallback: Any = None
) -> Any:
    """A choice among words, as buttons or as a list, that is kept in the address; returns the value.

    ``fallback`` is chosen for as long as the value is None, and is not in the address.
    """
    value, key = param.get(), worded_key(param.name, words.values())
    chosen = fallback if value is None else value
    if st.session_state.get(key) != chosen:
        st.session_state[key] = chosen

    def change() -> None:
        param.set(st.session_state[key])

    if pills:
        st.segmented_control(
            title, list(words), format_func=lambda k: words[k], key=key, on_change=change, required=True
        )
    else:
        st.selectbox(title, list(words), format_func=lambda k: words[k], key=key, on_change=change)
    return chosen


def layer_choice() -> Layer:
    """What the map shows."""
    layer: Layer = select(
        _("Wat toont de kaart?"),
        {x: label(x) for x in (Layer.PROVISION, Layer.MONEY, Layer.RULE, Layer.USE)},
        LAYER,
        pills=True,
    )
    return layer


def outline_choice() -> str:
    """Whose borders are drawn thick."""
    words = {"duup": _("DUUP-regio"), "duvo": _("DUVO-regio"), "provincie": _("provincie"), "geen": _("geen")}
    outline: str = select(_("Dikke grenzen"), words, OUTLINE, pills=True)
    return outline


def region_choice(ds: Dataset) -> str:
    """One DUUP region, or all of the country."""
    region: str = select(
        _("Regio"), {"": _("heel Nederland"), **{n: n for n in ds.table("duup_regions")["name"]}}, REGION
    )
    return region


def boundaries(ds: Dataset) -> str | None:
    """The municipal borders; None for those in force on the date."""
    words = {SAME_AS_DATE: _("zoals op de peildatum"), **{d.id: d.label for d in divisions(ds)}}
    return select(_("Gemeentelijke indeling"), words, DIVISION) or None
