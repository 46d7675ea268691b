"""The files of the package from the outside: what tells, without reading them, that something changed."""

from __future__ import annotations

import os
from pathlib import Path

from coverage.dataset.editions import FOLDER as EDITIONS

DESCRIPTION = "datapackage.json"
BOUNDARIES = "boundaries"
BOUNDARY_SUFFIXES = (".geojson", ".topojson")
_WHAT = {"": (".csv", ".json"), BOUNDARIES: BOUNDARY_SUFFIXES, EDITIONS: (".json",)}  # folder -> suffixes

Outside = tuple[int, int, int, int]


def outsides(root: Path) -> dict[str, Outside]:
    """Size, times and number of each file of the package, by its name in the package; of 40 files in 0.2 ms.

    A file that cannot be seen is left out, and so is one whose name begins with a dot: it is on its way in.
    """
    found: dict[str, Outside] = {}
    for folder, suffixes in _WHAT.items():
        try:
            with os.scandir(root / folder) as entries:
                listed = [e for e in entries if e.name.endswith(suffixes) and not e.name.startswith(".")]
        except OSError:
            continue
        for entry in listed:
            try:
                seen = entry.stat()
            except OSError:
                continue
            name = f"{folder}/{entry.name}" if folder else entry.name
            found[name] = seen.st_size, seen.st_mtime_ns, seen.st_ctime_ns, seen.st_ino
    return found
