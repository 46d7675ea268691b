"""Municipalities and regions on a date: known examples, and what must hold on every date."""

from datetime import date

import numpy as np
import pandas as pd
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

from coverage.dataset import current
from coverage.dataset.divisions import Division
from coverage.geography import areas
from coverage.geography.lineage import division_at, divisions

DS = current()
DATES_OF_WEESP = (date(2021, 1, 1), date(2022, 3, 23), date(2022, 3, 24))
DATES = st.dates(date(2021, 1, 1), date(2027, 12, 31))


@pytest.fixture(scope="module")
def country() -> float:
    return float(areas.pieces(DS).area.sum())


@pytest.mark.parametrize(
    ("on", "count"),
    [
        (date(2013, 7, 1), 352),
        (date(2021, 1, 1), 352),
        (date(2021, 12, 31), 352),
        (date(2022, 1, 1), 345),
        (date(2022, 3, 23), 345),
        (date(2022, 3, 24), 344),
        (date(2023, 1, 1), 342),
        (date(2026, 7, 1), 342),
    ],
)
def test_municipalities_of_the_division_in_force(on: date, count: int) -> None:
    found = areas.municipalities(DS, on)
    assert list(found.columns) == ["code", "name", "province", "geometry"]
    assert (len(found), found.crs.to_epsg()) == (count, 28992)
    assert found["code"].is_monotonic_increasing and found["code"].is_unique
    assert (found["name"] != "").all() and (found["province"] != "").all()


@pytest.mark.parametrize("division", divisions(DS), ids=lambda d: d.id)
def test_borders_of_every_division_match(division: Division) -> None:
    shapes = np.asarray(areas.division_areas(DS, division.id).geometry)
    assert shapely.is_valid(shapes).all() and shapely.coverage_is_valid(shapes)


def test_area_of_municipalities() -> None:
    area = areas.division_areas(DS, "2021").set_index("name").area / 1e6
    assert 40 < area["Zutphen"] < 44
    later = areas.division_areas(DS, "2023").set_index("name").area / 1e6
    assert later["Amsterdam"] == pytest.approx(area["Amsterdam"] + area["Weesp"])


def test_weesp_changes_region_with_its_municipality() -> None:
    regions = {on: areas.membership_on(DS, on).set_index("code")["duup_number"] for on in DATES_OF_WEESP}
    number = areas.duup_regions(DS, date(2021, 1, 1)).set_index("name")["number"]
    before, eve, after = (regions[on] for on in DATES_OF_WEESP)
    assert before["GM0457"] == eve["GM0457"] == number["Utrecht"]
    assert "GM0457" not in after.index and after["GM0363"] == number["Amsterdam"]

    weesp = areas.pieces(DS).set_index("code").loc["GM0457", "geometry"].representative_point()
    held = {on: areas.duup_regions(DS, on).set_index("name").contains(weesp) for on in DATES_OF_WEESP}
    assert [list(h.index[h]) for h in held.values()] == [["Utrecht"], ["Utrecht"], ["Amsterdam"]]


def test_dates_before_2021_show_the_regions_of_2021() -> None:
    assert areas.membership_on(DS, date(2013, 7, 1)).equals(areas.membership_on(DS, date(2021, 1, 1)))


@settings(max_examples=30, deadline=None)
@given(DATES)
def test_every_municipality_lies_in_one_duvo_and_one_duup_region(on: date) -> None:
    members = areas.membership_on(DS, on)
    assert list(members["code"]) == list(areas.municipalities(DS, on)["code"])
    assert set(members["duup_number"]) == set(areas.duup_regions(DS, on)["number"])
    of_duvo = areas.duvo_regions(DS, on).set_index("name")["duup_number"]
    assert (members["duvo_region"].map(of_duvo) == members["duup_number"]).all()


@settings(max_examples=20, deadline=None)
@given(DATES)
def test_regions_add_up_to_the_country(on: date) -> None:
    whole = areas.pieces(DS).area.sum()
    duvo, duup, provinces = areas.duvo_regions(DS, on), areas.duup_regions(DS, on), areas.provinces(DS, on)
    assert len(duvo) >= len(duup) >= len(provinces) == 12
    assert set(duup["number"]) == set(duvo["duup_number"])
    assert list(duvo.columns) == ["name", "duup_number", "geometry"]
    assert list(duup.columns) == ["number", "name", "geometry"]
    for regions in (duvo, duup, provinces, areas.municipalities(DS, on)):
        assert regions.area.sum() == pytest.approx(whole, abs=1)
        assert regions.is_valid.all() and shapely.coverage_is_valid(np.asarray(regions.geometry))


def test_what_is_handed_out_can_be_changed_without_harm() -> None:
    areas.municipalities(DS, date(2023, 1, 1))["name"] = "?"
    del areas.membership_on(DS, date(2023, 1, 1))["code"]
    areas.neighbours(DS, "2023")["GM0301"].clear()
    assert "?" not in set(areas.municipalities(DS, date(2023, 1, 1))["name"])
    assert "code" in areas.membership_on(DS, date(2023, 1, 1)) and areas.neighbours(DS, "2023")["GM0301"]


def test_unknown_division_is_refused() -> None:
    with pytest.raises(KeyError, match="2022-03"):
        areas.division_areas(DS, "2019")


@pytest.mark.parametrize("division", divisions(DS), ids=lambda d: d.id)
def test_places_lie_in_their_own_municipality(division: Division) -> None:
    shapes = areas.division_areas(DS, division.id).set_index("code").geometry
    places = areas.places(DS, division.id)
    assert list(places.index) == list(shapes.index) and shapes.contains(places).all()


def test_neighbours() -> None:
    near = areas.neighbours(DS, "2023")
    name = areas.division_areas(DS, "2023").set_index("code")["name"]
    assert {name[c] for c in near["GM0301"]} == {"Brummen", "Voorst", "Lochem", "Bronckhorst"}
    assert all(code in near[other] for code, others in near.items() for other in others)
    assert near["GM0096"] == []  # Vlieland


MEMBERS = pd.DataFrame(
    [
        ("GM0001", date(2021, 1, 1), date(2022, 1, 1)),
        ("GM0001", date(2022, 1, 1), None),
        ("GM0002", date(2021, 1, 1), None),
    ],
    columns=["code", "valid_from", "valid_to"],
)
NAMES = {"GM0001": "Een", "GM0002": "Twee"}


def test_memberships_follow_their_dates() -> None:
    rows = areas.memberships_at(MEMBERS, NAMES, {"GM0001", "GM0002"}, date(2022, 1, 1))
    assert list(rows["code"]) == ["GM0001", "GM0002"] and rows.loc[0, "valid_from"] == date(2022, 1, 1)


@pytest.mark.parametrize(
    ("rows", "codes", "message"),
    [
        (MEMBERS, {"GM0001", "GM0002", "GM0003"}, r"GM0003 \(\?\) has no region"),
        (MEMBERS.assign(valid_to=None), {"GM0001", "GM0002"}, r"GM0001 \(Een\) has more than one region"),
    ],
)
def test_memberships_that_do_not_fit_are_named(rows: pd.DataFrame, codes: set[str], message: str) -> None:
    with pytest.raises(areas.MembershipError, match=message):
        areas.memberships_at(rows, NAMES, codes, date(2022, 6, 1))


def test_division_of_a_date_is_the_one_drawn(country: float) -> None:
    for division in divisions(DS):
        drawn = areas.municipalities(DS, division.valid_from)
        assert set(drawn["code"]) == set(areas.division_areas(DS, division_at(DS, division.valid_from).id)["code"])
        assert drawn.area.sum() == pytest.approx(country, abs=1)
