"""The page on white and blind spots as Streamlit runs it, without a browser."""

from datetime import date

import pytest
from app_pages import html_of, page

from coverage.analysis.spots.white_spots import white_spots
from coverage.analysis.status import status_at
from coverage.dataset import current
from coverage.vocabulary import EVIDENCED, Status


def test_a_white_spot_with_its_reason_and_where_to_turn():
    at = page("witte_vlekken", datum="2013-07-01", gemeente="Breda", lijst="wit")
    assert not at.exception
    frame = at.dataframe[0].value
    assert list(frame["Gemeente"]) == ["Breda"]
    assert "Volgens de bron: Gestopt per" in html_of(at)  # whole, under the table
    assert "Vraag de centrumgemeente Breda welke hulp er is" in html_of(at)


@pytest.mark.parametrize(
    ("word", "status"),
    [
        ("blind", Status.UNKNOWN), ("aangewezen", Status.ASSIGNED_ONLY), ("eerder", Status.EVIDENCED_EARLIER),
        ("regel", Status.ANNOUNCED), ("landelijk", Status.UNKNOWN), ("papier", Status.ASSIGNED_ONLY),
    ],
)  # fmt: skip
def test_every_kind_of_spot_is_a_list_of_its_own_also_by_its_old_word(word, status):
    on = date(2018, 12, 31) if status is Status.UNKNOWN else date(2026, 6, 1)
    at = page("witte_vlekken", datum=on.isoformat(), lijst=word)
    frame = at.dataframe[0].value
    assert len(frame) == len(white_spots(current(), on).by_status[status])
    assert "Volgens de bron: " not in html_of(at)


def test_an_empty_list_says_so():
    assert "geen gemeente in deze lijst" in html_of(page("witte_vlekken", datum="2026-01-01", lijst="wit"))


@pytest.mark.parametrize(
    ("part", "text"),
    [
        ("regio", "Aandeel van de inwoners van elke regio"),
        ("kwetsbaar", "Wat valt weg als een programma stopt?"),
        ("stappen", "Kleinste stappen naar landelijke dekking"),
        ("stappen", "Wie eerst vragen"),
        ("voorrang", "artikel 4, lid 2"),
    ],
)
@pytest.mark.parametrize("datum", ["2013-07-01", "2026-01-01"])
def test_every_part_shows_its_rule_and_rows(part, text, datum):
    at = page("witte_vlekken", datum=datum, deel=part, regios="duvo" if datum < "2021" else "duup")
    assert not at.exception
    assert text in html_of(at)


def test_where_nothing_is_recent_no_programme_can_fall_away():
    months = [date(year, month, 1) for year in range(2026, 2008, -1) for month in range(11, 0, -1)]
    on = next(day for day in months if not any(r.status in EVIDENCED for r in status_at(current(), day).rows))
    at = page("witte_vlekken", datum=on.isoformat(), gemeente="Assen", deel="kwetsbaar")
    assert not at.exception
    assert "nergens een programma recent aangetoond" in html_of(at)


@pytest.mark.parametrize(
    ("address", "line"),
    [({"deel": "alles"}, "kennen we niet bij deel"), ({"lijst": "zwart"}, "kennen we niet bij lijst")],
)
def test_bad_addresses_get_a_friendly_line(address, line):
    at = page("witte_vlekken", **address)
    assert not at.exception
    assert line in html_of(at)


def test_another_date_keeps_the_choice_of_list_though_its_counts_change():
    at = page("witte_vlekken", datum="2013-07-01")
    for moment in ("2011-06-30", "2018-12-31", "2013-07-01"):
        at.get("button_group")[0].set_value(moment).run()  # type: ignore[union-attr]
        assert not at.exception
    assert list(at.dataframe[0].value["Gemeente"]) == ["Breda"]
