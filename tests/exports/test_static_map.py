"""Static maps: right colours and words, the same bytes each time, and text that stays text."""

import re
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date
from io import BytesIO
from xml.etree import ElementTree

import pytest
from matplotlib.image import imread

from coverage.analysis.status import status_at
from coverage.analysis.summary import country_answer
from coverage.dataset import current
from coverage.exports.map_view import region_view, status_map_view
from coverage.exports.static_map import DPI, draw
from coverage.i18n import number
from coverage.vocabulary import STATUS_STYLE, Status

ON = date(2013, 7, 1)
SVG = "{http://www.w3.org/2000/svg}"
DS = current()
REPORT = status_at(DS, ON)
VIEW = status_map_view(REPORT, DS.edition)


def text_of(svg: bytes) -> str:
    return " ".join(" ".join(e.itertext()) for e in ElementTree.fromstring(svg).iter(f"{SVG}text"))


def test_svg_says_title_description_source_edition_and_counts():
    svg = draw(DS, VIEW, "svg")
    root = ElementTree.fromstring(svg)
    assert root.get("role") == "img"
    assert root.findtext(f"{SVG}title") == VIEW.title
    assert root.findtext(f"{SVG}desc") == country_answer(REPORT)
    words = text_of(svg)
    assert "CBS / Kadaster (PDOK), CC BY 4.0" in words
    assert f"editie {DS.edition}, peildatum 1 juli 2013" in words
    for count in REPORT.counts().values():
        assert re.search(rf"\b{re.escape(number(count))} gemeenten? ", words)


def test_svg_holds_the_colour_and_pattern_of_every_status():
    svg = draw(DS, VIEW, "svg").decode()
    assert all(style.fill in svg for style in STATUS_STYLE.values())
    assert svg.count("<pattern ") == sum(bool(s.pattern) for s in STATUS_STYLE.values())


def test_png_has_the_size_and_colours_asked_for():
    pixels = imread(BytesIO(draw(DS, VIEW, "png", size=(5, 4))))
    assert pixels.shape[:2] == (4 * DPI, 5 * DPI)
    blue = tuple(int(STATUS_STYLE[Status.EVIDENCED_HERE].fill[i : i + 2], 16) / 255 for i in (1, 3, 5))
    assert (abs(pixels[:, :, :3] - blue).max(axis=2) < 0.01).sum() > 500


def test_title_and_legend_can_be_left_out_the_source_cannot():
    words = text_of(draw(DS, VIEW, "svg", title=False, legend=False))
    assert VIEW.title not in words
    assert "witte vlek" not in words
    assert "CC BY 4.0" in words


@pytest.mark.parametrize("kind", ["png", "svg"])
def test_same_bytes_each_time_also_from_many_threads(kind):
    views = [VIEW, region_view(REPORT, DS.edition, 6)] * 2
    alone = [draw(DS, view, kind) for view in views]
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(lambda view: draw(DS, view, kind), views)) == alone
    assert alone[:2] == alone[2:]


def test_a_region_shows_its_own_municipalities_and_counts():
    rows = [r for r in REPORT.rows if r.duup_number == 6]
    view = region_view(REPORT, DS.edition, 6, selected=rows[0].code)
    words = text_of(draw(DS, view, "svg"))
    assert all(r.name in words for r in rows)
    others = {r.name for r in REPORT.rows} - {r.name for r in rows}
    assert not any(re.search(rf"\b{re.escape(name)}\b", words) for name in others)
    evidenced = [r for r in rows if r.status is Status.EVIDENCED_HERE]
    assert view.classes[0].note.startswith(
        f"{len(evidenced)} gemeenten · {number(sum(r.inhabitants for r in evidenced))}"
    )


@pytest.mark.parametrize(
    "division_day",
    [
        pytest.param(date(2013, 7, 1), marks=pytest.mark.slow),
        pytest.param(date(2022, 2, 1), marks=pytest.mark.slow),
        pytest.param(date(2022, 6, 1), marks=pytest.mark.slow),
        date(2026, 6, 1),
    ],
)
def test_every_region_of_every_division_can_be_drawn(division_day):
    report = status_at(DS, division_day)
    for region in range(1, 19):
        assert draw(DS, region_view(report, DS.edition, region), "svg").startswith(b"<?xml")


def test_hostile_text_stays_text():
    hostile = "<script>alert(1)</script> & $\\frac{1}{0}$"
    region = region_view(REPORT, DS.edition, 6)
    code = next(iter(region.labels))
    svg = draw(DS, replace(region, title=hostile, description=hostile, labels={code: hostile}), "svg")
    root = ElementTree.fromstring(svg)
    assert root.findtext(f"{SVG}desc") == hostile
    assert hostile in text_of(svg)
    assert not list(root.iter(f"{SVG}script"))


def test_what_does_not_fit_the_division_is_refused():
    code = next(iter(VIEW.values))
    with pytest.raises(ValueError, match="no municipality GM9999"):
        draw(DS, replace(VIEW, values={"GM9999": 0}))
    with pytest.raises(ValueError, match="no municipality GM9998"):
        draw(DS, replace(VIEW, selected="GM9998"))
    with pytest.raises(ValueError, match="outside the 7 classes"):
        draw(DS, replace(VIEW, values={code: 7}))
    with pytest.raises(ValueError, match="marks are letters"):
        draw(DS, replace(VIEW, marks={code: "x"}))
    with pytest.raises(ValueError, match="no DUUP region 19"):
        region_view(REPORT, DS.edition, 19)
