"""One row of a correction sheet, read into a proposal with what is wrong at its cells."""

from __future__ import annotations

import re
from collections.abc import Mapping

from coverage.i18n import _, label, number
from coverage.sheets.answers import agreement, chosen
from coverage.sheets.cells import SheetCell, letter, plain
from coverage.sheets.proposals import (
    AGREES,
    COLUMNS,
    CURRENT,
    DATE,
    FILLED,
    ID,
    NEW,
    RELATION,
    REMARK,
    SOURCE,
    SUBJECT,
    TOWN,
    KnownClaims,
    Proposal,
    SheetProblem,
)
from coverage.sheets.when import partial_date
from coverage.vocabulary import Agrees, ProposalKind, Relation

LONGEST = 2_000
_OF_A_PERSON = re.compile(r"[\w.+-]+@[\w-]+\.\w+|(?<!\d)(?:\+31|0031|0)[ -]?6(?:[ -]?\d){8}(?!\d)")  # e-mail, mobile


class RowReader:
    """Reads one row, and gathers what is wrong with it."""

    def __init__(
        self,
        row: int,
        cells: Mapping[str, SheetCell],
        places: Mapping[str, int],
        known: KnownClaims,
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
        if not claim_id and agrees is Agrees.NO:
            self._problem(AGREES, _("op een nieuwe rij staat nog niets om nee op te zeggen; laat dit vak leeg."))
        source = filled[SOURCE] or (links[0] if links else "")
        if kind in {ProposalKind.CHANGED, ProposalKind.WRONG, ProposalKind.ADDED}:
            for name, value in ((SOURCE, source), (DATE, filled[DATE])):
                if not value:
                    self._problem(name, _("vul dit in: zonder bron en datum kunnen wij een correctie niet overnemen."))
        said = [filled[REMARK], filled[AGREES] if more else "", *comments, *dict.fromkeys(links[1:])]
        return Proposal(
            self._row, kind, claim_id, self._town(), current, relation, filled[SUBJECT], source,
            links[0] if links else "", day, "; ".join(dict.fromkeys(t for t in said if t)), filled,
            {name: f"{letter(column - 1)}{self._row}" for name, column in self._places.items()}, not self.problems,
        )  # fmt: skip

    def _look_at_cells(self) -> None:
        for name, cell in self._cells.items():
            if cell.formula:
                self._problem(name, _("hier staat een formule; typ de waarde zelf."))
            elif name in FILLED and len(plain(cell.value)) > LONGEST:
                self._problem(name, _("de tekst is langer dan {most} tekens.").format(most=number(LONGEST)))
            if name in FILLED and _OF_A_PERSON.search(plain(cell.value)):
                self._problem(name, _("hier staat een e-mailadres of mobiel nummer; haal het weg."))
            if cell.struck:
                words = _("“{text}” is doorgestreept; wij lezen dat niet als antwoord. Typ wat je bedoelt.")
                self._problem(name, words.format(text=cell.struck[:80]))

    def _current(self) -> tuple[str, Mapping[str, str]]:
        """Identifier and current values, after comparing these with what stands in the sheet."""
        given = self._text(ID) or self._cells[ID].struck
        if given.casefold() in {"", NEW}:
            return "", {}
        current = self._known.claims.get(given)
        if current is None:
            self._problem(ID, _("“{id}” is geen kenmerk uit de gegevens; laat deze kolom staan.").format(id=given[:40]))
            return given, {}
        for name in CURRENT[1:]:
            typed, stated = self._text(name), plain(current[name])
            if name == TOWN and typed != stated:  # another spelling of it
                typed = self._town()
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

    def _town(self) -> str:
        """The municipality by its name in the data; as typed when it is not known, with a problem in a new row."""
        typed = self._text(TOWN)
        try:
            return self._known.named(typed) if typed else ""
        except ValueError as problem:
            if not self._text(ID) or self._text(ID).casefold() == NEW:
                self._problem(TOWN, str(problem))
            return typed

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
