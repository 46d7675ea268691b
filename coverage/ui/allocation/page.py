"""The page on sharing out money: its parts, and how it begins."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from coverage.analysis.allocation.result import Allocation
from coverage.analysis.allocation.uncertainty import over_memberships
from coverage.analysis.allocation.words import allocation_answer
from coverage.dataset import Dataset
from coverage.i18n import _
from coverage.ui.allocation.certainty import choose_over, show_certainty, told_certainty
from coverage.ui.allocation.effect import show_effect, told_effect
from coverage.ui.allocation.gaps import show_gaps, told_gaps
from coverage.ui.allocation.history import show_history
from coverage.ui.allocation.receipt import show_receipt, told_receipt
from coverage.ui.allocation.region import choose_region, region_in_use
from coverage.ui.allocation.result import allocation_pictured, ranked_regions
from coverage.ui.allocation.rules import show_rules
from coverage.ui.allocation.within import show_within, told_within
from coverage.ui.html import shown_by
from coverage.ui.opening import Opening
from coverage.ui.params.allocation import MEASURE, VIEW, AllocationView, Measure, allocation_in_address
from coverage.ui.pieces import answered, part_links

_Part = Callable[[Dataset, Allocation], None]
_REGION = {AllocationView.EFFECT, AllocationView.RECEIPT, AllocationView.CERTAINTY, AllocationView.WITHIN}
# Each part beside the first, as the app shows it and as it is without controls.
ALLOCATION_PARTS: Mapping[AllocationView, tuple[_Part, _Part]] = {
    AllocationView.EFFECT: (show_effect, told_effect),
    AllocationView.RECEIPT: (show_receipt, told_receipt),
    AllocationView.CERTAINTY: (show_certainty, told_certainty),
    AllocationView.WITHIN: (show_within, told_within),
    AllocationView.GAPS: (show_gaps, told_gaps),
    AllocationView.HISTORY: (show_history, show_history),
    AllocationView.RULES: (show_rules, show_rules),
}


def title() -> str:
    """Over the page."""
    return _("Hoe het geld van de DUUP zich laat verdelen")


def _told(ds: Dataset, allocation: Allocation, view: AllocationView) -> None:
    if view in _REGION:
        choose_region(allocation)
    if view is AllocationView.CERTAINTY:
        choose_over()
    ALLOCATION_PARTS[view][1](ds, allocation)


def opening(ds: Dataset) -> Opening:
    """What the first view shows of this page: the map, and without the app its amounts; or another part, whole."""
    found, parts, view = allocation_in_address(ds)[0], part_links(VIEW, AllocationView), AllocationView(VIEW.get())
    if view is not AllocationView.RESULT:
        told = shown_by(lambda: _told(ds, found, view))
        return Opening(title(), dated=False, article=answered(allocation_answer(found)) + told, parts=parts)
    own = region_in_use(found)
    shown = allocation_pictured(ds, found, Measure(MEASURE.get()), own, allocation_answer(found))
    amounts = shown_by(lambda: ranked_regions(found, over_memberships(found), own.number))
    return Opening(title(), shown, dated=False, parts=amounts + parts)
