"""The pages of slides in a PDF: their text in boxes, on one line or two, or as paragraphs that fit."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from coverage.analysis.story.slides import SlideText, Story
from coverage.exports import deck
from coverage.exports.deck_layout import AFTER, FOOTER_SIZE, HEIGHT, LEADING, MARGIN, WIDTH, Box
from coverage.exports.paper import INK, SOFT, Paper

NARROW = 0.86  # letters of our font are wider than those of PowerPoint's
SMALLEST = 12
SHRINK = 0.85  # a line may become this much smaller before it is broken


class Pages(Paper):
    """Pages of 16:9 in inches, with our footer and number; sizes of text are those of the slides in PowerPoint."""

    def __init__(self, story: Story) -> None:
        super().__init__(story.title, story.lines[0], "in", (WIDTH, HEIGHT))
        self.c_margin = 0
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
        used = size * NARROW
        self.face(used, color, bold)
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

    def paragraphs(self, texts: Sequence[SlideText], box: Box, size: float) -> None:
        """Text with bullets under it, at the largest size up to ``size`` that fits the box."""
        while size > SMALLEST and self._height(texts, box.w, size) > box.h:
            size -= 1
        y, step = box.y, size * NARROW * LEADING / 72
        self.face(size * NARROW)
        for line in texts:
            indent = size / 72 * line.bullet
            if line.bullet:
                self.set_xy(box.x, y)
                self.cell(indent, step, "•")
            self.set_xy(box.x + indent, y)
            self.multi_cell(box.w - indent, step, deck.clean(line.text), align="L", new_x="LEFT", new_y="NEXT")
            y = self.get_y() + size * AFTER / 72

    def _height(self, texts: Sequence[SlideText], width: float, size: float) -> float:
        self.face(size * NARROW)
        total, step = 0.0, size * NARROW * LEADING / 72
        for line in texts:
            inner = width - size / 72 * line.bullet
            tall = self.multi_cell(inner, step, deck.clean(line.text), align="L", dry_run=True, output="HEIGHT")
            total += cast(float, tall) + size * AFTER / 72
        return total
