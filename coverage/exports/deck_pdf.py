"""The slides as PDF: one page a slide, text that can be selected, maps with alt text, an outline and a language."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from typing import cast

import matplotlib as mpl
from fpdf import FPDF

from coverage.analysis.story.slides import Slide, Story, Table
from coverage.dataset import Dataset
from coverage.exports import deck
from coverage.exports.deck import ACCENT, INK, PANEL, PAPER, SOFT, Progress
from coverage.exports.deck_layout import (
    AFTER,
    CAPTION,
    CAPTION_SIZE,
    FOOTER_SIZE,
    HEAD_SIZE,
    HEIGHT,
    LEADING,
    MARGIN,
    PADDING,
    ROW,
    SWATCH,
    TABLE_SIZE,
    TITLE_SIZE,
    WIDTH,
    Box,
    column_widths,
    head_height,
    legend,
    legend_places,
    places,
)
from coverage.exports.pdf_chart import draw_chart
from coverage.i18n import _, document_language
from coverage.vocabulary import Style

FONT = "DejaVu"  # as in the maps; it comes with the library that draws those
NARROW = 0.86  # its letters are wider than those of PowerPoint's font
SMALLEST = 12
SHRINK = 0.85  # a line may become this much smaller before it is broken


def pdf_bytes(ds: Dataset, story: Story, progress: Progress | None = None) -> bytes:
    """The slides as PDF; ``progress`` hears how many of how many slides are done."""
    pages = Pages(story)
    _title_slide(pages, story)
    for done, slide in enumerate(story.slides, start=1):
        _slide(ds, pages, slide)
        if progress:
            progress(done, len(story.slides))
    return bytes(pages.output())


class Pages(FPDF):
    """Pages of 16:9 in inches, with our font, footer and number."""

    def __init__(self, story: Story) -> None:
        super().__init__(orientation="portrait", unit="in", format=(WIDTH, HEIGHT))
        fonts = Path(mpl.get_data_path()) / "fonts" / "ttf"
        self.add_font(FONT, "", fonts / "DejaVuSans.ttf")
        self.add_font(FONT, "B", fonts / "DejaVuSans-Bold.ttf")
        self.set_auto_page_break(False)
        self.set_margin(0)
        self.c_margin = 0
        self.set_title(story.title)
        self.set_subject(story.lines[0])
        self.set_author(_("Landelijke dekking uitstapprogramma's"))
        self.set_lang(document_language())
        self.words = deck.footer(story)

    def slide(self, title: str) -> None:
        """Begin a page: in the outline, with footer and number."""
        self.add_page()
        self.start_section(deck.clean(title))
        below = Box(MARGIN, HEIGHT - 0.5, WIDTH - 2 * MARGIN, 0.35)
        self.put(self.words, below, FOOTER_SIZE, color=SOFT)
        self.put(str(self.page_no()), below, FOOTER_SIZE, color=SOFT, align="R")

    def put(self, text: str, box: Box, size: float, *, color: str = INK, bold: bool = False, align: str = "L") -> None:
        """Text in the middle of a box: on one line, on two when it is much too long, made smaller as far as needed."""
        used = self.face(size, color, bold)
        text = deck.clean(text)
        lines = [text] if self.get_string_width(text) * SHRINK <= box.w else self._halves(text)
        while used > SMALLEST / 2 and max(self.get_string_width(part) for part in lines) > box.w:
            used -= 0.5
            self.set_font_size(used)
        step = min(used * LEADING / 72, box.h / len(lines))
        for i, part in enumerate(lines):
            self.set_xy(box.x, box.y + (box.h - step * len(lines)) / 2 + i * step)
            self.cell(box.w, step, part, align=align)

    def _halves(self, text: str) -> list[str]:
        """Two parts of about the same length; the text itself when it is one word."""
        words = text.split(" ")
        if len(words) <= 1:
            return [text]
        ways = [(" ".join(words[:i]), " ".join(words[i:])) for i in range(1, len(words))]
        return list(min(ways, key=lambda way: max(self.get_string_width(part) for part in way)))

    def face(self, size: float, color: str, bold: bool = False) -> float:
        """Choose font, size and colour; returns the size in use."""
        self.set_font(FONT, "B" if bold else "", size * NARROW)
        self.set_text_color(color)
        return size * NARROW

    def paragraphs(self, texts: Sequence[str], bullets: Sequence[str], box: Box, size: float) -> None:
        """Text with bullets under it, at the largest size up to ``size`` that fits the box."""
        while size > SMALLEST and self._height(texts, bullets, box.w, size) > box.h:
            size -= 1
        y = box.y
        for text in (*texts, *bullets):
            used = self.face(size, INK)
            indent = size / 72 if text in bullets else 0.0
            if indent:
                self.set_xy(box.x, y)
                self.cell(indent, used * LEADING / 72, "•")
            self.set_xy(box.x + indent, y)
            self.multi_cell(
                box.w - indent,
                used * LEADING / 72,
                deck.clean(text),
                align="L",
                new_x="LEFT",
                new_y="NEXT",
            )
            y = self.get_y() + size * AFTER / 72

    def _height(self, texts: Sequence[str], bullets: Sequence[str], width: float, size: float) -> float:
        used = self.face(size, INK)
        total = 0.0
        for text in (*texts, *bullets):
            inner = width - (size / 72 if text in bullets else 0)
            tall = self.multi_cell(
                inner, used * LEADING / 72, deck.clean(text), align="L", dry_run=True, output="HEIGHT"
            )
            total += cast(float, tall) + size * AFTER / 72
        return total

    def paint(self, box: Box, style: Style, border: str = "") -> None:
        """A rectangle in the fill of a style; patterns are left out, since words stand beside every colour."""
        self.set_fill_color(style.fill)
        self.set_draw_color(border or style.fill)
        self.set_line_width(0.01)
        self.rect(box.x, box.y, box.w, box.h, style="DF")


def _title_slide(pages: Pages, story: Story) -> None:
    pages.slide(story.title)
    pages.face(40, ACCENT, bold=True)
    pages.set_xy(MARGIN, 2.2)
    pages.multi_cell(WIDTH - 2 * MARGIN, 0.62, deck.clean(story.title), align="L")
    pages.paragraphs(story.lines, (), Box(MARGIN, 4.1, WIDTH - 2 * MARGIN, 1.8), 24)


def _slide(ds: Dataset, pages: Pages, slide: Slide) -> None:
    where = places(slide)
    pages.slide(slide.title)
    pages.put(slide.title, Box(MARGIN, 0.35, WIDTH - 2 * MARGIN, 0.8), TITLE_SIZE, color=ACCENT, bold=True)
    pages.paragraphs(slide.paragraphs, slide.bullets, where.text, where.size)
    for picture, box in zip(slide.pictures, where.captions, strict=False):
        pages.put(picture.caption, box, CAPTION_SIZE, bold=True)
    for picture, box in zip(slide.pictures, where.pictures, strict=True):
        content = BytesIO(deck.map_picture(ds, picture, box))
        pages.image(content, box.x, box.y, box.w, box.h, alt_text=picture.alt, title=picture.caption)
    if slide.table and where.table:
        _table(pages, where.table, slide.table)
    if slide.chart and where.chart:
        draw_chart(pages, where.chart, slide.chart)
    if where.legend:
        entries = legend(slide)
        for (words, style), place in zip(
            entries, legend_places(where.legend, [w for w, _style in entries]), strict=True
        ):
            pages.paint(Box(place.x, place.y + 0.08, 0.26, 0.26), style, SOFT)
            pages.put(words, Box(place.x + 0.35, place.y, place.w - 0.4, place.h), CAPTION_SIZE)


def _table(pages: Pages, box: Box, table: Table) -> None:
    """Head, rows in turns white and pale, and a square before rows that have a colour."""
    coloured, y = bool(table.styles), box.y
    if not coloured:
        pages.put(table.caption, Box(box.x, y, box.w, CAPTION), CAPTION_SIZE, bold=True)
        y += CAPTION
    width = box.w - SWATCH * coloured
    widths, tall = column_widths(table, width), head_height(table, width)
    pages.paint(Box(box.x, y, box.w, tall), Style(ACCENT))
    for index, cells in enumerate((table.header, *table.rows)):
        height = ROW if index else tall
        x = box.x + SWATCH * coloured
        if index:
            pages.paint(Box(box.x, y, box.w, ROW), Style(PANEL if index % 2 else PAPER))
        if index - 1 in table.styles:
            pages.paint(Box(box.x, y, SWATCH, ROW), table.styles[index - 1], PAPER)
        for column, (text, wide) in enumerate(zip(cells, widths, strict=True)):
            inside = Box(x + PADDING, y, wide - 2 * PADDING, height)
            align = "R" if column in table.numeric else "L"
            size, colour = (TABLE_SIZE, INK) if index else (HEAD_SIZE, PAPER)
            pages.put(text, inside, size, color=colour, bold=not index, align=align)
            x += wide
        y += height
