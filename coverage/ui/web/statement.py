"""The accessibility statement at an address of its own: a page without scripts, in the style of the static edition.

It shows the Dutch part of docs/accessibility.md; the introduction and the annex there are for developers.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import cache
from pathlib import Path

from markdown_it import MarkdownIt
from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from coverage.dates import today
from coverage.i18n import _, language, use_language
from coverage.sender import Sender, sender
from coverage.ui.params import LANGUAGE
from coverage.ui.web.plain import back, plain_page

PATH = "toegankelijkheid"
STATEMENT = Path(__file__).parents[3] / "docs" / "accessibility.md"
CONTACT = "[contact]"
_NO_CONTACT = re.compile(r"### Afwijking \d+: geen contactadres.*?(?=\n## )", re.DOTALL)
SIX_MONTHS = timedelta(days=183)  # within which an audit must be planned for status C
_STATUS_D = re.compile(r"## Nalevingsstatus: D.*?(?=\n## )", re.DOTALL)
_PLANNED = """## Nalevingsstatus: C – eerste maatregelen genomen

{name} laat uiterlijk op {day} volledig onderzoek doen volgens WCAG-EM, naar alle eisen en alle onderdelen. Daarom is de
status C, volgens [de regels voor de status](https://www.digitoegankelijk.nl/toegankelijkheidsverklaring/status). Is er
op die dag geen onderzoek, dan staat hier weer D. Wat de makers zelf per criterium toetsten, staat hieronder.
"""
RULE = "\n---\n"  # before the Dutch part of the file, and after it


def statement() -> Markup:
    """The Dutch part as HTML, with the contact of ``site.toml``; markup in the file is shown as it is written."""
    who, on = sender(), today()
    return _filled_in(who.contact, who.contact_link, _audited_by(who, on), who.sender)


def _audited_by(who: Sender, on: date) -> date | None:
    """The day of the audit that makes the status C: planned by a sender with a contact, within six months."""
    if who.sender and who.contact and who.audit and on <= who.audit <= on + SIX_MONTHS:
        return who.audit
    return None


@cache
def _filled_in(contact: str, link: str, audit: date | None, name: str) -> Markup:
    """Without a contact, a deviation says so; with one, that deviation goes. A planned audit makes the status C."""
    dutch = STATEMENT.read_text(encoding="utf-8").split(RULE)[1]
    if contact:
        dutch = _NO_CONTACT.sub("", dutch).replace(CONTACT, f"[{contact}]({link})")
    else:
        dutch = dutch.replace(CONTACT, "een adres dat nog niet genoemd is")
    if audit:
        told = _PLANNED.format(name=name, day=f"{audit:%d-%m-%Y}")
        dutch = _STATUS_D.sub(lambda _found: told, dutch)
    return Markup(MarkdownIt("commonmark", {"html": False}).enable("table").render(dutch))  # noqa: S704 escaped by it


def statement_route(base: str) -> Route:
    """``<base>/toegankelijkheid``, with a link back to the page that the reader comes from."""

    def answer(request: Request) -> Response:
        use_language("en" if request.query_params.get(LANGUAGE.name) == "en" else "nl")
        foreign = Markup('<p lang="{}">{}</p>').format(
            language(), _("Deze verklaring is in het Nederlands: zij volgt het model dat bij de Nederlandse wet hoort.")
        )
        body = statement() if language() == "nl" else foreign + statement()
        title = "Toegankelijkheidsverklaring"
        return plain_page(title, "nl", body, back(request, base, PATH))

    return Route(f"{base}/{PATH}", answer)
