"""Correction sheets that come back from municipalities, read into proposals. Nothing is applied by itself.

The sheet repeats what the data claim, one row a claim, with columns to fill in. Reading keeps every filled row:
a row with a problem is still handed over, with the problem at its row and column.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from coverage.dates import end
from coverage.exports.unpack import SheetError, checked_workbook
from coverage.i18n import _, label, number
from coverage.vocabulary import Agrees, ProposalKind, Relation

SHEET = "correcties"
NEW = "nieuw"
ID = "kenmerk"
CURRENT = (
    ID, "gemeente", "programma of regio", "relatie", "zekerheid", "datum", "bron", "plaats in bron", "opmerking",
)  # fmt: skip
AGREES, RELATION, SUBJECT = "klopt dit?", "juiste relatie", "juist programma of juiste regio"
SOURCE, DATE, REMARK = "bron van de correctie", "datum van de correctie", "toelichting"
FILLED = (AGREES, RELATION, SUBJECT, SOURCE, DATE, REMARK)
COLUMNS = (*CURRENT, *FILLED)
MOST_ROWS = 2_000
LONGEST = 2_000


@dataclass(frozen=True, slots=True)
class SheetProblem:
    """Something wrong in a cell; ``column`` is the letter in the sheet, ``row`` counts from 1 as a spreadsheet does."""

    row: int
    column: str
    message: str

    def __str__(self) -> str:
        return _("rij {row}, kolom {column}: {message}").format(row=self.row, column=self.column, message=self.message)


@dataclass(frozen=True, slots=True)
class Proposal:
    """One filled row. ``claim_id`` is empty for a new fact; ``filled`` holds the cells as they were typed.

    ``date`` is as precise as typed (JJJJ, JJJJ-MM or JJJJ-MM-DD), empty when it is missing or could not be read.
    ``complete`` says that the row has no problems and can be weighed as it stands.
    """

    row: int
    kind: ProposalKind
    claim_id: str
    municipality: str
    current: Mapping[str, str]
    relation: Relation | None
    subject: str
    source: str
    date: str
    remark: str
    filled: Mapping[str, str]
    complete: bool


@dataclass(frozen=True, slots=True)
class Corrections:
    """What a sheet proposes, and what is wrong with it. ``rows`` is the number of rows that hold anything."""

    proposals: tuple[Proposal, ...]
    problems: tuple[SheetProblem, ...]
    rows: int


def read_corrections(data: bytes, known: Mapping[str, Mapping[str, str]]) -> Corrections:
    """Proposals in an uploaded sheet; ``known`` gives identifier -> current value by column of :data:`CURRENT`.

    :class:`SheetError` when the file cannot be read or has no sheet with our columns.
    """
    grid = _grid(data)
    header = [_text(cell) for cell in grid[0]] if grid else []
    missing = [name for name in COLUMNS if name not in header]
    if missing:
        raise SheetError(
            _("Op het blad “{sheet}” ontbreekt de kolom “{column}”. Gebruik een correctieblad dat u hier ophaalde, en "
              "laat de eerste rij staan.").format(sheet=SHEET, column=missing[0])
        )  # fmt: skip
    places = {name: header.index(name) for name in COLUMNS}
    proposals, problems, rows = [], [], 0
    for n, cells in enumerate(grid[1:], start=2):
        values = {name: cells[i] if i < len(cells) else None for name, i in places.items()}
        if all(_text(v) == "" for v in values.values()):
            continue
        rows += 1
        reader = _RowReader(n, values, places, known)
        if proposal := reader.proposal():
            proposals.append(proposal)
        problems += reader.problems
    return Corrections(tuple(proposals), tuple(problems), rows)


def _grid(data: bytes) -> list[Sequence[Any]]:
    from openpyxl import load_workbook  # only those who send a sheet pay for it

    stream = checked_workbook(data)
    try:
        book = load_workbook(stream, read_only=True, data_only=False, keep_links=False)
        if SHEET not in book.sheetnames:
            raise SheetError(_("Het bestand heeft geen blad met de naam “{sheet}”.").format(sheet=SHEET))
        sheet = book[SHEET]
        grid = list(sheet.iter_rows(max_row=MOST_ROWS + 2, max_col=4 * len(COLUMNS), values_only=False))
    except SheetError:
        raise
    except Exception as error:  # whatever a damaged file does inside the reader, a reader gets one line
        raise SheetError(_("Het Excel-bestand is beschadigd. Sla het opnieuw op als .xlsx.")) from error
    if len(grid) > MOST_ROWS + 1:
        raise SheetError(_("Het blad heeft meer dan {most} rijen.").format(most=number(MOST_ROWS)))
    return [[_Formula(str(c.value)) if c.data_type == "f" else c.value for c in row] for row in grid]


class _Formula(str):
    """The text of a formula, which is not worked out."""


class _RowReader:
    """Reads one row, and gathers what is wrong with it."""

    def __init__(
        self, row: int, values: Mapping[str, Any], places: Mapping[str, int], known: Mapping[str, Mapping[str, str]]
    ) -> None:
        self._row, self._values, self._places, self._known = row, values, places, known
        self.problems: list[SheetProblem] = []

    def _problem(self, column: str, message: str) -> None:
        self.problems.append(SheetProblem(self._row, letter(self._places[column]), message))

    def proposal(self) -> Proposal | None:
        """The row as a proposal; None when nothing was filled in or changed."""
        for name, value in self._values.items():
            if isinstance(value, _Formula):
                self._problem(name, _("hier staat een formule; typ de waarde zelf."))
            elif name in FILLED and len(_text(value)) > LONGEST:
                self._problem(name, _("de tekst is langer dan {most} tekens.").format(most=number(LONGEST)))
        filled = {name: _text(self._values[name])[:LONGEST] for name in FILLED}
        claim_id, current = self._current()
        if not any(filled.values()) and not self.problems:
            return None
        agrees = self._code(AGREES, Agrees)
        relation = self._code(RELATION, Relation)
        day = self._date()
        better = bool(filled[RELATION] or filled[SUBJECT])
        kind = _kind(claim_id, agrees, better)
        if kind in {ProposalKind.CHANGED, ProposalKind.WRONG, ProposalKind.ADDED}:
            for name in (SOURCE, DATE):
                if not filled[name]:
                    self._problem(name, _("vul dit in: zonder bron en datum kunnen wij een correctie niet overnemen."))
        return Proposal(
            self._row, kind, claim_id, _text(self._values["gemeente"]), current, relation, filled[SUBJECT],
            filled[SOURCE], day, filled[REMARK], filled, not self.problems,
        )  # fmt: skip

    def _current(self) -> tuple[str, Mapping[str, str]]:
        """Identifier and current values, after comparing these with what stands in the sheet."""
        given = _text(self._values[ID])
        if given.casefold() in {"", NEW}:
            return "", {}
        current = self._known.get(given)
        if current is None:
            self._problem(ID, _("“{id}” is geen kenmerk uit de gegevens; laat deze kolom staan.").format(id=given[:40]))
            return given, {}
        for name in CURRENT[1:]:
            typed = _day_text(self._values[name])
            if typed != _text(current[name]):
                self._problem(
                    name,
                    _(
                        "hier staat “{typed}” en in de gegevens “{known}”. Vul een correctie rechts in, "
                        "vanaf de kolom “{column}”."
                    ).format(typed=typed[:80], known=current[name][:80], column=AGREES),
                )
        return given, current

    def _code(self, column: str, codes: Any) -> Any:
        """A code by its words in Dutch or English, or by itself; None when the cell is empty or not understood."""
        typed = _text(self._values[column]).casefold()
        found = {name.casefold(): c for c in codes for name in (c.value, c.label("nl"), c.label("en"))}
        if typed and typed not in found:
            choices = ", ".join(label(c) for c in codes)
            self._problem(
                column, _("“{typed}” is geen keuze; kies uit {choices}.").format(typed=typed[:40], choices=choices)
            )
        return found.get(typed)

    def _date(self) -> str:
        typed = _day_text(self._values[DATE])
        if not typed:
            return ""
        try:
            end(typed)
        except ValueError:
            self._problem(
                DATE,
                _("“{typed}” is geen datum; schrijf 2026, 2026-03, 2026-03-15 of 15-03-2026.").format(typed=typed[:40]),
            )
            return ""
        return typed


def _kind(claim_id: str, agrees: Agrees | None, better: bool) -> ProposalKind:
    if not claim_id:
        return ProposalKind.ADDED
    if better:
        return ProposalKind.CHANGED
    if agrees in {Agrees.NO, Agrees.PARTLY}:
        return ProposalKind.WRONG
    return ProposalKind.CONFIRMED if agrees is Agrees.YES else ProposalKind.REMARK


def letter(index: int) -> str:
    """Column letter of a spreadsheet: 0 is A, 26 is AA."""
    return (letter(index // 26 - 1) if index >= 26 else "") + chr(ord("A") + index % 26)


def _text(value: Any) -> str:
    """A cell as one line of text, without control characters."""
    if value is None:
        return ""
    if isinstance(value, datetime | date):
        return _day_text(value)
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return " ".join("".join(c if c.isprintable() else " " for c in str(value)).split())


def _day_text(value: Any) -> str:
    """A cell that may hold a date, written JJJJ-MM-DD where it is a whole day."""
    if isinstance(value, datetime | date):
        return value.isoformat()[:10]
    typed = _text(value)
    parts = typed.replace("/", "-").split("-")
    if len(parts) == 3 and len(parts[2]) == 4 and all(p.isdecimal() for p in parts):
        return f"{parts[2]}-{parts[1]:0>2}-{parts[0]:0>2}"
    return typed
