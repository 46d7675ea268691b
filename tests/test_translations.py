"""The English catalogue is complete, and no page shows Dutch of its own when English is asked for."""

from __future__ import annotations

import ast
import html
import io
import re
import string
import tomllib
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl

import pytest
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po
from streamlit.testing.v1 import AppTest

from coverage import vocabulary
from coverage.dataset import current
from coverage.dataset.tables import TABLES
from coverage.i18n import LOCALE_DIR
from coverage.ui import shell
from coverage.ui.pages import PAGES
from coverage.ui.params.allocation import VIEW, AllocationView
from coverage.ui.params.data import DATA_VIEW, DataView
from coverage.ui.params.evidence import LAYER, PART, PARTS
from coverage.ui.params.groups import GROUP_VIEW, PROGRAMME_VIEW, GroupView, ProgrammeView
from coverage.vocabulary import Layer

ROOT = Path(__file__).parents[1]
CATALOGUE = LOCALE_DIR / "en" / "LC_MESSAGES" / "messages.po"
MEND = "run `make messages`, then write what is missing in coverage/locale/en/LC_MESSAGES/messages.po"
# The same word in both languages, or a name, code or pattern without words.
SAME = {
    "(open)", "Blind", "Budget", "Budget:", "Code", "Download CSV", "Download {kind}", "Downloads", "Moment", "PDF",
    "PowerPoint (PPTX)", "Status", "budget", "code", "later", "minimum", "open", "recent", "status",
    "{funding}: {begin} – {end}",
    "via {area}", "{name} ({date})", "{relation} ({date}): {note}",
    "{day}, {about}: {question} – {answer}.",
}  # fmt: skip
DUTCH = re.compile(
    r"\b(gemeenten|inwoners|niet|geen|het|een|voor|wordt|worden|bij|deze|bronnen|kies|onbekend|kaart|aanbod|regio's|"
    r"naar|zijn|wie|waar|aangetoond)\b",
    re.IGNORECASE,
)


@cache
def catalogue() -> dict[str, str]:
    with CATALOGUE.open("rb") as stream:
        return {str(m.id): str(m.string) for m in read_po(stream) if m.id}


@cache
def in_code() -> frozenset[str]:
    """Message ids that pybabel finds in the code."""
    found = (row for part in ("coverage", "pages") for row in extract_from_dir(ROOT / part, keywords={"_": None}))
    return frozenset(str(message) for _file, _line, message, _comments, _context in found)


def fields(text: str) -> list[str]:
    return sorted(name for _text, name, _spec, _conversion in string.Formatter().parse(text) if name is not None)


def test_every_message_is_translated_and_no_translation_is_left_over():
    assert sorted(in_code() - catalogue().keys()) == [], MEND
    assert sorted(catalogue().keys() - in_code()) == [], MEND
    assert [m for m, text in catalogue().items() if not text] == [], MEND


def test_pybabel_finds_every_call():
    """It looks into no f-string, and a message that is put together cannot be found at all."""
    files = [f for part in ("coverage", "pages") for f in sorted((ROOT / part).rglob("*.py"))]
    calls = [(f.name, n) for f in files for n in ast.walk(ast.parse(f.read_text("utf-8"))) if isinstance(n, ast.Call)]
    asked = [
        (name, ast.unparse(c), c.args[0]) for name, c in calls if isinstance(c.func, ast.Name) and c.func.id == "_"
    ]
    assert len(asked) > len(in_code())
    lost = [(name, text) for name, text, m in asked if not isinstance(m, ast.Constant) or m.value not in in_code()]
    assert lost == []


def test_a_translation_has_the_same_places_and_edges():
    for message, text in catalogue().items():
        assert fields(text) == fields(message), message
        assert (text[:1].isspace(), text[-1:].isspace()) == (message[:1].isspace(), message[-1:].isspace()), message


def test_nothing_is_left_in_dutch():
    assert {m for m, text in catalogue().items() if m == text} - SAME == set()
    dutch = {m: found for m, text in catalogue().items() if (found := DUTCH.findall(text)) and found != ["wie"]}
    assert dutch == {}


def test_the_catalogue_is_written_in_one_way_so_that_a_change_is_small():
    raw = CATALOGUE.read_bytes()
    known: Catalog = read_po(io.BytesIO(raw))
    written = io.BytesIO()
    write_po(written, known, width=120, no_location=True, sort_output=True)
    assert written.getvalue() == raw, MEND


