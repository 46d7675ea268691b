"""Making and checking the boundaries: small coverages by hand."""

from pathlib import Path
from typing import Any

import geopandas as gpd
import numpy as np
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
    assert "coverage valid" in boundary_checks.check_coverage(PAIR)


def test_checks_stop_at_each_fault() -> None:
    with pytest.raises(DeriveError, match="borders of neighbours do not match"):
        boundary_checks.check_coverage(_series(LEFT, shapely.affinity.translate(RIGHT, -50)))
    with pytest.raises(DeriveError, match=r"shapes not valid: \['GM0002'\]"):
        boundary_checks.check_coverage(_series(LEFT, Polygon([(30, 0), (40, 10), (40, 0), (30, 10)])))
