"""Who acts, and what they may do. It is asked where an event is written, never where a button is shown."""

from __future__ import annotations

import re
from dataclasses import dataclass

from sqlalchemy import Connection

from coverage.i18n import _, label
from coverage.inventory import InventoryError
from coverage.inventory.book import Book
from coverage.inventory.invitations import Invitation, by_id
from coverage.vocabulary import DeskRole

ALONE = "laptop"  # the one person of an inventory in which nobody was given a role yet
_REFERENCE = re.compile(r"[\w:.-]{2,80}")


class ForbiddenError(InventoryError):
    """Someone asked for what they may not do."""


@dataclass(frozen=True, slots=True)
class Desk:
    """Someone at the desk, by an opaque reference: a hash of issuer and subject of the sign-in, no name or mail.

    Who signed in over a network holds the roles that were given, and none before the first was.
    """

    reference: str
    signed_in: bool = False


@dataclass(frozen=True, slots=True)
class Respondent:
    """Whoever holds an invitation; who that is, is not known and not kept."""

    invitation_id: str


def is_alone(book: Book, desk: Desk) -> bool:
    """Whether the inventory is that of one person on a laptop: nobody was ever given a role, and nobody signed in.

    Then that person may judge what they recorded, and the log says of each such judgement that it was made alone.
    """
    return desk.reference == ALONE and not book.roles


def require_role(book: Book, desk: Desk, role: DeskRole) -> None:
    """ForbiddenError when someone at the desk lacks a role. Until the first is given, who did not sign in holds all."""
    if not _REFERENCE.fullmatch(desk.reference):
        raise ForbiddenError(_("“{ref}” kan geen kenmerk van een persoon zijn.").format(ref=desk.reference[:80]))
    if (book.roles or desk.signed_in) and role not in book.roles.get(desk.reference, frozenset()):
        raise ForbiddenError(_("Hiervoor is de rol “{role}” nodig.").format(role=label(role)))


def require_open(connection: Connection, respondent: Respondent) -> Invitation:
    """The invitation, when it can still be used; ForbiddenError otherwise."""
    seen = by_id(connection, respondent.invitation_id)
    if seen is None or not seen.open:
        raise ForbiddenError(_("Deze uitnodiging is niet (meer) geldig. Vraag een nieuwe aan."))
    return seen


def require_invitation(connection: Connection, respondent: Respondent, organisation: str, round_name: str) -> None:
    """ForbiddenError when the invitation is not open, or is one of another organisation or round."""
    seen = require_open(connection, respondent)
    if (seen.organisation, seen.round) != (organisation, round_name):
        raise ForbiddenError(_("Deze uitnodiging is van een andere organisatie."))
