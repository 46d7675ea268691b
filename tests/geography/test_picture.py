"""The first picture: every municipality, borders that fit, small enough to stand in a page."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from coverage.dataset import current
from coverage.geography.areas import division_areas
from coverage.geography.lineage import divisions
from coverage.geography.picture import HEIGHT, _centre, _path, picture

STEP = re.compile(r"-?\d+")


def rings(path: str) -> list[list[tuple[int, int]]]:
    """The corners of a path again, by the slow and obvious way."""
    found = []
    for part in path.split("M")[1:]:
        start, steps = part.removesuffix("z").split("l")
        (x, y), numbers = map(int, start.split()), [int(n) for n in STEP.findall(steps)]
        points = [(x, y)]
        for dx, dy in zip(numbers[::2], numbers[1::2], strict=True):
            points.append((points[-1][0] + dx, points[-1][1] + dy))
        found.append(points)
    return found


@pytest.mark.parametrize("division", [d.id for d in divisions(current())])
def test_every_municipality_lies_within_the_picture(division: str) -> None:
    found = picture(current(), division)
    assert found.areas.keys() == set(division_areas(current(), division)["code"])
    corners = [corner for path in found.areas.values() for ring in rings(path) for corner in ring]
    assert min(x for x, _ in corners) == min(y for _, y in corners) == 0
    assert max(y for _, y in corners) == HEIGHT
    assert found.width - 1 <= max(x for x, _ in corners) <= found.width
    assert sum(map(len, found.areas.values())) < 90_000


def test_shares_of_the_surface_are_those_of_the_map() -> None:
    found = picture(current(), "2023")
    exact = division_areas(current(), "2023").to_crs(3857).set_index("code").geometry.area
    sizes = {
        code: sum(shapely.Polygon(ring).area for ring in rings(path) if len(ring) > 3)
        for code, path in found.areas.items()
    }
    for code in ("GM0301", "GM0363", "GM1980"):
        assert sizes[code] / sum(sizes.values()) == pytest.approx(exact[code] / exact.sum(), rel=0.1)


def test_a_border_stands_between_the_areas_at_its_sides() -> None:
    found = picture(current(), "2023")
    assert {code for _line, sides in found.borders for code in sides} == found.areas.keys()
    assert all(1 <= len(sides) <= 2 for _line, sides in found.borders)


@given(st.lists(st.tuples(st.integers(-50, 50), st.integers(-50, 50)), min_size=1))
def test_a_path_passes_all_corners_and_repeats_none(points: list[tuple[int, int]]) -> None:
    kept = [points[0], *(b for a, b in pairwise(points) if a != b)]
    assert rings(_path(points)) == ([kept] if len(kept) > 1 else [])


def test_a_ring_without_size_has_a_centre() -> None:
    assert _centre([(3, 4), (3, 4)]) == (3, 4)
    assert _centre([(0, 0), (4, 0), (4, 2), (0, 2)]) == (2, 1)
