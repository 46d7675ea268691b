"""What must be known with a status is worded once, in full and in short."""

from dataclasses import replace
from datetime import date

import pytest

from coverage.analysis.remarks import national_remarks, remarks, remarks_in_short
from coverage.analysis.status import status_at
from coverage.dataset import current
from coverage.i18n import use_language
from coverage.vocabulary import Status

MID_2013 = date(2013, 7, 1)
SILENT = next(r for r in status_at(current(), MID_2013).rows if r.status is Status.UNKNOWN)
ROW = replace(SILENT, partial=False, in_doubt=False)


@pytest.mark.parametrize(
    ("confirmed", "words"), [("2013", "2013"), ("2018-02", "februari 2018"), ("2022-12-31", "31 december 2022")]
)
def test_evidence_says_of_when_it_is(confirmed: str, words: str) -> None:
    recent = replace(ROW, status=Status.EVIDENCED_HERE, last_confirmed=confirmed)
    assert remarks(recent) == (f"De nieuwste bron daarover is van {words}.",)
    earlier = replace(recent, status=Status.EVIDENCED_EARLIER)
    assert remarks(earlier)[0].startswith(f"De nieuwste bron daarover is van {words}. Daarna vonden we geen bericht")
    assert remarks_in_short(earlier) == f"bron van {words}"


def test_both_forms_say_the_same_things() -> None:
    assert (remarks(ROW), remarks_in_short(ROW)) == ((), "")
    row = replace(ROW, status=Status.EVIDENCED_EARLIER, partial=True, in_doubt=True, last_confirmed="2013")
    assert remarks_in_short(row) == "bron van 2013; deels; DUUP-regio onzeker"
    for said, word in zip(remarks(row), ("2013", "deel van de gemeente", "DUUP-regio"), strict=True):
        assert word in said


def test_an_area_is_named() -> None:
    served = next(r for r in status_at(current(), MID_2013).rows if r.via_area)
    area = next(c.claim.area_name for c in served.decisive if c.claim.area_id == served.via_area)
    assert area in remarks(served)[0]
    assert remarks_in_short(served).startswith(f"via {area}")


def test_a_national_programme_says_nothing_of_help_here() -> None:
    ds = current()
    for said, source in national_remarks(ds, ROW):
        assert source
        assert "landelijk" in said
        assert "zegt niets over hulp in deze gemeente" in said
    assert len(national_remarks(ds, ROW)) == len({c.programme_id for c in status_at(ds, MID_2013).national})


def test_in_the_language_of_the_reader() -> None:
    use_language("en")
    try:
        assert remarks_in_short(replace(ROW, in_doubt=True)) == "DUUP region uncertain"
    finally:
        use_language("nl")
