"""Buttons to take the map that is shown along as a picture, with its title, legend, source and edition."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

import streamlit as st

from coverage.analysis.naming import municipality_names
from coverage.dataset import Dataset
from coverage.exports.map_view import StaticClass, StaticView, source_line, tally
from coverage.geography.areas import places
from coverage.i18n import _, in_this_language
from coverage.ui.map.component import shown_view
from coverage.ui.map.view import MapView

if TYPE_CHECKING:
    from coverage.exports.picture_file import Kind

MOST_NAMES = 60  # municipalities of which the names still fit on a map
MEDIA: dict[Kind, str] = {"png": "image/png", "svg": "image/svg+xml"}


def map_download(ds: Dataset, key: str, on: date, people: Mapping[str, int]) -> None:
    """Two buttons for the map that was drawn with this ``key``; nothing when there is none.

    ``people`` gives inhabitants by municipality code, for the legend. The picture is made when a reader asks for it.
    """
    shown = shown_view(key)
    if shown is None:
        return
    view = static_view(ds, shown, on, people)

    with st.container(horizontal=True, key=f"picture-{key}"):
        for kind, media in MEDIA.items():
            st.download_button(
                _("Kaart als {kind}").format(kind=kind.upper()), in_this_language(partial(_drawn, ds, view, kind)),
                f"{key}-{on.isoformat()}.{kind}", media,
                key=f"picture-{key}-{kind}", on_click="ignore", icon=":material/image:",
            )  # fmt: skip


def _drawn(ds: Dataset, view: StaticView, kind: Kind) -> bytes:
    from coverage.exports.static_map import draw  # drawing libraries, for who asks

    return draw(ds, view, kind)


def static_view(ds: Dataset, shown: MapView, on: date, people: Mapping[str, int]) -> StaticView:
    """The same map for paper. When it shows a part of the country, the picture is of that part, with names."""
    codes = shown.values.keys()
    part = len(codes) < len(places(ds, shown.division))
    inside = {code: people.get(code, 0) for code in codes}
    total = sum(inside.values())
    classes = []
    for index, entry in enumerate(shown.classes):
        own = [inside[code] for code, value in shown.values.items() if value == index]
        classes.append(StaticClass(entry.label, entry.style, tally(len(own), sum(own), total)))
    names = municipality_names(ds)
    return StaticView(
        division=shown.division,
        classes=tuple(classes),
        values=shown.values,
        title=shown.title,
        description=shown.description,
        source=source_line(ds.edition, on),
        marks=shown.marks,
        mark_labels=shown.mark_labels,
        outlines=shown.outlines,
        selected=shown.selected,
        only=frozenset(codes) if part else frozenset(),
        labels={code: names[code] for code in codes} if part and len(codes) <= MOST_NAMES else {},
    )
