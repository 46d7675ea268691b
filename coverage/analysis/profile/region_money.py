"""What a DUUP region would get by the rule of the scheme, and which part of it goes with one municipality.

It is the baseline of the allocation page (:func:`coverage.analysis.allocation.scenario.baseline`): the budget of the
sources, shared out by inhabitants. What centre municipalities really get was found in no public source.
"""

from __future__ import annotations

from dataclasses import dataclass

from coverage.analysis.allocation.budget import Budget, default_budget
from coverage.analysis.allocation.result import Allocation, RegionAmount, allocate
from coverage.analysis.allocation.scenario import baseline
from coverage.analysis.allocation.since import moved_line
from coverage.analysis.allocation.uncertainty import Range, Ranges, over_memberships
from coverage.analysis.allocation.within import MunicipalityAmount, within
from coverage.dataset import Dataset
from coverage.dataset.memo import per_snapshot
from coverage.dates import today
from coverage.i18n import _, euro, percent


@dataclass(frozen=True, slots=True)
class RegionMoney:
    """``own`` is the municipality's part by inhabitants; None when none was asked for, or when it is no municipality of
    this region in the population year that is shared out by (it was merged away, or belonged elsewhere). ``moved``: who
    came or left since, which the amount does not follow yet, in words."""

    budget: Budget
    year: int
    source_id: str
    region: RegionAmount
    range: Range
    own: MunicipalityAmount | None
    moved: str


@per_snapshot(maxsize=1)
def _baseline(ds: Dataset) -> tuple[Budget, Allocation, Ranges]:
    allocation = allocate(ds, baseline(ds))
    return default_budget(ds), allocation, over_memberships(allocation)


def region_money(ds: Dataset, duup_number: int, code: str = "") -> RegionMoney | None:
    """Money of a region, with the part of one of its municipalities when that is asked.

    None for a region that does not exist in the year that the sharing out rests on: it began later, or ended before.
    """
    budget, allocation, ranges = _baseline(ds)
    if duup_number not in ranges.by_region:
        return None
    own = next((m for m in within(allocation, duup_number) if m.code == code), None)
    return RegionMoney(
        budget, allocation.scenario.year, allocation.basis.source_id, allocation.region(duup_number),
        ranges.by_region[duup_number], own, moved_line(ds, allocation.basis, today(), duup_number),
    )  # fmt: skip


def amount_in_words(m: RegionMoney | None, in_force: bool) -> tuple[str, tuple[str, ...]]:
    """The computed amount of a region with its range and what it is not, and its sources.

    ``in_force``: whether the DUUP had begun on the reference date.
    """
    if m is None:
        return _("Niet te berekenen: deze DUUP-regio bestond niet in het jaar waarvan we de inwoners gebruiken."), ()
    between = _(", tussen {low} en {high}").format(low=euro(m.range.low), high=euro(m.range.high))
    words = _(
        "{amount} per jaar{between}: {share} van {budget} (budget {year}). Berekend naar inwoners van {people}; "
        "dit is niet wat de centrumgemeente echt kreeg.{later}"
    ).format(
        amount=euro(m.region.amount), between=between if m.range.wider_than(1) else "",
        share=percent(float(m.region.share)), budget=euro(m.budget.amount), year=m.budget.year, people=m.year,
        later="" if in_force else " " + _("Op deze peildatum was er nog geen DUUP."),
    )  # fmt: skip
    return " ".join(text for text in (words, m.moved) if text), (m.budget.source_id, m.source_id)
