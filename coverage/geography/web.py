"""The boundary files that a browser fetches once and keeps: their address follows from their content."""

from __future__ import annotations

import gzip
import hashlib
import json
from dataclasses import dataclass

from coverage.dataset import Geography
from coverage.dataset.memo import per_geography
from coverage.geography.lineage import division


@dataclass(frozen=True, slots=True)
class GeometryFile:
    """TopoJSON of one division (object "municipalities", id = code). ``url_name`` changes whenever the content does."""

    url_name: str
    content: bytes


@per_geography(maxsize=32)
def geometry_file(ds: Geography, division_id: str) -> GeometryFile:
    """The file of a division. KeyError for an unknown division, FileNotFoundError when the package lacks the file."""
    content = ds.boundary(f"{division(ds, division_id).id}.topojson")
    digest = hashlib.sha256(content).hexdigest()[:10]
    return GeometryFile(f"{division_id}.{digest}.topojson", content)


@per_geography(maxsize=32)
def compressed(ds: Geography, division_id: str) -> bytes:
    """The content of :func:`geometry_file`, gzipped; the same bytes for the same content."""
    return gzip.compress(geometry_file(ds, division_id).content, compresslevel=9, mtime=0)


@per_geography(maxsize=32)
def geometry_codes(ds: Geography, division_id: str) -> tuple[str, ...]:
    """The municipality codes in :func:`geometry_file`, sorted: the order in which a browser is told of them."""
    topology = json.loads(geometry_file(ds, division_id).content)
    return tuple(sorted(geometry["id"] for geometry in topology["objects"]["municipalities"]["geometries"]))
