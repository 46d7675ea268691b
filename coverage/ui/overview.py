"""The front page."""

from __future__ import annotations

from coverage.analysis import summary
from coverage.analysis.status import status_at
from coverage.dataset import Dataset
from coverage.ui import choose
from coverage.ui.map import status
from coverage.ui.opening import Opening
from coverage.ui.params import DATE


def opening(ds: Dataset) -> Opening:
    """What the first view shows of this page."""
    report = status_at(ds, DATE.get())
    selected = choose.found(ds, report.on, report.division.id)[0]
    return Opening(summary.question(), status.pictured(report, selected=selected), search="title")
