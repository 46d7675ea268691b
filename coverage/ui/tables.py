"""The table beside the map: the same rows, to sort, search and read without a map."""

from __future__ import annotations

import pandas as pd
import pyarrow as pa
import streamlit as st

from coverage.analysis.remarks import remarks_in_short
from coverage.analysis.status import StatusReport
from coverage.geography.names import sort_key
from coverage.i18n import _, label
from coverage.ui.clicks import of_row

NAMES = pd.ArrowDtype(pa.string())  # half the bytes of the default type


def status_table(report: StatusReport, key: str, *, people: bool = True, at_once: bool = False) -> str | None:
    """Rows of the report; returns the code of the row that the reader chose. ``people`` adds inhabitants.

    With ``at_once`` a chosen row is in the address before the page is drawn; else the page has to act on the code.
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
    state = st.dataframe(
        bare(frame),
        key=key,
        hide_index=True,
        height=420,
        on_select=of_row(key, [r.name for r in rows]) if at_once else "rerun",
        selection_mode="single-row",
        column_config={_("Inwoners"): st.column_config.NumberColumn(format="localized")} if people else None,
        alt=_("Tabel met dezelfde gemeenten als op de kaart"),
    )
    chosen = state.selection.rows
    return rows[chosen[0]].code if chosen else None


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
