"""One A4 with sections that are shortened until they fit: how a fact sheet is laid out, apart from what it says."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeVar, cast

from coverage.exports.paper import ACCENT, Paper
from coverage.i18n import _
from coverage.vocabulary import Style

T = TypeVar("T")
LINE, BORDER = "#d5dbe1", "#55606b"
A4 = (210.0, 297.0)
LEFT, RIGHT, TOP, BOTTOM = 14.0, 196.0, 12.0, 287.0  # millimetres
TITLES = 34.0  # width of the column with the names of sections
TEXT, SMALL = 8.0, 6.8  # points
LEADING = 0.44  # millimetres of height per point
GAP = 1.6
BULLET, ENDS = "•", " …"  # a text that goes on
MOST = 2_000  # characters of one text: what is longer cannot fit on one A4 with the rest


@dataclass(frozen=True, slots=True)
class Section:
    """A title with items: a line each, or ``inline`` behind one another. ``extra`` is height kept free above them.

    ``weight`` says how soon it is shortened: a section of twice the weight counts as twice as tall.
    """

    title: str
    items: tuple[str, ...]
    size: float = TEXT
    inline: bool = False
    extra: float = 0.0
    weight: float = 1.0
    cut: bool = False

    @property
    def texts(self) -> tuple[str, ...]:
        """What is printed, one paragraph an entry."""
        more = (_("… en meer: zie de pagina."),) if self.cut else ()
        lines = (*self.items, *more)
        if self.inline:
            return ("; ".join(lines),)
        return tuple(f"{BULLET} {line}" for line in lines) if len(lines) > 1 else lines

    def shorter(self) -> Section:
        """The same with its last item left out, or half of the only one with …, at last without any; it says so."""
        if len(self.items) > 1:
            return replace(self, items=self.items[:-1], cut=True)
        words = self.items[0].removesuffix(ENDS).split()
        kept = " ".join(words[: len(words) // 2])
        return replace(self, items=(f"{kept}{ENDS}",) if kept else (), cut=True)


class Sheet(Paper):
    """A page of A4, in millimetres."""

    def __init__(self, title: str, subject: str) -> None:
        super().__init__(title, subject, "mm", A4, LEFT)
        self._heights: dict[tuple[str, float, float], float] = {}  # a section is measured again as it gets shorter
        self.add_page()

    def a_page_each(self, things: Iterable[T]) -> Iterator[T]:
        """The things, each with a page of its own to be drawn on; the first page is there."""
        for index, thing in enumerate(things):
            if index:
                self.add_page()
            yield thing

    def put(self, text: str, x: float, y: float, width: float, size: float = TEXT, **style: Any) -> float:
        """Print a paragraph and return the height below it. Keys of style: ``bold`` and ``color``."""
        self.face(size, **style)
        self.set_xy(x, y)
        self.multi_cell(width, size * LEADING, _one_line(text), align="L", new_x="LEFT", new_y="NEXT", padding=0)
        return float(self.get_y())

    def height(self, text: str, width: float, size: float = TEXT) -> float:
        """The height that a paragraph takes."""
        if (text, width, size) not in self._heights:
            self.face(size)
            taken = self.multi_cell(width, size * LEADING, _one_line(text), align="L", dry_run=True, output="HEIGHT")
            self._heights[text, width, size] = cast(float, taken)
        return self._heights[text, width, size]

    def shortened(self, texts: Sequence[str], width: float, room: float) -> list[str]:
        """The texts, the longest halved until all of them fit in a height of ``room``; what was cut ends in …"""
        found = [_one_line(text) for text in texts]
        while sum(self.height(text, width) for text in found) > room and max(map(len, found)) > 1:
            longest = max(range(len(found)), key=lambda i: len(found[i]))
            found[longest] = cut(found[longest], len(found[longest]) // 2)
        return found

    def box(self, x: float, y: float, width: float, height: float, style: Style) -> None:
        """A rectangle in the colour of a status."""
        self.paint(x, y, width, height, style, BORDER)

    def rule(self, y: float) -> None:
        """A thin line over the width of the page."""
        self.set_draw_color(LINE)
        self.set_line_width(0.2)
        self.line(LEFT, y, RIGHT, y)

    def section_height(self, section: Section) -> float:
        """The height that a section takes, with the gap below it."""
        width = RIGHT - LEFT - TITLES
        title = self.height(section.title, TITLES - 2)
        return GAP + max(title, section.extra + sum(self.height(t, width, section.size) for t in section.texts))

    def put_section(self, section: Section, y: float) -> float:
        """Print a section; returns where the next one begins."""
        self.rule(y - GAP / 2)
        low = self.put(section.title, LEFT, y, TITLES - 2, bold=True, color=ACCENT)
        at = y + section.extra
        for text in section.texts:
            at = self.put(text, LEFT + TITLES, at, RIGHT - LEFT - TITLES, section.size)
        return max(low, at) + GAP


def fitted(sheet: Sheet, sections: Sequence[Section], room: float) -> tuple[Section, ...]:
    """The sections, the tallest ones shortened until all of them fit in a height of ``room`` millimetres."""
    found = [s for s in sections if s.items]
    heights = [sheet.section_height(s) for s in found]
    while sum(heights) > room and (full := [i for i, s in enumerate(found) if s.items]):
        tallest = max(full, key=lambda i: (heights[i] - found[i].extra) * found[i].weight)
        found[tallest] = found[tallest].shorter()
        heights[tallest] = sheet.section_height(found[tallest])
    return tuple(found)


def cut(text: str, most: int) -> str:
    """The text when it has at most ``most`` characters; otherwise its start, with … at the end."""
    return text if len(text) <= most else text[: max(most - 1, 0)].rstrip() + "…"


def _one_line(text: str) -> str:
    """Text as text: no line breaks or control characters of its own, and no longer than can be printed."""
    return cut(" ".join("".join(c if c.isprintable() else " " for c in text).split()), MOST)
