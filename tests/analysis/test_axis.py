"""One line of days: places, widths and what lies outside."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coverage.analysis.axis import Axis

AXIS = Axis(date(2008, 1, 1), date(2028, 1, 1))


def test_places_and_stretches():
    assert AXIS.share(date(2018, 1, 1)) == pytest.approx(0.5, abs=0.001)
    assert AXIS.left(date(2008, 1, 1)) == "left:0.00%"
    assert AXIS.span(date(2008, 1, 1), date(2018, 1, 1)) == "left:0.00%;width:50.01%"
    assert list(AXIS.years(8)) == [2008, 2016, 2024]


@given(st.dates(), st.dates())
def test_nothing_falls_off_and_order_stays(a: date, b: date):
    first, second = sorted((a, b))
    assert 0 <= AXIS.share(first) <= AXIS.share(second) <= 1
    assert AXIS.width(first, second) >= 0


def test_a_line_of_one_day_and_one_that_runs_back():
    assert Axis(date(2020, 1, 1), date(2020, 1, 1)).share(date(2021, 1, 1)) == 0
    with pytest.raises(ValueError, match="back"):
        Axis(date(2020, 1, 2), date(2020, 1, 1))
