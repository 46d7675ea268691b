"""The boundary files that a browser fetches once and keeps: their address follows from their content."""

from __future__ import annotations

import gzip
import hashlib
from dataclasses import dataclass
from pathlib import Path

from coverage.dataset import Dataset
from coverage.dataset.memo import per_snapshot
from coverage.geography.lineage import division


@dataclass(frozen=True, slots=True)
class GeometryFile:
    """TopoJSON of one division (object "municipalities", id = code). ``url_name`` changes whenever the content does."""

    url_name: str
    path: Path
    content_hash: str


@per_snapshot(maxsize=32)
def geometry_file(ds: Dataset, division_id: str) -> GeometryFile:
    """The file of a division. KeyError for an unknown division, FileNotFoundError when the package lacks the file."""
    path = ds.path / "boundaries" / f"{division(ds, division_id).id}.topojson"
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    return GeometryFile(f"{division_id}.{digest[:10]}.topojson", path, digest)


@per_snapshot(maxsize=32)
def compressed(ds: Dataset, division_id: str) -> bytes:
    """The content of :func:`geometry_file`, gzipped; the same bytes for the same content."""
    return gzip.compress(geometry_file(ds, division_id).path.read_bytes(), compresslevel=9, mtime=0)
