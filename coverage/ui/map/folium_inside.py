"""Every use of what folium and streamlit-folium do not promise: templates of layers, and what the frame sends back.

Read from folium 0.20.0 and streamlit-folium 0.27.4; tests/ui/test_insides.py holds it against what is installed.
"""

from __future__ import annotations

import folium
import streamlit as st
from folium.template import Template

READ_FROM = {"folium": "0.20.0", "streamlit-folium": "0.27.4"}
FRAME = "component/streamlit_folium.st_folium/"  # address of the frame, which the addresses of its files start from
CLICKED = "last_object_clicked_tooltip"  # what our script fills in as code#time (map.js)


def frame(settings: str, paint: str, *, key: str, height: int) -> None:
    """Show the frame.

    ``settings`` and ``paint`` are JSON that is safe in a script. The first depends on language, height and sync only,
    so the frame is never rebuilt for data; the second is a layer that is replaced when it changes.
    """
    from streamlit_folium import st_folium  # Streamlit registers its component only in a reader's session

    st_folium(
        _FrameMap(settings),
        key=key,
        height=height,
        use_container_width=True,
        returned_objects=[CLICKED],
        feature_group_to_add=_Paint(paint),
    )


def clicked(key: str) -> str:
    """What was clicked last in the frame with this key, as known before it is drawn in this run; empty when nothing."""
    return (st.session_state.get(key) or {}).get(CLICKED) or ""


class _FrameMap(folium.Map):
    _template = Template(
        "{% macro header(this, kwargs) %}{% endmacro %}"
        '{% macro html(this, kwargs) %}<div class="folium-map" id={{ this.get_name()|tojson }} ></div>{% endmacro %}'
        "{% macro script(this, kwargs) %}"
        "var {{ this.get_name() }} = coverageMap.create({{ this.get_name()|tojson }}, {{ this.settings }});"
        "{% endmacro %}"
    )
    default_js: list[tuple[str, str]] = []  # noqa: RUF012 folium reads class attributes; the page of the frame
    default_css: list[tuple[str, str]] = []  # noqa: RUF012 names our script and style itself (server.py)

    def __init__(self, settings: str) -> None:
        super().__init__(location=(52.2, 5.3), tiles=None, zoom_control=False)
        self.settings = settings


class _Paint(folium.FeatureGroup):
    """The view, as a layer that shows it when it is added to the map."""

    _template = Template(
        "{% macro script(this, kwargs) %}"
        "var {{ this.get_name() }} = coverageMap.paint({{ this.payload }});"
        "{% endmacro %}"
    )

    def __init__(self, payload: str) -> None:
        super().__init__()
        self.payload = payload
