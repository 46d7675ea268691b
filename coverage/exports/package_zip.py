"""The whole data package in one file, as it is read by the dashboard: tables, borders and their description."""

from __future__ import annotations

import zipfile
from io import BytesIO
from pathlib import Path

from coverage.dataset import Dataset
from coverage.exports.open_data.package_files import package_files
from coverage.i18n import _

FIRST_DAY = (1980, 1, 1, 0, 0, 0)  # the earliest that ZIP can hold: no time of making in the file


def package_zip(ds: Dataset) -> bytes:
    """A ZIP with every file of the package, ``datapackage.json`` first, and a text that explains it.

    The same edition gives the same bytes.
    """
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w") as package:
        _add(package, Path("LEESMIJ.txt"), explanation(ds).encode())
        for path, content in package_files(ds).items():
            _add(package, Path(path), content)
    return stream.getvalue()


def explanation(ds: Dataset) -> str:
    """What the package is, how to read it and under which terms, in plain text."""
    lines = (
        _("Landelijke dekking van uitstapprogramma's voor sekswerkers"),
        _("Editie {edition}").format(edition=ds.edition),
        "",
        _("datapackage.json beschrijft elke tabel: velden, betekenis, sleutels en controlegetallen."),
        _("De tabellen zijn CSV: UTF-8, komma als scheiding, punt in decimale getallen, datums als jjjj-mm-dd."),
        _("Een leeg veld betekent: niet bekend. Onbekend is iets anders dan nee of nul."),
        _("Elke rij noemt een bron; sources.csv zegt waar die staat, hoe die is gelezen en welke licentie geldt."),
        _("boundaries/ bevat gegeneraliseerde grenzen: niet geschikt om precies te meten."),
        "",
        _("Grenzen en inwoners: CBS / Kadaster (PDOK), CC BY 4.0. Noem deze bron als je ze gebruikt."),
        _("Feiten over programma's: openbare bronnen, in eigen woorden. Lees de bron voor je iets publiceert."),
    )
    return "\n".join(lines) + "\n"


def _add(package: zipfile.ZipFile, name: Path, content: bytes) -> None:
    entry = zipfile.ZipInfo(name.as_posix(), FIRST_DAY)
    entry.external_attr = 0o644 << 16
    package.writestr(entry, content, zipfile.ZIP_DEFLATED, compresslevel=9)
