"""An allocation as a workbook with live formulas, so that an official can check and change it.

The formulas follow the same rule as ``analysis.allocation``; every formula cell also holds the value that was
computed here, for viewers that do not recalculate, and a column compares the two.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from io import BytesIO
from typing import Any

import xlsxwriter

from coverage.analysis.allocation.definitions import definitions
from coverage.analysis.allocation.drawings import in_use
from coverage.analysis.allocation.keys import level
from coverage.analysis.allocation.known_keys import KEYS
from coverage.analysis.allocation.result import Allocation
from coverage.analysis.allocation.uncertainty import Ranges
from coverage.analysis.allocation.words import only_computed
from coverage.analysis.citations import citation
from coverage.dataset import Dataset
from coverage.exports.allocation_formulas import SETTINGS, formulas_of
from coverage.exports.safe import neutral
from coverage.i18n import _
from coverage.vocabulary import ATTRIBUTION

SHEET = "Verdeling"
TOP = 14  # row of the headings, counted from 1; the settings stand above it


@dataclass(frozen=True, slots=True)
class _Row:
    """Values of a region that the formulas also give."""

    minimum: int
    held: bool
    down: int
    order: int
    extra: int


def allocation_xlsx(ds: Dataset, allocation: Allocation, ranges: Ranges) -> bytes:
    """The workbook: a sheet to read first, and the allocation."""
    stream = BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(stream, options) as book:
        bold, money = book.add_format({"bold": True}), book.add_format({"num_format": "#,##0"})
        exact = book.add_format({"num_format": "#,##0.000000"})
        _read_me(book.add_worksheet(_("Lees mij")), bold, ds, allocation, ranges)
        _sheet(book.add_worksheet(SHEET), {"bold": bold, "money": money, "exact": exact}, allocation, ranges)
    return stream.getvalue()


def _read_me(sheet: Any, bold: Any, ds: Dataset, allocation: Allocation, ranges: Ranges) -> None:
    s, basis = allocation.scenario, allocation.basis
    definition = definitions()[s.key]
    population = ds.source(basis.source_id).title
    lines = [
        (_("Verdeling van de DUUP over de regio's"), ""),
        (
            _("Let op"),
            only_computed(),
        ),
        (_("Editie van de gegevens"), ds.edition),
        (_("Verdeelsleutel"), definition.label),
        (_("Wat die inhoudt"), definition.definition),
        (_("Eigenaar van de sleutel"), definition.owner),
        (_("Bron van de sleutel"), ds.source(citation(ds, definition.cites)[0]).title if definition.cites else ""),
        (_("Bevolkingsjaar"), f"{s.year} " + _("(voorlopig)") if basis.provisional else str(s.year)),
        (_("Gemeentelijke indeling"), s.division_id),
        (_("Bron van de inwoners"), population),
        (
            _("Afronding"),
            _(
                "Naar beneden op hele eenheden; wat overblijft gaat naar de grootste resten. Bij gelijke rest eerst "
                "het grootste deel, dan het laagste nummer. Een rest onder de eenheid gaat naar het grootste deel."
            ),
        ),
        (_("Bereik"), ranges.method),
        (_("Naamsvermelding"), ATTRIBUTION),
    ]
    sheet.set_column(0, 0, 28)
    sheet.set_column(1, 1, 110)
    for i, (label, value) in enumerate(lines):
        sheet.write_string(i, 0, neutral(label), bold)
        sheet.write_string(i, 1, neutral(value))


def _sheet(sheet: Any, formats: dict[str, Any], allocation: Allocation, ranges: Ranges) -> None:
    s, p = allocation.scenario, allocation.scenario.parameters
    weights = dict(p.weights)
    settings: dict[str, tuple[str, int]] = {
        "budget": (_("budget"), s.budget),
        "unit": (_("afronden op (euro)"), s.unit),
        "fixed": (_("vast bedrag per regio"), p.fixed_amount),
        "floor": (_("bodem per regio"), p.floor),
        "loss": (_("grootste verlies (%)"), p.max_loss),
        "before": (_("budget in de uitgangssituatie"), s.budget if p.baseline_budget is None else p.baseline_budget),
        "population": (_("gewicht inwoners"), weights.get("population", 0)),
        "equal": (_("gewicht gelijke delen"), weights.get("equal", 0)),
        "municipalities": (_("gewicht aantal gemeenten"), weights.get("municipalities", 0)),
        "population_other_year": (_("gewicht inwoners ander jaar"), weights.get("population_other_year", 0)),
    }
    sheet.write_string(0, 0, neutral(_("Instellingen: verander een getal en de bedragen volgen")), formats["bold"])
    for i, name in enumerate(SETTINGS):
        sheet.write_string(i + 1, 0, neutral(settings[name][0]))
        sheet.write_number(i + 1, 1, settings[name][1], formats["money"])
    headings = [
        _("nummer"),
        _("DUUP-regio"),
        _("inwoners {year}").format(year=s.year),
        _("gemeenten"),
        _("inwoners {year}").format(year=s.other_year or s.year),
        _("minimum"),
        _("op het minimum (1 = ja)"),
        _("deel van het budget"),
        _("bedrag voor afronding"),
        _("naar beneden afgerond"),
        _("rest in eenheden"),
        _("volgorde"),
        _("erbij"),
        _("bedrag"),
        _("euro per inwoner"),
        _("laagste bedrag"),
        _("hoogste bedrag"),
        _("bedrag volgens het dashboard"),
        _("controle"),
    ]
    for column, heading in enumerate(headings):
        sheet.write_string(TOP - 1, column, neutral(heading), formats["bold"])
    sheet.set_column(0, len(headings) - 1, 18)
    first, last = TOP + 1, TOP + len(allocation.regions)
    for r, row, line in zip(allocation.regions, _rows(allocation), range(first, last + 1), strict=True):
        band, formulas = ranges.by_region[r.number], formulas_of(s.key, line, first, last)
        sheet.write_string(line - 1, 1, neutral(r.name))
        for letter, value in {
            "A": r.number, "C": r.inhabitants, "D": r.municipalities, "E": r.other, "G": int(row.held),
            "P": band.low, "Q": band.high, "R": r.amount,
        }.items():  # fmt: skip
            sheet.write_number(f"{letter}{line}", value, formats["money"])
        computed: dict[str, Any] = {
            "F": row.minimum,
            "G": int(row.held),
            "H": r.share,
            "I": r.exact,
            "J": row.down,
            "K": (r.exact - row.down) / s.unit,
            "L": row.order,
            "M": row.extra,
            "N": r.amount,
            "O": r.per_inhabitant,
            "S": _("klopt"),
        }
        for letter, value in computed.items():
            style = formats["exact" if isinstance(value, Fraction) else "money"]
            sheet.write_formula(
                f"{letter}{line}", formulas[letter], style, float(value) if isinstance(value, Fraction) else value
            )
    regions = allocation.regions
    sums = {"C": sum(r.inhabitants for r in regions), "D": sum(r.municipalities for r in regions),
            "E": sum(r.other for r in regions), "N": s.budget}  # fmt: skip
    for letter, total in sums.items():
        formula = f"=SUM({letter}{first}:{letter}{last})"
        sheet.write_formula(f"{letter}{last + 1}", formula, formats["money"], total)
    sheet.freeze_panes(TOP, 2)


def _rows(allocation: Allocation) -> list[_Row]:
    """The same steps as the formulas, exactly."""
    s, regions = allocation.scenario, allocation.regions
    minima, held = [0] * len(regions), [False] * len(regions)
    if KEYS[s.key].has_minima:
        columns = in_use(allocation.basis)
        found = KEYS[s.key].minima(columns, s.budget, s.parameters)
        left, among = level(columns.inhabitants, found, s.budget)
        minima = [int(m) for m in found[:, 0]]
        held = [bool(x) for x in (found * among > columns.inhabitants * left)[:, 0]]
    down = [int(r.exact // s.unit) * s.unit for r in regions]
    claims = sorted(range(len(regions)), key=lambda i: (-(regions[i].exact - down[i]), -regions[i].exact, i))
    order = {i: place for place, i in enumerate(claims, start=1)}
    return [_Row(minima[i], held[i], down[i], order[i], regions[i].amount - down[i]) for i in range(len(regions))]
