"""The regions: a list with the answer of each, and a page for one."""

import streamlit as st

from coverage.analysis.status import status_at
from coverage.dataset import Dataset
from coverage.ui import choose
from coverage.ui.html import as_text, notice, show
from coverage.ui.local_map import outlines_of_links
from coverage.ui.map.component import coverage_map
from coverage.ui.pages import params_of
from coverage.ui.params import MAX_AGE
from coverage.ui.pieces import answer_line, planned_notes
from coverage.ui.redraw import fragment, problems
from coverage.ui.region import page as regions
from coverage.ui.region.article import region_article, region_disputes
from coverage.ui.region.choice import search_region, take_region, unknown_region
from coverage.ui.region.take_along import take_region_along

MAP = "regiokaart"


@fragment
def view(ds: Dataset) -> None:
    """Everything that follows the region and the date; a change redraws this part alone."""
    take_region(ds, MAP)
    name, p = regions.chosen_region(ds)
    st.title(as_text(regions.region_title(p.name)) if p else regions.index_title(), anchor=False)
    problems(*params_of("regio"))
    if meant := regions.meant_regions(ds):
        show(meant)
    moment, find = st.columns([2, 1], vertical_alignment="top")
    with moment:
        on = choose.reference_date()
    with find:
        search_region(ds)
    unknown_region(ds)
    if p:
        show(regions.back_to_list())
        take_region_along(ds, p)
        show(outlines_of_links(ds, p))
        show(region_article(ds, p))
        region_disputes(ds, p)
        return
    if name:
        notice(regions.absent(ds, name))
    report = status_at(ds, on, MAX_AGE.get())
    shown = regions.regions_pictured(report)
    show(regions.how_to_choose())
    answer_line(shown.sentence)
    left, right = st.columns([6, 7], gap="medium")
    with left:
        coverage_map(shown.view, key=MAP)
        show(shown.legend)
    with right:
        show(regions.region_list(ds, report))
    show(regions.regions_drawn(ds, report))
    planned_notes(ds, on)


view()
