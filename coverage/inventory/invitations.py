"""Invitations: a link that can be forwarded, and a code that is not in it.

Links are 128 random bits, codes eight characters; only hashes are kept. Opening a link changes nothing, since mail
scanners open links too; the code, sent or told apart from it, lets in. Tries are counted where they are checked.
"""

from __future__ import annotations

import hashlib
import hmac
import re
import secrets
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, Row, delete, insert, select, update

from coverage.dates import today
from coverage.i18n import _
from coverage.inventory import InventoryError
from coverage.inventory.chain import EventKind, NewEvent
from coverage.inventory.store import Store
from coverage.inventory.store_tables import DRAFT, INVITATION

ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"  # without what looks alike on paper: 0 O, 1 I
CODE_LENGTH = 8
MOST_TRIES = 10
MAILBOX = re.compile(r"[\w.+-]{1,64}@[\w-]+(\.[\w-]+)+")


@dataclass(frozen=True, slots=True)
class Letter:
    """What is sent, once: the secrets of an invitation are shown here and nowhere again."""

    invitation_id: str
    organisation: str
    mailbox: str
    link: str
    code: str
    expires_on: date


@dataclass(frozen=True, slots=True)
class Invitation:
    """An invitation as the form sees it. ``open`` is False once it was revoked, expired, or tried too often."""

    invitation_id: str
    round: str
    organisation: str
    mailbox: str
    expires_on: date
    revoked: bool
    tries_left: int

    @property
    def open(self) -> bool:
        """Whether it can still be used today."""
        return not self.revoked and self.tries_left > 0 and today() <= self.expires_on


def _link_hash(link: str) -> str:
    return hashlib.sha256(link.encode()).hexdigest()


def _code_hash(salt: str, code: str) -> str:
    """Slow on purpose: eight characters could be found from a fast hash when the database leaks."""
    return hashlib.scrypt(code.encode(), salt=bytes.fromhex(salt), n=2**13, r=8, p=1, dklen=32).hex()


@dataclass(frozen=True, slots=True)
class FreshSecrets:
    """A link and a code, with the hash of the code. Hashing is slow on purpose: make them before others wait."""

    link: str
    code: str
    salt: str
    code_hash: str


def fresh_secrets() -> FreshSecrets:
    """Secrets of an invitation that is to be made."""
    code, salt = "".join(secrets.choice(ALPHABET) for _i in range(CODE_LENGTH)), secrets.token_hex(16)
    return FreshSecrets(secrets.token_urlsafe(16), code, salt, _code_hash(salt, code))


def checked_mailbox(mailbox: str) -> str:
    """The address of a mailbox, or nothing; InventoryError when it is neither."""
    if mailbox and not MAILBOX.fullmatch(mailbox):
        raise InventoryError(_("“{mailbox}” is geen e-mailadres.").format(mailbox=mailbox[:80]))
    return mailbox


def issue(store: Store, connection: Connection, invited: NewEvent, mailbox: str, fresh: FreshSecrets) -> Letter:
    """Write an invitation; ``invited`` says for whom, of which round, until when."""
    p = invited.payload
    connection.execute(
        insert(INVITATION).values(
            invitation_id=p["invitation"], round=invited.round, organisation=p["organisation"], mailbox=mailbox,
            link_hash=_link_hash(fresh.link), code_salt=fresh.salt, code_hash=fresh.code_hash,
            expires_on=p["expires_on"], revoked=0, tries=0,
        )
    )  # fmt: skip
    store.append(connection, invited)
    expires = date.fromisoformat(p["expires_on"])
    return Letter(p["invitation"], p["organisation"], mailbox, fresh.link, fresh.code, expires)


def _seen(row: Row) -> Invitation:
    return Invitation(
        row.invitation_id, row.round, row.organisation, row.mailbox, date.fromisoformat(row.expires_on),
        bool(row.revoked), max(MOST_TRIES - row.tries, 0),
    )  # fmt: skip


def by_link(connection: Connection, link: str) -> Invitation | None:
    """The invitation of a link, or None. Changes nothing."""
    row = connection.execute(select(INVITATION).where(INVITATION.c.link_hash == _link_hash(link))).first()
    return _seen(row) if row else None


def by_id(connection: Connection, invitation_id: str) -> Invitation | None:
    """An invitation by its identifier, or None."""
    row = connection.execute(select(INVITATION).where(INVITATION.c.invitation_id == invitation_id)).first()
    return _seen(row) if row else None


def of_round(connection: Connection, name: str) -> list[Invitation]:
    """All invitations of a round, by organisation."""
    query = select(INVITATION).where(INVITATION.c.round == name).order_by(INVITATION.c.organisation)
    return [_seen(row) for row in connection.execute(query)]


def try_code(store: Store, link: str, code: str) -> tuple[str, bool]:
    """The invitation of a link (its identifier; empty when there is none) and whether the code belongs to it.

    The comparison takes the same time whatever the code, and a link that does not exist costs as much as one that does.
    No transaction is open meanwhile, so that nobody waits for it.
    """
    typed = re.sub(r"[\s-]", "", code).upper()
    with store.reading() as connection:
        row = connection.execute(select(INVITATION).where(INVITATION.c.link_hash == _link_hash(link))).first()
    found, salt, wanted = (row.invitation_id, row.code_salt, row.code_hash) if row else ("", "00" * 16, "00" * 32)
    return found, hmac.compare_digest(_code_hash(salt, typed), wanted) and row is not None


def count_try(connection: Connection, invitation_id: str, right: bool) -> Invitation | None:
    """The invitation when the code was right and it is open; None otherwise. The try is counted, or forgiven."""
    seen = by_id(connection, invitation_id)
    if seen is None or not seen.open:
        return None
    tries = 0 if right else INVITATION.c.tries + 1
    connection.execute(update(INVITATION).where(INVITATION.c.invitation_id == invitation_id).values(tries=tries))
    return seen if right else None


def drop_old_drafts(connection: Connection) -> None:
    """Delete what was drafted on invitations that have expired: nobody can come back to it."""
    expired = select(INVITATION.c.invitation_id).where(INVITATION.c.expires_on < today().isoformat())
    connection.execute(delete(DRAFT).where(DRAFT.c.invitation_id.in_(expired)))


def revoke(store: Store, connection: Connection, invitation_id: str, event_id: str, actor: str) -> None:
    """Make an invitation unusable, and drop its drafts."""
    seen = by_id(connection, invitation_id)
    if seen is None:
        raise InventoryError(_("Uitnodiging {id} bestaat niet.").format(id=invitation_id[:64]))
    if seen.revoked:
        return
    connection.execute(update(INVITATION).where(INVITATION.c.invitation_id == invitation_id).values(revoked=1))
    connection.execute(delete(DRAFT).where(DRAFT.c.invitation_id == invitation_id))
    store.append(
        connection, NewEvent(event_id, EventKind.INVITATION_REVOKED, actor, about=invitation_id, round=seen.round)
    )
