"""Dates as sources give them."""

import re
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coverage import dates
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


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        (datetime(2026, 12, 31, 22, 59, tzinfo=UTC), date(2026, 12, 31)),
        (datetime(2026, 12, 31, 23, 0, tzinfo=UTC), date(2027, 1, 1)),  # winter time: an hour ahead of UTC
        (datetime(2026, 6, 30, 22, 0, tzinfo=UTC), date(2026, 7, 1)),  # summer time: two hours
    ],
)
def test_today_is_the_day_in_the_netherlands(monkeypatch: pytest.MonkeyPatch, moment: datetime, day: date) -> None:
    class Clock(datetime):
        @classmethod
        def now(cls, tz=None):
            return moment.astimezone(tz)

    monkeypatch.setattr(dates, "datetime", Clock)
    assert dates.today() == day


def test_nothing_else_reads_a_calendar() -> None:
    """Another clock has another zone: one of them would say "yesterday" for an hour after midnight."""
    root = Path(__file__).parents[1]
    sources = [p for folder in ("coverage", "pages") for p in (root / folder).rglob("*.py")]
    assert len(sources) > 100
    clocks = re.compile(r"\b(date\.today|datetime\.(now|today|utcnow)|time\.localtime)\b")
    found = {p.relative_to(root).as_posix() for p in sources if clocks.search(p.read_text(encoding="utf-8"))}
    assert found == {"coverage/dates.py"}
