"""What a correction sheet holds and proposes: its columns, and the answers that are read from it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from coverage.i18n import _
from coverage.vocabulary import ProposalKind, Relation

SHEET = "correcties"
NEW = "nieuw"
ID = "kenmerk"
CURRENT = (
    ID, "gemeente", "programma of regio", "relatie", "zekerheid", "datum", "bron", "plaats in bron", "opmerking",
)  # fmt: skip
AGREES, RELATION, SUBJECT = "klopt dit?", "juiste relatie", "juist programma of juiste regio"
SOURCE, DATE, REMARK = "bron van de correctie", "datum van de correctie", "toelichting"
FILLED = (AGREES, RELATION, SUBJECT, SOURCE, DATE, REMARK)
TOWN = CURRENT[1]
COLUMNS = (*CURRENT, *FILLED)


@dataclass(frozen=True, slots=True)
class KnownClaims:
    """What a sheet is read against: ``claims`` is identifier -> value by column of :data:`CURRENT`.

    ``named`` gives the name of the municipality that a text means; ValueError, with the message for readers, when none.
    """

    claims: Mapping[str, Mapping[str, str]]
    named: Callable[[str], str]


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
class SheetAnswer:
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

    def answers(self) -> tuple[SheetAnswer, ...]:
        """The proposals, one answer per field."""
        return tuple(answer for p in self.proposals for answer in _answers(p))


def _answers(p: Proposal) -> Iterator[SheetAnswer]:
    given = [("relation", RELATION, p.relation.value)] if p.relation else []
    given += [("subject", SUBJECT, p.subject)] if p.subject else []
    for name, column, value in given or [("existence", AGREES, p.filled[AGREES])]:
        yield SheetAnswer(p.claim_id, name, p.kind, value, p.date, p.source, p.source_link, p.remark, p.cells[column])
