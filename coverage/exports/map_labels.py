"""Names printed on the areas of a zoomed map, moved apart where they would overlap, or left out."""

from __future__ import annotations

import matplotlib.patheffects as effects
from matplotlib.axes import Axes

from coverage.exports.map_marks import INK, PAPER
from coverage.exports.map_shapes import Shapes
from coverage.exports.map_view import StaticView

SIZE, SMALL, MANY = 7, 5.5, 25  # points; more names than MANY are printed small
HEIGHT, WIDTH = 1.25, 0.6  # of a line and of a character, in sizes
SHIFTS = (0, -1, 1)  # lines down or up that a name may move: further away it would name a neighbour


def draw_labels(axes: Axes, view: StaticView, known: Shapes, halo: bool) -> None:
    """Print the labels of a view, of the selected area first, then of the largest; a name stands under the mark of its
    municipality. One that overlaps those before it wherever it is moved is left out: the text beside a map names all.

    ``halo`` gives each a white edge; in an SVG it is added afterwards, so that letters stay letters.
    """
    figure = axes.get_figure(root=True)
    if not view.labels or figure is None:
        return
    inches = axes.get_position().width * figure.get_size_inches()[0]
    size = SIZE if len(view.labels) <= MANY else SMALL
    metres = (axes.get_xlim()[1] - axes.get_xlim()[0]) / inches / 72 * size  # one size of type on the map
    around = [effects.withStroke(linewidth=2.2, foreground=PAPER)] if halo else None
    taken: list[tuple[float, float, float, float]] = []
    for code, name in sorted(view.labels.items(), key=lambda item: _first(view, known, item[0])):
        x, y = known.anchors[code]
        y -= metres * HEIGHT if set(view.marks.get(code, "")) & {"d", "p"} else 0
        half = len(name) * WIDTH * metres / 2
        boxes = [(x - half, y + (s - 0.5) * HEIGHT * metres, x + half, y + (s + 0.5) * HEIGHT * metres) for s in SHIFTS]
        box = next((b for b in boxes if not any(_overlap(b, t) for t in taken)), None)
        if box is None:
            continue
        taken.append(box)
        axes.text(
            x, (box[1] + box[3]) / 2, name, size=size, ha="center", va="center", color=INK, zorder=8, clip_on=True,
            weight="bold" if code == view.selected else "normal", path_effects=around, parse_math=False,
            gid=f"label_{len(taken)}",
        )  # fmt: skip


def _first(view: StaticView, known: Shapes, code: str) -> tuple[bool, float, str]:
    return code != view.selected, -known.geometries[code].area, code


def _overlap(one: tuple[float, float, float, float], other: tuple[float, float, float, float]) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
