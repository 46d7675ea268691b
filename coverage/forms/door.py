"""The way in: the page without an invitation, the code, and leaving. Opening a link changes nothing."""

from __future__ import annotations

import hmac
import logging
import os
import re
import secrets

from starlette.responses import Response

from coverage.dataset import Dataset
from coverage.forms.state import Answering, entered
from coverage.forms.web import BEFORE_COOKIE, COOKIE, Asked
from coverage.i18n import _, day
from coverage.inventory.invitations import Invitation, by_link
from coverage.inventory.sessions import HOURS, csrf_of, end_session, start_session
from coverage.inventory.store import Store
from coverage.inventory.subjects import Places, tables_of

MAILBOX_VARIABLE = "COVERAGE_INVENTORY_MAILBOX"
MINUTES = 30  # that the page with the code stays good
_log = logging.getLogger(__name__)  # of invitations by their number in the log; of no link, code or address
_LINK = re.compile(r"[\w-]{16,64}")


def explain(found: Asked, status: int = 200, notice: str = "") -> Response:
    """Who may answer, and how to ask for an invitation."""
    mailbox = os.environ.get(MAILBOX_VARIABLE, "")
    title = _("Geef door hoe het zit in jouw gemeente of regio")
    return found.render("explain.html", status, title=title, notice=notice, mailbox=mailbox)


def inside(found: Asked, store: Store, ds: Dataset) -> Answering | None:
    """What stands before who is in, by the cookie of this link; None for who is not."""
    token = found.cookie(COOKIE)
    return entered(store, found.link, token, ds) if token and _LINK.fullmatch(found.link) else None


def door(found: Asked, store: Store, ds: Dataset, wrong: str = "", status: int = 200) -> Response:
    """The page that names the organisation and asks for the code."""
    seen = _invitation(found, store)
    if seen is None:
        return explain(found, 404, _("Deze link bestaat niet. Neem hem helemaal over uit de brief."))
    if not seen.open:
        return explain(found, 410, _("Deze uitnodiging is niet meer geldig. Vraag een nieuwe aan."))
    town = Places(tables_of(ds)).names.get(seen.organisation, seen.organisation)
    about = _("Uitvraag {round}. De link werkt tot en met {day}.").format(round=seen.round, day=day(seen.expires_on))
    token = found.cookie(BEFORE_COOKIE) or secrets.token_urlsafe(24)
    response = found.render(
        "door.html", status, title=_("Opgave van gemeente {town}").format(town=town), about=about,
        csrf=csrf_of(token), faults=[{"place": "code", "words": wrong}] if wrong else (),
    )  # fmt: skip
    return found.give(response, BEFORE_COOKIE, token, MINUTES * 60)


def _invitation(found: Asked, store: Store) -> Invitation | None:
    if not _LINK.fullmatch(found.link):
        return None
    with store.reading() as connection:
        return by_link(connection, found.link)


def knock(found: Asked, store: Store, ds: Dataset) -> Response:
    """A code that was typed: in, or the door again with the number of tries that are left."""
    before = found.cookie(BEFORE_COOKIE)
    if not before or not hmac.compare_digest(csrf_of(before).encode(), found.field("csrf").encode()):
        return door(
            found,
            store,
            ds,
            _("De bladzijde was te oud, of je browser laat geen cookies toe. Typ de code opnieuw."),
            403,
        )
    if not _LINK.fullmatch(found.link):
        return explain(found, 404)
    code = found.field("code")[:40]
    if not code.strip():
        return door(found, store, ds, _("Vul de code in."), 400)
    session = start_session(store, found.link, code)
    if session is None:
        seen = _invitation(found, store)
        left = seen.tries_left if seen else 0
        _log.warning("wrong code on invitation %s, %d tries left", seen.invitation_id if seen else "(none)", left)
        return door(
            found, store, ds, _("De code klopt niet. Je kunt het nog {tries} keer proberen.").format(tries=left), 403
        )
    _log.info("invitation %s was entered", session.invitation.invitation_id)
    if before_it := found.cookie(COOKIE):  # who comes in anew has one session
        end_session(store, before_it)
    response = found.give(found.go(), COOKIE, session.token, HOURS * 3600)
    return found.give(response, BEFORE_COOKIE, "", 0)


def leave(found: Asked, state: Answering, store: Store) -> Response:
    """The cookie opens nothing any more; the draft stays."""
    end_session(store, state.session.token)
    return found.give(found.go(), COOKIE, "", 0)
