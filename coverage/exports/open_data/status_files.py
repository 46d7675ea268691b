"""The status of every municipality on a date for programs: codes as in the package, and a JSON schema of the file.

The CSV is read by any program as it is: UTF-8 without byte order mark, comma, point, dates as in ISO 8601. The one for
a Dutch spreadsheet is another (:func:`coverage.exports.tabular.csv_bytes`).
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date
from typing import Any

import pandas as pd

from coverage.analysis.status import MunicipalityStatus, StatusReport
from coverage.dataset import Dataset
from coverage.exports.safe import neutral_frame
from coverage.vocabulary import ATTRIBUTION, Status

SEPARATOR = ";"  # between identifiers in one cell of the CSV, as in the package
_COLUMNS: dict[str, dict[str, Any]] = {
    "code": {"type": "string", "pattern": r"^GM\d{4}$", "description": "CBS code of the municipality"},
    "name": {"type": "string", "minLength": 1, "description": "Name"},
    "status": {"enum": [s.value for s in Status], "description": "Status; see statuses"},
    "last_confirmed": {
        "type": ["string", "null"], "pattern": r"^\d{4}(-\d{2}(-\d{2})?)?$",
        "description": "Date of the newest evidence that stands, as precise as its source; null for other statuses",
    },
    "via_area": {"type": ["string", "null"], "description": "area_id through which it is covered; null otherwise"},
    "partial": {"type": "boolean", "description": "Whether only a part of the municipality is covered"},
    "inhabitants": {"type": "integer", "minimum": 0, "description": "Inhabitants in the population year"},
    "duup_region": {"type": "string", "description": "DUUP region"},
    "duvo_region": {"type": "string", "description": "DUVO region"},
    "duup_uncertain": {"type": "boolean", "description": "Whether the DUUP region is uncertain"},
    "programmes": {"type": "array", "items": {"type": "string"}, "description": "programme_id of what decided it"},
    "sources": {"type": "array", "items": {"type": "string"}, "description": "source_id of what decided it"},
}  # fmt: skip


def status_records(report: StatusReport) -> list[dict[str, Any]]:
    """A record for each municipality, by code, with the fields of :func:`status_schema`."""
    return [_record(row) for row in sorted(report.rows, key=lambda r: r.code)]


def _record(row: MunicipalityStatus) -> dict[str, Any]:
    return {
        "code": row.code, "name": row.name, "status": row.status.value, "last_confirmed": row.last_confirmed or None,
        "via_area": row.via_area or None, "partial": row.partial, "inhabitants": row.inhabitants,
        "duup_region": row.duup_region, "duvo_region": row.duvo_region, "duup_uncertain": row.uncertain,
        "programmes": _sorted(c.claim.programme_id for c in row.decisive),
        "sources": _sorted(c.claim.source_id for c in row.decisive),
    }  # fmt: skip


def _sorted(identifiers: Iterable[str]) -> list[str]:
    return sorted({i for i in identifiers if i})


def status_frame_for_programs(report: StatusReport) -> pd.DataFrame:
    """The records as rows; lists joined by ``;``, truth as ``true`` and ``false``, nothing as the empty cell."""
    return pd.DataFrame([{k: _cell(v) for k, v in record.items()} for record in status_records(report)])


def _cell(value: Any) -> Any:
    if isinstance(value, bool):
        return str(value).lower()
    return SEPARATOR.join(value) if isinstance(value, list) else "" if value is None else value


def status_csv(report: StatusReport) -> bytes:
    """UTF-8, comma, LF; the date and the claim age limit stand in every row."""
    frame = status_frame_for_programs(report).assign(date=report.on.isoformat(), max_age_years=report.max_age)
    text: str = neutral_frame(frame).to_csv(index=False, lineterminator="\n")
    return text.encode()


def status_json(ds: Dataset, report: StatusReport) -> bytes:
    """What :func:`status_schema` describes."""
    content = {
        "edition": ds.edition, "date": report.on.isoformat(), "max_age_years": report.max_age,
        "division": report.division.id, "population_year": report.population.year, "attribution": ATTRIBUTION,
        "statuses": {s.value: {"nl": s.label("nl"), "en": s.label("en")} for s in Status},
        "municipalities": status_records(report),
    }  # fmt: skip
    return (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode()


def status_schema() -> dict[str, Any]:
    """JSON Schema (2020-12) of :func:`status_json`."""
    words = {"type": "string", "minLength": 1}
    row = {"type": "object", "required": list(_COLUMNS), "additionalProperties": False, "properties": _COLUMNS}
    properties: dict[str, Any] = {
        "edition": words,
        "date": {"type": "string", "format": "date", "description": "Reference date"},
        "max_age_years": {"type": "integer", "minimum": 1, "description": "Older evidence is evidence of earlier"},
        "division": words | {"description": "Which municipal borders"},
        "population_year": {"type": "integer", "description": "Inhabitants on 1 January of this year"},
        "attribution": words,
        "statuses": {
            "type": "object", "required": [s.value for s in Status],
            "additionalProperties": {"type": "object", "required": ["nl", "en"]},
        },
        "municipalities": {"type": "array", "items": row},
    }  # fmt: skip
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Status per municipality on a date",
        "type": "object", "required": list(properties), "additionalProperties": False, "properties": properties,
    }  # fmt: skip


def status_schema_json() -> bytes:
    """:func:`status_schema` as a file."""
    return (json.dumps(status_schema(), ensure_ascii=False, indent=1) + "\n").encode()


def status_days(ds: Dataset, on: date) -> tuple[date, ...]:
    """The days of which files stand at fixed addresses: the moments of the editions, and ``on``."""
    from coverage.analysis.editions.edition import editions, moments_of

    told = {moment.on for one in editions(ds) for moment in moments_of(one)}
    return tuple(sorted(d for d in told | {on} if d <= on))
