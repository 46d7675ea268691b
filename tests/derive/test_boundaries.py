"""Making and checking the boundaries: small coverages by hand."""

from pathlib import Path
from typing import Any

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
import shapely
from numpy.typing import NDArray
from shapely import MultiPolygon, Polygon, box
from shapely.geometry.base import BaseGeometry

from coverage.derive import boundaries, boundary_checks, topology
from coverage.derive.errors import DeriveError


def _series(*shapes: BaseGeometry) -> gpd.GeoSeries:
    return gpd.GeoSeries(list(shapes), index=[f"GM{i:04}" for i in range(1, len(shapes) + 1)], crs="EPSG:28992")


# Two neighbours around a lake; the left one has an island of its own.
SOUTH, NORTH = [(10_000, 0), (10_000, 4_000)], [(10_000, 6_000), (10_000, 10_000)]
MAINLAND = Polygon([(0, 0), *SOUTH, (9_000, 4_000), (9_000, 6_000), *NORTH, (0, 10_000)])
LEFT = MultiPolygon([MAINLAND, box(-5_000, 0, -3_000, 2_000)])
RIGHT = Polygon([(20_000, 0), *SOUTH, (11_000, 4_000), (11_000, 6_000), *NORTH, (20_000, 10_000)])
PAIR = _series(LEFT, RIGHT)


def _identity(points: NDArray[np.float64]) -> NDArray[np.float64]:
    return points


def test_topology_comes_back_as_it_went_in() -> None:
    made = topology.encode(list(PAIR), list(PAIR.index), ["Links", "Rechts"], _identity, (1.0, 1.0))
    assert all(topology.decode(made)[code].equals(area) for code, area in PAIR.items())
    assert [g["type"] for g in made["objects"]["municipalities"]["geometries"]] == ["MultiPolygon", "Polygon"]


def test_neighbours_share_arcs_even_around_a_lake_or_an_enclave() -> None:
    made = topology.encode(list(PAIR), list(PAIR.index), ["Links", "Rechts"], _identity, (1.0, 1.0))
    left, right = made["objects"]["municipalities"]["geometries"]
    assert len(_arcs(left["arcs"]) & _arcs(right["arcs"])) == 2  # above and below the lake
    enclave = box(2_000, 2_000, 3_000, 3_000)
    around = [box(0, 0, 9_000, 9_000).difference(enclave), enclave]
    made = topology.encode(around, ["a", "b"], ["a", "b"], _identity, (1.0, 1.0))
    assert len(made["arcs"]) == 2
    assert all(topology.decode(made)[code].equals(area) for code, area in zip("ab", around, strict=True))


def _arcs(nested: Any) -> set[int]:
    if isinstance(nested, int):
        return {nested if nested >= 0 else ~nested}
    return set().union(*(_arcs(part) for part in nested))


def test_an_area_smaller_than_the_grid_keeps_a_closed_ring() -> None:
    made = topology.encode([box(0, 0, 10, 10)], ["GM0001"], ["Klein"], _identity, (100.0, 100.0))
    assert shapely.get_num_coordinates(topology.decode(made)["GM0001"]) >= 4


def test_noise_and_specks_go_and_real_holes_stay() -> None:
    dented = Polygon([(10_000, 0), (9_999.9, 2_000), *MAINLAND.exterior.coords[2:-1], (0, 0)])
    noisy = MultiPolygon([dented, LEFT.geoms[1]])
    assert not shapely.coverage_is_valid([noisy, RIGHT], gap_width=1)
    speck = box(30_000, 0, 30_020, 20)
    cleaned = boundaries.cleaned_boundaries(_series(noisy, MultiPolygon([RIGHT, speck])))
    assert shapely.coverage_is_valid(np.asarray(cleaned))
    whole = shapely.coverage_union_all(np.asarray(cleaned))
    assert sorted(len(part.interiors) for part in shapely.get_parts(whole)) == [0, 1]  # island, country with its lake
    assert cleaned.area.sum() == pytest.approx(PAIR.area.sum(), rel=1e-4)
    assert cleaned["GM0002"].bounds[2] == 20_000


