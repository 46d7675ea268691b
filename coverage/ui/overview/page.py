"""The front page: the answer, its certainty and its course."""

from __future__ import annotations

from coverage.analysis import summary
from coverage.analysis.status import StatusReport, status_at
from coverage.dataset import Dataset
from coverage.dates import today
from coverage.ui import choose
from coverage.ui.course import course_section
from coverage.ui.map import status
from coverage.ui.map.pictured import Pictured
from coverage.ui.opening import Opening
from coverage.ui.overview.age_choice import age_links
from coverage.ui.overview.region_map import region_pictured
from coverage.ui.overview.verdict_line import verdict_line
from coverage.ui.params import DATE, MAX_AGE
from coverage.ui.params.overview import MAP_BY, MapBy


def shown_map(ds: Dataset, report: StatusReport, *, selected: str | None) -> Pictured:
    """The map that the address asks for: by municipality, or by region."""
    if MAP_BY.get() == MapBy.REGION:
        return region_pictured(ds, report, selected=selected)
    return status.pictured(report, selected=selected)


def opening(ds: Dataset) -> Opening:
    """What the first view shows of this page."""
    report = status_at(ds, DATE.get(), MAX_AGE.get())
    selected = choose.found(ds, report.on, report.division.id)[0]
    parts = age_links(report) + course_section(ds, today(), report.max_age, folded=True) + verdict_line(ds, today())
    return Opening(summary.question(), shown_map(ds, report, selected=selected), search="title", parts=parts)
