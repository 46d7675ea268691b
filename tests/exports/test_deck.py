"""Slides as files: they open, say the same everywhere, can be read without seeing, and run nothing."""

import io
import re
import zipfile
from datetime import date
from html.parser import HTMLParser
from typing import Any

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pptx import Presentation
from pptx.enum.chart import XL_CHART_TYPE

from coverage.analysis.story.plan import story
from coverage.analysis.story.scene import Wish
from coverage.analysis.story.slides import Chart, Series, Slide, SlideTable, Story
from coverage.dataset import current
from coverage.exports import deck
from coverage.exports.deck_html import html_page
from coverage.exports.deck_layout import (
    BOTTOM,
    HEIGHT,
    MARGIN,
    PADDING,
    TABLE_SIZE,
    WIDTH,
    Box,
    column_widths,
    legend_places,
    lines_of,
    slide_places,
    text_height,
)
from coverage.exports.deck_pdf import pdf_bytes
from coverage.exports.deck_pptx import pptx_bytes
from coverage.exports.formats import FORMATS, Request, RequestError, make
from coverage.exports.pdf_pages import Pages
from coverage.vocabulary import SlideKind, Style

DS = current()
DAYS = (date(2013, 7, 1), date(2026, 11, 20))
HOSTILE = '<script>alert(1)</script> =cmd|"/c calc"!A1'


@pytest.fixture(scope="module", params=DAYS, ids=str)
def told(request: pytest.FixtureRequest) -> Story:
    return story(DS, Wish(request.param, regions=(13,), earlier=date(2011, 6, 30)))


@pytest.fixture(scope="module")
def opened(told: Story) -> Any:
    heard: list[tuple[int, int]] = []
    show = Presentation(io.BytesIO(pptx_bytes(DS, told, lambda n, total: heard.append((n, total)))))
    assert heard == [(n, len(told.slides)) for n in range(1, len(told.slides) + 1)]
    return show


def texts(page: Any) -> str:
    return "\n".join(s.text_frame.text for s in page.shapes if s.has_text_frame)


def test_a_page_for_every_slide_with_its_title_and_text(told: Story, opened: Any) -> None:
    pages = list(opened.slides)
    assert [p.shapes.title.text_frame.text for p in pages] == [told.title, *(s.title for s in told.slides)]
    for page, slide in zip(pages[1:], told.slides, strict=True):
        for text in (*slide.paragraphs, *slide.bullets):
            assert deck.clean(text) in texts(page)
        assert deck.footer(told) in texts(page)
        assert "€ " not in texts(page)  # an amount stays on the line of its sign
    assert opened.core_properties.title == told.title
    assert opened.core_properties.language == "nl-NL"
    assert (opened.slide_width, opened.slide_height) == (round(WIDTH * 914400), round(HEIGHT * 914400))


def test_tables_and_charts_are_native_and_hold_the_same_numbers(told: Story, opened: Any) -> None:
    for page, slide in zip(list(opened.slides)[1:], told.slides, strict=True):
        tables = [s.table for s in page.shapes if s.has_table]
        charts = [s.chart for s in page.shapes if s.has_chart]
        assert len(tables) == (slide.table is not None)
        assert len(charts) == (slide.chart is not None)
        if slide.table:
            rows = [[c.text for c in r.cells][bool(slide.table.styles) :] for r in tables[0].rows]
            assert rows == [list(slide.table.header), *(list(r) for r in slide.table.rows)]
        if slide.chart:
            (plot,) = charts[0].plots
            assert list(plot.categories) == list(slide.chart.categories)
            assert [tuple(s.values) for s in plot.series] == [s.values for s in slide.chart.series]
            assert charts[0].chart_type in {XL_CHART_TYPE.BAR_STACKED, XL_CHART_TYPE.BAR_CLUSTERED}


def test_what_is_not_text_has_alt_text_and_every_page_notes(told: Story, opened: Any) -> None:
    for page, slide in zip(list(opened.slides)[1:], told.slides, strict=True):
        described = [e for e in page.shapes._spTree.iter() if e.tag.endswith("}cNvPr") and e.get("descr")]
        assert len(described) == len(slide.pictures) + (slide.table is not None) + (slide.chart is not None)
        alts = {e.get("descr") for e in described}
        assert {p.alt for p in slide.pictures} <= alts
        notes = page.notes_slide.notes_text_frame.text
        for source in slide.sources:
            assert f"[{source}]" in notes
        assert deck.footer(told) in notes


