"""Dates as people write them on a sheet: maart 2026, 15.03.2026, 15-3-26, mrt-26, a serial number of Excel."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from typing import Any

from coverage.dates import end
from coverage.sheets.cells import plain

_MONTHS = {
    word: n
    for n, words in enumerate(
        ("jan januari january", "feb februari february", "mrt maart mar march maa", "apr april", "mei may",
         "jun juni june", "jul juli july", "aug augustus august", "sep sept september", "okt oktober oct october",
         "nov november", "dec december"),
        start=1,
    )
    for word in words.split()
}  # fmt: skip
_SERIAL_ZERO = date(1899, 12, 30)  # so that day 61 is 1 March 1900, as in Excel and LibreOffice
_FIRST_SERIAL, _LAST_SERIAL = 25_569, 73_050  # 1970 to 2099: not a year, and not an amount either
_PIVOT = 70  # '69 is 2069, '70 is 1970
_SIGN = r"\s*[-/. ]\s*"
_DAY_FIRST = re.compile(rf"(\d{{1,2}}){_SIGN}(\d{{1,2}}){_SIGN}'?(\d{{4}}|\d{{2}})")
_YEAR_FIRST = re.compile(rf"(\d{{4}}){_SIGN}(\d{{1,2}})(?:{_SIGN}(\d{{1,2}}))?")
_MONTH_YEAR = re.compile(r"(\d{1,2})\s*[-/.]\s*(\d{4})")
_WORDS = re.compile(r"(?:(\d{1,2})(?:e|st|nd|rd|th)?[-./ ]*)?([a-z]+)[-./', ]*(?:(\d{1,2}),\s*)?(\d{4}|\d{2})")


def partial_date(value: Any) -> str | None:
    """A partial date (JJJJ, JJJJ-MM or JJJJ-MM-DD) from a cell; None when it is no date that we can be sure of.

    The day comes first, the Dutch way, unless only the American order makes a date (3/15/2026).
    """
    if isinstance(value, datetime | date):
        return value.isoformat()[:10]
    if isinstance(value, int | float) and not isinstance(value, bool) and _FIRST_SERIAL <= value <= _LAST_SERIAL:
        return (_SERIAL_ZERO + timedelta(days=int(value))).isoformat()
    text = plain(value).casefold().rstrip(".")
    text = re.sub(r"(?<=\d{4}-\d{2}-\d{2})[t ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?z?$", "", text)
    if text.isdecimal() and len(text) == 5 and _FIRST_SERIAL <= int(text) <= _LAST_SERIAL:
        return partial_date(int(text))
    return next((found for read in (_year, _iso, _dutch, _month, _in_words) if (found := read(text))), None)


def _checked(year: str | int, month: str | int = 0, day: str | int = 0) -> str | None:
    if len(str(year)) == 2:
        year = int(year) + (2000 if int(year) < _PIVOT else 1900)
    text = f"{int(year):04}" + (f"-{int(month):02}" if int(month) else "") + (f"-{int(day):02}" if int(day) else "")
    try:
        end(text)
    except ValueError:
        return None
    return text


def _year(text: str) -> str | None:
    return _checked(text) if re.fullmatch(r"\d{4}", text) else None


def _iso(text: str) -> str | None:
    found = _YEAR_FIRST.fullmatch(text)
    if not found or int(found[2]) == 0 or (found[3] and int(found[3]) == 0):
        return None
    return _checked(found[1], found[2], found[3] or 0)


def _dutch(text: str) -> str | None:
    found = _DAY_FIRST.fullmatch(text)
    if not found or 0 in (int(found[1]), int(found[2])):
        return None
    return _checked(found[3], found[2], found[1]) or _checked(found[3], found[1], found[2])


def _month(text: str) -> str | None:
    found = _MONTH_YEAR.fullmatch(text)
    return _checked(found[2], found[1]) if found and int(found[1]) else None


def _in_words(text: str) -> str | None:
    found = _WORDS.fullmatch(text)
    if not found or found[2] not in _MONTHS or (found[1] and found[3]):
        return None
    day = found[1] or found[3] or "0"
    return None if day.isdecimal() and int(day) == 0 and day != "0" else _checked(found[4], _MONTHS[found[2]], day)
