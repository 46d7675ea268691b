"""Who publishes the data and where: what only the organisation that runs the site can say.

Nothing of it is invented. What is not set is left out of the descriptions, and :func:`still_to_set` says what that
means for DCAT-AP-NL.
"""

from __future__ import annotations

import os
from dataclasses import dataclass

from coverage.i18n import _
from coverage.sender import sender

ADDRESS_VARIABLE = "COVERAGE_PUBLIC_ADDRESS"
PUBLISHER_VARIABLE = "COVERAGE_PUBLISHER"
PUBLISHER_URI_VARIABLE = "COVERAGE_PUBLISHER_URI"
MAILBOX_VARIABLE = "COVERAGE_MAILBOX"
LICENCE_VARIABLE = "COVERAGE_DATA_LICENCE"
NAME = "dekking-uitstapprogrammas"
FOLDER = "data"


@dataclass(frozen=True, slots=True)
class Publication:
    """Settings of the site; an empty text is not set.

    ``address`` is the public address of the front page without a slash at its end; ``publisher_uri`` the publisher in
    a register (TOOI for Dutch government); ``mailbox`` a functional address, never of a person; ``licence`` the
    address of the terms of the collection itself (those of borders and inhabitants are known).
    """

    address: str = ""
    publisher: str = ""
    publisher_uri: str = ""
    mailbox: str = ""
    licence: str = ""

    def files(self, edition: str) -> str:
        """Where the files of an edition stand; ``./`` when the public address is not set."""
        return f"{self.address}/{FOLDER}/{edition}/" if self.address else "./"


def publication() -> Publication:
    """What ``site.toml`` says, or the environment of this process; an address that is none is as good as not set."""
    found = {name: os.environ.get(name, "").strip() for name in _VARIABLES}
    who = sender()
    return Publication(
        _web(found[ADDRESS_VARIABLE]).rstrip("/"),
        found[PUBLISHER_VARIABLE] or who.sender,
        _web(found[PUBLISHER_URI_VARIABLE]) or who.sender_page,
        found[MAILBOX_VARIABLE]
        if "@" in found[MAILBOX_VARIABLE] and " " not in found[MAILBOX_VARIABLE]
        else who.mailbox,
        _web(found[LICENCE_VARIABLE]) or who.licence,
    )


def still_to_set(site: Publication) -> dict[str, str]:
    """Property of DCAT-AP-NL 3.0 that is mandatory and not set -> what is missing, in words, with its setting."""
    words = {
        "contactPoint": (site.mailbox, _("een functionele postbus ({setting})"), "contact"),
        "publisher": (site.publisher, _("wie de gegevens uitgeeft ({setting})"), "sender"),
        "license": (site.licence, _("de licentie van de verzameling ({setting})"), "licence"),
    }
    missing = {name: text.format(setting=setting) for name, (value, text, setting) in words.items() if not value}
    if "publisher" in missing:
        missing["creator"] = missing["publisher"]
    return missing


def unset_words(site: Publication) -> str:
    """The same as one sentence for readers; empty when nothing is missing."""
    lacks = ", ".join(dict.fromkeys(still_to_set(site).values()))
    words = _("Nog niet volgens DCAT-AP-NL 3.0; in site.toml staat nog niet: {what}.")
    return words.format(what=lacks) if lacks else ""


_VARIABLES = (ADDRESS_VARIABLE, PUBLISHER_VARIABLE, PUBLISHER_URI_VARIABLE, MAILBOX_VARIABLE, LICENCE_VARIABLE)
_NOT_IN_ADDRESS = frozenset('<>"{}|^`\\ \t\r\n')


def _web(text: str) -> str:
    return text if text.startswith(("https://", "http://")) and not _NOT_IN_ADDRESS & set(text) else ""
