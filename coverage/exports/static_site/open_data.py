"""The files at fixed addresses, as the server has them: ``data/latest/`` and ``data/<edition>/``."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from coverage.dataset import Dataset
from coverage.exports.open_data.catalogue import LATEST, open_files
from coverage.exports.open_data.openapi import OPENAPI, openapi_json
from coverage.exports.standards.publication import FOLDER


def open_data(ds: Dataset, on: date) -> Iterator[tuple[str, bytes]]:
    """(path, content); each file is made once. What is named "today" tells of the reference date of the edition."""
    yield f"{FOLDER}/{OPENAPI}", openapi_json(ds, on)
    for file in open_files(ds, on):
        content = file.make()
        for edition in (LATEST, ds.edition):
            yield f"{FOLDER}/{edition}/{file.path}", content
