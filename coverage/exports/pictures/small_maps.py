"""Every region as a small map of its own, each as large as fits, with the colours of the map of the country."""

from __future__ import annotations

from dataclasses import replace

from coverage.analysis.pictures.told import PictureSubject
from coverage.analysis.region_profile.facts import RegionProfile, region_profiles
from coverage.analysis.status import status_at
from coverage.dataset import Dataset
from coverage.exports.map_marks import SOFT
from coverage.exports.map_shapes import Shapes, shapes
from coverage.exports.map_view import region_view
from coverage.exports.pictures.canvas import Canvas
from coverage.exports.static_map import draw_map
from coverage.i18n import _, label, number
from coverage.vocabulary import EVIDENCED, STATUS_STYLE, Status

MOST_COLUMNS, HEADING, GAP = 6, 0.44, 0.12


def draw_small_maps(ds: Dataset, subject: PictureSubject, on: Canvas) -> None:
    """A grid of maps, with a legend of the statuses that occur."""
    found = region_profiles(ds, subject.on, subject.max_age)
    report = status_at(ds, subject.on, subject.max_age)
    counts = report.counts()
    on.legend(
        _("Elke kaart heeft een eigen schaal."),
        ((STATUS_STYLE[s], f"{label(s)} ({number(counts[s])})") for s in Status if counts[s]),
    )
    columns = min(MOST_COLUMNS, len(found))
    rows = -(-len(found) // columns)
    wide, high = on.width / columns, (on.high - on.low) / rows
    known = shapes(ds, report.division.id)
    for index, p in enumerate(found):
        x, top = index % columns * wide, on.high - index // columns * high
        _heading(on, p, x + wide / 2, top, wide)
        _small_map(ds, on, p, known, (x + GAP / 2, top - high + GAP, wide - GAP, high - HEADING - GAP))


def _heading(on: Canvas, p: RegionProfile, x: float, top: float, wide: float) -> None:
    on.text(x, top - 0.13, p.name, 12, room=wide, bold=True, across="center")
    said = _("recent: {recent} van {all}").format(recent=number(len(p.of(*EVIDENCED))), all=number(len(p.rows)))
    on.text(x, top - 0.33, said, 10.5, room=wide, color=SOFT, across="center")


def _small_map(
    ds: Dataset, on: Canvas, p: RegionProfile, known: Shapes, box: tuple[float, float, float, float]
) -> None:
    x, y, wide, high = box
    whole = float(on.figure.get_size_inches()[1])
    axes = on.figure.add_axes((x / on.width, y / whole, wide / on.width, high / whole))
    view = region_view(p.report, ds.edition, p.number)
    draw_map(axes, replace(view, labels={}, marks={}), known, wide / high, on.kind)
