"""Files of an allocation: a workbook with formulas, a table and the receipt of one region."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import urlencode, urlsplit, urlunsplit

import streamlit as st

from coverage.analysis.allocation.address import to_address
from coverage.analysis.allocation.definitions import definitions
from coverage.analysis.allocation.receipt import Receipt
from coverage.analysis.allocation.result import Allocation
from coverage.analysis.allocation.uncertainty import over_memberships
from coverage.dataset import Dataset
from coverage.exports.allocation_csv import allocation_csv
from coverage.exports.allocation_xlsx import allocation_xlsx
from coverage.i18n import _, in_this_language, language
from coverage.ui.params import LANGUAGE
from coverage.ui.params.allocation import VIEW, AllocationView
from coverage.ui.params.evidence import REGION

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def address_of(allocation: Allocation, view: AllocationView, region: str = "") -> str:
    """The whole address that shows this allocation again, on any machine and whatever the defaults are then."""
    values = {**to_address(allocation.scenario), VIEW.name: view.value}
    if region:
        values[REGION.name] = region
    if language() != "nl":
        values[LANGUAGE.name] = language()
    scheme, host, path, _query, _fragment = urlsplit(st.context.url or "")
    return urlunsplit((scheme, host, path, urlencode(values), ""))


def tables(ds: Dataset, allocation: Allocation) -> None:
    """Buttons for the workbook and the table; the files are made when asked for."""
    with st.container(horizontal=True, key="downloads-allocation"):
        _button(_("Download Excel met formules"), "xlsx", XLSX, allocation,
                lambda: allocation_xlsx(ds, allocation, over_memberships(allocation)))  # fmt: skip
        _button(_("Download CSV"), "csv", "text/csv", allocation,
                lambda: allocation_csv(allocation, over_memberships(allocation)))  # fmt: skip


def receipt_button(ds: Dataset, allocation: Allocation, found: Receipt) -> None:
    """A button for the receipt as PDF."""
    address = address_of(allocation, AllocationView.RECEIPT, found.region.name)

    def made() -> bytes:
        from coverage.exports.receipt_pdf import receipt_pdf  # drawing libraries, for who asks

        return receipt_pdf(ds, allocation, found, address)

    words = _("Download kassabon (PDF)")
    _button(words, "pdf", "application/pdf", allocation, made, f"kassabon-{found.region.number:02}")


def _button(
    text: str, extension: str, mime: str, allocation: Allocation, make: Callable[[], bytes], name: str = "verdeling"
) -> None:
    s = allocation.scenario
    file = f"{name}-{definitions()[s.key].slug}-{s.year}-{s.budget}.{extension}"
    st.download_button(
        text,
        in_this_language(make),
        file,
        mime,
        key=f"download-{name}-{extension}",
        on_click="ignore",
        icon=":material/download:",
    )
