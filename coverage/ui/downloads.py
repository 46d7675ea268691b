"""Buttons to take the current view along: CSV, XLSX and, when it has areas, GeoPackage."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date

import pandas as pd
import streamlit as st

from coverage.dataset import Dataset
from coverage.exports.geopackage import geopackage_bytes
from coverage.exports.tabular import about, csv_bytes, xlsx_bytes
from coverage.i18n import _, in_this_language
from coverage.ui.html import collecting


@contextmanager
def folded(name: str) -> Iterator[bool]:
    """A button that unfolds downloads; gives whether it is open, so that they are only sent when a reader asks."""
    box = st.popover(_("Downloads"), icon=":material/download:", key=f"folded-{name}", on_change="rerun")
    with box:
        yield bool(box.open)


def downloads(
    ds: Dataset, frame: Callable[[], pd.DataFrame], *, name: str, title: str, sentence: str, on: date,
    division: str | None = None,
) -> None:  # fmt: skip
    """Three buttons; the files are made when a reader asks for one, so that showing them costs nothing.

    ``frame`` gives the rows (with a column ``code`` when ``division`` is given, which adds the GeoPackage),
    ``name`` begins the file names, ``title`` and ``sentence`` explain the file. The first view has none: without the
    app there are the files at fixed addresses.
    """
    if collecting():
        return
    words = about(ds, title, sentence, on, st.context.url or "")
    kinds: list[tuple[str, str, str, Callable[[], bytes]]] = [
        ("CSV", "csv", "text/csv", lambda: csv_bytes(frame())),
        (
            "Excel (XLSX)", "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            lambda: xlsx_bytes(frame(), words),
        ),
    ]  # fmt: skip
    if division:
        kinds.append(
            (
                "GeoPackage",
                "gpkg",
                "application/geopackage+sqlite3",
                lambda: geopackage_bytes(ds, frame(), division, words),
            )
        )
    with st.container(horizontal=True, key=f"downloads-{name}"):
        for text, extension, mime, make in kinds:
            st.download_button(
                _("Download {kind}").format(kind=text),
                in_this_language(make),
                f"{name}-{on.isoformat()}.{extension}",
                mime,
                key=f"download-{name}-{extension}",
                on_click="ignore",
                icon=":material/download:",
            )
