"""The tabs of an ODS file, from its content.xml (OpenDocument 1.3, part 3, chapter 9).

Read with lxml: the libraries for ODS leave out comments, links and text that was struck out.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from io import BytesIO
from typing import Any
from zipfile import ZipFile

from lxml import etree

from coverage.sheets.cells import MOST_CELLS, MOST_COLUMNS, Place, SheetCell, Tab, plain
from coverage.sheets.unpack import MOST_ROWS, too_many

_SPACES = {
    "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
    "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
    "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
    "style": "urn:oasis:names:tc:opendocument:xmlns:style:1.0",
    "xlink": "http://www.w3.org/1999/xlink",
}


def ods_tabs(data: bytes) -> list[Tab]:
    """All tabs with the cells that hold anything. Any exception means that the file is damaged."""
    with ZipFile(BytesIO(data)) as archive:
        root = etree.fromstring(
            archive.read("content.xml"), etree.XMLParser(resolve_entities=False, no_network=True)
        )  # styles of cells stand here too
    struck = {
        _get(style, "style:name")
        for style in root.iter(_tag("style:style"))
        for text in style.iter(_tag("style:text-properties"))
        if _get(text, "style:text-line-through-style", "none") != "none"
        or _get(text, "style:text-line-through-type", "none") != "none"
    }
    return [_tab(table, struck) for table in root.iter(_tag("table:table"))]


def _tag(name: str) -> str:
    prefix, _colon, local = name.partition(":")
    return f"{{{_SPACES[prefix]}}}{local}"


def _get(element: Any, name: str, default: str = "") -> str:
    return str(element.get(_tag(name), default))


def _tab(table: Any, struck: set[str]) -> Tab:
    cells: dict[Place, SheetCell] = {}
    merged = []
    row = 0
    for line in table.iter(_tag("table:table-row")):
        repeated = int(_get(line, "table:number-rows-repeated", "1"))
        for column, element in _columns(line):
            if cell := _cell(element, struck):
                cells |= {(row + n, column): cell for n in range(1, min(repeated, MOST_ROWS + 1) + 1)}
            down, right = (int(_get(element, f"table:number-{x}-spanned", "1")) for x in ("rows", "columns"))
            if down > 1 or right > 1:
                merged.append((row + 1, column, row + down, column + right - 1))
        row += repeated
        if len(cells) > MOST_CELLS:
            raise too_many()
    return Tab(_get(table, "table:name"), cells, tuple(merged))


def _columns(line: Any) -> Iterator[tuple[int, Any]]:
    column = 1
    for element in line:
        if element.tag not in {_tag("table:table-cell"), _tag("table:covered-table-cell")}:
            continue
        repeated = int(_get(element, "table:number-columns-repeated", "1"))
        for n in range(min(repeated, MOST_COLUMNS - column + 1)):
            yield column + n, element
        column += repeated


def _cell(element: Any, struck: set[str]) -> SheetCell:
    comment = plain(" ".join(
        "".join(p.itertext()) for a in element.iter(_tag("office:annotation")) for p in a.iter(_tag("text:p"))
    ))  # fmt: skip
    link = next((_get(a, "xlink:href") for a in element.iter(_tag("text:a"))), "")
    whole = _get(element, "table:style-name") in struck
    kept: list[str] = []
    crossed: list[str] = []
    for paragraph in element.iterchildren(_tag("text:p")):
        for text, out in _runs(paragraph, struck):
            (crossed if out or whole else kept).append(text)
        kept.append(" ")
    formula = bool(element.get(_tag("table:formula")))
    value = _value(element, plain("".join(kept))) if not crossed or kept != [" "] else None
    if whole:
        value = None
    return SheetCell(value, formula, plain("".join(crossed)), comment, link)


def _runs(element: Any, struck: set[str], out: bool = False) -> Iterator[tuple[str, bool]]:
    """Pieces of text, and whether each was struck out."""
    out = out or _get(element, "text:style-name") in struck
    if element.tag == _tag("text:s"):
        yield " ", out
    yield element.text or "", out
    for child in element:
        yield from _runs(child, struck, out)
        yield child.tail or "", out


def _value(element: Any, text: str) -> str | float | date | datetime | None:
    kind = _get(element, "office:value-type")
    if kind == "date":
        day = datetime.fromisoformat(_get(element, "office:date-value"))
        return text if len(text) < len("1-1-26") or any(c.isalpha() for c in text) else day
    if kind in {"float", "percentage", "currency"}:
        number = float(_get(element, "office:value"))
        return int(number) if number.is_integer() else number
    return text or None
