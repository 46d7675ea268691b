"""Where the budget in use comes from, and what the key means, whose it is and when it was looked at."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from coverage.analysis.allocation.budget import Budget, default_budget, duup_budgets
from coverage.analysis.allocation.definitions import definitions
from coverage.analysis.allocation.result import Allocation
from coverage.dataset import Dataset
from coverage.i18n import _, day, euro, label
from coverage.ui.data.cite import cite, cited
from coverage.ui.html import join, show
from coverage.ui.params import allocation as params
from coverage.ui.pieces import unfolding
from coverage.ui.state import here
from coverage.vocabulary import FigureKind


def origin_words(ds: Dataset, allocation: Allocation) -> None:
    """Two lines, and folded behind them the sources, the owner of the key and when it is looked at again."""
    definition = definitions()[allocation.scenario.key]
    known = [b for b in duup_budgets(ds) if b.amount == allocation.scenario.budget]
    details = [Markup("{}. {}").format(cite(ds, b.source_id, b.source_detail), b.note) for b in known[:1]]
    if definition.cites:
        details.append(cited(ds, definition.cites))
    details.append(
        Markup("{}").format(
            _("Eigenaar van de sleutel: {owner}. Bekeken op {reviewed}; opnieuw te bekijken vóór {next}.").format(
                owner=definition.owner, reviewed=day(definition.date_reviewed), next=day(definition.date_next_review)
            )
        )
    )
    show(
        Markup('<div class="origin"><p><strong>{}</strong> {}</p><p><strong>{}</strong> {}</p></div>').format(
            _("Budget:"), _budget(ds, allocation.scenario.budget, known), _("Sleutel:"), definition.definition
        )
    )
    items = join(Markup("<li>{}</li>").format(d) for d in details)
    unfolding("origin", _("Bronnen, eigenaar en herziening"), lambda: Markup('<ul class="more">{}</ul>').format(items))


def _budget(ds: Dataset, budget: int, known: Sequence[Budget]) -> Markup:
    """For which years sources give this amount, and the way to the other one."""
    if not known:
        default = default_budget(ds)
        text = _("je eigen bedrag. De begroting noemt {amount} per jaar.").format(amount=euro(default.amount))
        return Markup("{} {}").format(text, _link(_("Neem dat bedrag"), default.amount))
    others = [b for b in duup_budgets(ds) if b.amount != budget]
    more = (
        _("Reken met {amount} ({years})").format(amount=euro(others[0].amount), years=_years(others)) if others else ""
    )
    return Markup("{}. {}").format(
        _("landelijk totaal per jaar, {years}").format(years=_years(known)),
        _link(more, others[0].amount) if others else "",
    )


def _years(known: Sequence[Budget]) -> str:
    """2023 gerapporteerd, 2024-2028 raming; each kind with its years."""
    words = {FigureKind.ESTIMATE: _("raming"), FigureKind.REPORTED: _("gerapporteerd")}
    parts = []
    for kind in dict.fromkeys(b.kind for b in known):
        years = [b.year for b in known if b.kind is kind]
        span = str(years[0]) if len(years) == 1 else f"{years[0]}-{years[-1]}"
        parts.append(f"{span} {words.get(kind, label(kind))}")
    return ", ".join(parts)


def _link(text: str, amount: int) -> Markup:
    return Markup('<a href="{}" target="_self">{}</a>').format(here({params.BUDGET.name: str(amount)}), text)
