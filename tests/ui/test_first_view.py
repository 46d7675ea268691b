"""The page shows heading, answer, map and legend before any script has run."""

from __future__ import annotations

import re
from datetime import date
from xml.etree import ElementTree as ET

import pytest

from coverage.analysis.status import status_at
from coverage.analysis.summary import answer, question
from coverage.dataset import load
from coverage.geography.picture import picture
from coverage.i18n import use_language
from coverage.ui.map.view import AreaClass, MapView
from coverage.ui.web.first_view import drawn, first_view
from coverage.vocabulary import STATUS_STYLE, Status


def parsed(markup: str) -> ET.Element:
    return ET.fromstring(f"<body>{markup}</body>")


def said(page: ET.Element) -> str:
    return page.findtext(".//p[@class='answer']") or ""


def test_it_says_and_draws_what_the_app_will() -> None:
    report = status_at(load(), date(2013, 7, 1))
    page = parsed(first_view(load(), "/", {"datum": "2013-07-01"}))
    assert page.findtext(".//h1") == question()
    assert said(page) == answer(report)
    fills = {path.get("data-code"): group.get("fill") for group in page.iter("g") for path in group}
    assert fills.keys() == {row.code for row in report.rows}
    zutphen = report.row("GM0301")
    assert fills["GM0301"] == STATUS_STYLE[zutphen.status].fill
    assert [a.get("href") for a in page.findall(".//a[@aria-current='true']")] == ["./", "?datum=2013-07-01"]


def test_it_speaks_the_language_of_the_page() -> None:
    use_language("en")
    try:
        page = parsed(first_view(load(), "/", {"taal": "en"}))
    finally:
        use_language("nl")
    assert "sex worker" in (page.findtext(".//h1") or "")
    assert all("taal=en" in a.get("href", "") for a in page.findall(".//nav/a"))


@pytest.mark.parametrize("given", ["", "gisteren", "2999-01-01", "<script>", "0001-01-01"])
def test_a_date_that_cannot_be_used_gives_today(given: str) -> None:
    found = first_view(load(), "/", {"datum": given})
    assert answer(status_at(load(), date.today())) in said(parsed(found))
    assert "<script" not in found


def test_other_pages_wait_for_the_app() -> None:
    assert first_view(load(), "/dekking", {}) == ""


def test_names_and_notes_are_escaped() -> None:
    bad = '"><script>alert(1)</script>'
    view = MapView(
        division="2023",
        classes=tuple(AreaClass(bad, STATUS_STYLE[s]) for s in Status),
        values={"GM0301": 5},
        marks={"GM0301": "dpu"},
        mark_labels={"d": bad, "p": bad, "u": bad},
        title=bad,
        description=bad,
    )
    found = drawn(view, picture(load(), "2023"))
    assert "<script" not in found
    svg = parsed(found)[0]
    assert svg.get("aria-label") == bad
    assert len(list(svg.iter("circle"))) == 2
    assert re.search(r'class="dashes"', found)