def test_generalising_keeps_whole_metres_and_matching_borders() -> None:
    wavy = np.column_stack([10_000 + 50 * np.sin(np.arange(0, 10_001, 100) / 300), np.arange(0, 10_001, 100)])
    pair = _series(Polygon([(0, 10_000), (0, 0), *wavy]), Polygon([*wavy, (20_000, 10_000), (20_000, 0)]))
    simple = boundaries.generalise(pair)
    shapes = np.asarray(simple)
    assert shapely.coverage_is_valid(shapes)
    assert shapely.get_num_coordinates(shapes).sum() < shapely.get_num_coordinates(np.asarray(pair)).sum() / 3
    assert (shapely.get_coordinates(shapes) % 1 == 0).all()


def test_pieces_file_is_read_back_the_same(tmp_path: Path) -> None:
    path = tmp_path / "pieces.geojson"
    path.write_bytes(boundaries.pieces_geojson(PAIR))
    read = gpd.read_file(path)
    assert read.crs.to_epsg() == 28992 and list(read["code"]) == list(PAIR.index)
    assert read.geometry.geom_equals(gpd.GeoSeries(list(PAIR), crs=read.crs)).all()


def test_projection_of_known_points() -> None:
    """The Onze Lieve Vrouwetoren in Amersfoort is the origin of RD, at 155000, 463000."""
    lon, lat = boundaries.wgs84(np.array([[155_000.0, 463_000.0]]))[0]
    assert (lon, lat) == (pytest.approx(5.387206, abs=1e-5), pytest.approx(52.155172, abs=1e-5))


def test_checks_pass_a_good_coverage() -> None:
    assert "0.00%" in boundary_checks.area_errors("2021", PAIR, PAIR)
    assert "coverage valid" in boundary_checks.check_coverage(PAIR)
    assert "1 holes in the country, 1 in the source" in boundary_checks.check_no_new_gaps(PAIR, PAIR)
    assert "no slivers" in boundary_checks.check_no_slivers("pair", PAIR, pd.Series("NL", index=PAIR.index))


def test_checks_stop_at_each_fault() -> None:
    with pytest.raises(DeriveError, match=r"above 2%: GM0002 3\.00%"):
        boundary_checks.area_errors("2021", PAIR, _series(LEFT, shapely.affinity.scale(RIGHT, 1 / 1.03)))
    with pytest.raises(DeriveError, match=r"differ in municipalities: .*GM0002"):
        boundary_checks.area_errors("2021", PAIR, _series(LEFT))
    with pytest.raises(DeriveError, match="borders of neighbours do not match"):
        boundary_checks.check_coverage(_series(LEFT, shapely.affinity.translate(RIGHT, -50)))
    with pytest.raises(DeriveError, match=r"shapes not valid: \['GM0002'\]"):
        boundary_checks.check_coverage(_series(LEFT, Polygon([(30, 0), (40, 10), (40, 0), (30, 10)])))
    solid = _series(box(0, 0, 10_000, 10_000), box(10_000, 0, 20_000, 10_000))
    with pytest.raises(DeriveError, match=r"gaps that the source does not have, at .*POINT"):
        boundary_checks.check_no_new_gaps(PAIR, solid)


def test_sliver_along_a_dissolved_border_is_found() -> None:
    """A hole of 0.05 km2 may be a piece of another region, but not made up of several bits."""
    edge = [(10_000, 0), (10_000, 7_000), (10_000, 7_500), (10_000, 8_000), (10_000, 10_000)]
    left = Polygon([(0, 0), *edge, (0, 10_000)])
    right = Polygon([(20_000, 0), *edge[:2], (10_100, 7_500), *edge[3:], (20_000, 10_000)])
    upper = Polygon([(10_000, 8_000), (10_100, 7_500), (10_000, 7_500)])
    lower = Polygon([(10_000, 7_500), (10_100, 7_500), (10_000, 7_000)])
    enclave = _series(left, right, shapely.coverage_union(upper, lower))
    group = pd.Series(["a", "a", "b"], index=enclave.index)
    assert "no slivers" in boundary_checks.check_no_slivers("region", enclave, group)
    bits = _series(left, right, upper, lower)
    with pytest.raises(DeriveError, match=r"region: 1 slivers .* of \[50000\] m2"):
        boundary_checks.check_no_slivers("region", bits, pd.Series(["a", "a", "b", "b"], index=bits.index))
