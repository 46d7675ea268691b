"""Dates as officials write them."""

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coverage.sheets.when import partial_date


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("2026", "2026"), (2026, "2026"), (2026.0, "2026"), ("2026-03", "2026-03"), ("2026-3", "2026-03"),
        ("2026-03-15", "2026-03-15"), ("2026/3/15", "2026-03-15"), ("2026-03-15T00:00:00", "2026-03-15"),
        ("15-03-2026", "2026-03-15"), ("15.03.2026", "2026-03-15"), ("15-3-26", "2026-03-15"),
        ("3/15/2026", "2026-03-15"),
        ("3/4/2026", "2026-04-03"), ("03-2026", "2026-03"), ("maart 2026", "2026-03"), ("mrt-26", "2026-03"),
        ("mrt. 2026", "2026-03"), ("Maart 2026.", "2026-03"), ("15 maart 2026", "2026-03-15"),
        ("15 mrt '26", "2026-03-15"),
        ("March 15, 2026", "2026-03-15"), (46096, "2026-03-15"), ("46096", "2026-03-15"), (46096.5, "2026-03-15"),
        (datetime(2026, 3, 15), "2026-03-15"),
    ],
)  # fmt: skip
def test_dates_that_are_read(typed: object, read: str) -> None:
    assert partial_date(typed) == read


@pytest.mark.parametrize(
    "typed",
    ["", "x", "begin 2026", "31-02-2020", "2026-13", "0-3-2026", "1/4", "maart", "15 foo 2026", True, 12, 1e308],
)
def test_what_is_no_date_is_not_guessed(typed: object) -> None:
    assert partial_date(typed) is None


@given(st.dates(date(1970, 1, 1), date(2069, 12, 31)))
def test_every_day_in_every_order(day: date) -> None:
    for form in ("%d-%m-%Y", "%d.%m.%y", "%Y-%m-%d", "%d/%m/%Y"):
        assert partial_date(day.strftime(form)) == day.isoformat()


@given(st.text(max_size=30) | st.floats() | st.integers())
def test_anything_may_be_typed(typed: object) -> None:
    read = partial_date(typed)
    assert read is None or 4 <= len(read) <= 10
