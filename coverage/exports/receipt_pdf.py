"""The receipt of one region as a page to file: every line from inputs to euros, with sources and its link."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

from coverage.analysis.allocation.receipt import Receipt, ReceiptLine
from coverage.analysis.allocation.result import Allocation
from coverage.analysis.allocation.words import only_computed
from coverage.analysis.where_to_turn import help_in_short
from coverage.dataset import Dataset
from coverage.exports.factsheet_layout import BOTTOM, LEFT, RIGHT, TOP, Sheet
from coverage.exports.paper import ACCENT, SOFT
from coverage.i18n import _, euro
from coverage.vocabulary import ATTRIBUTION

SIZES = (8.6, 8.0, 7.4, 6.8, 6.2, 5.6)  # points; the first with which everything fits is used
LABELS, VALUES, GAP = 56.0, 34.0, 3.0  # widths of columns, in millimetres


def receipt_pdf(ds: Dataset, allocation: Allocation, found: Receipt, address: str) -> bytes:
    """One A4 with text that can be selected. ``address`` is the whole link that shows the same receipt again.

    The same receipt gives the same bytes: the date in the file is that of the count of inhabitants it rests on.
    """
    for size in SIZES:
        sheet = _sheet(allocation, found)
        if _write(sheet, ds, allocation, found, address, size) <= BOTTOM:
            break
    return bytes(sheet.output())


def _sheet(allocation: Allocation, found: Receipt) -> Sheet:
    title = _("Kassabon DUUP-regio {region}").format(region=found.region.name)
    sheet = Sheet(title, only_computed())
    sheet.set_creation_date(datetime(allocation.scenario.year, 1, 1, tzinfo=UTC))
    return sheet


def _write(sheet: Sheet, ds: Dataset, allocation: Allocation, found: Receipt, address: str, size: float) -> float:
    """Print everything and return where it ends."""
    width = RIGHT - LEFT
    y = sheet.put(
        _("Kassabon DUUP-regio {region}").format(region=found.region.name),
        LEFT,
        TOP,
        width,
        16,
        bold=True,
        color=ACCENT,
    )
    y = sheet.put(_("{amount} per jaar").format(amount=euro(found.region.amount)), LEFT, y + 1, width, 13, bold=True)
    y = sheet.put(only_computed(), LEFT, y + 1, width, size, color=SOFT) + GAP
    numbers = {
        s: i for i, s in enumerate(dict.fromkeys(line.source_id for line in found.lines if line.source_id), start=1)
    }
    for line in found.lines:
        sheet.rule(y - GAP / 2)
        y = _line(sheet, line, numbers.get(line.source_id, 0), y, size) + GAP
    sheet.rule(y - GAP / 2)
    y = sheet.put(_("Bronnen"), LEFT, y + 1, width, size, bold=True, color=ACCENT) + 0.6
    for source_id, i in numbers.items():
        source = ds.source(source_id)
        parts = (source.title, source.publisher, str(source.year or ""), source.url)
        y = sheet.put(f"[{i}] " + ", ".join(p for p in parts if p), LEFT, y, width, size * 0.88) + 0.6
    y = sheet.put(_("Zo kom je bij dezelfde bedragen"), LEFT, y + 2, width, size, bold=True, color=ACCENT) + 0.6
    y = _linked(sheet, lambda at: sheet.put(address, LEFT, at, width, size * 0.88, color=ACCENT), y, width, address)
    about = _("{attribution}. Gegevens: editie {edition}. Methode: docs/method-allocation.md.").format(
        attribution=ATTRIBUTION, edition=ds.edition
    )
    y = sheet.put(about, LEFT, y + 2, width, size * 0.88, color=SOFT)
    return sheet.put(help_in_short(), LEFT, y, width, size * 0.88, color=SOFT)


def _line(sheet: Sheet, line: ReceiptLine, source: int, y: float, size: float) -> float:
    """Label, value to the right of it, and how it came about behind that."""
    start = LEFT + LABELS + VALUES + 2 * GAP
    low = [sheet.put(f"{line.label} [{source}]" if source else line.label, LEFT, y, LABELS, size)]
    low.append(sheet.put(line.value, LEFT + LABELS + GAP, y, VALUES, size, bold=True))
    if line.formula:
        low.append(sheet.put(line.formula, start, y, RIGHT - start, size * 0.9, color=SOFT))
    return max(low)


def _linked(sheet: Sheet, put: Callable[[float], float], y: float, width: float, address: str) -> float:
    """Print something that can be clicked; addresses that are not of the web stay text."""
    low = put(y)
    if address.startswith(("https://", "http://")):
        sheet.link(LEFT, y, width, low - y, address)
    return low
