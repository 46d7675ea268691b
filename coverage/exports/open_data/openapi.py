"""A short OpenAPI description of the files at fixed addresses, for who makes a client of them."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

from coverage.dataset import Dataset
from coverage.exports.open_data.catalogue import LATEST, OpenFile, open_files
from coverage.exports.open_data.status_files import status_schema
from coverage.exports.standards.citation import data_summary, data_title
from coverage.i18n import _

OPENAPI = "openapi.json"


def openapi_json(ds: Dataset, on: date) -> bytes:
    """OpenAPI 3.1; paths are relative to the file itself, so they hold under any base path."""
    return (json.dumps(openapi(ds, on), ensure_ascii=False, indent=1) + "\n").encode()


def openapi(ds: Dataset, on: date) -> dict[str, Any]:
    """One path for each file, below the folder of an edition."""
    status = {"$ref": "#/components/schemas/Status"}
    return {
        "openapi": "3.1.0",
        "info": {"title": data_title(), "version": ds.edition, "description": data_summary()},
        "servers": [{"url": "."}],
        "paths": {f"/{{edition}}/{file.path}": _path(file) for file in open_files(ds, on)},
        "components": {
            "parameters": {
                "edition": {
                    "name": "edition", "in": "path", "required": True,
                    "description": _("De nieuwste gegevens, of een editie bij naam."),
                    "schema": {"enum": [LATEST, ds.edition]},
                }
            },
            "schemas": {"Status": {k: v for k, v in status_schema().items() if k != "$schema"}},
            "responses": {
                "NotModified": {"description": _("Niet veranderd sinds de ETag die je meestuurt in If-None-Match.")},
                "NotFound": {"description": _("Dit bestand of deze editie staat hier niet.")},
                "Status": {"description": data_summary(), "content": {"application/json": {"schema": status}}},
            },
        },
    }  # fmt: skip


def _path(file: OpenFile) -> dict[str, Any]:
    told = {"description": file.holds(), "content": {file.media_type: {}}}
    is_status = file.path.startswith("status/") and file.path.endswith(".json")
    return {
        "parameters": [{"$ref": "#/components/parameters/edition"}],
        "get": {
            "summary": file.holds(),
            "responses": {
                "200": {"$ref": "#/components/responses/Status"} if is_status else told,
                "304": {"$ref": "#/components/responses/NotModified"},
                "404": {"$ref": "#/components/responses/NotFound"},
            },
        },
    }
