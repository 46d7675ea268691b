"""What we use of the inside of libraries is still there: the versions it was read from, and each thing by itself.

A test that fails after an upgrade names the place to read again: coverage/ui/web/streamlit_inside.py,
coverage/ui/map/folium_inside.py, or a file of coverage/ui/assets.
"""

from __future__ import annotations

import re
from importlib.metadata import version
from pathlib import Path

import pytest
import streamlit
import streamlit_folium
from streamlit.runtime import Runtime
from streamlit.runtime.app_session import AppSession
from streamlit.runtime.pages_manager import PagesManager
from streamlit.runtime.scriptrunner_utils.script_run_context import ScriptRunContext
from streamlit.runtime.websocket_session_manager import WebsocketSessionManager
from xstatic.pkg import leaflet

from coverage.ui.map import folium_inside
from coverage.ui.web import preload, streamlit_inside
from coverage.ui.web.files import ASSETS
from coverage.ui.web.streamlit_inside import STATIC, modules_of, page_of_ours

SOURCES = Path(__file__).parents[2] / "coverage"
FRAME = Path(streamlit_folium.__file__).parent / "frontend" / "build"


def text_of(folder: Path, pattern: str) -> str:
    return "\n".join(path.read_text(encoding="utf-8") for path in sorted(folder.rglob(pattern)))


@pytest.fixture(scope="module")
def browser_code() -> str:
    return text_of(STATIC / "static" / "js", "*.js")


@pytest.mark.parametrize(
    ("library", "read_from"), [("streamlit", streamlit_inside.READ_FROM), *folium_inside.READ_FROM.items()]
)
def test_the_insides_were_read_from_the_version_in_use(library: str, read_from: str) -> None:
    assert version(library) == read_from, f"read the inside of {library} {version(library)} again"


def test_no_other_module_uses_the_inside_of_streamlit() -> None:
    own = {Path(streamlit_inside.__file__), Path(folium_inside.__file__)}
    inside = re.compile(
        r"^\s*from (streamlit|folium)\b|import (streamlit\.|folium)|_stcore|/media/|_session_mgr|st_folium"
    )
    found = [
        f"{path.name}: {line.strip()}"
        for path in SOURCES.rglob("*.py")
        if path not in own
        for line in path.read_text(encoding="utf-8").splitlines()
        if inside.search(line)
    ]
    assert found == []


def test_sessions_and_navigation() -> None:
    assert "_session_mgr" in Runtime.__init__.__code__.co_names
    assert callable(WebsocketSessionManager.get_session_info)
    assert hasattr(PagesManager, "uses_pages_directory")
    assert "is_history_navigation" in ScriptRunContext.__dataclass_fields__
    assert "_populate_app_pages" in AppSession._create_new_session_message.__code__.co_names


def test_the_browser_takes_the_list_of_pages_from_the_menu_alone(browser_code: str) -> None:
    begins = re.findall(r"handleNewSession\(e\)\{(.*?)\}handleNavigation\(e\)\{(.{300})", browser_code)
    assert len(begins) == 1
    at_the_start, with_the_menu = begins[0]
    assert "appPages" not in at_the_start and "this.appPages=" in with_the_menu
    assert "newSession.appPages" not in browser_code


def test_addresses_and_the_order_of_the_protocols(browser_code: str) -> None:
    routes = text_of(Path(streamlit.__file__).parent / "web" / "server" / "starlette", "*.py")
    for address in (streamlit_inside.STREAM, *streamlit_inside.INSIDE, streamlit_inside.COMPONENTS):
        assert address.strip("/") in routes or address.strip("/").split("/")[-1] in routes, address
    assert "authRedirect" in browser_code


def test_the_page_of_streamlit_has_each_place_that_we_fill() -> None:
    page = (STATIC / "index.html").read_text(encoding="utf-8")
    ours = page_of_ours(page, "nl", "TITEL", "<!--HOOFD-->", "<!--EERST-->", "ZONDER")
    assert '<html lang="nl"' in ours
    assert "TITEL</title>" in ours
    assert "<!--HOOFD--></head>" in ours
    assert "<body><!--EERST-->" in ours
    assert '<div id="root" inert>' in ours
    assert "<noscript><p>ZONDER</p></noscript>" in ours
    assert "You need" not in ours


def test_scripts_of_widgets_are_found_ahead() -> None:
    names = modules_of(preload.WIDGETS)
    for widget in preload.WIDGETS:
        assert any(name.startswith(f"{widget}.") for name in names), widget
    assert all((STATIC / "static" / "js" / name).is_file() for name in names)


def test_names_in_our_style_and_scripts_are_those_of_streamlit(browser_code: str) -> None:
    used = set()
    for path in (*ASSETS.rglob("*.css"), *ASSETS.rglob("*.js")):
        used |= set(re.findall(r"data-testid=\"?([\w-]+)", path.read_text(encoding="utf-8")))
    assert len(used) > 20
    assert sorted(name for name in used if name not in browser_code and name.split("-")[0] not in browser_code) == []
    assert "data-test-script-state" in browser_code


def test_the_frame_of_streamlit_folium() -> None:
    script = text_of(FRAME, "*.js")
    for name in ("__GLOBAL_DATA__", "setFrameHeight", "previous_data", folium_inside.CLICKED):
        assert name in script, name
    assert folium_inside.FRAME.strip("/").split("/")[-1] == f"{streamlit_folium.__name__}.st_folium"


def test_methods_of_leaflet_that_our_shapes_replace() -> None:
    code = (Path(leaflet.BASE_DIR) / "leaflet.js").read_text(encoding="utf-8")
    for name in ("_project", "_updateBounds", "_update", "_setPath", "_createButton", "_url"):
        assert re.search(rf"[.{{,]{name}\b", code), name
