"""Dates as sources give them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coverage.dates import parse_day, precision, start


@pytest.mark.parametrize(
    ("partial", "precise", "first"),
    [
        ("2013", "year", date(2013, 1, 1)),
        ("2013-07", "month", date(2013, 7, 1)),
        ("2013-07-15", "day", date(2013, 7, 15)),
        ("2024-02-29", "day", date(2024, 2, 29)),
    ],
)
def test_partial_dates(partial: str, precise: str, first: date) -> None:
    assert precision(partial) == precise
    assert start(partial) == first


@pytest.mark.parametrize(
    "text", ["", "13", "2013-13", "2013-00", "2013-7", "2013-02-30", "2013-07-15T00:00", " 2013", "0000"]
)
def test_what_is_no_date(text: str) -> None:
    with pytest.raises(ValueError, match="date"):
        start(text)


@pytest.mark.parametrize("text", ["2013", "2013-07", "20130701", "2013-W27-1", "1-7-2013", "2013-02-30"])
def test_a_day_must_be_full_and_exist(text: str) -> None:
    with pytest.raises(ValueError, match="date"):
        parse_day(text)


@given(st.dates())
def test_a_day_reads_back(day: date) -> None:
    assert parse_day(day.isoformat()) == start(day.isoformat()) == day
