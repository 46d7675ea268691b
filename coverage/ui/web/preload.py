"""Which files the first view needs next, so that the browser asks for them while it is busy starting Streamlit.

Streamlit learns only from its first messages which widgets a page has, and then loads a script for each, one
chain after another; the frame of the map comes after those. A small script names all these files beforehand.
It stands behind Streamlit's own in the page, so that nothing holds those up.
"""

from __future__ import annotations

import json

from coverage.ui.web.streamlit_inside import modules_of

WIDGETS = ("Html", "ButtonGroup", "Selectbox", "ComponentInstance")
_SCRIPT = """
const link = (rel, href, more) =>
  document.head.append(Object.assign(document.createElement("link"), {{ rel, href, ...more }}));
for (const href of {modules}) link("modulepreload", href);
link("prefetch", {map_script}, {{ as: "script" }});
if (!/[?&]datum=/.test(location.search)) link("prefetch", {borders}, {{ as: "fetch", crossOrigin: "anonymous" }});
"""


def preload_script(map_script: str, borders: str) -> bytes:
    """The script; its addresses are relative, as those of Streamlit are.

    ``map_script`` is the address of our script for the map, ``borders`` that of the borders of today.
    """
    return _SCRIPT.format(
        modules=json.dumps([f"./static/js/{name}" for name in modules_of(WIDGETS)]),
        map_script=json.dumps(map_script),
        borders=json.dumps(borders),
    ).encode()
