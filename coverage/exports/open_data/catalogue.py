"""The files at fixed addresses: one list for the server, the static edition, the page, DCAT and OpenAPI.

They stand in ``/data/<edition>/`` and, as the newest ones, in ``/data/latest/``. A file is made when it is first asked
for. A file is added by one entry of :func:`open_files`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial

from coverage.analysis.source_use import table_names
from coverage.analysis.status import DEFAULT_MAX_AGE, StatusReport, status_at
from coverage.dataset import Dataset
from coverage.dataset.memo import per_snapshot
from coverage.exports.open_data.borders import borders_geojson, borders_geopackage
from coverage.exports.open_data.package_files import DESCRIPTION, package_files, package_paths
from coverage.exports.open_data.status_files import (
    status_csv,
    status_days,
    status_json,
    status_schema_json,
)
from coverage.geography.lineage import divisions
from coverage.i18n import _, day

LATEST = "latest"
TODAY = "today"
CSV, JSON = "text/csv", "application/json"
_MEDIA = {"csv": CSV, "json": JSON, "geojson": "application/geo+json", "topojson": JSON}


@dataclass(frozen=True, slots=True)
class OpenFile:
    """``path`` is relative to the folder of an edition. ``described``: a distribution of the data set in DCAT.
    ``borders_alone``: it holds nothing but borders, of which the licence is known."""

    path: str
    media_type: str
    holds: Callable[[], str]
    make: Callable[[], bytes]
    described: bool = False
    borders_alone: bool = False


def open_files(ds: Dataset, on: date) -> tuple[OpenFile, ...]:
    """All files of a snapshot; ``on`` is the day that the files named "today" tell of."""
    return (*_whole(ds, on), *_of_status(ds, on), *_of_borders(ds), *_of_package(ds))


@per_snapshot(maxsize=2)
def open_files_by_path(ds: Dataset, on: date) -> dict[str, OpenFile]:
    """The same by path."""
    return {file.path: file for file in open_files(ds, on)}


def _whole(ds: Dataset, on: date) -> Iterator[OpenFile]:
    from coverage.exports.package_zip import package_zip
    from coverage.exports.standards import dcat, hsds

    yield OpenFile(
        "package.zip", "application/zip", lambda: _("het hele gegevenspakket, met datapackage.json"),
        partial(package_zip, ds), described=True,
    )  # fmt: skip
    yield OpenFile(
        "hsds.json", JSON, lambda: _("programma's voor sociale kaarten (Open Referral HSDS 3.0)"),
        partial(hsds.hsds_json, ds, on), described=True,
    )  # fmt: skip
    words = lambda: _("beschrijving van de gegevensset voor portalen (DCAT-AP-NL 3.0)")  # noqa: E731 one for two
    yield OpenFile("dcat.jsonld", "application/ld+json", words, partial(dcat.dcat_file, ds, on, "json-ld"))
    yield OpenFile("dcat.ttl", "text/turtle", words, partial(dcat.dcat_file, ds, on, "turtle"))


def _of_status(ds: Dataset, on: date) -> Iterator[OpenFile]:
    def csv(when: date) -> bytes:
        return status_csv(_report(ds, when))

    def json_file(when: date) -> bytes:
        return status_json(ds, _report(ds, when))

    yield OpenFile(
        "status.schema.json", "application/schema+json", lambda: _("JSON-schema van de status per gemeente"),
        status_schema_json,
    )  # fmt: skip
    named = [(TODAY, on), *((d.isoformat(), d) for d in status_days(ds, on))]
    for name, when in named:
        holds = partial(_held, when)
        yield OpenFile(f"status/{name}.csv", CSV, holds, partial(csv, when), described=name == TODAY)
        yield OpenFile(f"status/{name}.json", JSON, holds, partial(json_file, when), described=name == TODAY)


def _of_borders(ds: Dataset) -> Iterator[OpenFile]:
    for division in divisions(ds):
        holds = partial(_borders_held, division.id)
        yield OpenFile(
            f"borders/{division.id}.geojson", _MEDIA["geojson"], holds, partial(borders_geojson, ds, division.id),
            described=True, borders_alone=True,
        )  # fmt: skip
        yield OpenFile(
            f"borders/{division.id}.gpkg", "application/geopackage+sqlite3", holds,
            partial(borders_geopackage, ds, division.id), described=True, borders_alone=True,
        )  # fmt: skip


def _of_package(ds: Dataset) -> Iterator[OpenFile]:
    for path in package_paths(ds):
        yield OpenFile(
            path, _MEDIA[path.rpartition(".")[2]], partial(_part_held, path), partial(_part, ds, path),
            described=path == DESCRIPTION,
        )  # fmt: skip


def _part(ds: Dataset, path: str) -> bytes:
    return package_files(ds)[path]


def _part_held(path: str) -> str:
    if path == DESCRIPTION:
        return _("beschrijving van alle tabellen (Frictionless Data Package)")
    folder, _slash, name = path.rpartition("/")
    if folder == "editions":
        return _("wat editie {name} zei, vastgelegd").format(name=name.partition(".")[0])
    if folder:
        return _("grenzen zoals het pakket ze bewaart")
    return table_names()[name.removesuffix(".csv")]


def _held(when: date) -> str:
    return _("de status per gemeente op {date}, met codes").format(date=day(when))


def _borders_held(division_id: str) -> str:
    return _("grenzen van de gemeenten, indeling {division} (gegeneraliseerd)").format(division=division_id)


def _report(ds: Dataset, when: date) -> StatusReport:
    return status_at(ds, when, DEFAULT_MAX_AGE)
