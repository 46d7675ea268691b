"""The slides as PowerPoint: text to edit, native tables and charts, maps with alt text, notes with sources."""

from __future__ import annotations

import copy
from collections.abc import Sequence
from io import BytesIO
from typing import Any

from pptx import Presentation
from pptx.enum.shapes import MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml.ns import qn
from pptx.util import Inches, Length, Pt

from coverage.analysis.story.slides import Slide, SlideTable, SlideText, Story
from coverage.dataset import Dataset
from coverage.exports import deck
from coverage.exports.deck import Progress
from coverage.exports.deck_layout import (
    CAPTION,
    CAPTION_SIZE,
    HEAD_SIZE,
    HEIGHT,
    LOGO,
    MARGIN,
    PADDING,
    SWATCH,
    TABLE_SIZE,
    WIDTH,
    Box,
    column_widths,
    head_height,
    legend_places,
    row_heights,
    slide_legend,
    slide_places,
)
from coverage.exports.paper import INK, SOFT
from coverage.exports.pptx_chart import add_chart
from coverage.exports.pptx_theme import FOOTER, NUMBER, calm, paint, rgb
from coverage.i18n import document_language
from coverage.sender import sender, site_name
from coverage.vocabulary import Style

TITLE_ONLY = 5  # the layout of python-pptx's own template with no more than a title


def pptx_bytes(ds: Dataset, story: Story, progress: Progress | None = None) -> bytes:
    """The slides as a PowerPoint file; ``progress`` hears how many of how many slides are done."""
    show = Presentation()
    show.slide_width, show.slide_height = Inches(WIDTH), Inches(HEIGHT)
    calm(show)
    properties, lines = show.core_properties, [deck.clean(line) for line in story.lines]
    properties.title, properties.language = deck.clean(story.title), document_language()
    properties.author = sender().sender or site_name()
    properties.subject, properties.comments = lines[0], deck.footer(story)
    _title_slide(show, story)
    for done, slide in enumerate(story.slides, start=1):
        _slide(ds, show, story, slide)
        if progress:
            progress(done, len(story.slides))
    stream = BytesIO()
    show.save(stream)
    return stream.getvalue()


def _title_slide(show: Any, story: Story) -> None:
    page = _page(show, story, story.title)
    title = page.shapes.title
    _place(title, Box(MARGIN, 2.2, WIDTH - 2 * MARGIN, 1.7))
    title.text_frame.paragraphs[0].font.size = Pt(44)
    _text(page, Box(MARGIN, 4.1, WIDTH - 2 * MARGIN, 1.6), tuple(map(SlideText, story.lines)), 24)
    _logo(page)
    page.notes_slide.notes_text_frame.text = "\n".join((*map(deck.clean, story.lines), deck.footer(story)))


def _logo(page: Any) -> None:
    """The logo of the sender, when it is a PNG: PowerPoint takes no SVG without a picture of it beside it."""
    logo = sender().logo
    if not logo or logo.suffix.lower() != ".png":
        return
    shape = page.shapes.add_picture(str(logo), Inches(LOGO.x), Inches(LOGO.y))
    scale = min(Inches(LOGO.w) / shape.width, Inches(LOGO.h) / shape.height)
    shape.width, shape.height = round(shape.width * scale), round(shape.height * scale)
    _describe(shape._element.nvPicPr.cNvPr, "logo", sender().sender)


def _slide(ds: Dataset, show: Any, story: Story, slide: Slide) -> None:
    page, where = _page(show, story, slide.title), slide_places(slide)
    _text(page, where.text, slide.texts, where.size)
    for picture, box in zip(slide.pictures, where.pictures, strict=True):
        shape = page.shapes.add_picture(BytesIO(deck.map_picture(ds, picture, box)), *_inches(box))
        _describe(shape._element.nvPicPr.cNvPr, picture.caption, picture.alt)
    for picture, box in zip(slide.pictures, where.captions, strict=False):
        _text(page, box, (SlideText(picture.caption),), CAPTION_SIZE, bold=True)
    if slide.table and where.table:
        _table(page, where.table, slide.table)
    if slide.chart and where.chart:
        frame = add_chart(page.shapes, where.chart, slide.chart)
        _describe(frame._element.nvGraphicFramePr.cNvPr, slide.chart.caption, slide.chart.alt)
    if slide.drawing and (room := where.drawing):
        drawn = BytesIO(deck.drawing_file(ds, slide.drawing, "png", (room.w, room.h)))
        shape = page.shapes.add_picture(drawn, *_inches(room))
        _describe(shape._element.nvPicPr.cNvPr, slide.drawing.caption, slide.drawing.alt)
    if where.legend:
        _legend(page, where.legend, slide_legend(slide))
    page.notes_slide.notes_text_frame.text = deck.notes(ds, story, slide)


def _page(show: Any, story: Story, title: str) -> Any:
    """A slide with its title, an accent line, and the footer and number of its layout."""
    layout = show.slide_layouts[TITLE_ONLY]
    page = show.slides.add_slide(layout)
    page.shapes.title.text_frame.text = deck.clean(title)
    for holder in layout.placeholders:
        if holder.placeholder_format.idx in (FOOTER, NUMBER):
            page.shapes._spTree.append(copy.deepcopy(holder._element))
    for holder in page.placeholders:
        if holder.placeholder_format.idx == FOOTER:
            holder.text_frame.text = deck.footer(story)
            holder.text_frame.paragraphs[0].font.color.rgb = rgb(SOFT)
        elif holder.placeholder_format.idx == NUMBER:
            _dark(holder)
    return page


