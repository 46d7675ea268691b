"""A made-up country: the real data package with every area several times, side by side on the map.

Copies get codes and names of their own, and the same inhabitants, regions and claims as the area that they copy. So
there are as many regions as before, each with more municipalities, and the package passes its own check. Only the
region of a copy is never uncertain: the ways to place the uncertain ones are counted exactly, and their number is a
power of how many there are, whatever the size of the country.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import count
from math import ceil, sqrt
from pathlib import Path
from typing import Any

import pandas as pd

from coverage.dataset.frames import FALSE
from coverage.dataset.read import read_table
from coverage.dataset.tables import TABLES
from coverage.derive.datapackage import write_datapackage
from coverage.derive.write import write_csv

# Columns with a municipality, in the tables that have rows for each area. The other tables tell of regions,
# programmes and sources, and stay as they are.
AREAS: dict[str, tuple[str, ...]] = {
    "municipalities": ("code",),
    "municipality_variants": ("code",),
    "reorganisations": ("old_code", "new_code"),
    "population": ("code",),
    "population_pieces": ("piece",),
    "memberships": ("code",),
    "rule_areas": ("code",),
    "areas": (),
    "area_members": ("piece",),
    "claims": ("code",),
}
OWN: dict[str, tuple[str, ...]] = {  # different in each copy; empty stays empty
    "municipalities": ("name",),
    "municipality_variants": ("variant",),
    "areas": ("area_id",),
    "area_members": ("area_id",),
    "claims": ("claim_id", "area_id"),
}
TOTALS = ("municipalities", "total", "official_total")  # columns of population_years
METRES = (300_000, 350_000)  # between two copies: more than the country measures
STEPS = (20_000, 22_000)  # the same on the grid of the files for the browser


def make(source: Path, out: Path, times: int) -> None:
    """Write to the directory ``out`` the package in ``source`` with ``times`` as many areas.

    ValueError when there are too few codes of four digits for that.
    """
    (out / "boundaries").mkdir(parents=True)
    tables = {name: _table(source, name) for name in TABLES}
    codes = dict.fromkeys(tables["municipalities"]["code"])
    free = (code for n in count(1) if (code := f"GM{n:04d}") not in codes)
    copies = [{code: code if i == 0 else next(free) for code in codes} for i in range(times)]
    if any(len(code) > len("GM0000") for copy in copies for code in copy.values()):
        raise ValueError(f"{times} times {len(codes)} codes do not fit in four digits; make a smaller country")
    for column in TOTALS:
        totals = tables["population_years"]
        totals[column] = [str(int(v) * times) if v else "" for v in totals[column]]
    for name, frame in tables.items():
        parts = [_copied(name, frame, copy, i) for i, copy in enumerate(copies)] if name in AREAS else [frame]
        write_csv(pd.concat(parts, ignore_index=True), out / f"{name}.csv")
    for path in sorted((source / "boundaries").glob("*.*json")):
        content = json.loads(path.read_text(encoding="utf-8"))
        multiply = _pieces if path.suffix == ".geojson" else _topology
        multiply(content, copies)
        (out / "boundaries" / path.name).write_text(json.dumps(content, separators=(",", ":")), encoding="utf-8")
    write_datapackage(out, like=source)


def _table(source: Path, name: str) -> pd.DataFrame:
    frame, problems = read_table(source, TABLES[name])
    if frame is None:
        raise ValueError("; ".join(map(str, problems)))
    return frame


def _copied(name: str, frame: pd.DataFrame, copy: dict[str, str], number: int) -> pd.DataFrame:
    """The rows of a table for one copy of the country."""
    fresh = frame.assign(**{column: frame[column].map(lambda code: copy.get(code, code)) for column in AREAS[name]})
    for column in OWN.get(name, ()) if number else ():
        fresh[column] = [f"{value} {number + 1}" if value else "" for value in fresh[column]]
    if number and name == "memberships":
        fresh["duup_uncertain"] = FALSE
    return fresh


def _places(times: int, step: tuple[int, int]) -> Iterator[tuple[int, int]]:
    """How far each copy is moved: the country first, then to the east and north of it in a square."""
    side = ceil(sqrt(times))
    return ((i % side * step[0], i // side * step[1]) for i in range(times))


def _pieces(content: dict[str, Any], copies: list[dict[str, str]]) -> None:
    def moved(coordinates: Any, x: int, y: int) -> Any:
        if isinstance(coordinates[0], list):
            return [moved(part, x, y) for part in coordinates]
        return [coordinates[0] + x, coordinates[1] + y]

    content["features"] = [
        {
            "type": "Feature",
            "properties": {"code": copy[feature["properties"]["code"]]},
            "geometry": feature["geometry"] | {"coordinates": moved(feature["geometry"]["coordinates"], x, y)},
        }
        for copy, (x, y) in zip(copies, _places(len(copies), METRES), strict=True)
        for feature in content["features"]
    ]


def _topology(content: dict[str, Any], copies: list[dict[str, str]]) -> None:
    arcs, areas = content["arcs"], content["objects"]["municipalities"]["geometries"]

    def renumbered(references: Any, by: int) -> Any:
        if isinstance(references, list):
            return [renumbered(part, by) for part in references]
        return references + by if references >= 0 else references - by  # ~i is arc i walked backwards

    places = list(_places(len(copies), STEPS))
    content["arcs"] = [[[first[0] + x, first[1] + y], *rest] for x, y in places for first, *rest in arcs]
    content["objects"]["municipalities"]["geometries"] = [
        area | {"id": copy[area["id"]], "arcs": renumbered(area["arcs"], i * len(arcs))}
        for i, copy in enumerate(copies)
        for area in areas
    ]
