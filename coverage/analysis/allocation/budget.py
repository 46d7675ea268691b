"""The amount to share out: read from what people type, and the default with its source."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction

from coverage.dataset import Dataset
from coverage.dataset.memo import per_snapshot
from coverage.dates import start
from coverage.i18n import _
from coverage.vocabulary import FigureKind, FundingRole, Scheme

MOST = 10_000_000_000
_AMOUNT = re.compile(r"(?P<whole>[0-9]{1,3}([. ][0-9]{3})+|[0-9]+)(,(?P<part>[0-9]+)|,[-–—=]{1,2})?")
_MILLION, _BILLION = 10**6, 10**9
_SCALE = {"": 1, "duizend": 1000} | dict.fromkeys(("mln", "mio", "miljoen", "million"), _MILLION)
_SCALE |= dict.fromkeys(("mld", "miljard", "billion"), _BILLION)
_PARTS = re.compile(r"(?P<number>[^a-z]*?)\s*(?P<scale>[a-z]*)\.?")


class AllocationError(ValueError):
    """A question that cannot be answered as asked; the message tells the reader why and what to do."""


def parse_budget(text: str) -> int:
    """Whole euros from '6000000', '6.000.000,-', '6 000 000', '€ 6,0 mln' or '6 mln'.

    A point or space separates thousands and a comma decimals, the Dutch way. Raises :class:`AllocationError` for
    anything that is not a number of whole euros from 0 to 10 billion.
    """
    shown = " ".join(text.split())[:60]
    plain = re.sub(r"€|\beuro\b|\beur\b", "", shown.lower()).strip()
    if not plain:
        raise AllocationError(_("Vul een bedrag in hele euro's in, bijvoorbeeld 6.000.000 of 6 mln."))
    if plain[0] in "-−–":
        raise AllocationError(_("“{text}” is negatief; een budget is 0 of meer.").format(text=shown))
    parts = _PARTS.fullmatch(plain)
    amount = _AMOUNT.fullmatch(parts["number"].strip()) if parts and parts["scale"] in _SCALE else None
    if parts is None or amount is None:
        raise AllocationError(
            _("“{text}” is geen bedrag dat wij begrijpen; schrijf bijvoorbeeld 6000000, 6.000.000 of 6,5 mln.").format(
                text=shown
            )
        )
    decimals = amount["part"] or ""
    digits = re.sub(r"[. ]", "", amount["whole"])
    euros = Fraction(int(digits + decimals), 10 ** len(decimals)) * _SCALE[parts["scale"]]
    if euros.denominator != 1:
        raise AllocationError(_("“{text}” is geen bedrag in hele euro's; laat de centen weg.").format(text=shown))
    return checked_budget(int(euros))


def checked_budget(euros: int) -> int:
    """The same amount when it lies from 0 to 10 billion; :class:`AllocationError` otherwise."""
    if not 0 <= euros <= MOST:
        raise AllocationError(_("Een budget ligt tussen € 0 en € 10.000.000.000 (10 miljard)."))
    return euros


@dataclass(frozen=True, slots=True)
class Budget:
    """A yearly national amount of the DUUP in a year, with how hard it is and its source."""

    year: int
    amount: int
    kind: FigureKind
    source_id: str
    source_detail: str
    note: str


@per_snapshot(maxsize=1)
def duup_budgets(ds: Dataset) -> tuple[Budget, ...]:
    """National totals, one a year, oldest first: what a source reports before what is derived or expected."""
    rows = ds.table("funding")
    rows = rows[
        (rows["scheme"] == Scheme.DUUP)
        & (rows["role"] == FundingRole.NATIONAL)
        & rows["value"].notna()
        & rows["per_year"]
        & (rows["period_from"] != "")
    ]
    found = [
        Budget(start(r.period_from).year, int(r.value), FigureKind(r.kind), r.source_id, r.source_detail, r.note)
        for r in rows.itertuples()
    ]
    by_year: dict[int, Budget] = {}
    for budget in sorted(found, key=lambda b: (b.year, b.kind is not FigureKind.REPORTED)):
        by_year.setdefault(budget.year, budget)
    return tuple(by_year.values())


def default_budget(ds: Dataset) -> Budget:
    """The latest year of the DUUP for which a source states the total as a fact, not as a forecast."""
    stated = [b for b in duup_budgets(ds) if b.kind is FigureKind.REPORTED]
    if not stated:
        raise AllocationError(_("De gegevens noemen geen landelijk totaal van de DUUP; vul zelf een budget in."))
    return stated[-1]
