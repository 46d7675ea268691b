"""Tables to sort and search, such as the one beside the map; each with its file, and without the app as plain rows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from zlib import crc32

import pandas as pd
import pyarrow as pa
import streamlit as st
from markupsafe import Markup

from coverage.analysis.remarks import remarks_in_short
from coverage.analysis.status import StatusReport
from coverage.dataset import current
from coverage.exports.tabular import csv_bytes
from coverage.geography.names import sort_key
from coverage.i18n import _, in_this_language, label, number, percent
from coverage.ui.html import collecting, show
from coverage.ui.params import DATE, MUNICIPALITY
from coverage.ui.pieces import table
from coverage.ui.state import key_here

NAMES = pd.ArrowDtype(pa.string())  # half the bytes of the default type
HEIGHT = 420  # pixels, of a long table
ON_PAPER = 10  # rows of it that are seen, and so printed


def municipality_table(frame: pd.DataFrame, codes: Sequence[str], names: Sequence[str], *, key: str, alt: str) -> None:
    """A table with a municipality in each row; the one of the row that the reader chooses goes in the address.

    A row that is marked is that of the municipality in the address; of another choice, or a step back, the mark goes.

    ``codes`` and ``names`` are those of the rows. The browser sends the number of a row and keeps it when the rows
    become others, so a table of other rows is another table: a choice never moves to another municipality.
    """
    own_key = key_here(f"{key}-{crc32('|'.join(codes).encode()):08x}")

    def choose() -> None:
        for row in st.session_state[own_key].selection.rows:  # to take a choice back changes nothing
            MUNICIPALITY.set(names[row])

    state = None if collecting() else st.session_state.get(own_key)
    if state and state["selection"]["rows"]:  # where none is marked none is set: that would send the table again
        chosen = MUNICIPALITY.get()
        marked = [row for row, name in enumerate(names) if name == chosen]
        if state["selection"]["rows"] != marked:
            st.session_state[own_key] = {"selection": {"rows": marked}}
    _grid(
        frame, bare(frame), file=key, alt=alt, key=own_key, height=min(HEIGHT, 38 + 35 * len(frame)),
        on_select=choose, selection_mode="single-row",
    )  # fmt: skip


def plain_table(
    frame: pd.DataFrame, *, key: str, alt: str, height: int | None = None, shares: Sequence[str] = ()
) -> None:
    """A table to sort and search, without a choice of rows. ``shares`` are columns of parts of 1, drawn as bars."""
    _grid(frame, frame, file=key, alt=alt, shares=shares, key=key, height=height or "auto")


def _grid(
    frame: pd.DataFrame, shown: pd.DataFrame | pa.Table, *, file: str, alt: str, shares: Sequence[str] = (),
    **options: Any,
) -> None:  # fmt: skip
    """The one place with a grid of Streamlit, so that none is without its file; in the first view its rows."""
    if collecting():
        show(in_rows(frame, alt, shares))
        return
    bars = {
        name: st.column_config.ProgressColumn(format="percent", min_value=0, max_value=1, color="#0b5570")
        for name in shares
    }
    st.dataframe(shown, hide_index=True, column_config=in_our_way(frame) | bars, alt=alt, **options)
    if len(frame) > ON_PAPER:
        words = _("Op papier staan alleen de eerste van {count} rijen. Het bestand heeft ze alle.")
        show(Markup('<p class="on-paper">{}</p>').format(words.format(count=number(len(frame)))))
    table_file(frame, key=file, title=alt)


def in_rows(frame: pd.DataFrame, caption: str, shares: Sequence[str] = ()) -> Markup:
    """The rows of a frame as they are read, for a page without scripts."""
    words = [[_word(value, name in shares) for value in frame[name]] for name in frame]
    return table(list(frame), zip(*words, strict=True), caption, style="words", height="window")


def _word(value: Any, share: bool) -> str:
    if isinstance(value, str):
        return value
    return percent(float(value)) if share else number(float(value))


def in_our_way(frame: pd.DataFrame) -> dict[str, Any]:
    """Columns of numbers in the way of the page's language (assets/words.js sees to that); they sort as numbers."""
    numbers = [name for name, kind in frame.dtypes.items() if pd.api.types.is_numeric_dtype(kind)]
    return {str(name): st.column_config.NumberColumn(format="localized") for name in numbers}


def told_table(frame: pd.DataFrame, *, key: str, alt: str) -> None:
    """A table whose last column explains the others in whole sentences, none of them cut off, and its file."""
    show(table(frame.columns, frame.itertuples(index=False, name=None), alt, style="told", height="window"))
    if not collecting():
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
            duup_column(report): pd.Categorical([r.duup_region for r in rows]),
            _("Inwoners"): pd.array([r.inhabitants for r in rows], dtype="int32"),
            _("Bijzonderheden"): pd.Categorical([remarks_in_short(r) or "–" for r in rows]),
        }
    )
    if not people:
        frame = frame.drop(columns=_("Inwoners"))
    alt = _("Tabel met dezelfde gemeenten als op de kaart")
    municipality_table(frame, [r.code for r in rows], [r.name for r in rows], key=key, alt=alt)


def duup_column(report: StatusReport) -> str:
    """Over DUUP regions; on a day before the DUUP it says that they came later."""
    return _("DUUP-regio") if report.duup_in_force else _("DUUP-regio (later)")


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