def test_text_is_large_enough_for_a_hall(opened: Any) -> None:
    for page in opened.slides:
        for shape in page.shapes:
            if shape.has_text_frame and not shape.is_placeholder:
                sizes = [r.font.size.pt for p in shape.text_frame.paragraphs for r in p.runs]
                assert min(sizes, default=18) >= 18


def test_slides_are_numbered(opened: Any) -> None:
    for page in opened.slides:
        assert [e for e in page.shapes._spTree.iter() if e.get("type") == "slidenum"]


def test_nothing_stands_outside_the_slide_or_over_the_footer(told: Story) -> None:
    for slide in told.slides:
        where = slide_places(slide)
        boxes = [
            where.text,
            *where.pictures,
            *where.captions,
            *(b for b in (where.table, where.chart, where.legend) if b),
        ]
        for box in boxes:
            assert box.x >= MARGIN - 0.01
            assert box.x + box.w <= WIDTH - MARGIN + 0.01
            assert box.y + box.h <= BOTTOM + 0.01
            assert box.w > 1 and box.h > 0.2
        for one, other in ((a, b) for a in boxes for b in boxes if a is not b):
            apart = one.x + one.w <= other.x + 0.01 or other.x + other.w <= one.x + 0.01
            assert apart or one.y + one.h <= other.y + 0.01 or other.y + other.h <= one.y + 0.01, (
                slide.kind,
                one,
                other,
            )


@pytest.mark.parametrize("on", [date(2011, 6, 30), date(2018, 12, 31), date(2020, 6, 15), date(2026, 11, 28)], ids=str)
def test_the_text_of_every_kind_fits_its_box(on: date) -> None:
    regions = tuple(int(n) for n in DS.table("duup_regions")["number"])
    for slide in story(DS, Wish(on, kinds=tuple(SlideKind), regions=regions)).slides:
        where = slide_places(slide)
        needs = text_height([line.text for line in slide.texts], where.size, where.text.w)
        assert needs <= where.text.h + 0.01, (slide.title, needs, where.text.h)


def test_the_pdf_has_a_page_for_each_slide_a_title_and_a_language(told: Story) -> None:
    made = pdf_bytes(DS, told)
    assert len(re.findall(rb"/Type /Page\b", made)) == len(told.slides) + 1
    assert b"(nl-NL)" in made
    assert b"/Alt" in made
    assert b"/Outlines" in made
    assert not re.search(rb"/JavaScript|/Launch|/OpenAction <<", made)


