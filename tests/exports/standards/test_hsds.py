"""HSDS: the services are what the sources say, and no more active than they say.

The schema is written from the documentation of HSDS 3.0: required fields, types, codes and formats of what we write.
"""

import json
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from jsonschema import Draft202012Validator, FormatChecker, ValidationError
from small_package import write_package

from coverage.analysis.layers.provision import evidenced_programmes
from coverage.analysis.programmes.records import programme
from coverage.cli import main
from coverage.dataset import current
from coverage.dataset.newest import read_dataset
from coverage.dataset.snapshot import Dataset
from coverage.exports.standards.hsds import hsds_json, hsds_services

DS = current()
LATER = date(2026, 6, 1)
THEN = date(2013, 7, 1)
TEXT: dict[str, Any] = {"type": "string", "minLength": 1}
UUID = {"type": "string", "format": "uuid"}


def _object(required: str, **properties: Any) -> dict[str, Any]:
    return {
        "type": "object",
        "required": required.split(),
        "properties": properties,
        "additionalProperties": False,
    }


ORGANISATION = _object("id name description", id=UUID, name=TEXT, description=TEXT)
LOCATION = _object(
    "id location_type", id=UUID, location_type={"enum": ["physical", "postal", "virtual"]}, name=TEXT, description=TEXT,
    external_identifier=TEXT, external_identifier_type=TEXT,
)  # fmt: skip
SERVICE = _object(
    "id name status", id=UUID, organization_id=UUID, name=TEXT, alternate_name=TEXT, description=TEXT, alert=TEXT,
    status={"enum": ["active", "inactive", "defunct", "temporarily closed"]},
    assured_date={"type": "string", "format": "date"}, eligibility_description=TEXT, application_process=TEXT,
    organization=ORGANISATION,
    service_areas={
        "type": "array",
        "items": _object(
            "id", id=UUID, service_id=UUID, name=TEXT, description=TEXT, uri={"type": "string", "format": "uri"}
        ),
    },
    service_at_locations={"type": "array", "items": _object("id", id=UUID, service_id=UUID, location=LOCATION)},
)  # fmt: skip
PAGE = _object(
    "total_items total_pages page_number size first_page last_page empty contents",
    total_items={"type": "integer"}, total_pages={"type": "integer"}, page_number={"type": "integer"},
    size={"type": "integer"}, first_page={"type": "boolean"}, last_page={"type": "boolean"},
    empty={"type": "boolean"}, contents={"type": "array", "items": SERVICE},
)  # fmt: skip
FORMATS = FormatChecker()  # without one, uuid, date and uri are words that nobody checks


@FORMATS.checks("uri")
def _is_uri(value: object) -> bool:
    parts = urlsplit(str(value))
    return bool(parts.scheme and parts.netloc) and " " not in str(value)


VALIDATOR = Draft202012Validator(PAGE, format_checker=FORMATS)


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Dataset:
    return read_dataset(write_package(tmp_path_factory.mktemp("small") / "data"))


@pytest.mark.parametrize("on", [date(2011, 1, 1), THEN, date(2019, 10, 1), LATER])
def test_valid(on: date) -> None:
    page = json.loads(hsds_json(DS, on))
    VALIDATOR.validate(page)
    ids = [s["id"] for s in page["contents"]]
    assert len(ids) == len(set(ids)) == page["total_items"]


@pytest.mark.parametrize(
    ("field", "value"),
    [("status", "unknown"), ("id", "AMS-SK"), ("assured_date", "2013-07"), ("service_areas", [{"id": "x"}])],
)
def test_the_schema_finds_what_is_wrong(field: str, value: object) -> None:
    page = json.loads(hsds_json(DS, THEN))
    page["contents"][0][field] = value
    with pytest.raises(ValidationError):
        VALIDATOR.validate(page)


@pytest.mark.parametrize("on", [THEN, date(2019, 10, 1), LATER])
def test_active_is_what_the_map_calls_recent_and_the_rest_says_that_we_do_not_know(on: date) -> None:
    local = evidenced_programmes(DS, on, 3)
    recent = {p.programme_id for programmes in local.values() for p in programmes}
    names = {r.programme_id: r.name for r in DS.table("programmes").itertuples()}
    by_name = {s["name"]: s for s in hsds_services(DS, on)}
    for programme_id in recent:
        assert by_name[names[programme_id]]["status"] in {"active", "defunct"}, programme_id
    for service in by_name.values():
        assert ("alert" in service) == (service["status"] == "inactive"), service["name"]
        assert service.get("assured_date", "") <= on.isoformat()


def test_only_help_with_leaving_and_nothing_of_places_or_people() -> None:
    kinds = {r.name: r.kind for r in DS.table("programmes").itertuples()}
    services = hsds_services(DS, LATER)
    assert {kinds[s["name"]] for s in services} <= {"exit_programme", "exit_support"}
    told = hsds_json(DS, LATER).decode()
    for field in ("addresses", "phones", "contacts", "email", "latitude", "capacities"):
        assert f'"{field}"' not in told


def test_no_organisation_where_no_source_names_one() -> None:
    names = {r.programme_id: r.name for r in DS.table("programmes").itertuples()}
    named = {names[r.programme_id] for r in DS.table("programme_periods").itertuples() if r.executors}
    services = hsds_services(DS, LATER)
    assert {bool(s.get("organization")) for s in services} == {True, False}
    assert {s["name"] for s in services if s.get("organization")} <= named


def test_the_same_subject_keeps_its_identifier() -> None:
    before = {s["name"]: s["id"] for s in hsds_services(DS, THEN)}
    after = {s["name"]: s["id"] for s in hsds_services(DS, LATER)}
    assert before.items() <= after.items()


def test_a_made_up_package_is_valid_too(small: Dataset) -> None:
    VALIDATOR.validate(json.loads(hsds_json(small, LATER)))


def test_the_command_writes_it(tmp_path: Path) -> None:
    target = tmp_path / "hsds.json"
    assert main(["export", "--format", "hsds", "--date", THEN.isoformat(), "--out", str(target)]) == 0
    assert target.read_bytes() == hsds_json(DS, THEN)


def test_an_estimated_date_is_told_as_one() -> None:
    words = {s["name"]: s["description"] for s in hsds_services(DS, LATER, 3)}
    assert "geschat" in words[programme(DS, "DHG-HAVEN").name]  # its newest page has no date
