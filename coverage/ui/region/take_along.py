"""The files of a region: its municipalities as a table, and the permanent link."""

from __future__ import annotations

import streamlit as st

from coverage.analysis.region_profile.facts import RegionProfile
from coverage.dataset import Dataset
from coverage.exports.region_files import region_csv
from coverage.i18n import _, in_this_language
from coverage.ui.html import show
from coverage.ui.pieces import address_field


def take_region_along(ds: Dataset, p: RegionProfile) -> None:
    """Buttons; a file is made when a reader asks for it."""
    with st.container(horizontal=True, key="profile-aside"):
        st.download_button(
            _("Gemeenten (CSV)"), in_this_language(lambda: region_csv(ds, p)),
            f"regio-{p.number:02}-{p.on.isoformat()}.csv", "text/csv",
            key="download-region-csv", on_click="ignore", icon=":material/download:",
        )  # fmt: skip
        with st.popover(_("Vaste link"), icon=":material/link:"):
            show(address_field(_("Vaste link naar deze pagina"), region_address_with_host(p)))


def region_address_with_host(p: RegionProfile) -> str:
    """The permanent link to this page, with the host that the reader used."""
    return (st.context.url or "").partition("?")[0] + "?" + p.address().partition("?")[2]
