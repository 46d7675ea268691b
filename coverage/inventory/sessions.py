"""Who entered the form: a random token in a cookie, of which only the hash is kept, for eight hours.

A session is of one invitation. It opens nothing once that invitation was revoked or has expired.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
from dataclasses import dataclass
from datetime import UTC, timedelta

from sqlalchemy import Connection, delete, insert, select

from coverage import dates
from coverage.inventory.invitations import Invitation, by_link, count_try, drop_old_drafts, try_code
from coverage.inventory.store import Store
from coverage.inventory.store_tables import FORM_SESSION

HOURS = 8


@dataclass(frozen=True, slots=True)
class FormSession:
    """Someone in the form. ``editor`` tells colleagues with the same invitation apart, and is no secret."""

    invitation: Invitation
    editor: str
    token: str

    def csrf(self) -> str:
        """What each form of this session carries; it follows from the cookie, and the cookie does not from it."""
        return csrf_of(self.token)

    def is_ours(self, typed: str) -> bool:
        """Whether a form that comes back is one that this session was given."""
        return hmac.compare_digest(self.csrf().encode(), typed.encode())


def csrf_of(token: str) -> str:
    """The token of forms that goes with that of a cookie."""
    return hmac.new(token.encode(), b"form", hashlib.sha256).hexdigest()


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


def start_session(store: Store, link: str, code: str) -> FormSession | None:
    """A session when link and code belong together and the invitation is open; None otherwise (the try is counted)."""
    invitation_id, right = try_code(store, link, code)
    if not invitation_id:
        return None
    token = secrets.token_urlsafe(32)
    now = dates.now().astimezone(UTC)
    until = (now + timedelta(hours=HOURS)).isoformat(timespec="seconds")
    with store.writing() as connection:
        seen = count_try(connection, invitation_id, right)
        if seen is None:
            return None
        connection.execute(delete(FORM_SESSION).where(FORM_SESSION.c.until <= now.isoformat(timespec="seconds")))
        drop_old_drafts(connection)
        values = {"token_hash": _hash(token), "invitation_id": seen.invitation_id, "until": until}
        connection.execute(insert(FORM_SESSION).values(**values))
    return FormSession(seen, _hash(token)[:16], token)


def session_of(connection: Connection, link: str, token: str) -> FormSession | None:
    """The session of a cookie on the pages of a link; None when it is over, of another link, or of none."""
    seen = by_link(connection, link) if token else None
    if seen is None or not seen.open:
        return None
    now = dates.now().astimezone(UTC).isoformat(timespec="seconds")
    row = connection.execute(select(FORM_SESSION).where(FORM_SESSION.c.token_hash == _hash(token))).first()
    if row is None or row.invitation_id != seen.invitation_id or row.until <= now:
        return None
    return FormSession(seen, _hash(token)[:16], token)


def end_session(store: Store, token: str) -> None:
    """Leave the form: the cookie opens nothing any more."""
    with store.writing() as connection:
        connection.execute(delete(FORM_SESSION).where(FORM_SESSION.c.token_hash == _hash(token)))
