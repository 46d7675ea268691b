"""The values that addresses may hold, shared by the pages."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from coverage.analysis.status import DEFAULT_MAX_AGE, MAX_AGE_LIMIT
from coverage.dates import parse_day, today
from coverage.i18n import LANGUAGES, _, day
from coverage.ui.state import BadValue, Param
from coverage.vocabulary import Code, Language

FIRST_DAY = date(2008, 1, 1)


def parse_date(text: str) -> date:
    """A reference date from an address: a full date from 2008 until today. BadValue says what is wrong."""
    try:
        value = parse_day(text)
    except ValueError:
        raise BadValue(
            _("“{text}” is geen datum. Schrijf bijvoorbeeld 2013-07-01. We tonen nu vandaag.").format(text=text)
        ) from None
    if value < FIRST_DAY:
        raise BadValue(
            _("{date} ligt voor de eerste regeling (2008); daar zijn geen gegevens over. We tonen nu vandaag.").format(
                date=day(value)
            )
        )
    if value > today():
        raise BadValue(
            _("{date} ligt in de toekomst; daar kan niemand al iets over weten. We tonen nu vandaag.").format(
                date=day(value)
            )
        )
    return value


def one_of(codes: type[Code]) -> Callable[[str], Code]:
    """Reads one of these codes."""

    def parse(text: str) -> Code:
        known = {c.value: c for c in codes}
        if text not in known:
            raise BadValue(
                _("“{text}” is hier geen keuze; kies uit {choices}.").format(text=text, choices=", ".join(known))
            )
        return known[text]

    return parse


def choice(name: str, codes: type[Code]) -> Param[Code]:
    """One of these codes, the first unless the address says otherwise."""
    return Param(name, one_of(codes), str, lambda: next(iter(codes)))


def _parse_age(text: str) -> int:
    if not text.isdecimal() or int(text) > MAX_AGE_LIMIT:
        raise BadValue(
            _("“{text}” is geen aantal jaren van 0 tot en met {most}. We rekenen nu met {default} jaar.").format(
                text=text, most=MAX_AGE_LIMIT, default=DEFAULT_MAX_AGE
            )
        )
    return int(text)


def _parse_language(text: str) -> Language:
    if text not in LANGUAGES:
        raise BadValue(_("“{text}” is geen taal die wij kennen; kies nl of en.").format(text=text))
    return text


DATE: Param[date] = Param("datum", parse_date, date.isoformat, today)
MAX_AGE: Param[int] = Param("leeftijd", _parse_age, str, lambda: DEFAULT_MAX_AGE)
MUNICIPALITY: Param[str] = Param("gemeente", str.strip, str, str)
# Asked before it is known which page is shown. Another language is another load of the page: a new session.
LANGUAGE: Param[Language] = Param("taal", _parse_language, str, lambda: "nl", lasting=True)
