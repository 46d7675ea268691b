"""Correction sheets that come back from municipalities, read into proposals. Nothing is applied by itself.

The sheet repeats what the data claim, one row a claim, with columns to fill in. Nothing that a person put in is lost:
a row with a problem is still handed over, with the problem at its cell, and what stands where we do not read is listed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from coverage.i18n import _, label, number
from coverage.sheets.answers import agreement, chosen
from coverage.sheets.cells import Cell, Tab, letter, plain
from coverage.sheets.unpack import MOST_ROWS, SheetError, checked_kind, too_many
from coverage.sheets.when import partial_date
from coverage.vocabulary import Agrees, ProposalKind, Relation

SHEET = "correcties"
EXPLANATION = "uitleg"
NEW = "nieuw"
ID = "kenmerk"
CURRENT = (
    ID, "gemeente", "programma of regio", "relatie", "zekerheid", "datum", "bron", "plaats in bron", "opmerking",
)  # fmt: skip
AGREES, RELATION, SUBJECT = "klopt dit?", "juiste relatie", "juist programma of juiste regio"
SOURCE, DATE, REMARK = "bron van de correctie", "datum van de correctie", "toelichting"
FILLED = (AGREES, RELATION, SUBJECT, SOURCE, DATE, REMARK)
COLUMNS = (*CURRENT, *FILLED)
HEADING_WITHIN = 20  # rows: a title or a letterhead may stand above the heading
LONGEST = 2_000


@dataclass(frozen=True, slots=True)
class SheetProblem:
    """Something about a cell; ``column`` is the letter in the sheet, ``row`` counts from 1 as a spreadsheet does.

    ``tab`` is empty when the file has one correction sheet.
    """

    row: int
    column: str
    message: str
    tab: str = ""

    def __str__(self) -> str:
        told = _("rij {row}, kolom {column}: {message}").format(row=self.row, column=self.column, message=self.message)
        return _("blad “{tab}”, {told}").format(tab=self.tab, told=told) if self.tab else told


@dataclass(frozen=True, slots=True)
class Proposal:
    """One filled row. ``claim_id`` is empty for a new fact; ``filled`` holds the cells as they were typed.

    ``date`` is as precise as typed (JJJJ, JJJJ-MM or JJJJ-MM-DD), empty when it is missing or could not be read.
    ``source_link`` is the address under a word; ``remark`` includes comments on cells of the row; ``cells`` tells
    where each column stands (K3). ``complete`` says that the row has no problems and can be weighed as it stands.
    """

    row: int
    kind: ProposalKind
    claim_id: str
    municipality: str
    current: Mapping[str, str]
    relation: Relation | None
    subject: str
    source: str
    source_link: str
    date: str
    remark: str
    filled: Mapping[str, str]
    cells: Mapping[str, str]
    complete: bool


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer about one field, for whoever takes answers: ``subject`` is the claim (empty for a new fact).

    ``field`` is relation, subject, or existence (whether the row as a whole is right); ``cell`` is where it stands.
    """

    subject: str
    field: str
    kind: ProposalKind
    value: str
    since: str
    source: str
    source_link: str
    remark: str
    cell: str


@dataclass(frozen=True, slots=True)
class Corrections:
    """What a sheet proposes, what is wrong with it, and what stands in it that we do not read (``unread``).

    ``rows`` is the number of rows that hold anything.
    """

    proposals: tuple[Proposal, ...]
    problems: tuple[SheetProblem, ...]
    unread: tuple[SheetProblem, ...]
    rows: int

    def answers(self) -> tuple[Answer, ...]:
        """The proposals, one answer per field."""
        return tuple(answer for p in self.proposals for answer in _answers(p))


def _answers(p: Proposal) -> Iterator[Answer]:
    given = [("relation", RELATION, p.relation.value)] if p.relation else []
    given += [("subject", SUBJECT, p.subject)] if p.subject else []
    for name, column, value in given or [("existence", AGREES, p.filled[AGREES])]:
        yield Answer(p.claim_id, name, p.kind, value, p.date, p.source, p.source_link, p.remark, p.cells[column])


def read_corrections(data: bytes, known: Mapping[str, Mapping[str, str]]) -> Corrections:
    """Proposals in an uploaded sheet; ``known`` gives identifier -> current value by column of :data:`CURRENT`.

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
            reader = _RowReader(row, {c: spread.rows[row].get(places[c], Cell()) for c in COLUMNS}, places, known, name)
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
        _("Op het blad “{sheet}” ontbreekt de kolom “{column}”. Gebruik een correctieblad dat u hier ophaalde, en "
          "laat de rij met de namen van de kolommen staan.").format(sheet=SHEET, column=missing)
    )  # fmt: skip


def _all(tab: Tab) -> Iterator[tuple[int, int, Cell]]:
    return ((row, column, cell) for row, cells in tab.rows.items() for column, cell in cells.items() if cell)


def _unread(tab: Tab, heading: int, columns: set[int], name: str) -> Iterator[SheetProblem]:
    """Above the heading, in columns of people's own, and comments on the heading."""
    for row, column, cell in _all(tab):
        own = row > heading and column in columns
        plain_heading = row == heading and column in columns and not (cell.comment or cell.link)
        if not own and not plain_heading:
            yield SheetProblem(row, letter(column - 1), _not_read(cell), name)


