"""Hostile names and notes through every file that can be taken along: each opens in another program, as text."""

from __future__ import annotations

import csv
import io
import json
import shutil
import sqlite3
import subprocess
import zipfile
from collections.abc import Iterator
from datetime import date
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree

import openpyxl
import pytest
from hostile_package import FLAG, FORMULAS, LONG_NAME, MARKUP_NAME, name_of
from PIL import Image
from pptx import Presentation

from coverage.analysis.allocation.receipt import receipt
from coverage.analysis.allocation.result import allocate
from coverage.analysis.allocation.scenario import baseline
from coverage.analysis.allocation.uncertainty import over_memberships
from coverage.analysis.profile.facts import profile
from coverage.analysis.story.plan import story
from coverage.analysis.story.scene import Wish
from coverage.dataset import Dataset, current
from coverage.exports.allocation_csv import allocation_csv
from coverage.exports.allocation_xlsx import allocation_xlsx
from coverage.exports.correction_xlsx import correction_xlsx, known
from coverage.exports.deck_html import html_page
from coverage.exports.factsheet_pdf import factsheet_pdf
from coverage.exports.formats import Request, make
from coverage.exports.receipt_pdf import receipt_pdf
from coverage.exports.safe import DANGEROUS
from coverage.exports.static_site.write import FRONT, write_site
from coverage.sheets.corrections import read_corrections
from coverage.sheets.proposals import SHEET

ON = date(2013, 7, 1)
BOTH = (LONG_NAME, MARKUP_NAME)  # in DUUP region 7
NAME = name_of(MARKUP_NAME, "Apeldoorn")
pytestmark = pytest.mark.filterwarnings("ignore:Glyph:UserWarning")  # a font without emoji draws a box


@pytest.fixture(scope="module")
def ds(hostile: Path) -> Dataset:
    return current(hostile)


class Opened(HTMLParser):
    """An HTML page as a browser reads it, after a check that nothing from the data became an element or attribute."""

    def __init__(self, html: str, scripts: int = 0) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.words: list[str] = []
        self.feed(html)
        assert self.tags.count("script") == scripts
        assert self.tags.count("h1") <= 1

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        for name, value in attrs:
            assert not name.startswith("on"), (tag, attrs)
            assert name not in {"href", "src"} or not str(value).startswith("javascript:"), (tag, attrs)
            assert name != "src" or not str(value).startswith("http"), (tag, attrs)

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def pdf_words(data: bytes, tmp_path: Path) -> str:
    """The text of a PDF as another program reads it; without that program only that it is one."""
    assert data.startswith(b"%PDF-")
    assert b"/JavaScript" not in data
    if not shutil.which("pdftotext"):
        return ""
    (tmp_path / "x.pdf").write_bytes(data)
    done = subprocess.run(["pdftotext", str(tmp_path / "x.pdf"), "-"], check=True, capture_output=True, text=True)
    assert "Error" not in done.stderr
    return done.stdout


def sheets(data: bytes) -> Iterator[tuple[str, object]]:
    """(kind, value) of every cell in every sheet, after a check that there is no formula and no link."""
    book = openpyxl.load_workbook(io.BytesIO(data))
    for sheet in book:
        assert not sheet._hyperlinks
        for row in sheet.iter_rows():
            yield from ((cell.data_type, cell.value) for cell in row if cell.value is not None)


def test_csv(ds: Dataset) -> None:
    for data in (make(ds, "csv", Request(ON)), allocation_csv(*_allocation(ds))):
        rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig")), delimiter=";"))
        assert len({len(row) for row in rows}) == 1
        cells = [cell for row in rows for cell in row if not cell.lstrip("-").replace(",", "").isdigit()]
        assert not [cell for cell in cells if cell.startswith(DANGEROUS)]
        assert [cell for cell in cells if cell.startswith("'=HYPERLINK")]


def _allocation(ds: Dataset):
    allocation = allocate(ds, baseline(ds))
    return allocation, over_memberships(allocation)


@pytest.mark.slow
def test_the_workbook_of_the_package(ds: Dataset) -> None:
    cells = list(sheets(make(ds, "xlsx", Request(ON))))
    assert {kind for kind, _value in cells} <= {"s", "n", "b"}
    words = {str(value) for _kind, value in cells}
    assert name_of(LONG_NAME, "Zutphen") in words
    assert words.issuperset(FORMULAS)  # as text, which no spreadsheet works out


