"""``/data/…``: what is on the list is there, by edition, for any site, and not again when nothing changed."""

from __future__ import annotations

import json
import re
import zipfile
from io import BytesIO
from typing import Any
from urllib.parse import quote

import pytest
from asgi_client import get
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator, FormatChecker
from openapi_spec_validator import validate
from starlette.applications import Starlette
from starlette.types import Receive, Scope, Send

from coverage.dataset import current
from coverage.dates import today
from coverage.exports.open_data.catalogue import open_files, open_files_by_path
from coverage.exports.open_data.package_files import package_files
from coverage.ui.web import open_files as module
from coverage.ui.web.open_files import open_files_route

DS = current()
APP = Starlette(routes=[open_files_route("")])
UNDER = Starlette(routes=[open_files_route("/onder/pad")])
SMALL = [f.path for f in open_files(DS, today()) if not f.path.startswith("borders/") and f.path != "package.zip"]


def test_every_file_of_the_list_is_there_with_its_media_type() -> None:
    for file in open_files(DS, today()):
        answer = get(APP, f"/data/latest/{file.path}")
        assert answer.status == 200, file.path
        assert answer.content, file.path
        assert answer.headers["content-type"].split(";")[0] == file.media_type
        assert answer.headers["access-control-allow-origin"] == "*"
        assert file.holds()


def test_latest_is_the_edition_and_another_edition_is_not_there() -> None:
    for path in ("status/today.csv", "claims.csv", "datapackage.json"):
        assert get(APP, f"/data/latest/{path}").content == get(APP, f"/data/{DS.edition}/{path}").content
    missing = get(APP, "/data/1999-01/claims.csv")
    assert missing.status == 404
    assert "/data/openapi.json" in missing.text


def test_under_a_base_path() -> None:
    assert get(UNDER, "/onder/pad/data/latest/status.schema.json").status == 200
    assert get(UNDER, "/data/latest/status.schema.json").status == 404
    assert "/onder/pad/data/openapi.json" in get(UNDER, "/onder/pad/data/x").text


def test_the_package_is_whole_and_tables_are_those_of_the_repository() -> None:
    files = package_files(DS)
    for path, content in files.items():
        if path != "datapackage.json":
            assert content == (DS.path / path).read_bytes(), path
    with zipfile.ZipFile(BytesIO(get(APP, "/data/latest/package.zip").content)) as package:
        assert set(files) < set(package.namelist())
    told = get(APP, "/data/latest/datapackage.json").content
    assert json.loads(told) == json.loads((DS.path / "datapackage.json").read_bytes())


@pytest.mark.parametrize("packing", ["gzip", ""])
def test_what_the_reader_has_is_not_sent_again(packing: str) -> None:
    asked = {"accept-encoding": packing}
    first = get(APP, "/data/latest/claims.csv", asked)
    tag = first.headers["etag"]
    for held in (tag, f"W/{tag}", f'"other", {tag}', "*", tag.replace("-gz", "")):
        again = get(APP, "/data/latest/claims.csv", asked | {"if-none-match": held})
        assert (again.status, again.wire) == (304, b""), held
        assert again.headers["etag"] == tag
        assert again.headers["access-control-allow-origin"] == "*"
    for held in ('"other"', "", tag.strip('"'), '"' * 900):
        assert get(APP, "/data/latest/claims.csv", asked | {"if-none-match": held}).status == 200, held


@pytest.mark.parametrize(
    ("part", "piece"),
    [
        ("bytes=0-9", slice(0, 10)), ("bytes=5-", slice(5, None)), ("bytes=-7", slice(-7, None)),
        ("bytes=0-99999999", slice(None)), ("bytes=-99999999", slice(None)),
    ],
)  # fmt: skip
def test_a_part_of_a_file(part: str, piece: slice) -> None:
    whole = get(APP, "/data/latest/claims.csv", {"accept-encoding": ""}).content
    answer = get(APP, "/data/latest/claims.csv", {"range": part})
    assert (answer.status, answer.wire) == (206, whole[piece])
    first, last, size = map(int, re.findall(r"\d+", answer.headers["content-range"]))
    assert (whole[first : last + 1], size) == (answer.wire, len(whole))


@pytest.mark.parametrize("part", ["bytes=9-3", "bytes=99999999-", "bytes=-0", "bytes=-"])
def test_a_part_that_is_not_there(part: str) -> None:
    answer = get(APP, "/data/latest/claims.csv", {"range": part})
    assert (answer.status, answer.wire) == (416, b"")


