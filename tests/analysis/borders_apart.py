"""Who borders on whom, and how far two places can be apart: from the files of borders, not by the code that draws.

The TopoJSON of a division stores each stretch of border once; two municipalities are neighbours when they share one.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache
from math import hypot
from pathlib import Path
from typing import Any

from coverage.dataset import current

BOUNDARIES = Path(current().path) / "boundaries"


def _numbers(part: Any) -> Iterator[Any]:
    """All numbers of nested lists."""
    for inner in part:
        yield from _numbers(inner) if isinstance(inner, list) else (inner,)


@cache
def sharing(division: str) -> dict[str, set[str]]:
    """Municipality -> those with which it shares a stretch of border, in a file of borders."""
    content = json.loads((BOUNDARIES / f"{division}.topojson").read_text(encoding="utf-8"))
    beside: dict[int, set[str]] = {}
    (layer,) = content["objects"].values()
    for shape in layer["geometries"]:
        for arc in _numbers(shape["arcs"]):
            beside.setdefault(arc if arc >= 0 else ~arc, set()).add(shape["id"])
    found: dict[str, set[str]] = {shape["id"]: set() for shape in layer["geometries"]}
    for codes in beside.values():
        for code in codes:
            found[code] |= codes - {code}
    return found


def bordering(begin: date, codes: Iterable[str]) -> set[str]:
    """Municipalities beside these, of the division that began on a day."""
    inside = set(codes)
    file = f"{begin:%Y}" if (begin.month, begin.day) == (1, 1) else f"{begin:%Y-%m}"
    return {other for code in inside for other in sharing(file)[code]} - inside


@cache
def _boxes() -> dict[str, tuple[float, float, float, float]]:
    content = json.loads((BOUNDARIES / "pieces.geojson").read_text(encoding="utf-8"))
    found = {}
    for feature in content["features"]:
        flat = list(_numbers(feature["geometry"]["coordinates"]))
        east, north = flat[::2], flat[1::2]
        found[feature["properties"]["code"]] = (min(east), min(north), max(east), max(north))
    return found


def km_range(ones: Iterable[str], others: Iterable[str]) -> tuple[float, float]:
    """Between which kilometres a point in one set of pieces lies from a point in another, by the boxes around them."""
    (w1, s1, e1, n1), (w2, s2, e2, n2) = (_around(pieces) for pieces in (ones, others))
    least = hypot(max(0, w2 - e1, w1 - e2), max(0, s2 - n1, s1 - n2))
    most = hypot(max(e1, e2) - min(w1, w2), max(n1, n2) - min(s1, s2))
    return least / 1000, most / 1000


def _around(pieces: Iterable[str]) -> tuple[float, float, float, float]:
    west, south, east, north = zip(*(_boxes()[p] for p in pieces), strict=True)
    return min(west), min(south), max(east), max(north)
