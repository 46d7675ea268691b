"""The receipt: how one region comes to its euros, line by line, and the link that reproduces it."""

from __future__ import annotations

import streamlit as st
from markupsafe import Markup

from coverage.analysis.allocation.receipt import ReceiptLine, receipt
from coverage.analysis.allocation.result import Allocation
from coverage.analysis.allocation.words import only_computed
from coverage.dataset import Dataset
from coverage.i18n import _, euro
from coverage.ui.allocation.downloads import address_of, receipt_button, tables
from coverage.ui.allocation.region import choose_region, region_in_use
from coverage.ui.data.cite import cite
from coverage.ui.html import show
from coverage.ui.params.allocation import AllocationView
from coverage.ui.pieces import address_field, subheading, table


def show_receipt(ds: Dataset, allocation: Allocation) -> None:
    """The lines, then link and files."""
    pick, _rest = st.columns([4, 9])
    with pick:
        own = choose_region(allocation)
    told_receipt(ds, allocation)
    subheading(_("Zo kom je bij dezelfde bedragen"))
    words = _("Dit adres bevat alles wat het bedrag bepaalt. Op een andere computer geeft het dezelfde euro's.")
    show(address_field(words, address_of(allocation, AllocationView.RECEIPT, own.name)))
    receipt_button(ds, allocation, receipt(ds, allocation, own.number))
    tables(ds, allocation)


def told_receipt(ds: Dataset, allocation: Allocation) -> None:
    """The lines of the region in use."""
    own = region_in_use(allocation)
    found = receipt(ds, allocation, own.number)
    title = _("Kassabon DUUP-regio {region}: {amount} per jaar").format(region=own.name, amount=euro(own.amount))
    head = (_("Regel"), _("Waarde"), _("Hoe, en uit welke bron"))
    rows = ((line.label, line.value, _how(ds, line)) for line in found.lines)
    show(table(head, rows, title, style="plain left receipt"))
    show(Markup('<p class="source">{}</p>').format(only_computed()))


def _how(ds: Dataset, line: ReceiptLine) -> Markup:
    how = Markup("{} ").format(line.formula) if line.formula else Markup("")
    source = cite(ds, line.source_id) if line.source_id else Markup("")
    return how + source
