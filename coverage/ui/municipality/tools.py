"""Around the page of a municipality: names to choose from when one is mistyped, its link, and its fact sheet."""

from __future__ import annotations

from contextlib import suppress
from datetime import date

import streamlit as st
from markupsafe import Markup

from coverage.analysis.profile.facts import Profile
from coverage.analysis.round_words import waiting_here
from coverage.dataset import Dataset
from coverage.geography.names import AmbiguousMunicipality, NameProblem, UnknownMunicipality, resolve
from coverage.geography.region_names import region_names, resolve_region
from coverage.i18n import _, in_this_language
from coverage.inventory.overlay import book_of_readers
from coverage.ui.data.cite import region_link
from coverage.ui.html import show
from coverage.ui.params import MUNICIPALITY
from coverage.ui.pieces import address_field, folded_on_phone


def suggestions(ds: Dataset, on: date) -> None:
    """Buttons with the names that may have been meant; nothing when the name is known."""
    _region_meant(ds)
    try:
        resolve(ds, MUNICIPALITY.get(), on)
    except UnknownMunicipality as problem:
        names = problem.suggestions
    except AmbiguousMunicipality as problem:
        names = problem.candidates
    except NameProblem:
        names = ()
    else:
        return
    if names and MUNICIPALITY.get():
        with st.container(horizontal=True, key="suggestions"):
            for name in names:
                st.button(name, key=f"suggest-{name}", on_click=MUNICIPALITY.set, args=(name,))


def _region_meant(ds: Dataset) -> None:
    """A link to the page of a region when its name, with the word region, was typed for a municipality."""
    typed = MUNICIPALITY.get()
    if "reg" not in typed.casefold():
        return
    with suppress(NameProblem):
        name = region_names(ds)[resolve_region(ds, typed)]
        words = _("Bekijk de pagina van de regio {name}").format(name=name)
        show(Markup('<p class="to-region"><a href="{}">{}</a></p>').format(region_link(name), words))


def link(p: Profile) -> str:
    """The permanent link to this page, with the host that the reader used."""
    return (st.context.url or "").partition("?")[0] + "?" + p.address().partition("?")[2]


def take_along(ds: Dataset, p: Profile) -> None:
    """The fact sheet as PDF, and the permanent link."""
    address = link(p)

    def sheet() -> bytes:
        from coverage.exports.factsheet_pdf import factsheet_pdf  # drawing libraries, for who asks

        return factsheet_pdf(ds, p, address, waiting_here(book_of_readers(), p.row.code))

    st.download_button(
        _("Factsheet (PDF, één A4)"), in_this_language(sheet),
        f"factsheet-{p.row.code}-{p.on.isoformat()}.pdf", "application/pdf",
        key="download-factsheet", on_click="ignore", icon=":material/download:", type="primary",
    )  # fmt: skip
    words = _("Vaste link naar deze pagina")
    show(folded_on_phone(words, address_field(words, address)))
