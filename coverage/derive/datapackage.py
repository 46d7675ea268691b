"""``datapackage.json``: the package described by the Frictionless standard, generated from the table definitions."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

from coverage.dataset.editions import FOLDER as EDITIONS
from coverage.dataset.schemas import MUNICIPALITY, PIECE
from coverage.dataset.tables import TABLES, Field, Table
from coverage.dates import PARTIAL_DATE
from coverage.derive.errors import DeriveError

FILE = "datapackage.json"
BOUNDARIES = "boundaries"
ATTRIBUTION = "CBS / Kadaster (PDOK), CC BY 4.0"
_CC_BY = {
    "name": "CC-BY-4.0",
    "title": "Creative Commons Attribution 4.0",
    "path": "https://creativecommons.org/licenses/by/4.0/",
}
_FROM_CBS = {"municipalities", "reorganisations", "population", "population_years", "population_pieces"}
_FACTS = "Facts from public sources, in the words of this collection; sources.csv has the source and terms of each row."
# Not resources with a hash of their own here: each carries its checksum, and a new one must not rewrite this file.
_EDITIONS = {
    "path": f"{EDITIONS}/*.json",
    "format": "json",
    "mediatype": "application/json",
    "description": (
        "What the product said on the day of a knowledge meeting: status, programmes and target groups of each "
        "municipality on several dates, and amounts of each region. Written once. Member sha256 is the SHA-256 of the "
        "rest as JSON with sorted keys and without white space between tokens, UTF-8."
    ),
}
_TYPES = {
    "text": "string",
    "integer": "integer",
    "number": "number",
    "boolean": "boolean",
    "date": "date",
    "partial_date": "string",
    "municipality": "string",
    "piece": "string",
}
_PATTERNS = {"partial_date": PARTIAL_DATE, "municipality": MUNICIPALITY, "piece": PIECE}
_MEDIA = {".geojson": "application/geo+json", ".topojson": "application/json", ".json": "application/json"}


def _file(root: Path, path: Path) -> dict[str, Any]:
    content = path.read_bytes()
    return {
        "path": path.relative_to(root).as_posix(),
        "bytes": len(content),
        "hash": f"sha256:{hashlib.sha256(content).hexdigest()}",
        "encoding": "utf-8",
    }


def _field(field: Field) -> dict[str, Any]:
    constraints: dict[str, Any] = {"required": True} if field.required else {}
    if field.values:
        constraints["enum"] = [str(code) for code in field.values]
    if field.kind in _PATTERNS:
        constraints["pattern"] = _PATTERNS[field.kind]
    described: dict[str, Any] = {"name": field.name, "type": _TYPES[field.kind], "description": field.description}
    return described | ({"constraints": constraints} if constraints else {})


def _schema(table: Table) -> dict[str, Any]:
    schema: dict[str, Any] = {"fields": [_field(f) for f in table.fields], "missingValues": [""]}
    if table.key:
        schema["primaryKey"] = list(table.key)
    keys = []
    for field in table.fields:
        if field.refers:
            resource, _, target = field.refers.partition(".")
            keys.append({"fields": field.name, "reference": {"resource": resource, "fields": target}})
    return schema | ({"foreignKeys": keys} if keys else {})


def _terms(from_cbs: bool) -> dict[str, Any]:
    return {"licenses": [_CC_BY], "attribution": ATTRIBUTION} if from_cbs else {"attribution": _FACTS}


def describe(root: Path, like: Path | None = None) -> dict[str, Any]:
    """The description of the package in directory ``root``: every table, and every file of borders.

    What people write in it (title, version and so on) is taken from the description that is there, or in ``like``.
    DeriveError when there is none.
    """
    tables = [
        {
            "name": table.name,
            "profile": "tabular-data-resource",
            "description": table.description,
            "format": "csv",
            "mediatype": "text/csv",
            **_file(root, root / f"{table.name}.csv"),
            **_terms(table.name in _FROM_CBS),
            "schema": _schema(table),
        }
        for table in TABLES.values()
    ]
    borders = [
        {
            "name": path.stem.lower().replace("_", "-"),
            "description": "Borders of municipalities, generalised",
            "format": path.suffix[1:],
            "mediatype": _MEDIA[path.suffix],
            **_file(root, path),
            **_terms(from_cbs=True),
        }
        for path in sorted((root / BOUNDARIES).glob("*"))
        if path.suffix in _MEDIA
    ]
    return {**_head(like or root), "resources": tables + borders, "editions": _EDITIONS}


def _head(root: Path) -> dict[str, Any]:
    """What people write in the description themselves: name, title, version (the edition) and the like."""
    try:
        content = json.loads((root / FILE).read_text(encoding="utf-8"))
        head = {key: value for key, value in content.items() if key not in ("resources", "editions")}
        head["version"]
    except (OSError, ValueError, AttributeError, KeyError) as error:
        raise DeriveError(
            f"{FILE} ontbreekt, is geen JSON of mist 'version' (de editie); zet het bestand terug: {error}"
        ) from None
    return head


def name_edition(root: Path, name: str) -> None:
    """Give the package in ``root``, which nobody reads yet, the name of an edition; the rest stays as it is."""
    content = json.loads((root / FILE).read_text(encoding="utf-8"))
    (root / FILE).write_bytes(_packed({**content, "version": name}))


def datapackage(root: Path, like: Path | None = None) -> bytes:
    """The content of ``datapackage.json`` for the files in ``root``; see :func:`describe`."""
    return _packed(describe(root, like))


def _packed(description: dict[str, Any]) -> bytes:
    return (json.dumps(description, ensure_ascii=False, indent=1) + "\n").encode()


def write_datapackage(root: Path, like: Path | None = None) -> None:
    """Write ``datapackage.json`` in a package that nobody reads yet; see :func:`describe`."""
    (root / FILE).write_bytes(datapackage(root, like))
