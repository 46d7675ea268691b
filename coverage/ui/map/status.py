"""The map of the status: classes, marks and outlines of a report."""

from __future__ import annotations

from collections.abc import Mapping

from coverage.analysis.status import MunicipalityStatus, StatusReport
from coverage.analysis.summary import country_answer
from coverage.i18n import _, day, label
from coverage.ui.map.legend import legend_marks, status_legend
from coverage.ui.map.pictured import Pictured
from coverage.ui.map.view import AreaClass, MapView
from coverage.vocabulary import STATUS_STYLE, Status

ORDER = {status: index for index, status in enumerate(Status)}


def status_view(
    report: StatusReport,
    *,
    selected: str | None,
    outlines: Mapping[str, int | str] | None = None,
    description: str = "",
) -> MapView:
    """What the map shows of a report: the border of the area through which the chosen municipality is covered, else
    those given or of the DUUP regions; described by the answer unless another text is given."""
    regions = {r.code: r.duup_number for r in report.rows} if report.duup_in_force else {}
    return MapView(
        division=report.division.id,
        classes=tuple(AreaClass(label(s), STATUS_STYLE[s]) for s in Status),
        values={r.code: ORDER[r.status] for r in report.rows},
        marks={r.code: _marks(r) for r in report.rows if r.partial or r.in_doubt},
        mark_labels=legend_marks(),
        outlines=_outlines(report, selected) or (regions if outlines is None else outlines),
        selected=selected,
        title=_("Kaart: aanbod per gemeente op {date}").format(date=day(report.on)),
        description=description or country_answer(report),
    )


def pictured(
    report: StatusReport,
    *,
    selected: str | None,
    outlines: Mapping[str, int | str] | None = None,
    sentence: str = "",
) -> Pictured:
    """The map of a report under its answer, or another sentence, beside its legend."""
    view = status_view(report, selected=selected, outlines=outlines, description=sentence)
    return Pictured(view.description, view, status_legend(report))


def _outlines(report: StatusReport, selected: str | None) -> dict[str, int | str]:
    """Which municipalities lie in the area through which the chosen one is covered; empty without such an area."""
    area = next((r.via_area for r in report.rows if r.code == selected), "")
    if not area:
        return {}
    return {r.code: int(any(c.claim.area_id == area for c in r.claims)) for r in report.rows}


def _marks(row: MunicipalityStatus) -> str:
    return "p" * row.partial + "u" * row.in_doubt
