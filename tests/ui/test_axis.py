"""The axis of time."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from coverage.ui.axis import Axis

AXIS = Axis(date(2011, 1, 1), date(2026, 12, 31))


def test_ends_and_days_outside():
    assert (AXIS.percent(AXIS.first), AXIS.percent(AXIS.last)) == (0, 100)
    assert (AXIS.percent(date(2000, 1, 1)), AXIS.percent(date(2050, 1, 1))) == (0, 100)
    assert Axis(AXIS.first, AXIS.first).percent(AXIS.first) == 0


@given(st.dates(AXIS.first, AXIS.last), st.dates(AXIS.first, AXIS.last))
def test_later_days_lie_further(one, other):
    low, high = sorted((one, other))
    assert AXIS.percent(low) <= AXIS.percent(high)


def test_years_are_marked_within_the_axis():
    assert AXIS.years(3).count("<span") == 6
