"""The table beside the map: the same rows, to sort, search and read without a map."""

from __future__ import annotations

from collections.abc import Sequence
from zlib import crc32

import pandas as pd
import pyarrow as pa
import streamlit as st

from coverage.analysis.remarks import remarks_in_short
from coverage.analysis.status import StatusReport
from coverage.geography.names import sort_key
from coverage.i18n import _, label
from coverage.ui.params import MUNICIPALITY

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
        column_config={people: st.column_config.NumberColumn(format="localized")}
        if (people := _("Inwoners")) in frame
        else None,
        alt=alt,
    )


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
