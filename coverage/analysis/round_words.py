"""The response of a round, and that answers wait, in one sentence: the same wherever it is told."""

from __future__ import annotations

from coverage.i18n import _, day, number
from coverage.inventory.book import Book
from coverage.inventory.response import Response


def response_sentence(found: Response) -> str:
    """How many were asked, answered, were accepted and do not know; numerator and denominator both."""
    said = _(
        "{came} van {asked} organisaties antwoordden, {partly} daarvan deels. Van {accepted} is iets overgenomen. "
        "Bij {unknown} is een of meer keer gezegd: “weten wij niet”; dat is ook een antwoord."
    ).format(
        came=number(found.came_in), asked=number(len(found.organisations)), partly=number(found.partly),
        accepted=number(found.accepted), unknown=number(found.unknown),
    )  # fmt: skip
    return f"{said} {_term(found)}"


def waiting_words(count: int) -> str:
    """That answers were stated and not accepted, and what that means; empty when none waits."""
    if count == 1:
        return _("1 antwoord is opgegeven en nog niet beoordeeld; dat staat niet op de kaart.")
    words = _("{count} antwoorden zijn opgegeven en nog niet beoordeeld; die staan niet op de kaart.")
    return words.format(count=number(count)) if count else ""


def waiting_here(book: Book | None, municipality: str) -> str:
    """The same of one municipality, whose page or fact sheet says the rest; empty when none waits."""
    count = sum(a.organisation == municipality for a in book.open_answers()) if book else 0
    if count == 1:
        return _("De gemeente gaf 1 antwoord op dat nog niet beoordeeld is. Het telt pas mee als het is overgenomen.")
    words = _("De gemeente gaf {count} antwoorden op die nog niet beoordeeld zijn. Ze tellen pas mee als ze zijn "
              "overgenomen.")  # fmt: skip
    return words.format(count=number(count)) if count else ""


def _term(found: Response) -> str:
    if found.round.closed:
        return _("De ronde is gesloten; een antwoord is welkom en hoort bij de volgende editie.")
    if found.on > found.round.deadline:
        return _("De termijn liep tot en met {day}; een antwoord is nog welkom.").format(day=day(found.round.deadline))
    return _("Antwoorden kan tot en met {day}.").format(day=day(found.round.deadline))
