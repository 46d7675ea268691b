"""Interface text in the language of the reader.

Message ids are Dutch, the language of the product, so Dutch needs no catalogue; English comes from
``coverage/locale/en``. Numbers, amounts and dates are printed by Babel in the same language.
"""

from __future__ import annotations

from collections.abc import Callable
from contextvars import ContextVar
from datetime import date
from functools import cache
from pathlib import Path
from typing import ParamSpec, TypeVar, cast

from babel.dates import format_date
from babel.messages.pofile import read_po
from babel.numbers import format_currency, format_decimal, format_percent

from coverage.vocabulary import Code, Language

P = ParamSpec("P")
T = TypeVar("T")
LOCALE_DIR = Path(__file__).parent / "locale"
LANGUAGES: tuple[Language, ...] = ("nl", "en")
OWN_NAME: dict[Language, str] = {"nl": "Nederlands", "en": "English"}  # what a link to a language is called
_language: ContextVar[Language] = ContextVar("language", default="nl")


def use_language(language: Language) -> None:
    """Set the language for the current thread or task."""
    _language.set(language)


def language() -> Language:
    """The language in use."""
    return _language.get()


@cache
def _catalogue(lang: Language) -> dict[str, str]:
    path = LOCALE_DIR / lang / "LC_MESSAGES" / "messages.po"
    if lang == "nl" or not path.exists():
        return {}
    with path.open("rb") as stream:
        catalogue = read_po(stream)
    return {cast(str, m.id): cast(str, m.string) for m in catalogue if m.id and m.string}


def in_this_language(make: Callable[P, T]) -> Callable[P, T]:
    """The function, to be run in the language in use now: files are made in a thread of their own."""
    reader = language()

    def made(*args: P.args, **named: P.kwargs) -> T:
        use_language(reader)
        return make(*args, **named)

    return made


def document_language() -> str:
    """The language in use as files name it, with the country by whose rules their numbers and dates are written."""
    return {"nl": "nl-NL", "en": "en-GB"}[language()]


def _(message: str) -> str:
    """The message in the language in use; the Dutch text itself when no translation exists."""
    return _catalogue(language()).get(message, message)


def sentence_case(text: str) -> str:
    """A text with a capital at its start and the rest as it is."""
    return text[:1].upper() + text[1:]


def label(code: Code) -> str:
    """Label of a vocabulary code in the language in use."""
    return code.label(language())


def definition(code: Code) -> str:
    """Definition of a vocabulary code in the language in use."""
    return code.definition(language())


def number(value: float, decimals: int = 0) -> str:
    """17.942.942 or, with one decimal, 12,3."""
    pattern = "#,##0" if decimals == 0 else "#,##0." + "0" * decimals
    return format_decimal(value, format=pattern, locale=language())


def typed_number(text: str) -> str:
    """A number as typed in the language in use, in the one notation that addresses hold: 6.000.000 and 6,5."""
    return text if language() == "nl" else text.translate(str.maketrans(",.", ".,"))


def percent(share: float) -> str:
    """0.1234 as 12,3%."""
    return format_percent(share, format="#,##0.0%", locale=language())


def euro(value: float, decimals: int = 0) -> str:
    """€ 6.000.000 (no decimals unless asked)."""
    pattern = "¤\u00a0#,##0" if decimals == 0 else "¤\u00a0#,##0." + "0" * decimals
    return format_currency(value, "EUR", format=pattern, locale=language(), currency_digits=False)


def day(value: date) -> str:
    """1 juli 2013."""
    return format_date(value, "d MMMM y", locale=language())


def in_years(count: int) -> str:
    """A stretch of whole years: 1 jaar, 3 jaar."""
    return _("1 jaar") if count == 1 else _("{years} jaar").format(years=count)


def day_in_year(value: date) -> str:
    """1 juli."""
    return format_date(value, "d MMMM", locale=language())


def partial_day(value: str) -> str:
    """A date as precise as its source: 2013, juli 2013 or 1 juli 2013."""
    parts = value.split("-")
    if len(parts) == 1:
        return value
    year, month = int(parts[0]), int(parts[1])
    if len(parts) == 2:
        return format_date(date(year, month, 1), "MMMM y", locale=language())
    return day(date(year, month, int(parts[2])))
