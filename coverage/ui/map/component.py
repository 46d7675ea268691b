"""The map of municipalities: a folium map that is built once and restyled by a few kilobytes.

The frame (streamlit-folium) loads our own copy of Leaflet and our scripts from ``coverage/ui/assets``,
fetches the borders of a division from an address that may be cached for good, and then receives one
character per municipality for every change of date, layer or selection. Nothing comes from another
host, unless the reader turns on the background map of PDOK.
"""

from __future__ import annotations

import json
import re

import folium
import streamlit as st
from folium.template import Template

from coverage.i18n import _, language
from coverage.ui.map.view import AreaClass, MapView, payload
from coverage.vocabulary import ATTRIBUTION

__all__ = ["AreaClass", "MapView", "as_script", "coverage_map", "shown_view"]

CLICKED = "last_object_clicked_tooltip"
_DIRECTIVE = re.compile(r"\{(?=[{%#])")  # never part of JSON itself, only of a text in it


def coverage_map(view: MapView, *, key: str, height: int = 620, sync: str | None = None) -> str | None:
    """Show the map; returns the code of a municipality in the one run that its choice causes, else None.

    The frame belongs to ``key`` and is kept when the view changes, also to another division. Maps with
    the same ``sync`` pan and zoom together.
    """
    from streamlit_folium import st_folium  # Streamlit registers its component only in a reader's session

    st.session_state[f"{key}-view"] = view
    answer = st_folium(
        _FrameMap(height, sync),
        key=key,
        height=height,
        use_container_width=True,
        returned_objects=[CLICKED],
        feature_group_to_add=_Paint(view),
    )
    code = chosen(key, answer)
    st.session_state[f"{key}-handled"] = _token(answer)
    return code


def chosen(key: str, answer: dict[str, str | None] | None) -> str | None:
    """Code of the municipality in what the map with this key says; None when nothing was chosen, or it was handled."""
    token = _token(answer)
    return None if token == st.session_state.get(f"{key}-handled", "") else token.partition("#")[0] or None


def _token(answer: dict[str, str | None] | None) -> str:
    """code#time, so that a second choice of one area is a new token."""
    return (answer or {}).get(CLICKED) or ""


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


class _FrameMap(folium.Map):
    """The empty frame; its script depends on language, height and sync only, so it is never rebuilt for data."""

    _template = Template(
        "{% macro header(this, kwargs) %}{% endmacro %}"
        '{% macro html(this, kwargs) %}<div class="folium-map" id={{ this.get_name()|tojson }} ></div>{% endmacro %}'
        "{% macro script(this, kwargs) %}"
        "var {{ this.get_name() }} = coverageMap.create({{ this.get_name()|tojson }}, {{ this.settings }});"
        "{% endmacro %}"
    )
    default_js: list[tuple[str, str]] = []  # noqa: RUF012 folium reads class attributes; the page of the frame
    default_css: list[tuple[str, str]] = []  # noqa: RUF012 names our script and style itself (server.py)

    def __init__(self, height: int, sync: str | None) -> None:
        super().__init__(location=(52.2, 5.3), tiles=None, zoom_control=False)
        self.settings = as_script(
            {"texts": _texts(), "language": language(), "attribution": ATTRIBUTION, "height": height, "sync": sync}
        )


class _Paint(folium.FeatureGroup):
    """The view, as a layer that shows it when it is added to the map."""

    _template = Template(
        "{% macro script(this, kwargs) %}"
        "var {{ this.get_name() }} = coverageMap.paint({{ this.payload }});"
        "{% endmacro %}"
    )

    def __init__(self, view: MapView) -> None:
        super().__init__()
        self.payload = as_script(payload(view))
