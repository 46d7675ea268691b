"""Everything that can be taken along: the whole package, the status on a date, the map, and each table by itself."""

from __future__ import annotations

from functools import partial

import streamlit as st
from markupsafe import Markup

from coverage.analysis.source_use import table_names
from coverage.analysis.status import status_at
from coverage.analysis.summary import country_answer
from coverage.dataset import Dataset
from coverage.dataset.tables import TABLES
from coverage.exports.formats import FORMATS, Request, make
from coverage.exports.open_data.catalogue import LATEST
from coverage.exports.standards.publication import FOLDER
from coverage.exports.tabular import csv_bytes
from coverage.i18n import _, day, in_this_language, number
from coverage.ui import choose
from coverage.ui.bound import pick_from
from coverage.ui.html import show
from coverage.ui.params import MAX_AGE
from coverage.ui.params.data import TABLE
from coverage.ui.pieces import answer_line


def data_downloads(ds: Dataset) -> None:
    """A row for each format with what it holds, and below them the tables one by one."""
    on, max_age = choose.reference_date(), MAX_AGE.get()
    answer_line(country_answer(status_at(ds, on, max_age)))
    request = Request(on, max_age)
    for kind in (f for f in FORMATS.values() if not f.needs):
        words, button = st.container(key=f"files-{kind.name}").columns([5, 2], vertical_alignment="center")
        with words:
            show(Markup("<p><strong>{}</strong>: {}</p>").format(kind.name.upper(), kind.holds()))
            if caution := kind.caution():
                show(Markup('<p class="source">{}</p>').format(caution))
        with button:
            st.download_button(
                _("Download {kind}").format(kind=kind.name.upper()),
                in_this_language(partial(make, ds, kind.name, request)),
                f"dekking-{ds.edition}-{on.isoformat()}.{kind.extension}", kind.media_type,
                key=f"data-{kind.name}", on_click="ignore", icon=":material/download:",
            )  # fmt: skip
    caption = _("Editie {edition}, peildatum {date}. De CSV is gemaakt voor een Nederlands rekenblad.")
    show(Markup('<p class="source">{}</p>').format(caption.format(edition=ds.edition, date=day(on))))
    _one_table(ds)


def _one_table(ds: Dataset) -> None:
    st.header(_("Eén tabel"), anchor=False)
    name = pick_from(_("Tabel"), TABLE, table_names())
    rows = len(ds.table(name))
    words = _("{rows} rijen en {columns} kolommen: {list}.").format(
        rows=number(rows), columns=number(len(TABLES[name].columns)), list=", ".join(TABLES[name].columns)
    )
    show(Markup("<p>{}</p>").format(words))
    table_button(ds, name, _("Download {kind}").format(kind=f"{name}.csv"))


def table_link(name: str) -> Markup:
    """One table of the package as a file at its fixed address, for a page without the app."""
    words = _("Alle rijen van {file}, met komma's en punten voor programma's").format(file=f"{name}.csv")
    return Markup('<p class="without"><a href="{}">{}</a></p>').format(f"{FOLDER}/{LATEST}/{name}.csv", words)


def table_button(ds: Dataset, name: str, title: str) -> None:
    """One table of the package as a file."""
    st.download_button(
        title, in_this_language(lambda: csv_bytes(ds.table(name))), f"{name}-{ds.edition}.csv", "text/csv",
        key=f"data-table-{name}", on_click="ignore", icon=":material/download:",
    )  # fmt: skip
