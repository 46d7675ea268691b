"""Where things stand on a slide, in inches from its upper left corner; the same for PowerPoint and PDF."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from coverage.analysis.story.slides import Slide, SlideTable
from coverage.i18n import label
from coverage.vocabulary import STATUS_STYLE, Status, Style

WIDTH, HEIGHT = 13.333, 7.5  # 16:9
MARGIN, TOP, BOTTOM = 0.55, 1.3, 6.85
GAP, CAPTION = 0.3, 0.42
LOWEST_TEXT = 1.95  # inches of text over a picture that fills the slide
TEXT_SIZES = (26, 24, 22, 20, 18)  # points; 18 is 24 pixels on a screen 1280 wide
TABLE_SIZE, HEAD_SIZE, CAPTION_SIZE, FOOTER_SIZE, TITLE_SIZE = 18, 16, 18, 13, 32
ROW, NEXT_LINE, HEAD_LINE, PADDING, SWATCH = 0.4, 0.26, 0.3, 0.09, 0.3
LONGEST_CELL = 40  # characters of a cell that count for the width of its column
CHARACTER = 0.53 / 72  # inches a point of text takes in width, on average, with some room
LEADING, AFTER = 1.22, 0.45  # height of a line, and space after a paragraph, in sizes of the text
LEFT_OF_MAP, LEFT_OF_TWO, LEFT_OF_CHART, LEFT_OF_TABLE = 8.2, 5.2, 4.5, 5.2


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on a slide."""

    x: float
    y: float
    w: float
    h: float


@dataclass(frozen=True, slots=True)
class SlidePlaces:
    """Where the parts of a slide go; ``size`` is that of its text, in points. Captions stand inside the boxes of
    tables and of maps in pairs, on top."""

    text: Box
    size: int
    pictures: tuple[Box, ...] = ()
    captions: tuple[Box, ...] = ()
    table: Box | None = None
    chart: Box | None = None
    drawing: Box | None = None
    legend: Box | None = None


LOGO = Box(MARGIN, 0.6, 4.5, 1.0)  # where the sender's logo fits on the first slide


def slide_places(slide: Slide) -> SlidePlaces:
    """A calm arrangement: text and table left and one object right, two maps under their text, or text alone."""
    wide, high = WIDTH - 2 * MARGIN, BOTTOM - TOP
    if len(slide.pictures) == 2:
        return _two_maps(slide, wide, high)
    if slide.drawing:
        text, size = _text(slide, wide, LOWEST_TEXT)
        return SlidePlaces(text, size, drawing=Box(MARGIN, TOP + text.h + 0.05, wide, high - text.h - 0.05))
    left = LEFT_OF_MAP if slide.pictures else LEFT_OF_CHART if slide.chart else LEFT_OF_TABLE if slide.table else wide
    right = Box(MARGIN + left + GAP, TOP, wide - left - GAP, high)
    if slide.pictures and slide.table:
        table = table_height(slide.table, left)
        text, size = _text(slide, left, high - table - GAP)
        return SlidePlaces(text, size, (right,), table=Box(MARGIN, TOP + text.h + GAP, left, table))
    text, size = _text(slide, left, high)
    return SlidePlaces(
        text,
        size,
        pictures=(right,) if slide.pictures else (),
        chart=right if slide.chart else None,
        table=right if slide.table else None,
    )


def _two_maps(slide: Slide, wide: float, high: float) -> SlidePlaces:
    table = table_height(slide.table, LEFT_OF_TWO) if slide.table else 0.0
    text, size = _text(slide, LEFT_OF_TWO, high - table - GAP)
    left, each = MARGIN + LEFT_OF_TWO + GAP, (wide - LEFT_OF_TWO - 2 * GAP) / 2
    entries = legend_places(Box(0, 0, 2 * each + GAP, 0), [words for words, _style in slide_legend(slide)])
    below = CAPTION + max((e.y for e in entries), default=0.0)
    columns = (left, left + each + GAP)
    return SlidePlaces(
        text, size,
        pictures=tuple(Box(x, TOP + CAPTION, each, high - CAPTION - below) for x in columns),
        captions=tuple(Box(x, TOP, each, CAPTION) for x in columns),
        table=Box(MARGIN, TOP + text.h + GAP, LEFT_OF_TWO, table) if slide.table else None,
        legend=Box(left, BOTTOM - below, 2 * each + GAP, below),
    )  # fmt: skip


