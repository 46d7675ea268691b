"""Real amounts: what a source says that a centre municipality got, beside what the rule gives for that year."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from coverage.analysis.allocation.budget import AllocationError, duup_budgets
from coverage.analysis.allocation.result import Allocation, allocate
from coverage.analysis.allocation.scenario import baseline
from coverage.analysis.population import complete_years
from coverage.dataset import Dataset
from coverage.dataset.memo import per_snapshot
from coverage.geography.region_names import region_names
from coverage.i18n import _, euro, number
from coverage.vocabulary import Reading


@dataclass(frozen=True, slots=True)
class StatedAmount:
    """A row of ``amounts_stated``, in whole euros. ``computed`` is the amount of the rule over the budget of that year;

    None when no budget is known for it, or the region did not exist by then.
    """

    number: int
    name: str
    year: int
    amount: int
    computed: int | None
    date: str
    source_id: str
    source_detail: str
    reading: Reading
    note: str

    @property
    def difference(self) -> int | None:
        """Euros that were stated above (below: negative) what the rule gives."""
        return None if self.computed is None else self.amount - self.computed


@per_snapshot(maxsize=1)
def stated_amounts(ds: Dataset) -> tuple[StatedAmount, ...]:
    """Every stated amount, by region and then by year, the newest first."""
    rows = ds.table("amounts_stated")
    names = region_names(ds)
    by_rule = {year: dict(_amounts(ds, year)) for year in sorted(set(rows["year"]))}
    found = [
        StatedAmount(
            int(r.duup_number), names[r.duup_number], int(r.year), int(r.amount),
            by_rule[r.year].get(int(r.duup_number)), r.date, r.source_id, r.source_detail, Reading(r.reading), r.note,
        )
        for r in rows.itertuples()
    ]  # fmt: skip
    return tuple(sorted(found, key=lambda a: (a.number, -a.year, a.source_id)))


def stated_for(ds: Dataset, region: int) -> tuple[StatedAmount, ...]:
    """The stated amounts of one region, the newest year first."""
    return tuple(a for a in stated_amounts(ds) if a.number == region)


def stated_answer(ds: Dataset) -> str:
    """For how many regions a source states a real amount."""
    known = len({a.number for a in stated_amounts(ds)})
    if not known:
        return _("Wat elke centrumgemeente echt kreeg, staat in geen bron die wij hebben.")
    return _("Van {known} van de {all} regio's noemt een bron wat de centrumgemeente echt kreeg.").format(
        known=number(known), all=number(len(ds.table("duup_regions")))
    )


def beside_the_rule(stated: StatedAmount) -> str:
    """The amount in words beside the rule."""
    said = _("In {year} kreeg de centrumgemeente volgens de bron {amount}.").format(
        year=stated.year, amount=euro(stated.amount)
    )
    if stated.difference is None:
        return said + " " + _("Wat de regel voor dat jaar geeft, is niet te berekenen.")
    if not stated.difference:
        return said + " " + _("Dat is wat de regel geeft.")
    more = _("Dat is {difference} meer dan de regel geeft ({computed}).")
    less = _("Dat is {difference} minder dan de regel geeft ({computed}).")
    return f"{said} " + (more if stated.difference > 0 else less).format(
        difference=euro(abs(stated.difference)), computed=euro(stated.computed or 0)
    )


def _amounts(ds: Dataset, year: int) -> Iterator[tuple[int, int]]:
    """Region -> euros by the rule: the budget of the year, and its inhabitants where they are final."""
    budget = {b.year: b.amount for b in duup_budgets(ds)}.get(year)
    final = [y.year for y in complete_years(ds) if not y.provisional]
    if budget is None or not final:
        return
    try:
        found: Allocation = allocate(ds, baseline(ds, budget, year if year in final else None))
    except AllocationError:
        return
    for region in found.regions:
        yield region.number, region.amount
