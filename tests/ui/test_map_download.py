"""The map on the screen as a picture; and the server's hold on the pages."""

from datetime import date

from streamlit.runtime.pages_manager import PagesManager

from coverage.analysis.status import status_at
from coverage.dataset import current
from coverage.exports.static_map import draw
from coverage.i18n import number
from coverage.ui import server
from coverage.ui.map.download import static_view
from coverage.ui.map.view import AreaClass, MapView
from coverage.vocabulary import STATUS_STYLE, Status

ON = date(2013, 7, 1)
DS = current()
REPORT = status_at(DS, ON)
PEOPLE = {r.code: r.inhabitants for r in REPORT.rows}


def shown(region: int | None) -> MapView:
    rows = [r for r in REPORT.rows if region is None or r.duup_number == region]
    order = list(Status)
    return MapView(
        division=REPORT.division.id,
        classes=tuple(AreaClass(s.label(), STATUS_STYLE[s]) for s in order),
        values={r.code: order.index(r.status) for r in rows},
        title="Titel",
        description="Beschrijving",
    )


def test_the_picture_of_the_country_counts_as_the_report_does():
    view = static_view(DS, shown(None), ON, PEOPLE)
    assert not view.only
    counts, people = REPORT.counts(), REPORT.inhabitants()
    for status, entry in zip(Status, view.classes, strict=True):
        assert number(counts[status]) in entry.note
        assert number(people[status]) in entry.note


def test_the_picture_of_a_part_is_of_that_part_with_names():
    view = static_view(DS, shown(6), ON, PEOPLE)
    assert view.only == {r.code for r in REPORT.rows if r.duup_number == 6} == view.labels.keys()
    assert b"Wierden" in draw(DS, view, "svg")


def test_a_deep_link_is_ours_from_the_first_visit(monkeypatch):
    """Otherwise Streamlit runs pages/x.py by itself, without menu and style, until someone opened the front page."""
    monkeypatch.setattr(PagesManager, "uses_pages_directory", None)
    server.routes()
    assert PagesManager.uses_pages_directory is False
