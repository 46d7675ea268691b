"""Municipalities, inhabitants and regions in the making."""

from datetime import date

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from coverage.build.municipalities import Life, Names
from coverage.build.regions import alternative_duup
from coverage.derive.population import largest_remainder, population_pieces
from coverage.geography.lineage import Lineage

DUUP = {"Apeldoorn": 7, "Utrecht": 10, "'s-Hertogenbosch": 16, "Rotterdam": 14}


@given(
    st.integers(0, 10**7),
    st.dictionaries(st.text(max_size=3), st.floats(0, 1e6), min_size=1).filter(lambda w: sum(w.values()) > 1e-6),
)
def test_largest_remainder_loses_nobody_and_stays_within_one(total: int, weights: dict[str, float]) -> None:
    shares = largest_remainder(total, weights)
    assert sum(shares.values()) == total
    whole = sum(weights.values())
    for key, share in shares.items():
        assert abs(share - total * weights[key] / whole) < 1 + 1e-6


def test_largest_remainder_by_hand() -> None:
    assert largest_remainder(10, {"a": 1, "b": 1, "c": 1}) == {"a": 4, "b": 3, "c": 3}
    assert largest_remainder(7, {"a": 0.281, "b": 0.512, "c": 0.207}) == {"a": 2, "b": 4, "c": 1}
    assert largest_remainder(5, {"a": 0, "b": 2}) == {"a": 0, "b": 5}
    for weights in ({}, {"a": 0.0}, {"a": -1.0, "b": 2.0}):
        with pytest.raises(ValueError):
            largest_remainder(1, weights)


def test_a_name_may_mean_another_code_at_another_time() -> None:
    early, late = Life(None, date(2015, 7, 1)), Life(date(2015, 7, 1), None)
    names = Names(
        [{"name": "De Meren", "code": "GM0001"}, {"name": "De Meren", "code": "GM0002"}],
        [{"variant": "Meren", "code": "GM0002"}],
        {"GM0001": early, "GM0002": late},
    )
    assert names.code("De Meren", date(2015, 6, 30)) == "GM0001"
    assert names.code("De Meren", date(2015, 7, 1)) == "GM0002"
    assert names.code("Meren", date(2015, 6, 30)) is None
    assert names.on(date(2020, 1, 1)) == {"De Meren": "GM0002", "Meren": "GM0002"}


@pytest.mark.parametrize(
    ("words", "own", "numbers"),
    [
        ("", 10, ""),
        ("Utrecht (ook DUUP Utrecht) of Ede (DUUP Apeldoorn)", 10, "7"),
        ("Utrecht (ook DUUP Utrecht) of Ede (DUUP Apeldoorn)", 14, "7;10"),
        ("Den Bosch (DUUP Den Bosch)", 8, "16"),
        ("Apeldoorn (alleen DUUP-uitvoering)", 9, "7"),
        ("Dordrecht (ook DUUP Rotterdam)", 14, ""),
    ],
)
def test_other_duup_regions_in_words(words: str, own: int, numbers: str) -> None:
    assert alternative_duup(words, own, DUUP) == numbers


def test_pieces_before_and_after_2021() -> None:
    """A was split over B and C in 2018 (1:3; its tenth person, a tie, goes to B); C and D became E in 2022."""

    def move(day: date, old: str, new: str, share: float) -> dict[str, object]:
        return {"date": day, "old_code": old, "new_code": new, "kind": "merger", "area_share": share, "planned": False}

    moves = pd.DataFrame(
        [
            move(date(2018, 1, 1), "A", "B", 0.25),
            move(date(2018, 1, 1), "A", "C", 0.75),
            move(date(2022, 1, 1), "C", "E", 1.0),
            move(date(2022, 1, 1), "D", "E", 1.0),
        ]
    )
    lives = pd.DataFrame(
        [
            ("A", None, date(2018, 1, 1)),
            ("B", None, None),
            ("C", None, date(2022, 1, 1)),
            ("D", None, date(2022, 1, 1)),
            ("E", date(2022, 1, 1), None),
        ],
        columns=["code", "valid_from", "valid_to"],
    )
    population = pd.DataFrame(
        [
            (2017, "A", 10),
            (2017, "B", 5),
            (2017, "C", 5),
            (2017, "D", 7),
            (2021, "B", 8),
            (2021, "C", 30),
            (2021, "D", 10),
            (2022, "B", 9),
            (2022, "E", 41),
        ],
        columns=["year", "code", "inhabitants"],
    )
    years = pd.DataFrame({"year": [2017, 2020, 2021, 2022], "complete": [True, False, True, True]})
    made = pd.DataFrame(population_pieces(population, years, Lineage(moves, lives))).set_index(["year", "piece"])
    assert made["inhabitants"].to_dict() == {
        (2017, "B"): 8,
        (2017, "C"): 12,
        (2017, "D"): 7,
        (2021, "B"): 8,
        (2021, "C"): 30,
        (2021, "D"): 10,
        (2022, "B"): 9,
        (2022, "C"): 31,
        (2022, "D"): 10,
    }
    assert set(made.index[made["estimated"]]) == {(2017, "B"), (2017, "C"), (2022, "C"), (2022, "D")}
