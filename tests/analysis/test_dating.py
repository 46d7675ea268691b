"""Dates as they are told: an estimate never as a day, and never with brackets of its own: most stand in brackets."""

from __future__ import annotations

import pytest

from coverage.analysis.dating import dated
from coverage.i18n import use_language
from coverage.vocabulary import DateBasis


@pytest.mark.parametrize(
    ("date", "earliest", "latest", "told"),
    [
        ("2021-07-01", "", "", "2021, geschat"),
        ("2021-07-01", "2019", "2021", "tussen 2019 en 2021, geschat"),
        ("2021-07-01", "2020", "", "2020 of later, geschat"),
        ("2021-07-15", "2021-07-01", "2021-07-31", "juli 2021, geschat"),
        ("2021-07-15", "2021-02", "2021-11", "2021, geschat"),
    ],
)
def test_an_estimate_is_told_as_coarse_as_it_is(date: str, earliest: str, latest: str, told: str) -> None:
    use_language("nl")
    assert dated(date, DateBasis.ESTIMATED, earliest, latest) == told


@pytest.mark.parametrize("basis", [b for b in DateBasis if b is not DateBasis.ESTIMATED])
def test_any_other_date_is_told_as_precise_as_it_is_written(basis: DateBasis) -> None:
    use_language("nl")
    assert [dated(d, basis) for d in ("2021", "2021-07", "2021-07-15")] == ["2021", "juli 2021", "15 juli 2021"]
