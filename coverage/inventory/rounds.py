"""Rounds: opening one, inviting, reminding, closing; and who holds which role."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import uuid4

from coverage.dates import today
from coverage.i18n import _
from coverage.inventory import InventoryError, invitations
from coverage.inventory.actors import Desk, require_role
from coverage.inventory.book import Book, Round
from coverage.inventory.chain import EventKind, NewEvent
from coverage.inventory.handshakes import unasked_handshakes
from coverage.inventory.invitations import Letter
from coverage.inventory.questions import versions
from coverage.inventory.store import Store
from coverage.inventory.subjects import Places, Tables
from coverage.vocabulary import DeskRole

ROUND_NAME = re.compile(r"[a-z0-9-]{3,40}")
GRACE = timedelta(days=14)  # an invitation stays open this long after the deadline; late answers go to the next edition


@dataclass(frozen=True, slots=True)
class Dates:
    """The days of a round. ``freeze`` is the day of the edition for the meeting; both may be unknown."""

    deadline: date
    opening: date
    freeze: date | None = None
    meeting: date | None = None


def asked_organisations(tables: Tables, ask: str | Sequence[str], book: Book | None = None) -> dict[str, str]:
    """Organisation -> question set: ``centres``, ``all`` (every municipality, the centres as such), ``named`` (those
    that a programme names by the log and that did not say whether they know it), or a list of names or codes."""
    places = Places(tables)
    centres = set(places.centres.values())
    if ask == "centres":
        wanted = centres
    elif ask == "all":
        wanted = set(places.names)
    elif ask == "named":
        wanted = set(unasked_handshakes(book or Book())) & set(places.names)
    else:
        wanted = {places.code(name) for name in ([ask] if isinstance(ask, str) else ask)}
    if not wanted:
        raise InventoryError(_("Er is niemand om te vragen."))
    kinds = {code: "centre" if code in centres and ask != "named" else "municipality" for code in wanted}
    return dict(sorted(kinds.items()))


def known_round(book: Book, name: str) -> Round:
    """A round by its name; InventoryError when there is none."""
    if name not in book.rounds:
        known = ", ".join(book.rounds) or _("nog geen")
        raise InventoryError(_("Ronde “{name}” bestaat niet; er is: {known}.").format(name=name[:40], known=known))
    return book.rounds[name]


def open_round(
    store: Store, desk: Desk, name: str, asked: Mapping[str, str], dates: Dates, questions: str = "", event_id: str = ""
) -> Round:
    """Open a round; the newest questions unless another version is named."""
    if not ROUND_NAME.fullmatch(name):
        raise InventoryError(
            _("“{name}” kan geen naam van een ronde zijn: 3 tot 40 kleine letters, cijfers en streepjes.").format(
                name=name[:60]
            )
        )
    version = questions or versions()[-1]
    if version not in versions():
        raise InventoryError(_("Vragenlijst {version} bestaat niet.").format(version=version))
    if dates.deadline < dates.opening or any(d and d < dates.deadline for d in (dates.freeze, dates.meeting)):
        raise InventoryError(
            _("De dagen kloppen niet: eerst de opening, dan de deadline, dan bevriezen en bijeenkomst.")
        )
    payload = {
        "questions": version, "asked": dict(asked), "opening": dates.opening.isoformat(),
        "deadline": dates.deadline.isoformat(), "freeze": dates.freeze.isoformat() if dates.freeze else "",
        "meeting": dates.meeting.isoformat() if dates.meeting else "",
    }  # fmt: skip
    with store.writing() as connection:
        book = store.book(connection)
        require_role(book, desk, DeskRole.ORGANISER)
        if name in book.rounds:
            raise InventoryError(_("Ronde “{name}” is er al; kies een andere naam.").format(name=name))
        invitations.drop_old_drafts(connection)
        event = NewEvent(event_id or str(uuid4()), EventKind.ROUND_OPENED, desk.reference, payload, round=name)
        store.append(connection, event)
        return known_round(store.book(connection), name)


def invite(
    store: Store, desk: Desk, name: str, mailboxes: Mapping[str, str] | None = None, only: Sequence[str] = ()
) -> list[Letter]:
    """Fresh invitations for everybody who is asked (or ``only`` some); what they had before is revoked.

    ``mailboxes`` gives functional mailboxes by organisation. The secrets are in what is returned and nowhere else.
    """
    with store.reading() as connection:
        asked = _open_for(store.book(connection), desk, name)
    if unknown := set(only) - set(asked.asked):
        raise InventoryError(_("Niet gevraagd in deze ronde: {codes}.").format(codes=", ".join(sorted(unknown))))
    sent_to = {o: invitations.checked_mailbox((mailboxes or {}).get(o, "")) for o in only or asked.asked}
    fresh = {organisation: invitations.fresh_secrets() for organisation in sent_to}  # seconds: before others wait
    with store.writing() as connection:
        book = store.book(connection)
        _open_for(book, desk, name)
        letters = []
        for organisation, mailbox in sent_to.items():
            for old in book.invitations.values():
                if (old.round, old.organisation, old.revoked) == (name, organisation, False):
                    invitations.revoke(store, connection, old.invitation_id, str(uuid4()), desk.reference)
            expires = max(asked.deadline, today()) + GRACE
            payload = {"invitation": uuid4().hex, "organisation": organisation, "expires_on": expires.isoformat()}
            event = NewEvent(str(uuid4()), EventKind.INVITED, desk.reference, payload, round=name)
            letters.append(invitations.issue(store, connection, event, mailbox, fresh[organisation]))
        return letters


def _open_for(book: Book, desk: Desk, name: str) -> Round:
    """The round, when this person may send invitations for it and it is not closed."""
    require_role(book, desk, DeskRole.ORGANISER)
    found = known_round(book, name)
    if found.closed:
        raise InventoryError(_("Ronde “{name}” is gesloten.").format(name=name))
    return found


def revoke_invitation(store: Store, desk: Desk, invitation_id: str) -> None:
    """Make an invitation unusable from now on."""
    with store.writing() as connection:
        require_role(store.book(connection), desk, DeskRole.ORGANISER)
        invitations.revoke(store, connection, invitation_id, str(uuid4()), desk.reference)


def record_contact(store: Store, desk: Desk, name: str, organisation: str, reached: bool) -> None:
    """Record that an organisation was reminded, or could not be reached; without persons."""
    with store.writing() as connection:
        book = store.book(connection)
        require_role(book, desk, DeskRole.ORGANISER)
        if organisation not in known_round(book, name).asked:
            raise InventoryError(_("{code} is niet gevraagd in deze ronde.").format(code=organisation))
        kind = EventKind.REMINDED if reached else EventKind.CONTACT_FAILED
        event = NewEvent(str(uuid4()), kind, desk.reference, {"organisation": organisation}, round=name)
        store.append(connection, event)


def close_round(store: Store, desk: Desk, name: str) -> None:
    """Close a round. Answers that come later belong to the next edition."""
    with store.writing() as connection:
        book = store.book(connection)
        require_role(book, desk, DeskRole.ORGANISER)
        if known_round(book, name).closed:
            raise InventoryError(_("Ronde “{name}” is al gesloten.").format(name=name))
        store.append(connection, NewEvent(str(uuid4()), EventKind.ROUND_CLOSED, desk.reference, round=name))


def grant(store: Store, desk: Desk, reference: str, role: DeskRole, held: bool = True) -> None:
    """Give someone at the desk a role, or take it back. The first role is given by whoever set up the database."""
    with store.writing() as connection:
        book = store.book(connection)
        require_role(book, desk, DeskRole.ORGANISER)
        require_role(Book(), Desk(reference), role)  # whether it can be a reference
        others = {who for who, roles in book.roles.items() if role in roles} - {reference}
        if not held and role is DeskRole.ORGANISER and not others:
            raise InventoryError(_("Iemand moet de uitvraag doen: geef die rol eerst aan een ander."))
        kind = EventKind.GRANTED if held else EventKind.UNGRANTED
        event = NewEvent(str(uuid4()), kind, desk.reference, {"role": role.value}, about=reference)
        store.append(connection, event)
