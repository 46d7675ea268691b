"""Files that the map needs in the browser, under names that change with their content.

Names with a hash let the browser keep a file for good. Addresses are relative to the frame of the
component (:data:`coverage.ui.map.folium_inside.FRAME`), so they hold behind any base path or proxy.
"""

from __future__ import annotations

import gzip
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path

from xstatic.pkg import leaflet

from coverage.dataset import Geography
from coverage.dataset.memo import per_geography
from coverage.dates import today
from coverage.geography.lineage import division_at, divisions
from coverage.geography.web import compressed, geometry_file
from coverage.sender import sender
from coverage.ui.web import page_words, preload

PREFIX = "kaart"
FROM_FRAME = f"../../{PREFIX}/"
FROM_PAGE = f"./{PREFIX}/"
ASSETS = Path(__file__).parents[1] / "assets"
LEAFLET = Path(leaflet.BASE_DIR)
JAVASCRIPT = "text/javascript"
ACCENT = {"light": "#0b5570", "dark": "#5db4d0"}  # as in .streamlit/config.toml
SCRIPTS = ("topology.js", "shape.js", "drawing.js", "paper.js", "access.js", "map.js", "frame.js")
OF_THE_PAGE = ("words.js", "history.js", "rooms.js", "comfort.js")


@dataclass(frozen=True, slots=True)
class WebFile:
    """A file as it goes over the wire: gzipped once, for everyone."""

    name: str
    media_type: str
    gzipped: bytes


@cache
def script() -> WebFile:
    """Leaflet with our scripts behind it, in the order in which they need one another."""
    parts = [LEAFLET / "leaflet.js", *(ASSETS / name for name in SCRIPTS)]
    return _bundle([part.read_bytes() for part in parts], "js", JAVASCRIPT)


@cache
def style() -> WebFile:
    """The style sheet of Leaflet with ours behind it."""
    return _bundle([(LEAFLET / "leaflet.css").read_bytes(), (ASSETS / "map.css").read_bytes()], "css", "text/css")


@cache
def page_style() -> WebFile:
    """Our style sheet for the pages themselves."""
    return _bundle([(ASSETS / "page.css").read_bytes(), _accent().encode()], "css", "text/css", stem="pagina")


def _accent() -> str:
    """The accent of the house that shows it, where it has one of its own (coverage/sender.py)."""
    own = sender().accent or {}
    if not own:
        return ""
    both = ", ".join(own.get(theme, ACCENT[theme]) for theme in ("light", "dark"))
    return f":root, .stApp, .stApp * {{ --accent: light-dark({both}) }}"


def geometry(ds: Geography, division_id: str) -> WebFile:
    """The borders of a division."""
    return WebFile(geometry_file(ds, division_id).url_name, "application/json", compressed(ds, division_id))


def ahead(ds: Geography) -> WebFile:
    """The script of the page itself: its words and its history mended, and files of the app asked for ahead."""
    return _ahead(ds, division_at(ds, today()).id)


@per_geography(maxsize=32)
def _ahead(ds: Geography, division_id: str) -> WebFile:
    borders = geometry(ds, division_id).name
    asked = preload.preload_script(FROM_PAGE + script().name, FROM_PAGE + borders)
    own = [page_words.lists(), *((ASSETS / name).read_bytes() for name in OF_THE_PAGE)]
    return _bundle([*own, asked], "js", JAVASCRIPT, stem="vooruit")


@per_geography(maxsize=1)
def web_files(ds: Geography) -> dict[str, WebFile]:
    """All files by name."""
    of_divisions = (make(ds, division.id) for division in divisions(ds) for make in (geometry, _ahead))
    files = (script(), style(), page_style(), *of_divisions)
    return {file.name: file for file in files}


def _bundle(parts: list[bytes], suffix: str, media_type: str, stem: str = "kaart") -> WebFile:
    content = b"\n".join(parts)
    name = f"{stem}.{sha256(content).hexdigest()[:12]}.{suffix}"
    return WebFile(name, media_type, gzip.compress(content, 9, mtime=0))
