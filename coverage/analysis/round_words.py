"""The response of a round in one sentence: the same on page, slide and screen in the room."""

from __future__ import annotations

from coverage.i18n import _, day, number
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


def _term(found: Response) -> str:
    if found.round.closed:
        return _("De ronde is gesloten; een antwoord is welkom en hoort bij de volgende editie.")
    if found.on > found.round.deadline:
        return _("De termijn liep tot en met {day}; een antwoord is nog welkom.").format(day=day(found.round.deadline))
    return _("Antwoorden kan tot en met {day}.").format(day=day(found.round.deadline))
