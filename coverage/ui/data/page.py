"""The page on data as the first view shows it."""

from __future__ import annotations

from functools import partial

from coverage.analysis.status import status_at
from coverage.analysis.summary import answer
from coverage.dataset import Dataset
from coverage.i18n import _
from coverage.ui.data import parts
from coverage.ui.data.read_along import read_along
from coverage.ui.data.sources import first_sources
from coverage.ui.html import shown_by
from coverage.ui.opening import Opening
from coverage.ui.params import DATE, MAX_AGE
from coverage.ui.params.data import DATA_VIEW, DataView
from coverage.ui.pieces import answered, part_links


def title() -> str:
    """Over the page."""
    return _("Gegevens, bronnen en methode")


def opening(ds: Dataset) -> Opening:
    """The answer with the method, or the start of the part that the address names."""
    view, report = DataView(DATA_VIEW.get()), status_at(ds, DATE.get(), MAX_AGE.get())
    shown = {
        DataView.READ: partial(read_along, ds),
        DataView.METHOD: partial(parts.method, ds),
        DataView.SOURCES: partial(first_sources, ds),
        DataView.MEMBERSHIP: partial(parts.certainty, ds, DATE.get()),
        DataView.GAPS: partial(parts.gaps, ds, report),
    }
    article = shown_by(shown[view]) if view in shown else answered(answer(report))
    return Opening(title(), article=article, dated=view is DataView.DOWNLOADS, parts=part_links(DATA_VIEW, DataView))
