"""How the shares of regions drift from 2012 to 2026, and what crossed a border."""

from __future__ import annotations

from markupsafe import Markup

from coverage.analysis.allocation.drift import Reorganisation, crossings, drift
from coverage.analysis.allocation.result import Allocation
from coverage.analysis.allocation.words import signed
from coverage.analysis.population import complete_years
from coverage.dataset import Dataset
from coverage.i18n import _, day, euro, number, percent
from coverage.ui.allocation.bars import BarRow, bars, both_ways
from coverage.ui.allocation.region import region_in_use
from coverage.ui.html import show
from coverage.ui.pieces import subheading, unfolding


def show_drift(ds: Dataset, allocation: Allocation) -> None:
    """Shares of the inhabitants in every complete year, within the borders in use."""
    subheading(_("Hoe de delen verschuiven"))
    budget, years = allocation.scenario.budget, complete_years(ds)
    rows = drift(ds, allocation.scenario.division_id)
    most = max(abs(float(r.change)) for r in rows)
    chosen = region_in_use(allocation).number
    table = [
        BarRow(
            r.name, both_ways(float(r.change), most),
            [signed(round(r.change * budget)), *(percent(float(share)) for _year, share in sorted(r.shares.items()))],
            chosen=r.number == chosen,
        )
        for r in sorted(rows, key=lambda r: (-r.change, r.number))
    ]  # fmt: skip
    caption = _(
        "Deel van de inwoners van Nederland, en wat de verandering van {first} tot {last} bij dit budget scheelt"
    ).format(first=years[0].year, last=years[-1].year)
    note = _(
        "Op de gemeentegrenzen van de gekozen indeling ({division}). Met * is voorlopig. Van de jaren die ontbreken "
        "zijn geen volledige "
        "aantallen gevonden. Oudere jaren zijn soms naar oppervlakte over latere grenzen verdeeld."
    ).format(division=allocation.scenario.division_id)
    names = [f"{y.year}*" if y.provisional else str(y.year) for y in years]
    unfolding("drift", caption, lambda: bars(caption, [_("Scheelt"), *names], table, note=note))


def show_crossings(ds: Dataset, allocation: Allocation) -> None:
    """Reorganisations across the border of two regions since the scheme began."""
    for found in crossings(ds, allocation.scenario.budget):
        _crossing(found, allocation)


def _crossing(found: Reorganisation, allocation: Allocation) -> None:
    winner = found.shifts.winners[0].name if found.shifts.winners else ""
    subheading(_("Een herindeling over de grens van twee regio's: {name}").format(name=found.municipality.name))
    text = _(
        "Op {date} ging {name} ({people} inwoners) op in een gemeente in een andere regio: van {origin} naar {goal}. "
        "Volgens de regel verschuift daarmee {amount} van {budget}; de andere regio's merken er niets van."
    ).format(
        date=day(found.on), name=found.municipality.name, people=number(found.municipality.inhabitants),
        origin=found.origin,
        goal=winner, amount=euro(found.shifts.gained), budget=euro(allocation.scenario.budget),
    )  # fmt: skip
    show(Markup("<p>{}</p>").format(text))
