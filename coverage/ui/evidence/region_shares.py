"""How many inhabitants of each region have which status: a stacked bar with its numbers beside it."""

from __future__ import annotations

from collections.abc import Sequence

from coverage.analysis.spots.steps import RegionRows
from coverage.i18n import _, label, number, percent
from coverage.ui.html import show
from coverage.ui.pieces import stacked, swatched, table
from coverage.vocabulary import STATUS_STYLE, Status


def region_shares(regions: Sequence[RegionRows]) -> None:
    """A row for each region: inhabitants, a bar, and the share of each status that occurs."""
    used = [s for s in Status if any(r.inhabitants(s) for r in regions)]
    head = (_("Regio"), _("Inwoners"), "", *(swatched(STATUS_STYLE[s], label(s)) for s in used))
    rows = (_row(region, used) for region in sorted(regions, key=lambda r: -_evidenced(r)))
    show(table(head, rows, _("Aandeel van de inwoners van elke regio naar status"), height="window"))


def _evidenced(region: RegionRows) -> float:
    return region.inhabitants(Status.EVIDENCED_HERE, Status.EVIDENCED_REGION) / max(region.inhabitants(), 1)


def _row(region: RegionRows, used: Sequence[Status]) -> Sequence[object]:
    total = region.inhabitants()
    shares = {s: region.inhabitants(s) / total if total else 0.0 for s in used}
    bar = stacked((STATUS_STYLE[s], share) for s, share in shares.items())
    return region.name, number(total), bar, *(percent(share) if share else "–" for share in shares.values())
