"""How the pages with a map begin at an address: what the first view shows of each (coverage/ui/web/first_view.py)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from markupsafe import Markup

from coverage.analysis import summary
from coverage.analysis.allocation.words import answer as of_amounts
from coverage.analysis.groups.gaps import gaps_at
from coverage.analysis.profile.facts import profile
from coverage.analysis.spots.white_spots import white_spots
from coverage.analysis.status import status_at
from coverage.dataset import Dataset
from coverage.dates import today
from coverage.ui import choose
from coverage.ui.allocation import params, result
from coverage.ui.allocation.region import region_in_use
from coverage.ui.evidence import page as coverage_page
from coverage.ui.evidence import spots_page, timeline
from coverage.ui.evidence.params import DIVISION, EARLIER, LAYER, OUTLINE, REGION
from coverage.ui.groups import map as group_map
from coverage.ui.groups import page as group_page
from coverage.ui.groups.params import GROUP_VIEW, GROUPS, GroupView
from coverage.ui.html import hinted
from coverage.ui.map import status
from coverage.ui.map.pictured import Pictured
from coverage.ui.municipality import page as profile_page
from coverage.ui.params import DATE, MAX_AGE


@dataclass(frozen=True)
class Opening:
    """The start of a page: its title and its map, with what else tells a reader where they are.

    ``above`` stands between the title and the controls. ``dated`` pages have the row of moments; the search box
    stands beside the title, beside the moments, or elsewhere. An ``article`` takes the place of the sentence.
    """

    title: str
    shown: Pictured
    dated: bool = True
    search: Literal["title", "moments", ""] = ""
    above: Markup = field(default_factory=Markup)
    article: Markup = field(default_factory=Markup)


def _overview(ds: Dataset) -> Opening:
    report = status_at(ds, DATE.get())
    selected = choose.found(ds, report.on, report.division.id)[0]
    return Opening(summary.question(), status.pictured(report, selected=selected), search="title")


def _evidence(ds: Dataset) -> Opening | None:
    on, earlier, region = DATE.get(), EARLIER.get(), REGION.get()
    if earlier and earlier != on:
        return None  # two maps
    report = coverage_page.within(status_at(ds, on, MAX_AGE.get(), DIVISION.get() or None), region)
    selected = coverage_page.present(report, choose.found(ds, on, report.division.id)[0])
    states = coverage_page.states_of(ds, report, LAYER.get())
    shown = coverage_page.pictured(ds, report, states, OUTLINE.get(), region, selected)
    above = hinted(coverage_page.intro()) + timeline.picture(ds, today()) + timeline.now(ds, on, today())
    return Opening(coverage_page.title(), shown, dated=False, above=above)


def _spots(ds: Dataset) -> Opening:
    found = white_spots(ds, DATE.get(), MAX_AGE.get())
    selected = choose.found(ds, found.report.on, found.report.division.id)[0]
    shown = spots_page.pictured(found, selected)
    return Opening(spots_page.title(), shown, search="moments", above=hinted(spots_page.intro()))


def _groups(ds: Dataset) -> Opening | None:
    if GROUP_VIEW.get() is not GroupView.MAP:
        return None
    report = gaps_at(ds, DATE.get(), GROUPS.get(), MAX_AGE.get())
    selected = choose.found(ds, report.on, report.status.division.id)[0]
    return Opening(group_page.title(), group_map.pictured(report, selected))


def _allocation(ds: Dataset) -> Opening | None:
    if params.VIEW.get() is not params.AllocationView.RESULT:
        return None
    found = params.allocation_in_address(ds)[0]
    measure = params.Measure(params.MEASURE.get())
    shown = result.pictured(ds, found, measure, region_in_use(found), of_amounts(found))
    return Opening(result.title(), shown, dated=False)


def _municipality(ds: Dataset) -> Opening:
    report = status_at(ds, DATE.get(), MAX_AGE.get())
    selected = choose.found(ds, report.on, report.division.id)[0]
    found = profile(ds, selected, report.on, report.max_age) if selected else None
    return Opening(
        found.row.name if found else profile_page.title(),
        status.pictured(report, selected=selected),
        search="moments",
        article=profile_page.article(ds, found) if found else profile_page.invitation(report),
    )


OPENINGS: Mapping[str, Callable[[Dataset], Opening | None]] = {
    "": _overview,
    "dekking": _evidence,
    "witte-vlekken": _spots,
    "doelgroepen": _groups,
    "verdeling": _allocation,
    "mijn-gemeente": _municipality,
}  # by the path of the page (coverage/ui/shell.py); None where the address asks for a part without one map
