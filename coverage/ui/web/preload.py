"""Which files the first view needs next, so that the browser asks for them while it is busy starting Streamlit.

Streamlit learns only from its first messages which widgets a page has, and then loads a script for each, one
chain after another; the frame of the map comes after those. A small script names all these files beforehand.
It stands behind Streamlit's own in the page, so that nothing holds those up.
"""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path

import streamlit

WIDGETS = ("Html", "ButtonGroup", "Selectbox", "ComponentInstance")
_STATIC = Path(streamlit.__file__).parent / "static"
_IMPORT = re.compile(r'(?:from|import)"\./([\w.-]+\.js)"')
_SCRIPT = """
const link = (rel, href, more) =>
  document.head.append(Object.assign(document.createElement("link"), {{ rel, href, ...more }}));
for (const href of {modules}) link("modulepreload", href);
link("prefetch", {map_script}, {{ as: "script" }});
if (!/[?&]datum=/.test(location.search)) link("prefetch", {borders}, {{ as: "fetch", crossOrigin: "anonymous" }});
"""


@cache
def modules() -> tuple[str, ...]:
    """Names of the files for :data:`WIDGETS` and all they import, without those that the page names itself.

    Empty when Streamlit is packed differently: then the page loads as it would have.
    """
    folder = _STATIC / "static" / "js"
    known = set(re.findall(r"static/js/([\w.-]+\.js)", (_STATIC / "index.html").read_text(encoding="utf-8")))
    waiting = [path.name for widget in WIDGETS for path in sorted(folder.glob(f"{widget}.*.js"))]
    found: dict[str, None] = {}
    while waiting:
        name = waiting.pop(0)
        if name not in known and name not in found and (folder / name).is_file():
            found[name] = None
            waiting += _IMPORT.findall((folder / name).read_text(encoding="utf-8"))
    return tuple(found)


def script(map_script: str, borders: str) -> bytes:
    """The script; its addresses are relative, as those of Streamlit are.

    ``map_script`` is the address of our script for the map, ``borders`` that of the borders of today.
    """
    return _SCRIPT.format(
        modules=json.dumps([f"./static/js/{name}" for name in modules()]),
        map_script=json.dumps(map_script),
        borders=json.dumps(borders),
    ).encode()
