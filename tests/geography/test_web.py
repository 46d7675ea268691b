"""The boundary files for the browser: shared borders, faithful shapes, small, named by content."""

import gzip
import hashlib
import json
from collections import Counter
from typing import Any

import numpy as np
import pytest
import shapely

from coverage.dataset import current
from coverage.derive.topology import decode
from coverage.geography import areas
from coverage.geography.lineage import divisions
from coverage.geography.web import compressed, geometry_file

DS = current()
IDS = [d.id for d in divisions(DS)]


def _topology(division_id: str) -> dict[str, Any]:
    return json.loads(geometry_file(DS, division_id).content)


def _users(topology: dict[str, Any]) -> dict[int, list[str]]:
    """Arc -> the municipalities at its sides."""
    users: dict[int, list[str]] = {i: [] for i in range(len(topology["arcs"]))}
    for geometry in topology["objects"]["municipalities"]["geometries"]:
        parts = [geometry["arcs"]] if geometry["type"] == "Polygon" else geometry["arcs"]
        for ref in (ref for rings in parts for ring in rings for ref in ring):
            users[ref if ref >= 0 else ~ref].append(geometry["id"])
    return users


@pytest.mark.parametrize("division_id", IDS)
def test_size_and_name(division_id: str) -> None:
    file = geometry_file(DS, division_id)
    assert len(compressed(DS, division_id)) <= 50_000
    assert gzip.decompress(compressed(DS, division_id)) == file.content
    assert file.url_name == f"{division_id}.{hashlib.sha256(file.content).hexdigest()[:10]}.topojson"


def test_unknown_division_is_refused() -> None:
    with pytest.raises(KeyError, match="2023"):
        geometry_file(DS, "../2023")


@pytest.mark.parametrize("division_id", IDS)
def test_codes_and_names_in_order(division_id: str) -> None:
    shapes = areas.division_areas(DS, division_id)
    geometries = _topology(division_id)["objects"]["municipalities"]["geometries"]
    assert [g["id"] for g in geometries] == list(shapes["code"])
    assert [g["properties"] for g in geometries] == [{"name": name} for name in shapes["name"]]


@pytest.mark.parametrize("division_id", IDS)
def test_neighbours_share_arcs(division_id: str) -> None:
    """An arc has one or two sides; the pairs of sides are exactly the neighbours of the coverage."""
    users = _users(_topology(division_id))
    counts = Counter(len(sides) for sides in users.values())
    assert set(counts) == {1, 2} and counts[2] > 2 * counts[1]
    pairs = {frozenset(sides) for sides in users.values() if len(sides) == 2}
    assert all(len(pair) == 2 for pair in pairs)
    assert pairs == {frozenset((a, b)) for a, others in areas.neighbours(DS, division_id).items() for b in others}


@pytest.mark.parametrize("division_id", IDS)
def test_decoding_gives_the_coverage_back_within_the_grid(division_id: str) -> None:
    read = decode(_topology(division_id))
    drawn = areas.division_areas(DS, division_id).set_index("code").to_crs("EPSG:4326").geometry
    shapes, expected = np.array([read[code] for code in drawn.index]), np.asarray(drawn)
    assert shapely.is_valid(shapes).all() and shapely.coverage_is_valid(shapes)
    step = max(_topology(division_id)["transform"]["scale"])
    assert shapely.hausdorff_distance(shapes, expected).max() < step
    assert np.abs(shapely.area(shapes) / shapely.area(expected) - 1).max() < 0.005


def test_arcs_with_two_regions_at_their_sides_are_the_borders_of_regions() -> None:
    """What the browser does to outline DUUP regions equals the union of their municipalities."""
    division = divisions(DS)[-1]
    topology = _topology(division.id)
    region = areas.membership_on(DS, division.valid_from).set_index("code")["duup_number"]
    between = [i for i, sides in _users(topology).items() if len(sides) == 1 or region[sides[0]] != region[sides[1]]]
    scale, translate = topology["transform"]["scale"], topology["transform"]["translate"]
    outline = [shapely.LineString(np.cumsum(topology["arcs"][i], axis=0) * scale + translate) for i in between]
    read = decode(topology)
    regions = [
        shapely.coverage_union_all([read[code] for code in region.index[region == number]])
        for number in sorted(set(region))
    ]
    borders = shapely.union_all([shapely.boundary(r) for r in regions])
    assert sum(line.length for line in outline) == pytest.approx(borders.length)