@pytest.mark.parametrize("part", ["lines=0-3", "bytes=0-3,9-12", "bytes=x-y", "bytes=" + "9" * 400, "0-3"])
def test_what_is_no_part_is_the_whole(part: str) -> None:
    answer = get(APP, "/data/latest/claims.csv", {"range": part})
    assert (answer.status, len(answer.wire)) == (200, len(package_files(DS)["claims.csv"]))


def test_a_part_of_another_version_is_the_whole() -> None:
    answer = get(APP, "/data/latest/claims.csv", {"range": "bytes=0-3", "if-range": '"older"'})
    assert answer.status == 200


def test_plain_and_packed_are_the_same() -> None:
    packed = get(APP, "/data/latest/status/today.json")
    plain = get(APP, "/data/latest/status/today.json", {"accept-encoding": ""})
    assert packed.headers["content-encoding"] == "gzip"
    assert "content-encoding" not in plain.headers
    assert packed.content == plain.content
    assert packed.headers["etag"] != plain.headers["etag"]


def test_the_status_has_the_schema_that_stands_beside_it() -> None:
    schema = json.loads(get(APP, "/data/latest/status.schema.json").content)
    Draft202012Validator.check_schema(schema)
    check = Draft202012Validator(schema, format_checker=FormatChecker())
    for path in (p for p in SMALL if p.startswith("status/") and p.endswith(".json")):
        told: dict[str, Any] = json.loads(get(APP, f"/data/latest/{path}").content)
        check.validate(told)
        csv = get(APP, f"/data/latest/{path.removesuffix('json')}csv").text.splitlines()
        assert len(csv) == len(told["municipalities"]) + 1
    told["municipalities"][0]["status"] = "remote_only"
    assert not check.is_valid(told)


def test_openapi() -> None:
    told = json.loads(get(APP, "/data/openapi.json").content)
    validate(told)
    assert {path.removeprefix("/{edition}/") for path in told["paths"]} == set(open_files_by_path(DS, today()))
    assert told["components"]["parameters"]["edition"]["schema"]["enum"] == ["latest", DS.edition]


HOSTILE = [
    "", "latest", "latest/", "latest//claims.csv", "latest/../../requirements.txt", "latest/%2e%2e/app.py", "../app.py",
    "latest/claims.csv/", "latest/claims.csv%00", "latest/claims.csv\0", "LATEST/claims.csv", "latest/CLAIMS.csv",
    "latest/status/2013-07-02.csv", "latest/status/9999-99-99.csv", "latest/editions/../claims.csv",
    "latest/openapi.json", "openapi.json/x", f"{DS.edition}/../latest/claims.csv", "latest/boundaries/../claims.csv",
    "\u202elatest/claims.csv",
    "latest/" + "a" * 9000, "latest/.git/config", "latest/datapackage.json;x", "latest\\claims.csv",
]  # fmt: skip


@pytest.mark.parametrize("path", HOSTILE)
def test_what_is_not_on_the_list_is_not_there(path: str) -> None:
    answer = get(APP, f"/data/{path}")
    assert answer.status == 404
    assert answer.headers["content-type"].startswith("text/plain")
    assert path not in answer.text or not path


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=80), st.booleans())
def test_any_path(text: str, edition: bool) -> None:
    path = f"latest/{text}" if edition else text
    known = (edition and text in open_files_by_path(DS, today())) or path == "openapi.json"
    assert module._asked(path, False) is not None if known else module._asked(path, False) is None
    address = quote(text, safe="", errors="replace")
    assert get(APP, f"/data/{address}").status in (200, 404)


def test_only_reading() -> None:
    for method, status in (("OPTIONS", 204), ("POST", 405), ("DELETE", 405)):
        assert _ask(method, "/data/latest/claims.csv") == status


def _ask(method: str, path: str) -> int:
    async def asked(scope: Scope, receive: Receive, send: Send) -> None:
        await APP({**scope, "method": method}, receive, send)

    return get(asked, path).status


def test_a_file_is_made_once(monkeypatch: pytest.MonkeyPatch) -> None:
    get(APP, "/data/latest/hsds.json")
    monkeypatch.setattr(module, "open_files_by_path", lambda *_: {"hsds.json": None})
    assert get(APP, "/data/latest/hsds.json").status == 200
