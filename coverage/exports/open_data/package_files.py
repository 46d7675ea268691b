"""The files of the data package as a snapshot holds them, with their description: what check proved, byte for byte.

Made from the snapshot and not read from the disk, so that nobody takes along what an editor is still working on, and
so that what the inventory accepted is in the files as it is on the pages.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from typing import Any

import pandas as pd

from coverage.dataset import Dataset
from coverage.dataset.editions import edition_files
from coverage.dataset.frames import string_frame
from coverage.dataset.memo import per_snapshot
from coverage.dataset.tables import TABLES
from coverage.derive.write import table_bytes

DESCRIPTION = "datapackage.json"


@per_snapshot(maxsize=1)
def package_paths(ds: Dataset) -> tuple[str, ...]:
    """The files by path, the description first; without making them."""
    described = {resource["path"] for resource in _description(ds)["resources"]}
    editions = {p.relative_to(ds.path).as_posix() for p in edition_files(ds.path)}
    return (DESCRIPTION, *sorted(described | editions))


@per_snapshot(maxsize=1)
def package_files(ds: Dataset) -> Mapping[str, bytes]:
    """Path -> content, in the order of :func:`package_paths`."""
    description = _description(ds)
    found = {f"{name}.csv": open_table(ds, name) for name in TABLES}
    for resource in description["resources"]:
        path = resource["path"]
        content = found.get(path)
        if content is None:
            content = found[path] = ds.boundary(path.removeprefix("boundaries/"))
        resource |= {"bytes": len(content), "hash": f"sha256:{hashlib.sha256(content).hexdigest()}"}
    found |= {p.relative_to(ds.path).as_posix(): p.read_bytes() for p in edition_files(ds.path)}
    text = json.dumps(description, ensure_ascii=False, indent=1) + "\n"
    return {DESCRIPTION: text.encode()} | {path: found[path] for path in package_paths(ds) if path != DESCRIPTION}


def _description(ds: Dataset) -> dict[str, Any]:
    content: dict[str, Any] = json.loads((ds.path / DESCRIPTION).read_text(encoding="utf-8"))
    return content


def open_table(ds: Dataset, name: str) -> bytes:
    """One table as CSV: UTF-8, comma, point, dates as in ISO 8601; empty is not known."""
    frame = ds.table(name).astype(object)
    records = frame.where(~frame.map(_nothing), None).to_dict("records")
    return table_bytes(string_frame(TABLES[name], [{str(k): v for k, v in r.items()} for r in records]))


def _nothing(value: object) -> bool:
    return value is None or value is pd.NA or (isinstance(value, float) and value != value)  # noqa: PLR0124 NaN alone
