"""The allocation keys, each as one object: how it weighs, what a reader sets, when it can be paid, and how it is told.

A new key is one object in :data:`KEYS` with its words in ``keys.toml``; page, receipt, address, command line and
workbook follow from those.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from math import lcm

from coverage.analysis.allocation import keys
from coverage.analysis.allocation.budget import AllocationError
from coverage.analysis.allocation.keys import Columns, Integers, Parameters, Shares, kept_money, no_minima
from coverage.analysis.allocation.rounding import decimals
from coverage.i18n import _, euro, number

MOST_WEIGHT = 100


@dataclass(frozen=True, slots=True)
class Told:
    """What a formula on a receipt can name. ``fraction`` gives 'count / count of all' of a simple key by its id."""

    budget: int
    regions: int
    parameters: Parameters
    other_year: int
    fraction: Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Cells:
    """What a formula in the workbook can name.

    ``settings`` are cells by name (exports/allocation_formulas.py); ``fraction`` gives the part of the region under a
    simple key by its id; ``count`` is the number of regions, ``above_minimum`` the share above minima.
    """

    settings: Mapping[str, str]
    fraction: Mapping[str, str]
    count: str
    above_minimum: str


@dataclass(frozen=True, slots=True)
class Key:
    """One allocation key.

    ``uses`` are the fields of :class:`Parameters` that a reader sets, and ``other_year``. ``check`` raises
    :class:`AllocationError` for a budget, a number of regions and parameters that cannot be paid. ``formula`` tells
    the amount before rounding on a receipt, ``sheet`` in a workbook. ``simple``: depends on the region and on national
    totals alone, and can always be paid, so a mix may hold it. A key with ``minima`` lets a share also depend on other
    regions: through these, which ``minimum_told`` and ``minimum_sheet`` explain.
    """

    id: str
    weigh: Callable[[Columns, int, Parameters], Shares]
    formula: Callable[[Told], str]
    sheet: Callable[[Cells], str]
    uses: tuple[str, ...] = ()
    check: Callable[[int, int, Parameters], None] = lambda _budget, _regions, _parameters: None
    simple: bool = False
    minima: Callable[[Columns, int, Parameters], Integers] = no_minima
    minimum_told: Callable[[Told], str] = lambda _told: ""
    minimum_sheet: Callable[[Cells], str] = lambda _cells: "0"

    @property
    def has_minima(self) -> bool:
        """Whether a share also depends on other regions."""
        return self.minima is not no_minima


def mix(columns: Columns, budget: int, p: Parameters) -> Shares:
    """A weighted mean of simple keys; weights of any size, not all zero."""
    used = [(KEYS[name].weigh(columns, budget, p), weight) for name, weight in p.weights if weight]
    whole = lcm(*(shares.denominator for shares, _ in used))
    parts = [shares.numerators * (whole // shares.denominator * weight) for shares, weight in used]
    return Shares(sum(parts[1:], parts[0]), whole * sum(weight for _, weight in used))


def _simple(name: str, weigh: Callable[[Columns, int, Parameters], Shares], *uses: str) -> Key:
    return Key(
        name, weigh, uses=uses, simple=True,
        formula=lambda t: f"{euro(t.budget)} × {t.fraction(name)}",
        sheet=lambda c: f"{c.settings['budget']}*{c.fraction[name]}",
    )  # fmt: skip


def _fixed_told(t: Told) -> str:
    fixed = euro(t.parameters.fixed_amount)
    return f"{fixed} + ({euro(t.budget)} − {t.regions} × {fixed}) × {t.fraction('population')}"


def _fixed_sheet(c: Cells) -> str:
    s = c.settings
    return f"{s['fixed']}+({s['budget']}-{s['fixed']}*{c.count})*{c.fraction['population']}"


def _mix_told(t: Told) -> str:
    weights = [(key, weight) for key, weight in t.parameters.weights if weight]
    terms = " + ".join(f"{weight} × {t.fraction(key)}" for key, weight in weights)
    return f"{euro(t.budget)} × ({terms}) / {sum(weight for _key, weight in weights)}"


def _mix_sheet(c: Cells) -> str:
    mixed = " + ".join(f"{c.settings[key]}*{part}" for key, part in c.fraction.items())
    return f"{c.settings['budget']}*({mixed})/({'+'.join(c.settings[key] for key in c.fraction)})"


def _kept_told(t: Told) -> str:
    kept = decimals(kept_money(t.budget, t.parameters), 2)
    return f"€\N{NO-BREAK SPACE}{kept} × {t.fraction('population_other_year')}; " + _(
        "wat overblijft na {loss}% verlies, naar inwoners van {year}, naar beneden afgerond"
    ).format(loss=t.parameters.max_loss, year=t.other_year)


def _kept_sheet(c: Cells) -> str:
    s = c.settings
    return f"INT({s['before']}*(100-{s['loss']})/100*{c.fraction['population_other_year']}+0.0000001)"


def _check_each(amount: int, regions: int, budget: int, what: str) -> None:
    if amount * regions > budget:
        raise AllocationError(
            _(
                "Dit kan niet: {regions} regio's met een {what} van {amount} kosten samen {total}, "
                "en het budget is {budget}. Kies hoogstens {most} per regio."
            ).format(
                regions=regions, what=what, amount=euro(amount), total=euro(amount * regions),
                budget=euro(budget), most=euro(budget // regions),
            )
        )  # fmt: skip


def _check_kept(budget: int, _regions: int, p: Parameters) -> None:
    if (kept := kept_money(budget, p)) > budget:
        raise AllocationError(
            _(
                "Dit kan niet: als geen regio meer dan {loss}% verliest, is {kept} nodig, en het budget is {budget}. "
                "Kies een hoger budget of een groter verlies."
            ).format(loss=number(p.max_loss), kept=euro(float(kept)), budget=euro(budget))
        )


def _check_weights(_budget: int, _regions: int, p: Parameters) -> None:
    for key, weight in p.weights:
        if key not in mixable():
            raise AllocationError(
                _("“{text}” kan niet in een mengvorm; kies uit {known}.").format(text=key, known=", ".join(mixable()))
            )
        if not 0 <= weight <= MOST_WEIGHT:
            raise AllocationError(_("Een gewicht is een heel getal van 0 tot en met 100."))
    if len({key for key, _weight in p.weights}) != len(p.weights):
        raise AllocationError(_("Een verdeelsleutel staat twee keer in de mengvorm; noem elke sleutel één keer."))
    if not sum(weight for _key, weight in p.weights):
        raise AllocationError(_("Geef ten minste één verdeelsleutel een gewicht groter dan 0."))


KEYS: dict[str, Key] = {
    key.id: key
    for key in (
        _simple("population", keys.population),
        Key(
            "population_fixed", keys.population_fixed, _fixed_told, _fixed_sheet, ("fixed_amount",),
            lambda budget, regions, p: _check_each(p.fixed_amount, regions, budget, _("vaste bedrag")),
        ),
        _simple("equal", keys.equal),
        _simple("municipalities", keys.municipality_bases),
        _simple("population_other_year", keys.population_other_year, "other_year"),
        Key(
            "floor", keys.floor, lambda _t: "", lambda c: c.above_minimum, ("floor",),
            lambda budget, regions, p: _check_each(p.floor, regions, budget, _("bodembedrag")),
            minima=keys.floor_minima, minimum_sheet=lambda c: c.settings["floor"],
        ),
        Key(
            "hold_harmless", keys.hold_harmless, lambda _t: "", lambda c: c.above_minimum,
            ("max_loss", "other_year", "baseline_budget"), _check_kept,
            minima=keys.kept_minima, minimum_told=_kept_told, minimum_sheet=_kept_sheet,
        ),
        Key("mix", mix, _mix_told, _mix_sheet, ("weights", "other_year"), _check_weights),
    )
}  # fmt: skip


def mixable() -> tuple[str, ...]:
    """Ids of the keys that a mix may hold."""
    return tuple(key.id for key in KEYS.values() if key.simple)
