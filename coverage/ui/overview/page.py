"""The front page: the answer, its certainty and its course."""

from __future__ import annotations

from markupsafe import Markup

from coverage.analysis import summary
from coverage.analysis.pictures.told import PictureSubject
from coverage.analysis.region_share import region_shares_of
from coverage.analysis.status import StatusReport, status_at
from coverage.dataset import Dataset
from coverage.dates import today
from coverage.i18n import _
from coverage.ui import choose
from coverage.ui.course import course_section
from coverage.ui.figure import folded_figure
from coverage.ui.html import show, shown_by
from coverage.ui.map import status
from coverage.ui.map.named import named_areas
from coverage.ui.map.pictured import Pictured
from coverage.ui.municipality.detail import municipality_detail
from coverage.ui.opening import Opening
from coverage.ui.overview.age_choice import age_links
from coverage.ui.overview.region_map import region_pictured, region_table
from coverage.ui.overview.verdict_line import verdict_line
from coverage.ui.params import DATE, MAX_AGE
from coverage.ui.params.overview import MAP_BY, MapBy
from coverage.ui.pieces import subheading
from coverage.vocabulary import PictureKind


def shown_map(ds: Dataset, report: StatusReport, *, selected: str | None) -> Pictured:
    """The map that the address asks for: by municipality, or by region."""
    if MAP_BY.get() == MapBy.REGION:
        return region_pictured(ds, report, selected=selected)
    return status.pictured(report, selected=selected)


def _under_the_map(ds: Dataset, report: StatusReport) -> None:
    subheading(_("Verloop sinds 2011"))
    show(course_section(ds, today(), report.max_age, folded=True) + years_and_regions(ds, report.max_age))
    subheading(_("Is er een landelijk dekkend netwerk? Wat anderen zeiden"))
    show(verdict_line(ds, today()))


def years_and_regions(ds: Dataset, max_age: int) -> Markup:
    """The evidence of each region through the years up to today, as a picture; folded."""
    subject = PictureSubject(PictureKind.HEAT, today(), max_age)
    return folded_figure(ds, subject, _("Bewijs per jaar en regio, als tekening"))


def opening(ds: Dataset) -> Opening:
    """What the first view shows of this page."""
    report = status_at(ds, DATE.get(), MAX_AGE.get())
    selected = choose.found(ds, report.on, report.division.id)[0]
    shown = shown_map(ds, report, selected=selected)
    by_region = MAP_BY.get() == MapBy.REGION
    parts = (
        (shown_by(lambda: municipality_detail(ds, report, report.row(selected))) if selected else Markup(""))
        + (region_table(region_shares_of(ds, report)) if by_region else named_areas(ds, shown.view))
        + age_links(report)
        + shown_by(lambda: _under_the_map(ds, report))
    )
    return Opening(summary.question(), shown, search="title", parts=parts)
