"""The look of the slides: python-pptx's plain template in our colours, 16:9, with footer and number."""

from __future__ import annotations

import re
from typing import Any

from pptx.dml.color import RGBColor
from pptx.enum.dml import MSO_PATTERN
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.oxml.ns import qn
from pptx.util import Inches, Pt

from coverage.exports.deck import PANEL
from coverage.exports.deck_layout import FOOTER_SIZE, HEIGHT, MARGIN, TITLE_SIZE, WIDTH
from coverage.exports.map_marks import LINES
from coverage.exports.paper import ACCENT, INK, SOFT
from coverage.vocabulary import Style

# Names of the colour scheme of a theme -> colour. Accents are those of the statuses, for charts that a user adds.
COLOURS = {
    "dk1": INK, "lt1": "#ffffff", "dk2": ACCENT, "lt2": PANEL, "accent1": ACCENT, "accent2": "#56b4e9",
    "accent3": "#8a6d12", "accent4": "#c4451c", "accent5": "#6a3d8f", "accent6": "#1f6b4f", "hlink": ACCENT,
    "folHlink": "#6a3d8f",
}  # fmt: skip
FONT = "Arial"  # on every machine, with a metric twin on those that lack it
TITLE, FOOTER, NUMBER = 0, 11, 12
PATTERNS = {
    "hatch": MSO_PATTERN.WIDE_UPWARD_DIAGONAL,
    "falling": MSO_PATTERN.WIDE_DOWNWARD_DIAGONAL,
    "dots": MSO_PATTERN.PERCENT_20,
    "lines": MSO_PATTERN.LIGHT_HORIZONTAL,
}


def calm(show: Any) -> None:
    """Give a presentation our colours and font, and its master and layouts their places on a 16:9 slide."""
    theme = show.slide_master.part.part_related_by(RELATIONSHIP_TYPE.THEME)
    text = theme.blob.decode("utf-8")
    for name, colour in COLOURS.items():
        text = re.sub(
            rf"<a:{name}>.*?</a:{name}>", f'<a:{name}><a:srgbClr val="{colour[1:].upper()}"/></a:{name}>', text,
            count=1, flags=re.DOTALL,
        )  # fmt: skip
    text = re.sub(r'(<a:(?:major|minor)Font>\s*<a:latin typeface=")[^"]*', rf"\g<1>{FONT}", text)
    theme._blob = text.encode("utf-8")
    for page in (show.slide_master, *show.slide_layouts):
        for holder in page.placeholders:
            _place(holder)


def _place(holder: Any) -> None:
    wide = WIDTH - 2 * MARGIN
    if holder.placeholder_format.idx == TITLE:
        box = (MARGIN, 0.35, wide, 0.8)
        frame = holder.text_frame
        frame.vertical_anchor = MSO_ANCHOR.MIDDLE
        frame.margin_left = frame.margin_right = 0
        _font(frame, TITLE_SIZE, ACCENT, PP_ALIGN.LEFT, bold=True)
    elif holder.placeholder_format.idx == NUMBER:
        box = (WIDTH - MARGIN - 1.2, HEIGHT - 0.5, 1.2, 0.35)
        _font(holder.text_frame, FOOTER_SIZE, SOFT, PP_ALIGN.RIGHT)
    elif holder.placeholder_format.idx == FOOTER:
        box = (MARGIN, HEIGHT - 0.5, wide - 1.4, 0.35)
        holder.text_frame.margin_left = 0
        _font(holder.text_frame, FOOTER_SIZE, SOFT, PP_ALIGN.LEFT)
    else:
        scale = WIDTH / 10  # the template is 10 inches wide
        holder.left, holder.width = int(holder.left * scale), int(holder.width * scale)
        return
    holder.left, holder.top, holder.width, holder.height = (Inches(v) for v in box)


def _font(frame: Any, size: float, colour: str, align: Any, bold: bool = False) -> None:
    """Set how text in a placeholder looks, in its list style, so that slides made later follow it."""
    style = frame._txBody.find(qn("a:lstStyle"))
    for old in list(style):
        style.remove(old)
    marks = {PP_ALIGN.LEFT: "l", PP_ALIGN.RIGHT: "r"}
    level = style.makeelement(qn("a:lvl1pPr"), {"algn": marks[align]})
    run = level.makeelement(qn("a:defRPr"), {"sz": str(int(Pt(size).pt * 100)), "b": "1" if bold else "0"})
    fill = run.makeelement(qn("a:solidFill"), {})
    fill.append(fill.makeelement(qn("a:srgbClr"), {"val": str(rgb(colour))}))
    run.append(fill)
    level.append(run)
    style.append(level)


def paint(fill: Any, style: Style) -> None:
    """Fill a shape, cell or bar in a style of the vocabulary, with its pattern."""
    if style.pattern:
        fill.patterned()
        fill.pattern = PATTERNS[style.pattern]
        fill.fore_color.rgb, fill.back_color.rgb = rgb(LINES[style.pattern]), rgb(style.fill)
    else:
        fill.solid()
        fill.fore_color.rgb = rgb(style.fill)


def rgb(color: str) -> RGBColor:
    """#rrggbb for PowerPoint."""
    return RGBColor.from_string(color[1:].upper())
