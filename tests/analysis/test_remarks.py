"""What must be known with a status is worded once, in full and in short."""

from dataclasses import replace
from datetime import date

import pytest

from coverage.analysis.remarks import remarks, remarks_in_short
from coverage.analysis.status import status_at
from coverage.dataset import current
from coverage.i18n import use_language

ROW = replace(status_at(current(), date(2013, 7, 1)).rows[0], dated=False, partial=False, uncertain=False)


@pytest.mark.parametrize(
    ("confirmed", "words"),
    [("2013", "in 2013"), ("2018-02", "in februari 2018"), ("2022-12-31", "op 31 december 2022")],
)
def test_dated_evidence_says_when_it_was_confirmed(confirmed: str, words: str) -> None:
    row = replace(ROW, dated=True, last_confirmed=confirmed)
    assert remarks(row) == (f"Laatst bevestigd {words}: dat bewijs is te oud om mee te tellen.",)
    assert remarks_in_short(row) == f"laatst bevestigd {words}"


def test_both_forms_say_the_same_things() -> None:
    assert (remarks(ROW), remarks_in_short(ROW)) == ((), "")
    row = replace(ROW, dated=True, partial=True, uncertain=True, last_confirmed="2013")
    assert remarks_in_short(row) == "laatst bevestigd in 2013; deels; DUUP-regio onzeker"
    for said, word in zip(remarks(row), ("bevestigd", "deel van de gemeente", "DUUP-regio"), strict=True):
        assert word in said


def test_in_the_language_of_the_reader() -> None:
    use_language("en")
    try:
        assert remarks_in_short(replace(ROW, uncertain=True)) == "DUUP region uncertain"
    finally:
        use_language("nl")
