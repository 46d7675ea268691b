"""Bars as a native chart, whose data a user of PowerPoint can open and change."""

from __future__ import annotations

from typing import Any

from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION, XL_LEGEND_POSITION
from pptx.oxml.ns import qn
from pptx.util import Inches, Pt

from coverage.analysis.story.slides import Chart
from coverage.exports.deck import clean
from coverage.exports.deck_layout import Box
from coverage.exports.paper import INK
from coverage.exports.pptx_theme import paint, rgb
from coverage.exports.safe import neutral
from coverage.i18n import language

MANY = 8  # categories above which the text must be smaller to fit
SIZES = (18, 14)
SHOWN = 0.04  # a label inside a stacked bar needs this share of the longest bar
# Points between thousands, also where the machine of the reader would write commas.
MONEY = {"nl": '[>=1000000]"€ "0"."000"."000;[>=1000]"€ "0"."000;"€ "0', "en": '"€ "#,##0'}


def add_chart(shapes: Any, box: Box, chart: Chart) -> Any:
    """Add the chart and return its frame. Names that begin like a formula are text in the sheet behind it."""
    stacked = len(chart.series) > 1
    data = CategoryChartData(number_format=MONEY[language()] if chart.money else "#,##0")
    data.categories = [neutral(clean(c)) for c in chart.categories]
    for series in chart.series:
        data.add_series(neutral(clean(series.name)), series.values)
    kind = XL_CHART_TYPE.BAR_STACKED if stacked else XL_CHART_TYPE.BAR_CLUSTERED
    frame = shapes.add_chart(kind, Inches(box.x), Inches(box.y), Inches(box.w), Inches(box.h), data)
    size = SIZES[len(chart.categories) > MANY]
    _frame(frame.chart, chart, size, stacked)
    longest = max(sum(s.values[i] for s in chart.series) for i in range(len(chart.categories)))
    for shown, series in zip(frame.chart.plots[0].series, chart.series, strict=True):
        _series(shown, series, longest, size, stacked)
    return frame


def _frame(shown: Any, chart: Chart, size: int, stacked: bool) -> None:
    shown.font.size, shown.font.color.rgb = Pt(size), rgb(INK)
    shown.has_title = True
    shown.chart_title.text_frame.text = clean(chart.caption)
    title = shown.chart_title.text_frame.paragraphs[0].font
    title.size, title.bold, title.color.rgb = Pt(18), True, rgb(INK)
    shown.has_legend = stacked
    if stacked:
        many = len(chart.categories) > MANY  # under the bars the legend would leave no room for the name of each
        shown.legend.position = XL_LEGEND_POSITION.RIGHT if many else XL_LEGEND_POSITION.BOTTOM
        shown.legend.include_in_layout = False
        shown.legend.font.size = Pt(size)
    shown.category_axis.reverse_order = True  # the first category on top
    shown.category_axis.format.line.color.rgb = rgb("#8a949e")
    shown.category_axis.has_major_gridlines = False
    axis = shown.category_axis._element  # PowerPoint would leave out every other name where they stand close
    axis.find(qn("c:noMultiLvlLbl")).addprevious(axis.makeelement(qn("c:tickLblSkip"), {"val": "1"}))
    shown.value_axis.visible = False
    shown.value_axis.has_major_gridlines = False
    plot = shown.plots[0]
    plot.gap_width = 35
    if stacked:
        plot.overlap = 100


def _series(shown: Any, series: Any, longest: int, size: int, stacked: bool) -> None:
    paint(shown.format.fill, series.style)
    if not stacked:
        labels = shown.data_labels
        labels.show_value, labels.position = True, XL_LABEL_POSITION.OUTSIDE_END
        labels.font.size = Pt(size)
        return
    if len(series.values) > MANY:
        return  # the bars are thinner than a number; the notes have all of them
    for i, value in enumerate(series.values):
        if value >= longest * SHOWN:
            label = shown.points[i].data_label
            label.has_text_frame = False
            label.font.size, label.font.color.rgb = Pt(size), rgb(series.style.ink)
            _show_value(label, on_white=bool(series.style.pattern))


def _show_value(label: Any, on_white: bool) -> None:
    """Show the number of this point alone; on a white ground where a pattern would run through it."""
    element = label._dLbl
    for name, on in (("showLegendKey", 0), ("showVal", 1), ("showCatName", 0), ("showSerName", 0), ("showPercent", 0)):
        tag = element.find(qn(f"c:{name}"))
        if tag is not None:
            tag.set("val", str(on))
    if on_white:
        ground = element.makeelement(qn("c:spPr"), {})
        fill = ground.makeelement(qn("a:solidFill"), {})
        fill.append(fill.makeelement(qn("a:srgbClr"), {"val": "FFFFFF"}))
        ground.append(fill)
        element.find(qn("c:txPr")).addprevious(ground)
