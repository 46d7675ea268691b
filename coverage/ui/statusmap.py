"""The status map: classes, marks and outlines of a report, handed to the map component."""

from __future__ import annotations

from coverage.analysis.status import MunicipalityStatus, StatusReport
from coverage.analysis.summary import answer
from coverage.i18n import _, day, label
from coverage.ui.legend import marks
from coverage.ui.map import AreaClass, MapView, coverage_map
from coverage.vocabulary import STATUS_STYLE, Status

ORDER = {status: index for index, status in enumerate(Status)}


def status_map(report: StatusReport, *, selected: str | None, key: str) -> str | None:
    """Draw the report; returns the code of a municipality that the reader just chose."""
    return coverage_map(
        MapView(
            division=report.division.id,
            classes=tuple(AreaClass(label(s), STATUS_STYLE[s]) for s in Status),
            values={r.code: ORDER[r.status] for r in report.rows},
            marks={r.code: _marks(r) for r in report.rows if r.dated or r.partial or r.uncertain},
            mark_labels=marks(),
            outlines={r.code: r.duup_number for r in report.rows},
            selected=selected,
            title=_("Kaart: aanbod per gemeente op {date}").format(date=day(report.on)),
            description=answer(report),
        ),
        key=key,
    )


def _marks(row: MunicipalityStatus) -> str:
    return "d" * row.dated + "p" * row.partial + "u" * row.uncertain
