"""How far the round of questions is in a region, for a dashboard that has one."""

from __future__ import annotations

from coverage.analysis.region_profile.facts import RegionProfile
from coverage.dataset import Dataset
from coverage.dates import today
from coverage.i18n import _, label
from coverage.inventory.overlay import book_of_readers
from coverage.inventory.response import response
from coverage.inventory.subjects import tables_of


def response_state(ds: Dataset, p: RegionProfile) -> str:
    """What the newest round says of the region; that nobody was asked when there is none."""
    book = book_of_readers()
    if book is None or not book.rounds:
        return _("Er loopt hier geen uitvraag: niemand is via dit dashboard gevraagd.")
    name = next(reversed(book.rounds))
    found = response(book, tables_of(ds), name, today())
    state = next((r.state for r in found.regions if r.number == p.number), None)
    words = label(state) if state else _("niet gevraagd")
    return _("Uitvraag {name}: {state}.").format(name=name, state=words)
