"""Whose dashboard this is: ``site.toml`` at the top of the clone, or the file in ``COVERAGE_SITE``.

Sender, contact, editor, licence, name, day of an accessibility audit, logo and accent colour; everything may be empty,
and nothing is invented. A value that cannot be used is an error with file, line, field and what to write, told before
the server starts.
"""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from coverage.i18n import _, language

SITE_VARIABLE = "COVERAGE_SITE"
SITE_FILE = Path(__file__).resolve().parents[1] / "site.toml"
LONGEST = 120  # characters of a name
LEAST_CONTRAST = 4.5  # WCAG 2.2, 1.4.3
BACKGROUNDS = {"light": "#ffffff", "dark": "#14191e"}  # as in .streamlit/config.toml
_MAILBOX = re.compile(r"[^@\s<>\"']+@[^@\s<>\"']+\.[^@\s<>\"']+")
_ADDRESS = re.compile(r"https?://[^\s\"'<>{}|\\^`]+")
_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")


class SenderError(ValueError):
    """A value of the settings file that cannot be used; the message has file, line, field and what to write."""


@dataclass(frozen=True, slots=True)
class Sender:
    """What the file says; an empty text is not set.

    ``contact`` is a functional mailbox or a web address, ``audit`` the day by which the sender has the accessibility
    audited, ``accent`` the colour per theme (light, dark) as ``#rrggbb``.
    """

    name: str = ""
    name_en: str = ""
    sender: str = ""
    sender_page: str = ""
    contact: str = ""
    editor: str = ""
    licence: str = ""
    audit: date | None = None
    logo: Path | None = None
    accent: Mapping[str, str] | None = None

    @property
    def mailbox(self) -> str:
        """The contact when it is a mailbox."""
        return self.contact if _MAILBOX.fullmatch(self.contact) else ""

    @property
    def contact_link(self) -> str:
        """Address of the contact for a link."""
        return f"mailto:{self.contact}" if self.mailbox else self.contact


def sender() -> Sender:
    """The settings in use. SenderError when a value cannot be used."""
    given = os.environ.get(SITE_VARIABLE, "").strip()
    return read_sender(Path(given) if given else SITE_FILE)


def site_name() -> str:
    """The name of the whole, in the language in use."""
    own = sender().name_en if language() == "en" else sender().name
    return own or _("Dekking uitstapprogramma's")


def about_sender() -> str:
    """Who answers for the dashboard and keeps the data, in one or two sentences; says so when nobody is named."""
    who = sender()
    parts = (
        _("Afzender: {name}.").format(name=who.sender) if who.sender else "",
        _("Redactie: {name}.").format(name=who.editor) if who.editor else "",
        "" if who.sender or who.editor else _("Wie dit dashboard uitgeeft, is nog niet ingevuld."),
    )
    return " ".join(part for part in parts if part)


def no_contact_yet() -> str:
    """The sentence where a contact would stand."""
    return _("Er is nog geen contactadres voor vragen en verbeteringen.")


@cache
def read_sender(path: Path) -> Sender:
    """The settings in a file; the defaults when there is none at the usual place. SenderError as told above."""
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        if path == SITE_FILE:
            return Sender()
        raise SenderError(f"{path}: there is no such file; mend {SITE_VARIABLE}, or leave it out") from None
    except (OSError, UnicodeDecodeError) as problem:
        raise SenderError(f"{path}: cannot be read as text in UTF-8 ({problem})") from None
    try:
        found = tomllib.loads(text)
    except tomllib.TOMLDecodeError as problem:
        raise SenderError(f'{path.name}: {problem}; write each field as: name = "…"') from None
    return _checked(_Given(path, text), found)


@dataclass(frozen=True, slots=True)
class _Given:
    path: Path
    text: str

    def wrong(self, field: str, what: str) -> SenderError:
        """An error with the line on which the field stands."""
        lines = self.text.splitlines()
        line = next((n for n, one in enumerate(lines, 1) if re.match(rf"\s*\[?{re.escape(field)}\b", one)), 1)
        return SenderError(f"{self.path.name}, line {line}, {field}: {what}")


def _checked(given: _Given, found: Mapping[str, object]) -> Sender:
    kinds: dict[str, Callable[[_Given, str, str], str]] = {
        "name": _words, "name_en": _words, "sender": _words, "sender_page": _web_page, "contact": _contact,
        "editor": _words, "licence": _web_page,
    }  # fmt: skip
    for field in found:
        if field not in (known := (*kinds, "audit", "logo", "accent")):
            raise given.wrong(field, f"is no field of this file; known are {', '.join(known)}")
    texts = {field: check(given, field, _text(given, field, found.get(field, ""))) for field, check in kinds.items()}
    return Sender(
        **texts, audit=_audit(given, _text(given, "audit", found.get("audit", ""))),
        logo=_logo(given, _text(given, "logo", found.get("logo", ""))), accent=_accent(given, found.get("accent", {})),
    )  # fmt: skip


def _text(given: _Given, field: str, value: object) -> str:
    if not isinstance(value, str):
        raise given.wrong(field, f'is no text; write {field} = "…"')
    return value.strip()


def _words(given: _Given, field: str, value: str) -> str:
    if len(value) > LONGEST or not value.isprintable():
        raise given.wrong(field, f"write one line of at most {LONGEST} characters")
    return value


def _web_page(given: _Given, field: str, value: str) -> str:
    if value and not _ADDRESS.fullmatch(value):
        raise given.wrong(field, f"{value!r} is no web address; write for instance https://www.example.nl/")
    return value


def _contact(given: _Given, field: str, value: str) -> str:
    if value and not (_MAILBOX.fullmatch(value) or _ADDRESS.fullmatch(value)):
        raise given.wrong(field, f"{value!r} is no mailbox and no web address; write for instance post@example.nl")
    return value


def _audit(given: _Given, value: str) -> date | None:
    try:
        return date.fromisoformat(value) if value else None
    except ValueError:
        raise given.wrong("audit", f"{value!r} is no day; write for instance 2027-03-31") from None


def _logo(given: _Given, value: str) -> Path | None:
    if not value:
        return None
    path = (given.path.parent / value).resolve()
    if path.suffix.lower() not in {".png", ".svg"} or not path.is_file():
        raise given.wrong("logo", f"{value!r} is no PNG or SVG file beside {given.path.name}")
    return path


def _accent(given: _Given, value: object) -> dict[str, str]:
    if not isinstance(value, Mapping) or set(value) - set(BACKGROUNDS):
        raise given.wrong("accent", "write [accent] with light and dark under it")
    colours = {theme: _text(given, theme, colour) for theme, colour in value.items()}
    for theme, colour in colours.items():
        if not colour:
            continue
        if not _COLOUR.fullmatch(colour):
            raise given.wrong(theme, f"{colour!r} is no colour; write for instance #0b5570")
        if (ratio := contrast_ratio(colour, BACKGROUNDS[theme])) < LEAST_CONTRAST:
            raise given.wrong(
                theme, f"{colour} has a contrast of {ratio:.1f}:1 with {BACKGROUNDS[theme]}; take a "
                f"{'darker' if theme == 'light' else 'lighter'} one, of at least {LEAST_CONTRAST}:1",
            )  # fmt: skip
    return {theme: colour for theme, colour in colours.items() if colour}


def contrast_ratio(one: str, other: str) -> float:
    """Contrast between two colours (``#rrggbb``) by WCAG 2.2: from 1 to 21."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    parts = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
