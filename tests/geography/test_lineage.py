"""Codes through time: examples from the reorganisation table, and properties of the lineage."""

from datetime import date

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coverage.dataset import current
from coverage.geography.lineage import DIVISIONS, Lineage, division, division_at, lineage

DS = current()
LINE = lineage(DS)


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        (date(1990, 1, 1), "2021"),
        (date(2021, 12, 31), "2021"),
        (date(2022, 1, 1), "2022"),
        (date(2022, 3, 23), "2022"),
        (date(2022, 3, 24), "2022-03"),
        (date(2026, 11, 21), "2023"),
    ],
)
def test_division_in_force(on, expected):
    assert division_at(on).id == expected


def test_unknown_division_lists_the_known_ones():
    with pytest.raises(KeyError, match="2022-03"):
        division("1999")


@pytest.mark.parametrize(("division_id", "count"), [("2021", 352), ("2022", 345), ("2022-03", 344), ("2023", 342)])
def test_number_of_municipalities(division_id, count):
    assert len(set(LINE.composition(division_id).values())) == count
    assert len(LINE.composition(division_id)) == 352


def test_weesp_goes_to_amsterdam_in_march_2022():
    assert LINE.municipality("GM0457", "2022") == "GM0457"
    assert LINE.municipality("GM0457", "2022-03") == "GM0363"


def test_boarnsterhim_was_split_over_four():
    assert set(LINE.pieces("GM0055", date(2013, 7, 1))) == {"GM0074", "GM0080", "GM1900", "GM1940"}


def test_groningen_of_2013_is_only_a_part_of_groningen_of_2021():
    territory = LINE.territory("GM0014", date(2013, 7, 1))
    assert territory.pieces == {"GM0014"}
    assert not territory.whole


def test_zwolle_stayed_itself():
    assert LINE.territory("GM0193", date(2013, 7, 1)).whole == {"GM0193"}


def test_a_later_municipality_is_whole_pieces():
    territory = LINE.territory("GM1982", date(2022, 6, 1))  # Land van Cuijk
    assert territory.pieces == territory.whole
    assert len(territory.whole) == 5


def test_planned_reorganisations_are_not_replayed():
    assert LINE.municipality("GM1696", "2023") == "GM1696"  # Wijdemeren, into Hilversum in 2027 by a bill


days = st.dates(date(2011, 1, 1), date(2021, 1, 1))


@settings(max_examples=25, deadline=None)
@given(on=days)
def test_shares_sum_to_one_and_every_piece_has_a_holder(on):
    for code in LINE.existing(on):
        assert sum(LINE.pieces(code, on).values()) == pytest.approx(1.0)
    assert set(LINE.holders(on)) == set(LINE.composition("2021"))


@settings(max_examples=10, deadline=None)
@given(on=st.dates(date(2021, 1, 1), date(2027, 12, 31)))
def test_pieces_are_shared_out_once(on):
    codes = LINE.existing(on)
    pieces = [p for code in codes for p in LINE.territory(code, on).pieces]
    assert sorted(pieces) == sorted(LINE.composition("2021"))
    assert codes == set(LINE.composition(division_at(on).id).values())


def test_works_from_a_table_alone():
    rows = pd.DataFrame(
        {
            "date": [date(2015, 1, 1), date(2015, 1, 1)], "old_code": ["GM0001", "GM0001"],
            "new_code": ["GM0002", "GM0003"], "kind": ["split", "split"], "area_share": [0.25, 0.75],
            "planned": [False, False],
        }
    )  # fmt: skip
    assert Lineage(rows).pieces("GM0001", date(2014, 1, 1)) == {"GM0002": 0.25, "GM0003": 0.75}
    assert Lineage(rows).pieces("GM0001", date(2015, 1, 1)) == {"GM0001": 1.0}


def test_divisions_are_in_order():
    assert [d.valid_from for d in DIVISIONS] == sorted(d.valid_from for d in DIVISIONS)
