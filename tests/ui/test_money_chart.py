"""The chart of money has the years and heights that its amounts need."""

from datetime import date

import pytest

from coverage.analysis.allocation.history import GrantGap
from coverage.analysis.allocation.runs import Run
from coverage.ui.allocation.money import heights, whole_years
from coverage.vocabulary import FigureKind, Scheme


def run(begin: date, end: date) -> Run:
    return Run(Scheme.DUUP, begin, end, 6e6, None, FigureKind.ESTIMATE, "S1", "", "")


def test_the_years_follow_the_amounts():
    stretches = (run(date(2021, 1, 1), date(2030, 7, 1)),)
    axis = whole_years(stretches, (GrantGap(date(2012, 3, 1), date(2014, 1, 1)),))
    assert (axis.first, axis.last) == (date(2012, 1, 1), date(2031, 1, 1))
    assert whole_years((run(date(2021, 5, 1), date(2029, 1, 1)),), ()).last == date(2029, 1, 1)


@pytest.mark.parametrize("most", [0, 400_000, 5_500_000, 7_000_000, 15_000_000, 120_000_000])
def test_nothing_is_higher_than_the_chart(most: int):
    top, lines = heights(most)
    assert most < top
    assert len(lines) <= 4
    assert all(0 < line < top for line in lines)
    assert heights(6_000_000) == (7_000_000, range(2_000_000, 7_000_000, 2_000_000))