class Reader(HTMLParser):
    """What a page holds: tags with their attributes, and the text outside script and style."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self._inside = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        self._inside = tag

    def handle_data(self, data: str) -> None:
        if self._inside not in {"script", "style"}:
            self.words.append(data)

    def of(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.tags if name == tag]


def test_the_web_page_says_the_same_and_fetches_nothing(told: Story) -> None:
    page = Reader(html_page(DS, told))
    assert len(page.of("section")) == len(told.slides) + 1
    assert len(page.of("h1")) == 1
    assert len(page.of("h2")) == len(told.slides)
    words = " ".join(page.words)
    for slide in told.slides:
        for text in (slide.title, *slide.paragraphs, *slide.bullets):
            assert text in words
    assert {a["alt"] for a in page.of("img")} == {p.alt for s in told.slides for p in s.pictures}
    fetched = [a[key] for _tag, a in page.tags for key in ("src", "href") if a.get(key)]
    assert all(address and address.startswith("data:image/svg+xml") for address in fetched)
    assert page.of("html") == [{"lang": "nl"}]


def test_a_hostile_title_is_text_everywhere() -> None:
    hostile = story(DS, Wish(date(2013, 7, 1), kinds=(SlideKind.METHOD,), title=HOSTILE))
    assert hostile.title == HOSTILE
    page = Reader(html_page(DS, hostile))
    assert len(page.of("script")) == 1
    assert HOSTILE in "".join(page.words)
    show = Presentation(io.BytesIO(pptx_bytes(DS, hostile)))
    assert show.slides[0].shapes.title.text_frame.text == HOSTILE
    assert pdf_bytes(DS, hostile).startswith(b"%PDF")


def own_slide(text: str) -> Story:
    blue = Style("#00558c", ink="#ffffff")
    chart = Chart(text, (text, "b"), (Series(text, (1, 2), blue), Series("x", (3, 4), blue)), text)
    table = SlideTable(text, (text, "n"), ((text, "1"),), frozenset({1}))
    slides = (
        Slide(SlideKind.GROUPS, text, (text,), chart=chart, notes=(text,)),
        Slide(SlideKind.ASK, text, (text,), (text,), table=table),
    )
    return Story(text, (text,), date(2026, 1, 1), "proef", slides)


@pytest.mark.parametrize("text", ["=1+1", "+31", "-cmd", "@SUM(A1)"])
def test_what_looks_like_a_formula_is_text_in_the_sheet_of_a_chart(text: str) -> None:
    with zipfile.ZipFile(io.BytesIO(pptx_bytes(DS, own_slide(text)))) as archive:
        (name,) = [n for n in archive.namelist() if n.endswith(".xlsx")]
        sheet = openpyxl.load_workbook(io.BytesIO(archive.read(name))).active
    cells = [cell for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert f"'{text}" in [c.value for c in cells]
    assert [c for c in cells if c.data_type == "f"] == []


@settings(max_examples=5, deadline=None)
@given(st.text(min_size=1, max_size=60))
def test_any_text_gives_files_that_open(text: str) -> None:
    whole = own_slide(text)
    assert len(Presentation(io.BytesIO(pptx_bytes(DS, whole))).slides) == 3
    assert pdf_bytes(DS, whole).startswith(b"%PDF")
    assert len(Reader(html_page(DS, whole)).of("section")) == 3


def test_a_paragraph_with_the_words_of_a_bullet_is_still_a_paragraph() -> None:
    same = Slide(SlideKind.ASK, "Titel", ("Gelijke woorden",), ("Gelijke woorden",))
    whole = Story("Titel", ("Onder de titel",), date(2026, 1, 1), "proef", (same,))
    page = Presentation(io.BytesIO(pptx_bytes(DS, whole))).slides[1]
    lines = [p for s in page.shapes if s.has_text_frame for p in s.text_frame.paragraphs if p.text == "Gelijke woorden"]
    assert [bool(line._p.findall(".//{*}buChar")) for line in lines] == [False, True]
    pages = Pages(whole)
    pages.add_page()
    dots: list[str] = []
    pages.cell = lambda *given, **_more: dots.append(given[2])  # type: ignore[assignment,method-assign]
    pages.paragraphs(same.texts, Box(1, 1, 5, 5), 20)
    assert dots == ["•"]


def test_legend_entries_stay_apart() -> None:
    found = legend_places(Box(1, 2, 4, 1), ["aangetoond in de gemeente", "op papier", "onbekend (blinde vlek)"])
    assert all(p.x >= 1 for p in found)
    assert len({(p.x, p.y) for p in found}) == 3


def test_the_command_line_formats() -> None:
    for name in ("pptx", "pdf"):
        made = make(DS, name, Request(date(2013, 7, 1), region=3))
        assert made.startswith({"pptx": b"PK", "pdf": b"%PDF"}[name])
        with pytest.raises(RequestError):
            make(DS, name, Request(date(2013, 7, 1), municipality="GM0301"))
        assert FORMATS[name].takes == {"region"}


def test_no_column_breaks_a_word() -> None:
    """Where the text of a table must wrap, each column still holds its longest word on one line."""
    regions = ", ".join(f"Gemeente {n}" for n in range(20))
    table = SlideTable(
        "", ("Stand", "Regio's", "Welke"), (("overgenomen", "11", regions), ("deels binnen", "3", regions))
    )
    widths = column_widths(table, 6.4)
    assert sum(widths) == pytest.approx(6.4)
    for width, words in zip(widths, ("overgenomen", "Regio's", "Gemeente"), strict=True):
        assert lines_of(words, TABLE_SIZE, width - 2 * PADDING) == 1