def _text(slide: Slide, width: float, room: float) -> tuple[Box, int]:
    """The box that the text needs at the largest size that fits; at the smallest when none does."""
    texts = [line.text for line in slide.texts]
    for size in TEXT_SIZES:
        height = text_height(texts, size, width)
        if height <= room:
            break
    return Box(MARGIN, TOP, width, min(height, room)), size


def text_height(texts: Sequence[str], size: int, width: float) -> float:
    """Inches that paragraphs take in a size in points, as an estimate that is rather too high than too low."""
    lines = sum(lines_of(text, size, width) for text in texts)
    return (lines * LEADING + len(texts) * AFTER) * size / 72


def lines_of(text: str, size: int, width: float) -> int:
    """How many lines a text takes, as an estimate that is rather too high than too low."""
    return -(-len(text) // max(int(width / (size * CHARACTER)), 1))


def column_widths(table: SlideTable, width: float) -> list[float]:
    """Inches per column: as wide as its longest cell, or word of its head; the first column takes what is left.

    Where text must wrap, no column is narrower than its longest word, and what is left over is shared out.
    """
    wide, least = [], []
    for i, head in enumerate(table.header):
        word = max((len(w) for w in head.split()), default=0) * HEAD_SIZE * 1.25
        cells = max((min(len(row[i]), LONGEST_CELL) for row in table.rows), default=0) * TABLE_SIZE
        words = max((len(w) for row in table.rows for w in row[i].split()), default=0) * TABLE_SIZE * 1.2
        wide.append(max(word, cells) * CHARACTER + 2 * PADDING)
        least.append(max(word, min(words, cells * 1.2)) * CHARACTER + 2 * PADDING)
    rest = sum(wide[1:])
    if rest <= width * 0.75:
        return [width - rest, *wide[1:]]
    over, more = width - sum(least), [max(w - n, 0) for w, n in zip(wide, least, strict=True)]
    if over <= 0 or not sum(more):
        return [width * w / sum(wide) for w in wide]
    return [n + over * m / sum(more) for n, m in zip(least, more, strict=True)]


def head_height(table: SlideTable, width: float) -> float:
    """Height of the head of a table, whose words may need two lines."""
    widths = column_widths(table, width)
    return (
        max(lines_of(h, HEAD_SIZE, w - PADDING) for h, w in zip(table.header, widths, strict=True)) * HEAD_LINE + 0.12
    )


def row_heights(table: SlideTable, width: float) -> list[float]:
    """Height of each row under the head: more where a cell needs a second line."""
    widths = column_widths(table, width)
    lines = (
        max(lines_of(c, TABLE_SIZE, w - 2 * PADDING) for c, w in zip(row, widths, strict=True)) for row in table.rows
    )
    return [ROW + NEXT_LINE * (max(count, 1) - 1) for count in lines]


def table_height(table: SlideTable, width: float) -> float:
    """Height of a table with its head, and its caption when it has no colours to explain."""
    caption = 0 if table.styles else CAPTION
    inside = width - SWATCH * bool(table.styles)
    return caption + head_height(table, inside) + sum(row_heights(table, inside))


def slide_legend(slide: Slide) -> tuple[tuple[str, Style], ...]:
    """Statuses on the maps of a slide whose table does not explain the colours."""
    found = {s for p in slide.pictures for s, n in p.report.counts().items() if n}
    return tuple((label(s), STATUS_STYLE[s]) for s in Status if s in found)


def legend_places(box: Box, texts: Sequence[str]) -> list[Box]:
    """A place for each entry of a legend, side by side and on a next line where the box ends."""
    found, x, y = [], box.x, box.y
    for text in texts:
        width = len(text) * CHARACTER * CAPTION_SIZE + 0.55
        if x > box.x and x + width > box.x + box.w:
            x, y = box.x, y + CAPTION
        found.append(Box(x, y, width, CAPTION))
        x += width
    return found