def _not_read(cell: Cell) -> str:
    text = "; ".join(t for t in (plain(cell.value), cell.struck, cell.comment, cell.link) if t)
    return _("hier lezen wij niet: “{text}”.").format(text=text[:200])


class _RowReader:
    """Reads one row, and gathers what is wrong with it."""

    def __init__(
        self,
        row: int,
        cells: Mapping[str, Cell],
        places: Mapping[str, int],
        known: Mapping[str, Mapping[str, str]],
        tab: str,
    ) -> None:
        self._row, self._cells, self._places, self._known, self._tab = row, cells, places, known, tab
        self.problems: list[SheetProblem] = []

    def _problem(self, column: str, message: str) -> None:
        self.problems.append(SheetProblem(self._row, letter(self._places[column] - 1), message, self._tab))

    def _text(self, column: str) -> str:
        return plain(self._cells[column].value)

    def proposal(self) -> Proposal | None:
        """The row as a proposal; None when nothing was filled in or changed."""
        self._look_at_cells()
        filled = {name: self._text(name)[:LONGEST] for name in FILLED}
        claim_id, current = self._current()
        comments = [
            _("bij “{column}”: {text}").format(column=c, text=cell.comment)
            for c, cell in self._cells.items() if cell.comment
        ]  # fmt: skip
        links = [self._cells[c].link for c in (SOURCE, *COLUMNS) if self._cells[c].link]
        if not any(filled.values()) and not (self.problems or comments or links):
            return None
        agrees, more = self._agrees()
        relation = self._relation()
        day = self._date()
        better = bool(filled[RELATION] or filled[SUBJECT])
        kind = _kind(claim_id, agrees, better)
        source = filled[SOURCE] or (links[0] if links else "")
        if kind in {ProposalKind.CHANGED, ProposalKind.WRONG, ProposalKind.ADDED}:
            for name, value in ((SOURCE, source), (DATE, filled[DATE])):
                if not value:
                    self._problem(name, _("vul dit in: zonder bron en datum kunnen wij een correctie niet overnemen."))
        said = [filled[REMARK], filled[AGREES] if more else "", *comments, *dict.fromkeys(links[1:])]
        return Proposal(
            self._row, kind, claim_id, self._text("gemeente"), current, relation, filled[SUBJECT], source,
            links[0] if links else "", day, "; ".join(dict.fromkeys(t for t in said if t)), filled,
            {name: f"{letter(column - 1)}{self._row}" for name, column in self._places.items()}, not self.problems,
        )  # fmt: skip

    def _look_at_cells(self) -> None:
        for name, cell in self._cells.items():
            if cell.formula:
                self._problem(name, _("hier staat een formule; typ de waarde zelf."))
            elif name in FILLED and len(plain(cell.value)) > LONGEST:
                self._problem(name, _("de tekst is langer dan {most} tekens.").format(most=number(LONGEST)))
            if cell.struck:
                words = _("“{text}” is doorgestreept; wij lezen dat niet als antwoord. Typ wat u bedoelt.")
                self._problem(name, words.format(text=cell.struck[:80]))

    def _current(self) -> tuple[str, Mapping[str, str]]:
        """Identifier and current values, after comparing these with what stands in the sheet."""
        given = self._text(ID) or self._cells[ID].struck
        if given.casefold() in {"", NEW}:
            return "", {}
        current = self._known.get(given)
        if current is None:
            self._problem(ID, _("“{id}” is geen kenmerk uit de gegevens; laat deze kolom staan.").format(id=given[:40]))
            return given, {}
        for name in CURRENT[1:]:
            typed, stated = self._text(name), plain(current[name])
            if self._cells[name].struck or typed == stated or partial_date(self._cells[name].value) == stated != "":
                continue
            self._problem(
                name,
                _(
                    "hier staat “{typed}” en in de gegevens “{known}”. Vul een correctie rechts in, "
                    "vanaf de kolom “{column}”."
                ).format(typed=typed[:80], known=current[name][:80], column=AGREES),
            )
        return given, current

    def _agrees(self) -> tuple[Agrees | None, bool]:
        typed = self._text(AGREES)
        if not typed:
            return None, False
        code, more = agreement(typed)
        if code is None:
            self._no_choice(AGREES, typed, ", ".join(label(c) for c in Agrees))
        return code, more and code is not None

    def _relation(self) -> Relation | None:
        typed = self._text(RELATION)
        code = chosen(typed, Relation) if typed else None
        if typed and code is None:
            self._no_choice(RELATION, typed, ", ".join(label(c) for c in Relation))
        return Relation(code) if code else None

    def _no_choice(self, column: str, typed: str, choices: str) -> None:
        words = _("“{typed}” is geen keuze; kies uit {choices}.")
        self._problem(column, words.format(typed=typed[:40], choices=choices))

    def _date(self) -> str:
        value = self._cells[DATE].value
        day = partial_date(value)
        if day is None and (typed := plain(value)):
            self._problem(
                DATE,
                _("“{typed}” is geen datum; schrijf 2026, 2026-03, 2026-03-15 of 15-03-2026.").format(typed=typed[:40]),
            )
        return day or ""


def _kind(claim_id: str, agrees: Agrees | None, better: bool) -> ProposalKind:
    if not claim_id:
        return ProposalKind.ADDED
    if better:
        return ProposalKind.CHANGED
    if agrees in {Agrees.NO, Agrees.PARTLY}:
        return ProposalKind.WRONG
    return ProposalKind.CONFIRMED if agrees is Agrees.YES else ProposalKind.REMARK
