"""The slides as PDF: one page a slide, text that can be selected, maps with alt text, an outline and a language."""

from __future__ import annotations

from io import BytesIO

from coverage.analysis.story.slides import Slide, SlideTable, SlideText, Story
from coverage.dataset import Dataset
from coverage.exports import deck
from coverage.exports.deck import PANEL, WHITE, Progress
from coverage.exports.deck_layout import (
    CAPTION,
    CAPTION_SIZE,
    HEAD_SIZE,
    LOGO,
    MARGIN,
    PADDING,
    SWATCH,
    TABLE_SIZE,
    TITLE_SIZE,
    WIDTH,
    Box,
    column_widths,
    head_height,
    legend_places,
    row_heights,
    slide_legend,
    slide_places,
)
from coverage.exports.paper import ACCENT, INK, SOFT
from coverage.exports.pdf_chart import draw_chart
from coverage.exports.pdf_pages import NARROW, Pages
from coverage.sender import sender
from coverage.vocabulary import Style


def pdf_bytes(ds: Dataset, story: Story, progress: Progress | None = None) -> bytes:
    """The slides as PDF; ``progress`` hears how many of how many slides are done."""
    pages = Pages(story)
    _title_slide(pages, story)
    for done, slide in enumerate(story.slides, start=1):
        _slide(ds, pages, slide)
        if progress:
            progress(done, len(story.slides))
    return bytes(pages.output())


def _title_slide(pages: Pages, story: Story) -> None:
    pages.slide(story.title)
    if logo := sender().logo:
        pages.image(logo, LOGO.x, LOGO.y, LOGO.w, LOGO.h, keep_aspect_ratio=True, alt_text=sender().sender)
    pages.face(40 * NARROW, ACCENT, bold=True)
    pages.set_xy(MARGIN, 2.2)
    pages.multi_cell(WIDTH - 2 * MARGIN, 0.62, deck.clean(story.title), align="L")
    pages.paragraphs(tuple(map(SlideText, story.lines)), Box(MARGIN, 4.1, WIDTH - 2 * MARGIN, 1.8), 24)


def _slide(ds: Dataset, pages: Pages, slide: Slide) -> None:
    where = slide_places(slide)
    pages.slide(slide.title)
    pages.put(slide.title, Box(MARGIN, 0.35, WIDTH - 2 * MARGIN, 0.8), TITLE_SIZE, color=ACCENT, bold=True)
    pages.paragraphs(slide.texts, where.text, where.size)
    for picture, box in zip(slide.pictures, where.captions, strict=False):
        pages.put(picture.caption, box, CAPTION_SIZE, bold=True)
    for picture, box in zip(slide.pictures, where.pictures, strict=True):
        content = BytesIO(deck.map_picture(ds, picture, box))
        pages.image(content, box.x, box.y, box.w, box.h, alt_text=picture.alt, title=picture.caption)
    if slide.table and where.table:
        _table(pages, where.table, slide.table)
    if slide.chart and where.chart:
        draw_chart(pages, where.chart, slide.chart)
    if slide.drawing and (room := where.drawing):
        content = BytesIO(deck.drawing_file(ds, slide.drawing, "png", (room.w, room.h)))
        pages.image(content, room.x, room.y, room.w, room.h, alt_text=slide.drawing.alt, title=slide.drawing.caption)
    if where.legend:
        entries = slide_legend(slide)
        for (words, style), place in zip(
            entries, legend_places(where.legend, [w for w, _style in entries]), strict=True
        ):
            pages.paint(place.x, place.y + 0.08, 0.26, 0.26, style, SOFT)
            pages.put(words, Box(place.x + 0.35, place.y, place.w - 0.4, place.h), CAPTION_SIZE)


def _table(pages: Pages, box: Box, table: SlideTable) -> None:
    """Head, rows in turns white and pale, and a square before rows that have a colour."""
    coloured, y = bool(table.styles), box.y
    if not coloured:
        pages.put(table.caption, Box(box.x, y, box.w, CAPTION), CAPTION_SIZE, bold=True)
        y += CAPTION
    width = box.w - SWATCH * coloured
    widths, tall = column_widths(table, width), head_height(table, width)
    pages.paint(box.x, y, box.w, tall, Style(ACCENT))
    rows = (tall, *row_heights(table, width))
    for index, (cells, height) in enumerate(zip((table.header, *table.rows), rows, strict=True)):
        x = box.x + SWATCH * coloured
        if index:
            pages.paint(box.x, y, box.w, height, Style(PANEL if index % 2 else WHITE))
        if index - 1 in table.styles:
            pages.paint(box.x, y, SWATCH, height, table.styles[index - 1], WHITE)
        for column, (text, wide) in enumerate(zip(cells, widths, strict=True)):
            inside = Box(x + PADDING, y, wide - 2 * PADDING, height)
            align = "R" if column in table.numeric else "L"
            size, colour = (TABLE_SIZE, INK) if index else (HEAD_SIZE, WHITE)
            pages.put(text, inside, size, color=colour, bold=not index, align=align)
            x += wide
        y += height
