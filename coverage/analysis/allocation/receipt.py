"""The receipt of one region: from inputs to euros, line by line, each with its source."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from coverage.analysis.allocation.address import to_address
from coverage.analysis.allocation.budget import duup_budgets
from coverage.analysis.allocation.definitions import definitions
from coverage.analysis.allocation.drawings import in_use
from coverage.analysis.allocation.keys import level
from coverage.analysis.allocation.known_keys import KEYS, Told
from coverage.analysis.allocation.result import Allocation, RegionAmount
from coverage.analysis.allocation.rounding import decimals
from coverage.analysis.allocation.uncertainty import over_memberships
from coverage.analysis.citations import citation
from coverage.dataset import Dataset
from coverage.i18n import _, euro, label, number


@dataclass(frozen=True, slots=True)
class ReceiptLine:
    """One line: what it is, its value as printed, how it came about, and where it was read (empty: computed here)."""

    label: str
    value: str
    formula: str = ""
    source_id: str = ""


@dataclass(frozen=True, slots=True)
class Receipt:
    """All lines of a region, and the values that reproduce it in an address."""

    region: RegionAmount
    lines: tuple[ReceiptLine, ...]
    address: dict[str, str]


def receipt(ds: Dataset, allocation: Allocation, region: int) -> Receipt:
    """How the amount of a region came about; KeyError for an unknown region."""
    own = allocation.region(region)
    lines = (*_inputs(ds, allocation, own), *_formula(ds, allocation, own), *_rounding(allocation, own))
    return Receipt(own, lines, {**to_address(allocation.scenario), "regio": own.name})


def _inputs(ds: Dataset, allocation: Allocation, own: RegionAmount) -> list[ReceiptLine]:
    s, basis = allocation.scenario, allocation.basis
    known = [b for b in duup_budgets(ds) if b.amount == s.budget]
    source = next((b for b in known if b.year == s.year), known[0] if known else None)
    members = basis.of_region(own.number)
    date_of_count = _("1 januari {year}").format(year=s.year)
    if basis.provisional:
        date_of_count += " " + _("(voorlopig)")
    estimated = sum(m.estimated for m in members)
    lines = [
        ReceiptLine(
            _("Budget"),
            euro(s.budget),
            label(source.kind) if source else _("door de lezer gekozen"),
            source.source_id if source else "",
        ),
        ReceiptLine(
            _("Inwoners van de regio op {date}").format(date=date_of_count),
            number(own.inhabitants),
            _("som van {count} gemeenten, indeling {division}").format(
                count=number(own.municipalities), division=s.division_id
            ),
            basis.source_id,
        ),
        ReceiptLine(
            _("Inwoners van Nederland op {date}").format(date=date_of_count),
            number(sum(r.inhabitants for r in allocation.regions)),
            _("som van {count} gemeenten").format(count=number(len(basis.municipalities))),
            basis.source_id,
        ),
    ]
    if estimated:
        lines.append(
            ReceiptLine(
                _("Gemeenten waarvan het inwonertal is geschat"),
                number(estimated),
                _("over latere gemeentegrenzen verdeeld naar oppervlakte"),
                basis.source_id,
            )
        )
    return lines


def _formula(ds: Dataset, allocation: Allocation, own: RegionAmount) -> list[ReceiptLine]:
    s, rows = allocation.scenario, allocation.regions
    definition, key = definitions()[s.key], KEYS[s.key]
    told = Told(s.budget, len(rows), s.parameters, s.other_year, partial(_fraction, allocation, own))
    source = citation(ds, definition.cites)[0] if definition.cites else ""
    lines = [ReceiptLine(_("Verdeelsleutel"), definition.label, definition.definition, source)]
    if "other_year" in key.uses:
        year = _("Inwoners van de regio op {date}").format(date=_("1 januari {year}").format(year=s.other_year))
        lines.append(ReceiptLine(year, number(own.other), "", allocation.basis.other_source_id))
    if key.has_minima:
        minimum, text = _minimum(allocation, own, told)
        lines.append(minimum)
    else:
        text = key.formula(told)
    return [
        *lines,
        ReceiptLine(_("Deel van het budget"), f"{decimals(own.share * 100)}%"),
        ReceiptLine(_("Bedrag voor afronding"), f"€\N{NO-BREAK SPACE}{decimals(own.exact)}", text),
    ]


def _fraction(allocation: Allocation, own: RegionAmount, key: str) -> str:
    """The part of a region under a simple key, as 'its count / count of all'."""
    shares = KEYS[key].weigh(in_use(allocation.basis), 1, allocation.scenario.parameters)
    counts = dict(zip((r.number for r in allocation.regions), shares.numerators[:, 0], strict=True))
    return f"{number(int(counts[own.number]))} / {number(int(shares.denominator))}"


def _minimum(allocation: Allocation, own: RegionAmount, told: Told) -> tuple[ReceiptLine, str]:
    """Minimum and formula for keys that have one per region."""
    s, columns, key = allocation.scenario, in_use(allocation.basis), KEYS[allocation.scenario.key]
    minima = key.minima(columns, s.budget, s.parameters)
    left, among = (int(x[0]) for x in level(columns.inhabitants, minima, s.budget))
    minimum = int(minima[[r.number for r in allocation.regions].index(own.number)][0])
    line = ReceiptLine(_("Minimum van de regio"), euro(minimum), key.minimum_told(told))
    free = f"{euro(left)} × {number(own.inhabitants)} / {number(among)}"
    if minimum * among > own.inhabitants * left:
        return line, _("het minimum, want {formula} is minder").format(formula=free)
    return line, _("{formula} (wat de andere regio's na de minima overhouden)").format(formula=free)


def _rounding(allocation: Allocation, own: RegionAmount) -> list[ReceiptLine]:
    s = allocation.scenario
    down = own.exact // s.unit * s.unit
    uncertain = over_memberships(allocation)
    band = uncertain.by_region[own.number]
    return [
        ReceiptLine(_("Naar beneden afgerond op {unit}").format(unit=euro(s.unit)), euro(int(down))),
        ReceiptLine(
            _("Erbij door de grootste resten"),
            euro(own.amount - int(down)),
            _(
                "de euro's die na het afronden over zijn, gaan naar de regio's met de grootste rest; "
                "bij gelijke rest eerst het grootste deel, dan het laagste nummer"
            ),
        ),
        ReceiptLine(_("Bedrag"), euro(own.amount)),
        ReceiptLine(_("Per inwoner"), f"€\N{NO-BREAK SPACE}{decimals(own.per_inhabitant, 4)}"),
        ReceiptLine(_("Bereik door onzekere indeling"), f"{euro(band.low)} – {euro(band.high)}", uncertain.method),
    ]
