"""Bars for a PDF, with the number of each bar in words that can be selected."""

from __future__ import annotations

from coverage.analysis.story.slides import Chart
from coverage.exports.deck_layout import CAPTION, CAPTION_SIZE, TABLE_SIZE, Box, legend_places
from coverage.exports.paper import SOFT
from coverage.exports.pdf_pages import Pages
from coverage.i18n import euro, number

NAMES = 0.36  # share of the width for the names of bars
THICK = 0.68  # of the room for a bar
SHOWN = 0.05  # a number inside a bar needs this share of the width


def draw_chart(pages: Pages, box: Box, chart: Chart) -> None:
    """Draw the bars: one for each category, in as many parts as there are series."""
    pages.put(chart.caption, Box(box.x, box.y, box.w, CAPTION), CAPTION_SIZE, bold=True)
    stacked = len(chart.series) > 1
    places = legend_places(Box(box.x, 0, box.w, 0), [s.name for s in chart.series]) if stacked else []
    below = CAPTION + places[-1].y if places else 0.0
    step = (box.h - CAPTION - below - 0.1) / len(chart.categories)
    size = min(TABLE_SIZE, step * 72 * 0.85)
    left, longest = box.x + box.w * NAMES, max(_totals(chart))
    room = box.w * (1 - NAMES) - (0 if stacked else 1.25)
    for i, category in enumerate(chart.categories):
        y = box.y + CAPTION + i * step
        pages.put(category, Box(box.x, y, box.w * NAMES - 0.12, step), size, align="R")
        x = left
        for series in chart.series:
            wide = room * series.values[i] / longest if longest else 0.0
            bar = Box(x, y + step * (1 - THICK) / 2, wide, step * THICK)
            if wide:
                pages.paint(bar.x, bar.y, bar.w, bar.h, series.style)
            words = euro(series.values[i]) if chart.money else number(series.values[i])
            if not stacked:
                pages.put(words, Box(x + wide + 0.08, y, 1.2, step), size)
            elif wide >= room * SHOWN:
                pages.put(words, bar, size, color=series.style.ink, align="C")
            x += wide
    for series, place in zip(chart.series, places, strict=False):
        y = box.y + box.h - below + place.y
        pages.paint(place.x, y + 0.08, 0.26, 0.26, series.style, SOFT)
        pages.put(series.name, Box(place.x + 0.35, y, place.w - 0.4, CAPTION), CAPTION_SIZE)


def _totals(chart: Chart) -> list[int]:
    return [sum(s.values[i] for s in chart.series) for i in range(len(chart.categories))]