ADDRESSES = [
    "overzicht?datum=2013-07-01",
    "overzicht?datum=2013-07-01&gemeente=Zutphen",
    "overzicht?datum=gisteren&leeftijd=oud",
    *(f"dekking?datum=2016-07-01&{LAYER.name}={LAYER.write(layer)}" for layer in Layer),
    "dekking?vergelijk=2013-07-01&leeftijd=x",
    *(f"witte_vlekken?datum=2016-07-01&{PART.name}={part}" for part in PARTS),
    *(f"doelgroepen?datum=2013-07-01&{GROUP_VIEW.name}={view}" for view in GroupView),
    *(f"verdeling?{VIEW.name}={view}" for view in AllocationView),
    "mijn_gemeente",
    "mijn_gemeente?datum=2013-07-01&gemeente=Zutphen",
    *(f"programmas?datum=2013-07-01&{PROGRAMME_VIEW.name}={view}" for view in ProgrammeView),
    *(f"gegevens?{DATA_VIEW.name}={view}" for view in DataView),
    "presentatie",
    "wijzigingen",
]


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_page_in_english_shows_dutch_only_from_the_data(monkeypatch: pytest.MonkeyPatch, address: str):
    file, _mark, query = address.partition("?")
    known = next(p for p in PAGES if p.file == f"{file}.py")
    monkeypatch.setattr(shell, "PAGES", (replace(known, path=""),))  # else a page would run without its frame
    at = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)
    for name, value in [("taal", "en"), *parse_qsl(query)]:
        at.query_params[name] = value
    at.run()
    assert not at.exception
    shown = {" ".join(text.split()) for text in texts(at)}
    assert any(" the " in text for text in shown)
    assert sorted(text for text in shown if not from_data(text)) == []


def texts(at: AppTest) -> Iterator[str]:
    """What a reader sees or hears of a page: text and names in markup, labels of widgets, tables, maps."""
    for node in _nodes(at._tree):
        proto: Any = getattr(node, "proto", None)
        if node.type == "html":
            yield from (html.unescape(t) for t in re.findall(r">([^<]+)<", proto.body))
            yield from (html.unescape(t) for t in re.findall(r'(?:aria-label|title|alt)="([^"]+)"', proto.body))
        elif node.type == "arrow_data_frame":
            yield from (str(column) for column in node.value.columns)
            yield from (v for c in node.value for v in node.value[c].unique() if isinstance(v, str))
        elif node.type == "component_instance":
            yield from (t for t in re.split(r'\\*"', proto.json_args) if not t.startswith("../"))  # addresses of files
        elif proto is not None:
            for name in ("label", "help", "placeholder", "body", "options"):
                value = getattr(proto, name, "")
                yield from [value] if isinstance(value, str) else (getattr(v, "content", v) for v in value)


def _nodes(block: Any) -> Iterator[Any]:
    for child in getattr(block, "children", {}).values():
        yield child
        yield from _nodes(child)


_ESCAPED = re.compile(r"\\+u([0-9a-f]{4})")  # as JSON inside HTML writes an apostrophe


def from_data(text: str) -> bool:
    """Whether what is Dutch in a text is a name, title or note of the data, which stay in their own language."""
    text = _ESCAPED.sub(lambda sign: chr(int(sign[1], 16)), text).casefold()
    if not DUTCH.search(text) or text.strip(" .,:;()“”") in _data():
        return True
    for cell in _cells():
        text = text.replace(cell, " ")
    return not DUTCH.search(text)


@cache
def _cells() -> tuple[str, ...]:
    """Every Dutch text in the data package and in the files that readers see in Dutch, the longest first."""
    frames = [current().table(name) for name in TABLES]
    cells = {str(v) for f in frames for c in f for v in f[c].unique() if isinstance(v, str)}
    analysis = ROOT / "coverage" / "analysis"
    for file in (analysis / "known_gaps.toml", analysis / "allocation" / "keys.toml"):
        rows = next(iter(tomllib.loads(file.read_text("utf-8")).values()))
        cells |= {v for row in rows for name, v in row.items() if isinstance(v, str) and not name.endswith("_nl")}
    cells |= {re.sub(r"\s*\(r\.[^)]*\)", "", c) for c in cells}  # sentences leave lines of the source out
    return tuple(sorted((c.casefold() for c in cells if DUTCH.search(c)), key=len, reverse=True))


@cache
def _data() -> str:
    return " ".join(" ".join(_cells()).split())


def test_readers_are_spoken_to_with_je() -> None:
    formal = re.compile(r"\b(?:u|uw|uzelf)\b", re.IGNORECASE)
    words = (LOCALE_DIR.parent / "analysis" / "allocation" / "keys.toml").read_text(encoding="utf-8")
    labels = [c.label("nl") for kind in vars(vocabulary).values() if _is_code(kind) for c in kind]
    dutch = [*in_code(), *re.findall(r'_nl = "(.*)"', words), *labels]
    assert [text for text in dutch if formal.search(text)] == []


def _is_code(kind: object) -> bool:
    return isinstance(kind, type) and issubclass(kind, vocabulary.Code) and kind is not vocabulary.Code
