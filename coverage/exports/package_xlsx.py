"""The whole data package as one workbook: what it is, a code book, the status per municipality, and every table."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO

import pandas as pd
import xlsxwriter

from coverage.analysis.status import StatusReport
from coverage.analysis.summary import country_answer
from coverage.dataset import Dataset
from coverage.dataset.tables import TABLES, Field, Table
from coverage.exports.tabular import about
from coverage.exports.views import status_frame
from coverage.exports.workbook import OPTIONS, table_sheet, words_sheet
from coverage.i18n import _, label
from coverage.vocabulary import Code


def package_xlsx(ds: Dataset, report: StatusReport) -> bytes:
    """Sheets: an explanation, the code book, the status of a report, and one for each table of the package."""
    stream = BytesIO()
    with xlsxwriter.Workbook(stream, OPTIONS) as book:
        book.set_properties({"title": _("Dekking van uitstapprogramma's voor sekswerkers"), "created": _EPOCH})
        words_sheet(book, _("leesmij"), _readme(ds, report))
        table_sheet(book, _("codeboek"), code_book())
        table_sheet(book, _("status per gemeente"), status_frame(ds, report))
        for name in TABLES:
            table_sheet(book, name, ds.table(name))
    return stream.getvalue()


_EPOCH = pd.Timestamp(2000, 1, 1).to_pydatetime()  # a fixed day: the same edition and date give the same file


def _readme(ds: Dataset, report: StatusReport) -> list[tuple[str, str]]:
    title = _("Landelijke dekking van uitstapprogramma's voor sekswerkers")
    sheets = [(_("blad {name}").format(name=t.name), t.description) for t in TABLES.values()]
    return [
        *about(ds, title, country_answer(report), report.on),
        (_("Lege cel"), _("Niet bekend. Onbekend is iets anders dan nee of nul.")),
        (
            _("Bron van elke rij"),
            _("De kolom source_id verwijst naar het blad sources: vindplaats, gelezen, licentie."),
        ),
        (_("blad {name}").format(name=_("codeboek")), _("Elke kolom met haar betekenis, elke code met haar woorden.")),
        (
            _("blad {name}").format(name=_("status per gemeente")),
            _("Per gemeente de status op de peildatum, afgeleid uit het blad claims en de bladen over regio's."),
        ),
        *sheets,
    ]


def code_book() -> pd.DataFrame:
    """Every field of every table, and under it the codes that it may hold, with their words."""
    columns = [_("tabel"), _("kolom"), _("code"), _("soort"), _("verplicht"), _("sleutel"), _("betekenis")]
    return pd.DataFrame([row for t in TABLES.values() for f in t.fields for row in _field(t, f)], columns=columns)


def _field(table: Table, field: Field) -> Iterator[tuple[str, ...]]:
    yes, no = _("ja"), _("nee")
    meaning = field.description + (f" -> {field.refers}" if field.refers else "")
    yield (
        table.name, field.name, "", field.kind, yes if field.required else no, yes if field.name in table.key else no,
        meaning,
    )  # fmt: skip
    for code in field.values or ():
        if isinstance(code, Code):
            yield table.name, field.name, code.value, "", "", "", label(code)
