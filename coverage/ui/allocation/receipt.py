"""The receipt: how one region comes to its euros, line by line, and the link that reproduces it."""

from __future__ import annotations

import streamlit as st
from markupsafe import Markup

from coverage.analysis.allocation.receipt import Line, receipt
from coverage.analysis.allocation.result import Allocation
from coverage.analysis.allocation.words import not_published
from coverage.dataset import Dataset
from coverage.i18n import _, euro
from coverage.ui.allocation.downloads import address_of, receipt_button, tables
from coverage.ui.allocation.region import choose_region
from coverage.ui.data.cite import cite
from coverage.ui.html import join, show
from coverage.ui.params.allocation import AllocationView
from coverage.ui.pieces import address_field


def show_receipt(ds: Dataset, allocation: Allocation) -> None:
    """The lines, then link and files."""
    pick, _rest = st.columns([4, 9])
    with pick:
        own = choose_region(allocation)
    found = receipt(ds, allocation, own.number)
    title = _("Kassabon DUUP-regio {region}: {amount} per jaar").format(region=own.name, amount=euro(own.amount))
    rows = join(_row(ds, line) for line in found.lines)
    show(
        Markup(
            '<div class="scroll whole receipt" tabindex="0" role="region" aria-label="{}"><table class="plain left">'
            "<caption>{}</caption>"
            '<thead><tr><th scope="col">{}</th><th scope="col">{}</th><th scope="col">{}</th></tr></thead>'
            '<tbody>{}</tbody></table></div><p class="source">{}</p>'
        ).format(title, title, _("Regel"), _("Waarde"), _("Hoe, en uit welke bron"), rows, not_published())
    )
    st.header(_("Zo komt u bij dezelfde bedragen"), anchor=False)
    words = _("Dit adres bevat alles wat het bedrag bepaalt. Op een andere computer geeft het dezelfde euro's.")
    show(address_field(words, address_of(allocation, AllocationView.RECEIPT, own.name)))
    receipt_button(ds, allocation, found)
    tables(ds, allocation)


def _row(ds: Dataset, line: Line) -> Markup:
    how = Markup("{} ").format(line.formula) if line.formula else Markup("")
    source = cite(ds, line.source_id) if line.source_id else Markup("")
    return Markup('<tr><th scope="row">{}</th><td class="value">{}</td><td>{}{}</td></tr>').format(
        line.label, line.value, how, source
    )
