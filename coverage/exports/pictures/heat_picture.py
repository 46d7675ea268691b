"""Evidence by year and region as a table of tints, with the number of sources in each."""

from __future__ import annotations

from coverage.analysis.pictures.heat import evidence_heat, heat_days
from coverage.analysis.pictures.told import PictureSubject
from coverage.analysis.region_share import share_step
from coverage.dataset import Dataset
from coverage.exports.map_marks import PAPER
from coverage.exports.pictures.canvas import Canvas
from coverage.i18n import _, label, number
from coverage.vocabulary import SHARE_STYLE, ShareStep

NAMES, HEAD = 2.1, 0.32


def draw_heat(ds: Dataset, subject: PictureSubject, on: Canvas) -> None:
    """Rows are regions, columns years."""
    entries = ((SHARE_STYLE[s], label(s)) for s in ShareStep)
    on.legend(_("Inwoners met recent bewijs (getal: bronnen dat jaar):"), entries)
    rows, days = evidence_heat(ds, subject.on, subject.max_age), heat_days(subject.on)
    wide, high = (on.width - NAMES - 0.1) / len(days), (on.high - on.low - HEAD) / max(len(rows), 1)
    size = min(12.0, high * 72 * 0.62)
    for column, day in enumerate(days):
        on.text(NAMES + (column + 0.5) * wide, on.high - HEAD / 2, str(day.year), size, bold=True, across="center")
    for index, row in enumerate(rows):
        low = on.high - HEAD - (index + 1) * high
        on.text(0.1, low + high / 2, row.name, size, room=NAMES - 0.1)
        for column, cell in enumerate(row.cells):
            if cell is None:
                continue
            style = SHARE_STYLE[share_step(cell.share)]
            on.box(NAMES + column * wide, low, wide, high, style, PAPER)
            if cell.sources:
                x = NAMES + (column + 0.5) * wide
                on.text(x, low + high / 2, number(cell.sources), size, color=style.ink, across="center")