def test_the_workbook_of_an_allocation(ds: Dataset) -> None:
    """Its own formulas are live; texts are not, and none begins like one."""
    for kind, value in sheets(allocation_xlsx(ds, *_allocation(ds))):
        if kind == "f":
            assert not [word for word in ("HYPERLINK", "cmd|", "voorbeeld.invalid") if word in str(value)]
        elif isinstance(value, str):
            assert not value.startswith(DANGEROUS)


def test_a_correction_sheet_goes_out_and_comes_back(ds: Dataset) -> None:
    for code in BOTH:
        data = correction_xlsx(ds, profile(ds, code, ON))
        assert {kind for kind, _value in sheets(data)} <= {"s", "n", "b"}
        found = read_corrections(data, known(ds))
        assert (found.proposals, found.problems) == ((), ())
        assert SHEET in openpyxl.load_workbook(io.BytesIO(data)).sheetnames


def test_the_geopackage(ds: Dataset, tmp_path: Path) -> None:
    (tmp_path / "x.gpkg").write_bytes(make(ds, "gpkg", Request(ON)))
    with sqlite3.connect(tmp_path / "x.gpkg") as file:
        assert file.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        names = [str(name) for (name,) in file.execute("SELECT gemeente FROM gemeenten")]
    assert NAME in names
    assert max(map(len, names)) > 10_000
    assert not [name for name in names if name.startswith(DANGEROUS)]


def test_the_package_itself(ds: Dataset) -> None:
    """The ZIP holds the tables as they are, for programs and with checksums; its text says how to read them."""
    with zipfile.ZipFile(io.BytesIO(make(ds, "zip", Request(ON)))) as archive:
        assert archive.testzip() is None
        assert archive.read("municipalities.csv") == (ds.path / "municipalities.csv").read_bytes()
        json.loads(archive.read("datapackage.json"))


@pytest.mark.parametrize(("code", "region"), [("", None), (LONG_NAME, 7), (MARKUP_NAME, 7)])
def test_pictures(ds: Dataset, code: str, region: int | None) -> None:
    request = Request(ON, municipality=code, region=region)
    Image.open(io.BytesIO(make(ds, "png", request))).verify()
    svg = ElementTree.fromstring(make(ds, "svg", request))
    assert not [e for e in svg.iter() if e.tag.endswith("}script") or [a for a in e.attrib if a.startswith("on")]]
    if region:
        assert NAME in "".join(svg.itertext())


def test_slides(ds: Dataset, tmp_path: Path) -> None:
    show = Presentation(io.BytesIO(make(ds, "pptx", Request(ON, region=7))))
    assert len(show.slides) > 8
    words = "".join(s.text_frame.text for page in show.slides for s in page.shapes if s.has_text_frame)
    assert "onerror" in words
    assert "witte vlek" in pdf_words(make(ds, "pdf", Request(ON, region=7)), tmp_path) or not shutil.which("pdftotext")
    page = Opened(html_page(ds, story(ds, Wish(ON, regions=(7,)))), scripts=1)
    assert "onerror" in "".join(page.words)


@pytest.mark.parametrize("code", BOTH)
def test_fact_sheet_and_receipt_are_one_page(ds: Dataset, code: str, tmp_path: Path) -> None:
    sheet = factsheet_pdf(ds, profile(ds, code, ON))
    words = pdf_words(sheet, tmp_path)
    assert sheet.count(b"/Type /Page\n") == 1
    assert not words or "Bij direct gevaar: 112" in " ".join(words.split())
    allocation = allocate(ds, baseline(ds))
    paper = receipt_pdf(ds, allocation, receipt(ds, allocation, 7), "https://voorbeeld.invalid/" + "x" * 500)
    pdf_words(paper, tmp_path)
    assert paper.count(b"/Type /Page\n") == 1


@pytest.mark.slow
def test_the_static_edition(ds: Dataset, tmp_path: Path) -> None:
    written = write_site(ds, tmp_path / "site", ON)
    pages = list((tmp_path / "site").rglob("*.html"))
    assert len(pages) == written.pages > 370  # no two pages with one name
    assert len(list((tmp_path / "site" / "regios").glob("*.html"))) >= 18
    for path in pages:  # the front page describes the data for search engines
        Opened(path.read_text(encoding="utf-8"), scripts=int(path == tmp_path / "site" / FRONT))
    assert FLAG in "".join(p.read_text(encoding="utf-8") for p in pages)
