"""A file that somebody sent, looked at before anything opens it as a workbook.

An XLSX or ODS file is a ZIP with XML. Limits keep a small file from filling the memory, and XML with a document type is
refused, since its entities can do the same. Nothing in the file is ever executed.
"""

from __future__ import annotations

from io import BytesIO
from typing import Literal
from zipfile import BadZipFile, ZipFile

from coverage.i18n import _, number

MOST_BYTES = 5_000_000
MOST_UNPACKED = 50_000_000
MOST_RATIO = 100
MOST_PARTS = 200
MOST_ROWS = 2_000
_MARKUP = (b"<!DOCTYPE", b"<!ENTITY")


class SheetError(ValueError):
    """The file cannot be read at all; the message says why and what to do."""


def too_many() -> SheetError:
    """More rows with something in them than a correction sheet has."""
    return SheetError(_("Het blad heeft meer dan {most} rijen.").format(most=number(MOST_ROWS)))


def checked_kind(data: bytes) -> Literal["xlsx", "ods", "csv"]:
    """Which of the three a file is that is safe to open; :class:`SheetError` for any other."""
    if len(data) > MOST_BYTES:
        raise SheetError(
            _("Het bestand is groter dan {most} MB. Stuur alleen het correctieblad.").format(most=MOST_BYTES // 10**6)
        )
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        raise SheetError(
            _("Dit is een oud Excel-bestand (.xls) of een bestand met een wachtwoord. Sla het op als .xlsx.")
        )
    if data.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"<"):  # a saved web page, or a flat file (.fods, .xml)
        raise SheetError(_("Dit is een webpagina of een XML-bestand. Sla het op als .xlsx, .ods of .csv."))
    if data.strip() and not data.startswith(b"PK") and _is_text(data):
        return "csv"
    try:
        with ZipFile(BytesIO(data)) as archive:
            return _check(archive, len(data))
    except (BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError) as error:
        raise SheetError(_("Dit is geen leesbaar Excel-bestand (.xlsx). Sla het opnieuw op als .xlsx.")) from error


def _is_text(data: bytes) -> bool:
    utf_16 = data.startswith((b"\xff\xfe", b"\xfe\xff"))
    return utf_16 or not any(byte < 32 and byte not in b"\t\r\n\x0c" for byte in data)


def _check(archive: ZipFile, packed: int) -> Literal["xlsx", "ods"]:
    parts = archive.infolist()
    names = {p.filename for p in parts}
    excel = "xl/workbook.xml" in names
    if not excel and "content.xml" not in names:
        raise SheetError(_("Dit is geen Excel-bestand (.xlsx). Sla het in je rekenprogramma op als .xlsx."))
    if any(name.endswith("vbaProject.bin") or name.startswith(("Basic/", "Scripts/")) for name in names):
        raise SheetError(_("Dit bestand bevat macro's. Sla het op als .xlsx, zonder macro's."))
    unpacked = sum(p.file_size for p in parts)
    if len(parts) > MOST_PARTS or unpacked > MOST_UNPACKED or unpacked > packed * MOST_RATIO:
        raise SheetError(
            _(
                "Het bestand is uitgepakt te groot ({size} MB); wij openen het niet. Stuur alleen het correctieblad."
            ).format(size=number(unpacked / 10**6, 1))
        )
    for part in parts:
        content = archive.read(part)  # never more than the size that was just checked
        xml = part.filename.endswith((".xml", ".rels", ".vml"))
        if xml and (b"\x00" in content or any(mark in content for mark in _MARKUP)):
            raise SheetError(
                _("In het bestand staat iets dat niet in een correctieblad hoort ({part}).").format(part=part.filename)
            )
    return "xlsx" if excel else "ods"
