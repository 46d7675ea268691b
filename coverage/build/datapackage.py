"""``datapackage.json``: the package described by the Frictionless standard, generated from the table definitions."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

from coverage.dataset.editions import FOLDER as EDITIONS
from coverage.dataset.tables import TABLES, Field, Table
from coverage.dates import PARTIAL_DATE

FILE = "datapackage.json"
BOUNDARIES = "boundaries"
# The month in which the collection was closed; it names the data, not the day of building, so that a
# rebuild of the same material gives the same bytes.
EDITION = "2026-11"
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
}
_PATTERNS = {"partial_date": PARTIAL_DATE, "municipality": r"GM\d{4}"}
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


def describe(root: Path) -> dict[str, Any]:
    """The description of the package in directory ``root``: every table, and every file of borders."""
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
    return {
        "name": "dekking-uitstapprogrammas",
        "title": "Landelijke dekking van uitstapprogramma's voor sekswerkers",
        "version": EDITION,
        "profile": "data-package",
        "attribution": ATTRIBUTION,
        "description": (
            "Programmes for sex workers in the Netherlands who want to leave the trade: where, for whom, since when, "
            "paid by whom, and by which source; with municipalities, inhabitants, regions and borders."
        ),
        "resources": tables + borders,
        "editions": _EDITIONS,
    }


def datapackage(root: Path) -> bytes:
    """The content of ``datapackage.json`` for the files in ``root``."""
    return (json.dumps(describe(root), ensure_ascii=False, indent=1) + "\n").encode()


def write_datapackage(root: Path) -> None:
    """Write ``datapackage.json`` in a new package."""
    (root / FILE).write_bytes(datapackage(root))
