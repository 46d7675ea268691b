"""Codes through time: examples from the reorganisation table, and properties of the lineage."""

from datetime import date

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coverage.dataset import current
from coverage.dataset.divisions import divisions_of
from coverage.geography.lineage import Lineage, Territory, lineage

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
    assert LINE.division_at(on).id == expected


def test_unknown_division_lists_the_known_ones():
    with pytest.raises(KeyError, match="2022-03"):
        LINE.division("1999")


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
    assert codes == set(LINE.composition(LINE.division_at(on).id).values())


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
    assert [d.valid_from for d in LINE.divisions] == sorted(d.valid_from for d in LINE.divisions)


def _moves(*rows: tuple[int, str, str, str, float]) -> pd.DataFrame:
    columns = ["date", "old_code", "new_code", "kind", "area_share"]
    frame = pd.DataFrame([(date(year, 1, 1), *rest) for year, *rest in rows], columns=columns)
    return frame.assign(planned=False)


LIVES = pd.DataFrame(
    {
        "code": ["GM0001", "GM0002", "GM0003", "GM0004"],
        "valid_from": [None, None, date(2028, 1, 1), date(2030, 1, 1)],
        "valid_to": [date(2028, 1, 1), None, date(2030, 1, 1), None],
    }
)
SPLIT = _moves(
    (2028, "GM0001", "GM0002", "split", 0.25), (2028, "GM0001", "GM0003", "split", 0.75),
    (2030, "GM0003", "GM0004", "renamed", 1.0),
)  # fmt: skip


def test_a_split_without_new_outlines_leaves_the_old_municipality_on_the_map():
    line = Lineage(SPLIT, LIVES)
    assert [d.id for d in line.divisions] == ["2021", "2028", "2030"]
    assert line.composition("2030") == {"GM0001": "GM0001", "GM0002": "GM0002"}
    assert line.undrawn("2030") == {"GM0001": ("GM0002", "GM0004")} and line.undrawn("2021") == {}
    assert line.holding("GM0001", date(2029, 1, 1)) == {"GM0002": 0.25, "GM0003": 0.75}
    assert line.territory("GM0002", date(2029, 1, 1)) == Territory(
        frozenset({"GM0001", "GM0002"}), frozenset({"GM0002"})
    )


def test_a_piece_cut_along_the_new_borders_goes_to_its_own_municipality():
    line = Lineage(SPLIT, LIVES, ["GM0001-GM0002", "GM0001-GM0003", "GM0002"])
    assert line.composition("2021") == {"GM0001-GM0002": "GM0001", "GM0001-GM0003": "GM0001", "GM0002": "GM0002"}
    assert set(line.composition("2030").values()) == {"GM0002", "GM0004"}
    assert line.undrawn("2030") == {}
    assert line.parts("GM0001") == {"GM0001-GM0002": 0.25, "GM0001-GM0003": 0.75}
    assert line.territory("GM0001", date(2022, 1, 1)).whole == {"GM0001-GM0002", "GM0001-GM0003"}


def test_words_for_divisions():
    rows = _moves((2024, "GM0001", "GM0002", "merger", 1.0))
    days = [date(2024, 1, 1), date(2024, 5, 1), date(2024, 5, 9), date(2025, 7, 1)]
    table = pd.concat([rows.assign(date=day) for day in days])
    assert [(d.id, d.label) for d in divisions_of(table)] == [
        ("2021", "2021"),
        ("2024", "2024 (tot 1 mei)"),
        ("2024-05", "2024 (van 1 mei tot 9 mei)"),
        ("2024-05-09", "2024 (vanaf 9 mei)"),
        ("2025-07", "2025 (vanaf 1 juli)"),
    ]
