"""Tables as CSV and XLSX, with their explanation, so that a file can stand by itself."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from io import BytesIO

import pandas as pd
import xlsxwriter

from coverage.dataset import Dataset
from coverage.exports.safe import neutral_frame
from coverage.exports.workbook import OPTIONS, table_sheet, words_sheet
from coverage.i18n import _, day
from coverage.vocabulary import ATTRIBUTION

About = Sequence[tuple[str, str]]


def about(ds: Dataset, title: str, sentence: str, on: date, address: str = "") -> About:
    """What goes with a table: its title, what it says, its date, edition and attribution, as (word, text) pairs."""
    rows = [
        (_("Onderwerp"), title),
        (_("Samenvatting"), sentence),
        (_("Peildatum"), day(on)),
        (_("Editie van de gegevens"), ds.edition),
        (_("Bronvermelding grenzen en inwoners"), ATTRIBUTION),
        (_("Let op"), _("Onbekend is iets anders dan geen. Geld of een aanwijzing is nog geen programma.")),
    ]
    return [*rows, (_("Adres van deze weergave"), address)] if address else rows


def csv_bytes(frame: pd.DataFrame) -> bytes:
    """UTF-8 with byte order mark, semicolons and decimal commas: opens as it should in a Dutch spreadsheet."""
    text: str = neutral_frame(frame).to_csv(index=False, sep=";", decimal=",", lineterminator="\r\n")
    return text.encode("utf-8-sig")


def xlsx_bytes(frame: pd.DataFrame, explanation: About) -> bytes:
    """A workbook with the table, and a sheet that explains it. Text stays text: no formulas, no links."""
    stream = BytesIO()
    with xlsxwriter.Workbook(stream, OPTIONS) as book:
        table_sheet(book, "gegevens", frame)
        words_sheet(book, _("toelichting"), explanation)
    return stream.getvalue()
