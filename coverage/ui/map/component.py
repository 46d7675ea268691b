"""The map of municipalities: a folium map that is built once and restyled by a few kilobytes.

The frame (streamlit-folium) loads our own copy of Leaflet and our scripts from ``coverage/ui/assets``,
fetches the borders of a division from an address that may be cached for good, and then receives one
character per municipality for every change of date, layer or selection. Nothing comes from another
host, unless the reader turns on the background map of PDOK.
"""

from __future__ import annotations

import json
import re

import streamlit as st

from coverage.i18n import _, language
from coverage.ui.map.folium_inside import clicked, frame
from coverage.ui.map.view import AreaClass, MapView, payload
from coverage.vocabulary import ATTRIBUTION

__all__ = ["AreaClass", "MapView", "as_script", "clicked_area", "coverage_map", "shown_view"]

_DIRECTIVE = re.compile(r"\{(?=[{%#])")  # never part of JSON itself, only of a text in it


def coverage_map(view: MapView, *, key: str, height: int = 620, sync: str | None = None) -> None:
    """Show the map; what is chosen on it :func:`clicked_area` tells in the run that follows.

    The frame belongs to ``key`` and is kept when the view changes, also to another division. Maps with
    the same ``sync`` pan and zoom together.
    """
    st.session_state[f"{key}-view"] = view
    settings = {"texts": _texts(), "language": language(), "attribution": ATTRIBUTION, "height": height, "sync": sync}
    frame(as_script(settings), as_script(payload(view)), key=key, height=height)


def clicked_area(key: str) -> str | None:
    """Code of the municipality whose choice on the map with this key caused this run; told once, else None.

    To be asked before the map is drawn. The token is code#time, so that a second choice of one area is a new one; it
    is kept, since the choice may lead to a view without the map, and the way back to one where the frame says it again.
    """
    token, handled = clicked(key), f"{key}-handled"
    if not token or token == st.session_state.get(handled):
        return None
    st.session_state[handled] = token
    return token.partition("#")[0]


def shown_view(key: str) -> MapView | None:
    """What the map of this key shows in this run, to take it along as a picture; None before it was drawn."""
    view: MapView | None = st.session_state.get(f"{key}-view")
    return view


def as_script(value: object) -> str:
    """JSON that is safe inside a script: no ``<``, ``&``, quote that ends it, or line separator.

    Nor is it a template: branca compiles what our templates give once more, and would run ``{{…}}`` in a name.
    """
    escaped = json.dumps(value, separators=(",", ":"), ensure_ascii=True)
    for character in "<>&'":
        escaped = escaped.replace(character, f"\\u{ord(character):04x}")
    return _DIRECTIVE.sub(r"\\u007b", escaped)


def _texts() -> dict[str, str]:
    return {
        "zoomIn": _("Inzoomen"),
        "zoomOut": _("Uitzoomen"),
        "home": _("Heel Nederland"),
        "loading": _("De kaart wordt geladen…"),
        "failed": _("De grenzen zijn niet geladen. De tabel bij deze kaart heeft dezelfde gegevens."),
        "retry": _("Opnieuw proberen"),
    }
