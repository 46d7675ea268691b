"""Who gets what: map, ranked bars with their ranges, and files to take along."""

from __future__ import annotations

from fractions import Fraction

import streamlit as st

from coverage.analysis.allocation.result import Allocation, RegionAmount
from coverage.analysis.allocation.since import moved_line
from coverage.analysis.allocation.uncertainty import Range, Ranges, over_memberships
from coverage.analysis.allocation.words import per_head
from coverage.dataset import Dataset
from coverage.dates import today
from coverage.i18n import _, euro, label, number, percent
from coverage.ui.allocation.bars import BarRow, bar, bar_table
from coverage.ui.allocation.downloads import tables
from coverage.ui.allocation.map import HEIGHT, Choropleth, amounts_view, by_size, region_legend
from coverage.ui.allocation.region import choose_region, region_card
from coverage.ui.bound import pick
from coverage.ui.html import hint, show
from coverage.ui.map.component import coverage_map
from coverage.ui.map.pictured import Pictured
from coverage.ui.params.allocation import MEASURE, Measure

MAP = "verdeling-kaart"


def show_result(ds: Dataset, allocation: Allocation, sentence: str) -> None:
    """Map and legend beside the chosen region; under them all regions, the largest amount first."""
    ranges = over_memberships(allocation)
    left, right = st.columns([8, 5], gap="medium")
    with right:
        own = choose_region(allocation, MAP)
        region_card(ds, allocation, own, ranges)
        measure = pick(_("Kleur van de kaart"), MEASURE, Measure)
        shown = allocation_pictured(ds, allocation, Measure(measure), own, sentence)
        show(shown.legend)
    with left:
        coverage_map(shown.view, key=MAP, height=HEIGHT)
    if moved := moved_line(ds, allocation.basis, today()):
        hint(moved)
    ranked_regions(allocation, ranges, own.number)
    tables(ds, allocation)


def allocation_pictured(
    ds: Dataset, allocation: Allocation, measure: Measure, own: RegionAmount, sentence: str
) -> Pictured:
    """The map of the amounts, with one region marked."""
    picture = _picture(allocation, measure)
    title = _("Kaart: {measure} per DUUP-regio").format(measure=label(measure))
    view = amounts_view(ds, allocation, picture, region=own.number, title=title, description=sentence)
    legend = region_legend(allocation, picture, _("Legenda: {measure}").format(measure=label(measure)))
    return Pictured(sentence, view, legend)


def _picture(allocation: Allocation, measure: Measure) -> Choropleth:
    rows = allocation.regions
    if measure is Measure.AMOUNT:
        words = {r.number: euro(r.amount) for r in rows}
        return by_size({r.number: Fraction(r.amount) for r in rows}, words, 0, lambda v: euro(float(v)))
    words = {r.number: _("{amount} per inwoner").format(amount=per_head(r.per_inhabitant)) for r in rows}
    return by_size({r.number: r.per_inhabitant for r in rows}, words, 3, per_head)


def ranked_regions(allocation: Allocation, ranges: Ranges, chosen: int) -> None:
    """All regions with their amounts, the largest first."""
    bands = ranges.by_region
    most = max((band.high for band in bands.values()), default=0)
    rows = [
        BarRow(
            r.name,
            bar(r.amount, most, *_band(bands[r.number], allocation.scenario.unit)),
            [
                euro(r.amount), per_head(r.per_inhabitant), number(r.inhabitants),
                percent(float(r.share)), _span(bands[r.number], allocation.scenario.unit),
            ],
            chosen=r.number == chosen,
        )
        for r in sorted(allocation.regions, key=lambda r: (-r.amount, r.number))
    ]  # fmt: skip
    regions = allocation.regions
    bar_table(
        _("Bedrag per DUUP-regio, het grootste eerst"),
        [_("Bedrag"), _("Per inwoner"), _("Inwoners"), _("Deel"), _("Laagste – hoogste")],
        rows,
        [
            euro(sum(r.amount for r in regions)), "", number(sum(r.inhabitants for r in regions)),
            percent(1) if allocation.scenario.budget else "", "",
        ],
        _("Lichte band: het bereik, want van {count} gemeenten is de regio onzeker. Zie “Hoe zeker?”.").format(
            count=number(len(allocation.basis.uncertain))
        ),
    )  # fmt: skip


def _band(found: Range, unit: int) -> tuple[int, ...]:
    """Low and high, when they differ by more than the rounding."""
    return (found.low, found.high) if found.wider_than(unit) else ()


def _span(found: Range, unit: int) -> str:
    return " – ".join(euro(amount) for amount in _band(found, unit)) or "–"
