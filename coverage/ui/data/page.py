"""The page on data as the first view shows it."""

from __future__ import annotations

from functools import partial

from coverage.analysis.status import StatusReport, status_at
from coverage.analysis.summary import country_answer
from coverage.dataset import Dataset
from coverage.i18n import _
from coverage.ui.data import contradictions, parts
from coverage.ui.data.read_along import file_list, read_along
from coverage.ui.data.rows import told_rows
from coverage.ui.data.sources import first_sources
from coverage.ui.html import shown_by
from coverage.ui.opening import Opening
from coverage.ui.params import DATE, MAX_AGE
from coverage.ui.params.data import DATA_VIEW, DataView
from coverage.ui.pieces import answer_line, part_links


def title() -> str:
    """Over the page."""
    return _("Gegevens, bronnen en methode")


def _files(ds: Dataset, report: StatusReport) -> None:
    """What can be taken along without the app."""
    answer_line(country_answer(report))
    file_list(ds)


def opening(ds: Dataset) -> Opening:
    """The part that the address names, whole; of a long table one sheet. The downloads are files at fixed addresses."""
    view, report = DataView(DATA_VIEW.get()), status_at(ds, DATE.get(), MAX_AGE.get())
    shown = {
        DataView.DOWNLOADS: partial(_files, ds, report),
        DataView.READ: partial(read_along, ds),
        DataView.METHOD: partial(parts.method, ds),
        DataView.SOURCES: partial(first_sources, ds),
        DataView.MEMBERSHIP: partial(parts.certainty, ds, DATE.get()),
        DataView.GAPS: partial(parts.gaps, ds, report),
        DataView.ROWS: partial(told_rows, ds),
        DataView.CAVEATS: partial(contradictions.everything, ds),
    }
    return Opening(
        title(), article=shown_by(shown[view]), dated=view is DataView.DOWNLOADS, parts=part_links(DATA_VIEW, DataView)
    )
