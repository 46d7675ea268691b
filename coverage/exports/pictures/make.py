"""A picture as a file, by its kind."""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd
from matplotlib.figure import Figure

from coverage.analysis.pictures.told import PictureSubject, picture_text
from coverage.dataset import Dataset
from coverage.dataset.memo import per_language
from coverage.exports.map_marks import PAPER, SOFT
from coverage.exports.map_view import source_line
from coverage.exports.picture_file import ONE_AT_A_TIME, Kind, written
from coverage.exports.pictures.canvas import Canvas
from coverage.exports.pictures.chain_picture import draw_chain
from coverage.exports.pictures.heat_picture import draw_heat
from coverage.exports.pictures.small_maps import draw_small_maps
from coverage.exports.pictures.steps_picture import draw_steps
from coverage.exports.tabular import csv_bytes
from coverage.vocabulary import PictureKind

SIZES = {kind: (12.2, 5.0 if kind is PictureKind.CHAIN else 6.6) for kind in PictureKind}  # inches
DPI = 160
TITLE, SOURCE = 0.5, 0.28  # inches that they take

_DRAW: dict[PictureKind, Callable[[Dataset, PictureSubject, Canvas], None]] = {
    PictureKind.SMALL_MAPS: draw_small_maps,
    PictureKind.HEAT: draw_heat,
    PictureKind.STEPS: draw_steps,
    PictureKind.CHAIN: draw_chain,
}


def drawn_picture(
    ds: Dataset, subject: PictureSubject, kind: Kind, size: tuple[float, float] | None = None, *, title: bool = True
) -> bytes:
    """PNG or SVG of ``size`` inches (by default one that suits it), with legend and source.

    ``title`` can be left out where it stands beside the picture. ValueError for a region that is not there on the date.
    """
    return _kept(ds, subject, kind, size or SIZES[subject.kind], title)


@per_language(maxsize=16)
def _kept(ds: Dataset, subject: PictureSubject, kind: Kind, size: tuple[float, float], title: bool) -> bytes:
    text, (width, height) = picture_text(ds, subject), size
    source = source_line(ds.edition, subject.on)
    with ONE_AT_A_TIME:
        figure = Figure(figsize=size, dpi=DPI, facecolor=PAPER)
        axes = figure.add_axes((0, 0, 1, 1))
        axes.set_axis_off()
        axes.set_xlim(0, width)
        axes.set_ylim(0, height)
        on = Canvas(figure, axes, width, SOURCE, height - (TITLE if title else 0.05), kind)
        if title:
            on.text(0.15, height - TITLE / 2, text.title, 16, room=width - 0.3, bold=True)
        on.text(0.15, SOURCE / 2, source, 8, color=SOFT)
        _DRAW[subject.kind](ds, subject, on)
        return written(figure, kind, text.title, text.told, source)


def picture_csv(ds: Dataset, subject: PictureSubject) -> bytes:
    """The numbers of a picture, for a Dutch spreadsheet."""
    text = picture_text(ds, subject)
    return csv_bytes(pd.DataFrame(text.rows, columns=list(text.head)))
