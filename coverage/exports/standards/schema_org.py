"""The data set as schema.org ``Dataset``, in the head of the pages, for search engines of data sets."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

from markupsafe import Markup

from coverage.dataset import Dataset
from coverage.exports.open_data.catalogue import LATEST, open_files
from coverage.exports.standards.citation import citation_line, data_summary, data_title
from coverage.exports.standards.publication import FOLDER, Publication, publication


def dataset_head(ds: Dataset, on: date) -> Markup:
    """A ``script`` with the description; without an address, files are named as seen from the page."""
    here = f"./{FOLDER}/{LATEST}/"
    text = json.dumps(schema_org(ds, on, publication(), here), ensure_ascii=False, separators=(",", ":"))
    safe = text.replace("<", "\\u003c")  # no value can end the script
    return Markup('<script type="application/ld+json">{}</script>').format(Markup(safe))  # noqa: S704


def schema_org(ds: Dataset, on: date, site: Publication, here: str) -> dict[str, Any]:
    """https://schema.org/Dataset, with what is known of who publishes it."""
    base = site.files(LATEST) if site.address else here
    files = [f for f in open_files(ds, on) if f.described and not f.borders_alone]
    known: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "Dataset",
        "name": data_title(),
        "description": data_summary(),
        "version": ds.edition,
        "isAccessibleForFree": True,
        "spatialCoverage": "Nederland",
        "creditText": citation_line(ds, site),
        "url": f"{site.address}/gegevens" if site.address else "",
        "license": site.licence,
        "creator": {"@type": "Organization", "name": site.publisher} if site.publisher else {},
        "distribution": [
            {"@type": "DataDownload", "encodingFormat": f.media_type, "contentUrl": base + f.path} for f in files
        ],
    }
    return {name: value for name, value in known.items() if value}
