"""The smallest steps as a rising stair: how many inhabitants each would add."""

from __future__ import annotations

from coverage.analysis.pictures.told import PictureSubject, asked_of, step_words, steps_of
from coverage.dataset import Dataset
from coverage.exports.map_marks import INK, SOFT
from coverage.exports.pictures.canvas import Canvas
from coverage.i18n import _, percent
from coverage.vocabulary import STATUS_STYLE, Style

NAMES, HEAD, RIGHT = 2.4, 0.32, 0.75


def draw_steps(ds: Dataset, subject: PictureSubject, on: Canvas) -> None:
    """A row a step: from the share before it to the share after it."""
    now, found = steps_of(ds, subject)
    on.legend(_("Wat te doen:"), ((STATUS_STYLE[s], words) for s, words in step_words().items()))
    wide, high = on.width - NAMES - RIGHT, (on.high - on.low - HEAD) / (len(found) + 1)
    size = min(12.0, high * 72 * 0.62)
    for tenth in range(0, 11, 2):
        x = NAMES + wide * tenth / 10
        on.line((x, x), (on.low, on.high - HEAD), "#d5dbe1")
        on.text(x, on.high - HEAD / 2, f"{10 * tenth}%", size, color=SOFT, across="center")
    _row(on, 0, high, (0.0, now), Style("#4a5561"), _("nu"), size)
    before = now
    for index, step in enumerate(found, 1):
        _row(on, index, high, (before, step.share), STATUS_STYLE[asked_of(step)], step.region.name, size)
        x, top = NAMES + wide * before, on.high - HEAD - index * high
        on.line((x, x), (top + high * 0.85, top - high * 0.15), INK)
        before = step.share


def _row(
    on: Canvas, index: int, high: float, shares: tuple[float, float], style: Style, name: str, size: float
) -> None:
    wide, low = on.width - NAMES - RIGHT, on.high - HEAD - (index + 1) * high
    on.text(0.1, low + high / 2, name, size, room=NAMES - 0.15)
    left, right = (NAMES + wide * share for share in shares)
    on.box(left, low + high * 0.15, right - left, high * 0.7, style)
    on.text(right + 0.08, low + high / 2, percent(shares[1]), size)
