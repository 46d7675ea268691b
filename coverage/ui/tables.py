"""The table beside the map: the same rows, to sort, search and read without a map."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from zlib import crc32

import pandas as pd
import pyarrow as pa
import streamlit as st

from coverage.analysis.remarks import remarks_in_short
from coverage.analysis.status import StatusReport
from coverage.dataset import current
from coverage.exports.tabular import csv_bytes
from coverage.geography.names import sort_key
from coverage.i18n import _, in_this_language, label
from coverage.ui.params import DATE, MUNICIPALITY

NAMES = pd.ArrowDtype(pa.string())  # half the bytes of the default type
HEIGHT = 420  # pixels, of a long table


def municipality_table(frame: pd.DataFrame, codes: Sequence[str], names: Sequence[str], *, key: str, alt: str) -> None:
    """A table with a municipality in each row; the one of the row that the reader chooses goes in the address.

    ``codes`` and ``names`` are those of the rows. The browser sends the number of a row and keeps it when the rows
    become others, so a table of other rows is another table: a choice never moves to another municipality.
    """
    own_key = f"{key}-{crc32('|'.join(codes).encode()):08x}"

    def choose() -> None:
        for row in st.session_state[own_key].selection.rows:  # to take a choice back changes nothing
            MUNICIPALITY.set(names[row])

    st.dataframe(
        bare(frame),
        key=own_key,
        hide_index=True,
        height=min(HEIGHT, 38 + 35 * len(frame)),
        on_select=choose,
        selection_mode="single-row",
        column_config=in_our_way(frame),
        alt=alt,
    )
    table_file(frame, key=key, title=alt)


def in_our_way(frame: pd.DataFrame) -> dict[str, Any]:
    """Columns of numbers in the way of the page's language (assets/words.js sees to that); they sort as numbers."""
    numbers = [name for name, kind in frame.dtypes.items() if pd.api.types.is_numeric_dtype(kind)]
    return {str(name): st.column_config.NumberColumn(format="localized") for name in numbers}


def plain_table(frame: pd.DataFrame, *, key: str, alt: str, height: int | None = None) -> None:
    """A table to sort and search, without a choice of rows, and its file."""
    st.dataframe(
        frame, hide_index=True, height=height or "auto", key=key, column_config=in_our_way(frame), alt=alt
    )  # fmt: skip
    table_file(frame, key=key, title=alt)


def table_file(frame: pd.DataFrame, *, key: str, title: str) -> None:
    """The rows as a file for a Dutch spreadsheet, with date and edition, in place of Streamlit's own without them.

    The button of Streamlit is hidden (assets/page.css); the file is made when a reader asks for it.
    """
    on, edition = DATE.get(), current().edition
    told = {_("Peildatum"): DATE.write(on), _("Bron"): _("gegevens, editie {edition}").format(edition=edition)}
    st.download_button(
        _("Deze tabel als CSV"), in_this_language(lambda: csv_bytes(frame.assign(**told))),
        f"{key}-{DATE.write(on)}.csv", "text/csv",
        key=f"file-{key}", on_click="ignore", icon=":material/download:", help=title,
    )  # fmt: skip


def status_table(report: StatusReport, key: str, *, people: bool = True) -> None:
    """Rows of the report. ``people`` adds inhabitants.

    Columns that repeat their values are categories: that keeps the table small on the wire.
    """
    rows = sorted(report.rows, key=lambda r: sort_key(r.name))
    frame = pd.DataFrame(
        {
            _("Gemeente"): pd.array([r.name for r in rows], dtype=NAMES),
            _("Status"): pd.Categorical([label(r.status) for r in rows], _present(report), ordered=True),
            _("DUUP-regio"): pd.Categorical([r.duup_region for r in rows]),
            _("Inwoners"): pd.array([r.inhabitants for r in rows], dtype="int32"),
            _("Bijzonderheden"): pd.Categorical([remarks_in_short(r) or "–" for r in rows]),
        }
    )
    if not people:
        frame = frame.drop(columns=_("Inwoners"))
    alt = _("Tabel met dezelfde gemeenten als op de kaart")
    municipality_table(frame, [r.code for r in rows], [r.name for r in rows], key=key, alt=alt)


def _present(report: StatusReport) -> list[str]:
    """Words of the statuses that occur, in their order."""
    return [label(s) for s, count in report.counts().items() if count]


def bare(frame: pd.DataFrame) -> pa.Table:
    """The frame without the description that pandas adds for itself (over a kilobyte), its categories made small."""
    table = pa.Table.from_pandas(frame, preserve_index=False).replace_schema_metadata(None)
    for index, field in enumerate(table.schema):
        if pa.types.is_dictionary(field.type):
            words = pa.dictionary(field.type.index_type, pa.string(), ordered=field.type.ordered)
            table = table.set_column(index, field.name, table.column(index).cast(words))
    return table
