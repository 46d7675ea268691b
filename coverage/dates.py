"""Dates as sources give them, whole days or only a month or a year; and which day it is today."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, datetime
from typing import Literal
from zoneinfo import ZoneInfo


def years_before(on: date, years: int) -> date:
    """The same day some years earlier; 29 February becomes 28 February, the year never drops below 1."""
    year = max(on.year - years, 1)
    try:
        return on.replace(year=year)
    except ValueError:
        return on.replace(year=year, day=28)


PARTIAL_DATE = r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?"
_PARTIAL_DATE = re.compile(PARTIAL_DATE)
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
Precision = Literal["year", "month", "day"]


def now() -> datetime:
    """The one clock: the time in the Netherlands, whatever zone the machine is in. Tests set it."""
    return datetime.now(AMSTERDAM)


def today() -> date:
    """The day it is in the Netherlands."""
    return now().date()


def precision(partial: str) -> Precision:
    """How precise a partial date (YYYY, YYYY-MM or YYYY-MM-DD) is; ValueError when it is none of these."""
    if not _PARTIAL_DATE.fullmatch(partial):
        raise ValueError(f"{partial!r} is not a date; write YYYY, YYYY-MM or YYYY-MM-DD")
    return {4: "year", 7: "month", 10: "day"}[len(partial)]  # type: ignore[return-value]


def start(partial: str) -> date:
    """First day of a partial date; ValueError when there is no such date."""
    missing = {"year": "-01-01", "month": "-01", "day": ""}[precision(partial)]
    return parse_day(partial + missing)


def end(partial: str) -> date:
    """Last day of a partial date; ValueError when there is no such date."""
    first = start(partial)
    if precision(partial) == "year":
        return first.replace(month=12, day=31)
    return first.replace(day=monthrange(first.year, first.month)[1]) if precision(partial) == "month" else first


def parse_day(text: str) -> date:
    """A full ISO date; ValueError says what is wrong and how to write it."""
    if not _DAY.fullmatch(text):
        raise ValueError(f"{text!r} is not a full date; write YYYY-MM-DD, for example 2013-07-01")
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise ValueError(f"{text!r} is not an existing date: {error}") from None
