"""Where the app does not come, every part of every page still holds what the app would show; and each grid its file."""

from __future__ import annotations

import html
import re
from urllib.parse import parse_qsl, urlsplit

import pytest
from app_pages import APP, goes_to, html_of, without_term_links
from streamlit.testing.v1 import AppTest

from coverage.dataset import current
from coverage.ui.first_view import first_view
from coverage.ui.pages import PAGES
from coverage.ui.params.allocation import AllocationView
from coverage.ui.params.data import DataView
from coverage.ui.params.evidence import PARTS
from coverage.ui.params.groups import GroupView, ProgrammeView

PARTS_OF = {
    "witte-vlekken": ("deel", PARTS),
    "doelgroepen": ("weergave", [v.value for v in GroupView]),
    "verdeling": ("toon", [v.value for v in AllocationView]),
    "programmas": ("onderdeel", [v.value for v in ProgrammeView]),
    "gegevens": ("blad", [v.value for v in DataView]),
}
OTHER = [
    "programmas?programma=AMS-SK",
    "dekking?datum=2013-07-01&vergelijk=2011-06-30",
    "dekking?laag=geld",
    "?kaart=regio&gemeente=Zutphen",
    "gegevens?blad=rijen&tabel=sources&woord=2013",
    "doelgroepen?weergave=wegwijzer&gemeente=Zutphen",
    "mijn-gemeente?gemeente=Zutphen",
    "regio?regio=Breda",
]
ADDRESSES = [
    *(p.path for p in PAGES if p.path not in PARTS_OF),
    *(f"{path}?{name}={part}" for path, (name, parts) in PARTS_OF.items() for part in parts),
    *OTHER,
]
# What the app shows beside the content: tools, and what moves with the reader's choice.
TOOLS = {"Klopt dit?", "Zo kom je bij dezelfde bedragen", "Eén tabel"}
DRAWN = {  # said in another way where there is no map: its municipalities by name, or the answer of each region
    "Tabel met dezelfde gemeenten als op de kaart",
    "Legenda",
}


def test_there_is_one_place_with_a_grid() -> None:
    """There stands the file beside it, so that no grid can be without."""
    found = [
        path.name
        for folder in ("coverage", "pages")
        for path in (APP.parent / folder).rglob("*.py")
        if re.search(r"st\.(dataframe|data_editor|table)\(", path.read_text(encoding="utf-8"))
    ]
    assert found == ["tables.py"]


def words(markup: str) -> str:
    return " ".join(html.unescape(re.sub(r"<[^>]*>", " ", markup)).split())


@pytest.fixture(scope="module")
def app() -> AppTest:
    return AppTest.from_file(str(APP), default_timeout=60).run()


@pytest.mark.parametrize("address", ADDRESSES)
def test_the_first_view_has_the_tables_and_headings_of_the_app(app: AppTest, address: str) -> None:
    """And beside every grid, whose own download is hidden, stands our file of it."""
    parts = urlsplit(address)
    query = dict(parse_qsl(parts.query))
    file = next(p.file for p in PAGES if p.path == parts.path)
    app.switch_page(f"pages/{file}")
    for param in {param.key: param for page in PAGES for param in page.params}.values():
        if param.key in app.session_state:  # who comes by a link has chosen nothing before
            app.session_state[param.key] = param.default()
    goes_to(app, query)
    assert not app.exception
    shown = html_of(app)
    grids = [grid.proto.alt for grid in app.dataframe]
    files = [b.proto.help for b in app.get("download_button") if b.proto.label == "Deze tabel als CSV"]
    assert set(grids) <= set(files)
    plain = without_term_links(first_view(current(), parts.path, query))
    told = words(plain)
    captions = [words(c) for c in re.findall(r"<caption>(.*?)</caption>", shown, re.DOTALL)]
    headings = [h.value for h in app.header] + [words(h) for h in re.findall(r"<h[23]>(.*?)</h[23]>", shown, re.DOTALL)]
    missing = [text for text in (*captions, *headings, *grids) if text not in TOOLS | DRAWN and text not in told]
    assert missing == []