def _dark(number: Any) -> None:
    """Colour the field with the slide number, which has no run to set the colour of."""
    field = number._element.find(".//a:fld", number._element.nsmap)
    properties = field.find("a:rPr", number._element.nsmap)
    if properties is None:
        properties = field.makeelement(qn("a:rPr"), {})
        field.insert(0, properties)
    fill = properties.makeelement(qn("a:solidFill"), {})
    fill.append(fill.makeelement(qn("a:srgbClr"), {"val": str(rgb(SOFT))}))
    properties.insert(0, fill)


def _text(page: Any, box: Box, texts: Sequence[SlideText], size: int, bold: bool = False) -> None:
    if not texts:
        return
    frame = page.shapes.add_textbox(*_inches(box)).text_frame
    frame.word_wrap = True
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    for i, written in enumerate(texts):
        line = frame.paragraphs[0] if i == 0 else frame.add_paragraph()
        line.space_after = Pt(size * 0.45)
        if written.bullet:
            _bullet(line, size)
        _run(line, written.text, size, bold=bold)


def _bullet(line: Any, size: int) -> None:
    properties = line._p.get_or_add_pPr()
    indent = str(int(Pt(size * 0.9)))
    properties.set("marL", indent)
    properties.set("indent", f"-{indent}")
    properties.append(properties.makeelement(qn("a:buChar"), {"char": "•"}))


def _run(line: Any, text: str, size: float, color: str = INK, bold: bool = False) -> None:
    run = line.add_run()
    run.text = deck.clean(text)
    run.font.size, run.font.bold = Pt(size), bold
    run.font.color.rgb = rgb(color)
    run._r.get_or_add_rPr().set("lang", document_language())


def _table(page: Any, box: Box, table: SlideTable) -> None:
    """A native table; rows with a colour get a narrow first column that shows it, others a caption."""
    coloured = bool(table.styles)
    if not coloured:
        _text(page, Box(box.x, box.y, box.w, CAPTION), (SlideText(table.caption),), CAPTION_SIZE, bold=True)
        box = Box(box.x, box.y + CAPTION, box.w, box.h - CAPTION)
    width = box.w - SWATCH * coloured
    rows = row_heights(table, width)
    place = Box(box.x, box.y, box.w, head_height(table, width) + sum(rows))
    shape = page.shapes.add_table(len(table.rows) + 1, len(table.header) + coloured, *_inches(place))
    _describe(shape._element.nvGraphicFramePr.cNvPr, table.caption, table.caption)
    grid = shape.table
    grid.horz_banding = False
    for column, inches in zip(grid.columns, [SWATCH] * coloured + column_widths(table, width), strict=True):
        column.width = Inches(inches)
    grid.rows[0].height = Inches(head_height(table, width))
    for index, cells in enumerate((table.header, *table.rows)):
        if index:
            grid.rows[index].height = Inches(rows[index - 1])
        for column, text in enumerate(cells):
            _cell(grid.cell(index, column + coloured), text, column in table.numeric, head=index == 0)
            if index:
                paint(grid.cell(index, column + coloured).fill, Style(deck.PANEL if index % 2 else deck.WHITE))
        if coloured and index:
            paint(grid.cell(index, 0).fill, table.styles.get(index - 1, Style(deck.WHITE)))


def _cell(cell: Any, text: str, numeric: bool, head: bool) -> None:
    cell.margin_left = cell.margin_right = Inches(PADDING)
    cell.margin_top = cell.margin_bottom = Inches(0.03)
    cell.vertical_anchor = MSO_ANCHOR.MIDDLE
    line = cell.text_frame.paragraphs[0]
    line.alignment = PP_ALIGN.RIGHT if numeric else PP_ALIGN.LEFT
    _run(line, text, HEAD_SIZE if head else TABLE_SIZE, deck.WHITE if head else INK, bold=head)


def _legend(page: Any, box: Box, entries: Sequence[tuple[str, Style]]) -> None:
    for (text, style), place in zip(entries, legend_places(box, [t for t, _style in entries]), strict=True):
        square = page.shapes.add_shape(MSO_SHAPE.RECTANGLE, *_inches(Box(place.x, place.y + 0.07, 0.26, 0.26)))
        paint(square.fill, style)
        square.line.color.rgb = rgb(SOFT)
        square.shadow.inherit = False
        _text(page, Box(place.x + 0.35, place.y, place.w - 0.35, place.h), (SlideText(text),), CAPTION_SIZE)


def _describe(properties: Any, name: str, alt: str) -> None:
    properties.set("name", deck.clean(name))
    properties.set("descr", deck.clean(alt))


def _place(shape: Any, box: Box) -> None:
    shape.left, shape.top, shape.width, shape.height = _inches(box)


def _inches(box: Box) -> tuple[Length, Length, Length, Length]:
    return Inches(box.x), Inches(box.y), Inches(box.w), Inches(box.h)
