"""The files of a region: an A4, a slide, its municipalities as a table; and the permanent link."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from coverage.analysis.region_profile.facts import RegionProfile
from coverage.dataset import Dataset
from coverage.exports.region_csv import region_csv
from coverage.i18n import _, in_this_language
from coverage.ui.folding import folded_on_a_phone
from coverage.ui.html import show
from coverage.ui.pieces import address_field

PPTX = "application/vnd.openxmlformats-officedocument.presentationml.presentation"


def take_region_along(ds: Dataset, p: RegionProfile) -> None:
    """Buttons; a file is made when a reader asks for it."""
    address, stem = region_address_with_host(p), f"regio-{p.number:02}-{p.on.isoformat()}"

    def paper() -> bytes:
        from coverage.exports.region_pdf import region_pdf  # drawing libraries, for who asks

        return region_pdf(ds, p, address)

    def slide() -> bytes:
        from coverage.exports.region_pptx import region_pptx

        return region_pptx(ds, p)

    files: tuple[tuple[str, str, str, Callable[[], bytes]], ...] = (
        (_("Regio-overzicht (PDF, één A4)"), "pdf", "application/pdf", paper),
        (_("Dia (PPTX)"), "pptx", PPTX, slide),
        (_("Gemeenten (CSV)"), "csv", "text/csv", lambda: region_csv(ds, p)),
    )
    with folded_on_a_phone("region-files", _("Meenemen: A4, dia, tabel, link"), horizontal=True):
        for words, extension, mime, made in files:
            st.download_button(
                words, in_this_language(made), f"{stem}.{extension}", mime, key=f"download-region-{extension}",
                on_click="ignore", icon=":material/download:",
            )  # fmt: skip
        with st.popover(_("Vaste link"), icon=":material/link:"):
            show(address_field(_("Vaste link naar deze pagina"), address))


def region_address_with_host(p: RegionProfile) -> str:
    """The permanent link to this page, with the host that the reader used."""
    return (st.context.url or "").partition("?")[0] + "?" + p.address().partition("?")[2]
