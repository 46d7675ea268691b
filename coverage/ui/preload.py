"""Which of Streamlit's script files the first view needs, so that the browser asks for them at once.

Streamlit learns only from the first messages which widgets a page has, and then loads a script for each,
one chain after another. Naming those files in the head of the page lets them arrive while the browser is
still busy starting Streamlit. The table's scripts, by far the largest, are left to come after the map.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import streamlit
from markupsafe import Markup

WIDGETS = ("Html", "ButtonGroup", "Selectbox", "ComponentInstance")
_STATIC = Path(streamlit.__file__).parent / "static"
_IMPORT = re.compile(r'(?:from|import)"\./([\w.-]+\.js)"')


@cache
def scripts() -> tuple[str, ...]:
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


def links() -> Markup:
    """Markup for the head of a page; the addresses are relative, as those of Streamlit are."""
    return Markup("").join(
        Markup('<link rel="modulepreload" crossorigin fetchpriority="low" href="./static/js/{}">').format(name)
        for name in scripts()
    )
