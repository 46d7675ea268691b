"""The map as the server draws it."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from xml.etree import ElementTree as ET

from coverage.analysis.status import status_at
from coverage.dataset import current
from coverage.geography.picture import picture
from coverage.ui.map.status import status_view
from coverage.ui.map.svg import EMPTY, drawn
from coverage.ui.map.view import AreaClass, MapView
from coverage.vocabulary import STATUS_STYLE, Status

VIEW = status_view(status_at(current(), date(2013, 7, 1)), selected=None)
ZUTPHEN = "GM0301"


def parsed(view: MapView) -> ET.Element:
    return ET.fromstring(drawn(view, picture(current(), view.division)))


def fills(view: MapView) -> dict[str | None, str | None]:
    return {path.get("data-code"): group.get("fill") for group in parsed(view).iter("g") for path in group}


def test_every_municipality_has_the_colour_of_its_class() -> None:
    report = status_at(current(), date(2013, 7, 1))
    found = fills(VIEW)
    assert found.keys() == {row.code for row in report.rows}
    for row in report.rows:
        style = STATUS_STYLE[row.status]
        assert (found[row.code] == style.fill) is not bool(style.pattern)


def test_a_municipality_without_a_value_is_pale() -> None:
    found = fills(replace(VIEW, values={ZUTPHEN: 0}))
    assert found.pop(ZUTPHEN) == STATUS_STYLE[Status.EVIDENCED_HERE].fill
    assert set(found.values()) == {EMPTY}


def test_borders_of_regions_only_when_asked_for() -> None:
    def regions(view: MapView) -> str:
        return parsed(view).find("path[@class='regions']").get("d", "")  # type: ignore[union-attr]

    assert regions(VIEW) == "", "before the DUUP there are no regions to draw"
    now = status_view(status_at(current(), date(2026, 11, 28)), selected=None)
    assert len(regions(now)) > 1_000
    assert regions(replace(now, outlines={})) == ""


def test_the_chosen_municipality_is_outlined() -> None:
    line = picture(current(), VIEW.division).areas[ZUTPHEN]
    assert parsed(VIEW).find("path[@class='chosen']") is None
    chosen = parsed(replace(VIEW, selected=ZUTPHEN)).find("path[@class='chosen']")
    assert chosen is not None and chosen.get("d") == line


def test_names_and_notes_are_escaped() -> None:
    bad = '"><script>alert(1)</script>'
    view = MapView(
        division="2023",
        classes=tuple(AreaClass(bad, STATUS_STYLE[s]) for s in Status),
        values={ZUTPHEN: 5},
        marks={ZUTPHEN: "dpu"},
        mark_labels={"d": bad, "p": bad, "u": bad},
        title=bad,
        description=bad,
    )
    assert "<script" not in drawn(view, picture(current(), "2023"))
    svg = parsed(view)
    assert svg.get("aria-label") == bad
    assert len(list(svg.iter("circle"))) == 2
    assert re.search(r'class="dashes"', drawn(view, picture(current(), "2023")))
