"""The tabs of an XLSX file: values by openpyxl, row by row, and what it leaves out in that mode from the XML itself.

Reading row by row costs no memory for rows that are only formatted; merged cells, links and comments then have to be
looked up in the parts of the file (ECMA-376, part 1, 18.3 and 18.7).
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from datetime import date, datetime
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

from lxml import etree
from openpyxl import load_workbook
from openpyxl.cell.read_only import EMPTY_CELL
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.utils import coordinate_to_tuple, range_boundaries

from coverage.sheets.cells import MOST_CELLS, MOST_COLUMNS, Place, SheetCell, Tab, plain
from coverage.sheets.unpack import too_many

_STRICT = (  # ISO/IEC 29500 Strict names the same parts otherwise; openpyxl knows the transitional names only
    (b"http://purl.oclc.org/ooxml/spreadsheetml/main", b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"),
    (b"http://purl.oclc.org/ooxml/officeDocument/relationships",
     b"http://schemas.openxmlformats.org/officeDocument/2006/relationships"),
    (b"http://purl.oclc.org/ooxml/drawingml/main", b"http://schemas.openxmlformats.org/drawingml/2006/main"),
)  # fmt: skip
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


def xlsx_tabs(data: bytes) -> list[Tab]:
    """All tabs with the cells that hold anything. Any exception means that the file is damaged."""
    data = _transitional(data)
    book = load_workbook(BytesIO(data), read_only=True, data_only=False, keep_links=False, rich_text=True)
    with ZipFile(BytesIO(data)) as archive:
        return [_tab(archive, sheet) for sheet in book.worksheets]


def _transitional(data: bytes) -> bytes:
    with ZipFile(BytesIO(data)) as archive:
        parts = {p.filename: archive.read(p) for p in archive.infolist()}
    if not any(b"http://purl.oclc.org/ooxml/" in content for content in parts.values()):
        return data
    made = BytesIO()
    with ZipFile(made, "w", ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            for strict, transitional in _STRICT:
                content = content.replace(strict, transitional)  # noqa: PLW2901
            archive.writestr(name, content)
    return made.getvalue()


def _tab(archive: ZipFile, sheet: Any) -> Tab:
    part = sheet._worksheet_path.lstrip("/")  # what openpyxl opens too
    sheet.reset_dimensions()  # the range that a file states may leave out cells
    cells: dict[Place, SheetCell] = {}
    for row in sheet.iter_rows(max_col=MOST_COLUMNS):
        for cell in row:
            if cell is not EMPTY_CELL and cell.value is not None and (read := _cell(cell)):
                cells[cell.row, cell.column] = read
        if len(cells) > MOST_CELLS:
            raise too_many()
    related = _related(archive, part)
    merged, links, runs = _beside_values(archive, part, related)
    cells |= runs
    for place, link in links.items():
        cells[place] = _with(cells.get(place), link=link)
    for place, comment in _comments(archive, related):
        cells[place] = _with(cells.get(place), comment=comment)
    return Tab(sheet.title, cells, tuple(merged))


def _with(cell: SheetCell | None, link: str = "", comment: str = "") -> SheetCell:
    c = cell or SheetCell()
    return SheetCell(c.value, c.formula, c.struck, comment or c.comment, link or c.link)


def _cell(cell: Any) -> SheetCell:
    value, whole = cell.value, bool(cell.font and cell.font.strike)
    if isinstance(value, CellRichText):
        runs = [(str(run), whole or _struck(run)) for run in value]
        return SheetCell("".join(t for t, struck in runs if not struck) or None, struck=plain(" ".join(
            t for t, struck in runs if struck)))  # fmt: skip
    if cell.data_type == "f":
        return SheetCell(plain(getattr(value, "text", value)), formula=True)
    if whole:
        return SheetCell(struck=plain(value))
    if isinstance(value, datetime | date):
        return SheetCell(_as_shown(value, str(cell.number_format)))
    return SheetCell(value if isinstance(value, str | int | float) else plain(value))


def _struck(run: Any) -> bool:
    return isinstance(run, TextBlock) and bool(run.font and run.font.strike)


def _as_shown(value: datetime | date, form: str) -> datetime | date | str:
    """A day, or only the month or year when the cell shows no more: mrt-26 is stored as 1 March."""
    shown = re.sub(r'"[^"]*"|\[[^\]]*\]|\\.', "", form).casefold()
    if "d" in shown or ("j" not in shown and "y" not in shown):
        return value
    return value.isoformat()[:7] if "m" in shown else value.isoformat()[:4]


def _related(archive: ZipFile, part: str) -> dict[str, tuple[str, str]]:
    """Identifier -> kind and target of what a sheet refers to."""
    folder, name = posixpath.split(part)
    path = f"{folder}/_rels/{name}.rels"
    if path not in archive.namelist():
        return {}
    found = {}
    for r in etree.fromstring(archive.read(path), _parser()):
        target = str(r.get("Target", ""))
        if r.get("TargetMode") != "External":
            target = posixpath.normpath(posixpath.join(folder, target)).lstrip("/") if target[:1] != "/" else target[1:]
        found[str(r.get("Id"))] = (str(r.get("Type", "")).rpartition("/")[2], target)
    return found


def _beside_values(
    archive: ZipFile, part: str, related: dict[str, tuple[str, str]]
) -> tuple[list[tuple[int, int, int, int]], dict[Place, str], dict[Place, SheetCell]]:
    """Merged ranges, links, and cells with words struck out in a text that stands in the cell itself."""
    merged, links, runs = [], {}, {}
    with archive.open(part) as stream:
        for _event, element in etree.iterparse(stream, resolve_entities=False, no_network=True, huge_tree=False):
            kind = etree.QName(element).localname
            if kind == "mergeCell":
                left, first, right, last = range_boundaries(element.get("ref"))
                merged.append((first, left, last, right))
            elif kind == "hyperlink":
                left, first, _right, _last = range_boundaries(element.get("ref"))
                target = related.get(str(element.get(_RELATION)), ("", ""))[1]
                links[first, left] = target + (f"#{element.get('location')}" if element.get("location") else "")
            elif kind == "c" and element.get("t") == "inlineStr" and (cell := _inline(element)):
                runs[coordinate_to_tuple(element.get("r"))] = cell
            if kind in {"row", "mergeCell", "hyperlink"}:
                element.clear()
    return merged, links, runs


def _inline(element: Any) -> SheetCell | None:
    """A cell whose own text has words struck out, which openpyxl reads as if they were not; else None."""
    runs = [("".join(t.text or "" for t in r.iterfind("{*}t")), _is_on(r.find("{*}rPr/{*}strike")))
            for r in element.iterfind("{*}is/{*}r")]  # fmt: skip
    struck = plain(" ".join(text for text, out in runs if out))
    return SheetCell("".join(text for text, out in runs if not out).strip() or None, struck=struck) if struck else None


def _is_on(strike: Any) -> bool:
    return strike is not None and strike.get("val", "1") not in {"0", "false"}


def _comments(archive: ZipFile, related: dict[str, tuple[str, str]]) -> Iterator[tuple[Place, str]]:
    """Comments, threaded ones too: these have a stub among the plain ones with the text of the first."""
    for kind, target in related.values():
        if kind != "comments" or target not in archive.namelist():
            continue
        for element in etree.fromstring(archive.read(target), _parser()).iter("{*}comment"):
            text = plain(" ".join(t.text or "" for t in element.iter("{*}t")))
            if text and element.get("ref"):
                yield coordinate_to_tuple(element.get("ref")), text


def _parser() -> etree.XMLParser:
    return etree.XMLParser(resolve_entities=False, no_network=True)
