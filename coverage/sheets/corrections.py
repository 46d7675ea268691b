"""Correction sheets that come back from municipalities, read into proposals. Nothing is applied by itself.

The sheet repeats what the data claim, one row a claim, with columns to fill in. Nothing that a person put in is lost:
a row with a problem is still handed over, with the problem at its cell, and what stands where we do not read is listed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from coverage.i18n import _
from coverage.sheets.cells import SheetCell, Tab, letter, plain
from coverage.sheets.proposals import COLUMNS, FILLED, SHEET, Corrections, KnownClaims, Proposal, SheetProblem
from coverage.sheets.row_reader import RowReader
from coverage.sheets.unpack import MOST_ROWS, SheetError, checked_kind, too_many

EXPLANATION = "uitleg"
HEADING_WITHIN = 20  # rows: a title or a letterhead may stand above the heading


def read_corrections(data: bytes, known: KnownClaims) -> Corrections:
    """Proposals in an uploaded sheet.

    :class:`SheetError` when the file cannot be read or has no sheet with our columns.
    """
    tabs = _tabs(data)
    headed = [(tab, *_heading(tab)) for tab in tabs]
    ours = [(tab, row, places) for tab, row, places in headed if len(places) == len(COLUMNS)]
    if not ours:
        raise _no_sheet([(tab, places) for tab, _row, places in headed])
    proposals: list[Proposal] = []
    problems: list[SheetProblem] = []
    unread: list[SheetProblem] = []
    rows = 0
    for tab, heading, places in ours:
        name = tab.name if len(ours) > 1 else ""
        filled_rows = [row for row, cells in tab.rows.items() if row > heading and any(cells.values())]
        rows += len(filled_rows)
        if rows > MOST_ROWS:
            raise too_many()
        spread = tab.spread(filled_rows, [places[column] for column in FILLED])
        for row in filled_rows:
            reader = RowReader(
                row, {c: spread.rows[row].get(places[c], SheetCell()) for c in COLUMNS}, places, known, name
            )
            if proposal := reader.proposal():
                proposals.append(proposal)
            problems += reader.problems
        unread += _unread(tab, heading, set(places.values()), name)
    read = {tab.name for tab, _row, _places in ours}
    for tab in tabs:
        if tab.name not in read and _norm(tab.name) != EXPLANATION:
            unread += [
                SheetProblem(row, letter(column - 1), _not_read(cell), tab.name) for row, column, cell in _all(tab)
            ]
    return Corrections(tuple(proposals), tuple(problems), tuple(unread), rows)


def _tabs(data: bytes) -> list[Tab]:
    kind = checked_kind(data)
    try:  # only those who send a sheet pay for the libraries
        if kind == "csv":
            from coverage.sheets.open_csv import csv_tabs

            return csv_tabs(data)
        if kind == "ods":
            from coverage.sheets.open_ods import ods_tabs

            return ods_tabs(data)
        from coverage.sheets.open_xlsx import xlsx_tabs

        return xlsx_tabs(data)
    except SheetError:
        raise
    except Exception as error:  # whatever a damaged file does inside the reader, a reader gets one line
        raise SheetError(_("Het bestand is beschadigd. Sla het opnieuw op als .xlsx.")) from error


def _norm(text: str) -> str:
    return "".join(c for c in text.casefold() if c.isalnum())


def _heading(tab: Tab) -> tuple[int, dict[str, int]]:
    """The row that has most of our columns, and where each stands."""
    names = {_norm(name): name for name in COLUMNS}
    best: tuple[int, dict[str, int]] = (0, {})
    for row in [r for r in tab.rows if r <= HEADING_WITHIN]:
        places: dict[str, int] = {}
        for column, cell in tab.rows[row].items():
            if (name := names.get(_norm(plain(cell.value)))) and name not in places:
                places[name] = column
        if len(places) > len(best[1]):
            best = row, places
    return best


def _no_sheet(headed: Sequence[tuple[Tab, dict[str, int]]]) -> SheetError:
    named = [places for tab, places in headed if not tab.name or _norm(tab.name).startswith(SHEET)]
    if not named:
        return SheetError(_("Het bestand heeft geen blad met de naam “{sheet}”.").format(sheet=SHEET))
    missing = next(name for name in COLUMNS if name not in max(named, key=len))
    return SheetError(
        _("Op het blad “{sheet}” ontbreekt de kolom “{column}”. Gebruik een correctieblad dat je hier ophaalde, en "
          "laat de rij met de namen van de kolommen staan.").format(sheet=SHEET, column=missing)
    )  # fmt: skip


def _all(tab: Tab) -> Iterator[tuple[int, int, SheetCell]]:
    return ((row, column, cell) for row, cells in tab.rows.items() for column, cell in cells.items() if cell)


def _unread(tab: Tab, heading: int, columns: set[int], name: str) -> Iterator[SheetProblem]:
    """Above the heading, in columns of people's own, and comments on the heading."""
    for row, column, cell in _all(tab):
        own = row > heading and column in columns
        plain_heading = row == heading and column in columns and not (cell.comment or cell.link)
        if not own and not plain_heading:
            yield SheetProblem(row, letter(column - 1), _not_read(cell), name)


def _not_read(cell: SheetCell) -> str:
    text = "; ".join(t for t in (plain(cell.value), cell.struck, cell.comment, cell.link) if t)
    return _("hier lezen wij niet: “{text}”.").format(text=text[:200])
