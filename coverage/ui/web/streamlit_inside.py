"""Every use of what Streamlit does not promise: its addresses, its page, its messages, its sessions.

Read from Streamlit 1.67.0. With another version, read the source again, mend what changed here, and raise
:data:`READ_FROM`; tests/ui/test_insides.py holds all of it against the version that is installed.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import streamlit
from markupsafe import escape
from streamlit import config, runtime
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.runtime.app_session import AppSession
from streamlit.runtime.pages_manager import PagesManager
from streamlit.runtime.scriptrunner import get_script_run_ctx

READ_FROM = "1.67.0"
STREAM = "/_stcore/stream"  # the websocket of a reader
INSIDE = ("/_stcore/", "/media/")  # what the front door leaves as it is: health and uploads, files of a session
COMPONENTS = "/component/"  # pages of components, each with its files under static/
HASHED = "/static/"  # folders of files with a hash in their name
PROTOCOL = "streamlit"  # of the websocket; the page sends it, a token and, when it had one, its session
STATIC = Path(streamlit.__file__).parent / "static"
_ICON = re.compile(r":material/(\w+):")
_NOSCRIPT = re.compile(r"<noscript>.*?</noscript>", re.DOTALL)
_IMPORT = re.compile(r'(?:from|import)"\./([\w.-]+\.js)"')


def take_over_navigation() -> None:
    """Decide at the start that navigation is ours.

    Until someone has opened the front page, Streamlit would run pages/x.py by itself for the address /x: without the
    menu, the style and the language of app.py.
    """
    PagesManager.uses_pages_directory = False
    # The list of pages comes with the menu; at the start of each run it comes once more, and nobody reads it there.
    AppSession._populate_app_pages = lambda self, msg, pages: None  # type: ignore[method-assign]


def take_accent(accent: Mapping[str, str]) -> None:
    """Give widgets and links the accent of the house: per theme (light, dark) a colour. Before the first session."""
    for theme, colour in accent.items():
        for name in ("primaryColor", "linkColor"):
            config.set_option(f"theme.{theme}.{name}", colour)


def went_back() -> bool:
    """Whether this run follows from an address that the browser went to: its back button, or a link of rooms.js."""
    running = get_script_run_ctx()
    return running is not None and running.is_history_navigation


def reload_message() -> bytes:
    """A message that makes Streamlit's page go to its own address: a redirect to nowhere else."""
    message = ForwardMsg()
    message.auth_redirect.url = ""
    message.auth_redirect.SetInParent()
    return message.SerializeToString()


def is_lost(subprotocols: list[str]) -> bool:
    """Whether who opens the websocket claims a session that this process does not have."""
    claimed = subprotocols[2] if len(subprotocols) > 2 else ""
    # Streamlit tells in public only which sessions are connected, not which are kept for who returns.
    return bool(claimed) and runtime.get_instance()._session_mgr.get_session_info(claimed) is None


def icon_font() -> Path | None:
    """The font of icons, when Streamlit has it where it was."""
    return next(iter((STATIC / "static" / "media").glob("MaterialSymbols-Rounded.*.woff2")), None)


def icon_names(ours: Path) -> frozenset[str]:
    """Names of the icons that Streamlit's scripts, or modules in a folder of ours, ask for."""
    files = (*(STATIC / "static" / "js").glob("*.js"), *ours.rglob("*.py"))
    return frozenset(name for file in files for name in _ICON.findall(file.read_text(encoding="utf-8")))


def page_of_ours(html: str, language: str, title: str, head: str, first_view: str, without_script: str) -> str:
    """Streamlit's page with a language, a title, markup at the end of the head, and what to show before the app.

    What stands under the first view cannot be seen, so it cannot be reached either. ``without_script`` is text.
    """
    html = re.sub(r'<html lang="[^"]*"', f'<html lang="{language}"', html, count=1)
    html = html.replace("Streamlit</title>", f"{escape(title)}</title>").replace("</head>", f"{head}</head>", 1)
    if first_view:
        html = html.replace("<body>", f"<body>{first_view}", 1).replace('<div id="root">', '<div id="root" inert>', 1)
    return _NOSCRIPT.sub(lambda _found: f"<noscript><p>{without_script}</p></noscript>", html, count=1)


@cache
def modules_of(widgets: tuple[str, ...]) -> tuple[str, ...]:
    """Names of the script files of widgets and all they import, without those that the page names itself.

    Empty when Streamlit is packed differently: then the page loads as it would have.
    """
    folder = STATIC / "static" / "js"
    known = set(re.findall(r"static/js/([\w.-]+\.js)", (STATIC / "index.html").read_text(encoding="utf-8")))
    waiting = [path.name for widget in widgets for path in sorted(folder.glob(f"{widget}.*.js"))]
    found: dict[str, None] = {}
    while waiting:
        name = waiting.pop(0)
        if name not in known and name not in found and (folder / name).is_file():
            found[name] = None
            waiting += _IMPORT.findall((folder / name).read_text(encoding="utf-8"))
    return tuple(found)
