"""Every class of every map can be told from the others without seeing its colour as designed, and from the page.

Two classes of one map differ by at least :data:`APART` (CIEDE2000) for readers with each kind of colour blindness, or
their patterns differ; a pattern has a contrast of at least 3:1 with the colour under it (WCAG 2.2, 1.4.11), and words
upon a colour at least 4.5:1 (1.4.3). Beside each map the same facts stand in words.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations
from pathlib import Path

import pytest
from colour import SIGHT, contrast, distance

from coverage.exports.map_marks import LINES
from coverage.ui.allocation.map import AROUND, SCALE
from coverage.ui.programmes.card import AREA
from coverage.vocabulary import (
    COVER_STYLE,
    LAYER_STYLE,
    PATTERN_LINE,
    SHARE_STYLE,
    STATUS_STYLE,
    MoneyState,
    NationalState,
    RuleState,
    Style,
    UseState,
)

ROOT = Path(__file__).resolve().parents[2]
DRAWING = (ROOT / "coverage/ui/assets/drawing.js").read_text(encoding="utf-8")
APART = 10.0  # CIEDE2000; 1 is just visible side by side, 10 at a glance
(BLANK,) = re.findall(r'EMPTY = "(#\w{6})"', DRAWING)  # areas of no class
(GREY,) = re.findall(r'PAPER : "(#\w{6})"', DRAWING)  # the border between pale areas
PAGES = {"light": "#ffffff", "dark": "#14191e"}  # backgroundColor of .streamlit/config.toml

MAPS: dict[str, Sequence[Style]] = {
    "status": tuple(STATUS_STYLE.values()),
    **{
        f"layer {e.__name__}": tuple(LAYER_STYLE[s] for s in e)
        for e in (MoneyState, RuleState, UseState, NationalState)
    },
    "target group": tuple(COVER_STYLE.values()),
    "programme": (*AREA, Style(BLANK)),
    "amounts": SCALE,
    "region shares": tuple(SHARE_STYLE.values()),
    "more and less": AROUND,
}
STYLES = sorted({style for styles in MAPS.values() for style in styles}, key=str)


def alike(styles: Sequence[Style]) -> list[str]:
    """Pairs that some readers cannot tell apart: same pattern, and colours that look the same to them."""
    return [
        f"{a.fill} {b.fill}: {nearest:.1f} ({sight})"
        for a, b in combinations(styles, 2)
        if a.pattern == b.pattern
        for nearest, sight in [min((distance(a.fill, b.fill, sight), sight) for sight in SIGHT)]
        if nearest < APART
    ]


@pytest.mark.parametrize("name", MAPS)
def test_classes_differ_for_every_reader(name):
    assert not alike(MAPS[name])


def test_the_patterns_are_needed():
    """The test above can fail: by colour alone some statuses are alike to some readers."""
    assert alike([replace(style, pattern="") for style in STATUS_STYLE.values()])


@pytest.mark.parametrize("style", [s for s in STYLES if s.pattern], ids=lambda s: f"{s.pattern} {s.fill}")
def test_patterns_show_on_their_colour(style):
    assert contrast(PATTERN_LINE[style.pattern], style.fill) >= 3


@pytest.mark.parametrize("style", STYLES, ids=lambda s: s.fill)
def test_words_can_be_read_on_the_colour(style):
    assert contrast(style.ink, style.fill) >= 4.5


@pytest.mark.parametrize("theme", PAGES)
@pytest.mark.parametrize("style", STYLES, ids=lambda s: s.fill)
def test_areas_show_on_the_page(style, theme):
    """By their colour or by the border around each of them."""
    border = "#ffffff" if style.ink == "#ffffff" else GREY
    assert max(contrast(c, PAGES[theme]) for c in (style.fill, border)) >= 3


def test_the_page_colours_are_those_of_the_theme():
    config = (ROOT / ".streamlit/config.toml").read_text(encoding="utf-8")
    assert re.findall(r'^backgroundColor = "(#\w{6})"', config, re.M) == list(PAGES.values())


def test_screen_and_exports_draw_the_patterns_of_the_vocabulary():
    assert dict(re.findall(r'(hatch|falling|lines|dots): \[".*", "(#\w{6})"\]', DRAWING)) == PATTERN_LINE
    assert {kind: line for kind, line in LINES.items() if kind} == PATTERN_LINE
    for sheet in ("ui/assets/page.css", "exports/deck_assets/deck.css"):
        text = (ROOT / "coverage" / sheet).read_text(encoding="utf-8")
        rules = re.findall(r"\.(hatch|falling|lines|dots) \{ background-image: [^#]*(#\w{6})", text)
        assert dict(rules) == PATTERN_LINE, sheet
    sheet = (ROOT / "coverage/exports/templates/stijl.css").read_text(encoding="utf-8")
    for status, style in STATUS_STYLE.items():
        rule = re.search(rf"\.{status.value}::before {{ (.*?) }}", sheet)
        colours = {style.fill} | ({PATTERN_LINE[style.pattern]} if style.pattern else set())
        assert rule and set(re.findall(r"#\w{6}", rule[1])) == colours, status
