"""The files at fixed addresses: how to read them elsewhere, how to cite them, and the whole list."""

from __future__ import annotations

from urllib.parse import urljoin

import streamlit as st
from markupsafe import Markup

from coverage.dataset import Dataset
from coverage.dates import today
from coverage.exports.open_data.catalogue import LATEST, open_files
from coverage.exports.open_data.openapi import OPENAPI
from coverage.exports.standards.citation import citation_line, edition_citations
from coverage.exports.standards.publication import FOLDER, publication, unset_words
from coverage.geography.lineage import division_at
from coverage.i18n import _
from coverage.ui.data.examples import BASE, EXAMPLES, Example
from coverage.ui.html import join, show
from coverage.ui.pieces import address_field, answer_line, table

_LINK = Markup('<a href="{}">{}</a>')
_CODE = Markup('<pre class="code" tabindex="0" role="region" aria-label="{}"><code>{}</code></pre>')


def read_along(ds: Dataset) -> None:
    """The whole part."""
    base = _folder()
    answer_line(_("Elk bestand heeft een vast adres. Programma's mogen het lezen, ook vanaf een andere website."))
    show(address_field(_("Map met de nieuwste bestanden"), base))
    division = division_at(ds, today()).id
    for example in EXAMPLES:
        show(_example(example, base, division))
    _citations(ds)
    file_list(ds)


def _folder() -> str:
    """Where the newest files stand: by the public address of the site, else seen from the page of the reader."""
    site = publication()
    return site.files(LATEST) if site.address else urljoin(st.context.url or "", f"{FOLDER}/{LATEST}/")


def _example(example: Example, base: str, division: str) -> Markup:
    steps = join(Markup("<li>{}</li>").format(step) for step in example.steps(base, division))
    how = (
        _CODE.format(_("Regels om te kopiëren, {program}").format(program=example.program),
                     example.code.replace(BASE, base))
        if example.code else Markup("<ol>{}</ol>").format(steps)
    )  # fmt: skip
    words = Markup('<section class="method"><h2>{}</h2>{}<p class="source">{}</p></section>')
    return words.format(_("Lezen in {program}").format(program=example.program), how, example.tried())


def _citations(ds: Dataset) -> None:
    site = publication()
    show(Markup("<h2>{}</h2><p>{}</p>").format(
        _("Zo verwijs je ernaar"),
        _("Noem de editie: een volgende kan anders zijn. Een vastgelegde editie verandert nooit."),
    ))  # fmt: skip
    rows = [(_("Deze gegevens"), citation_line(ds, site)), *edition_citations(ds, site)]
    show(table((_("Editie"), _("Verwijzing")), rows, _("Verwijzing per editie"), style="words"))
    if unset := unset_words(site):
        show(Markup('<p class="source">{}</p>').format(unset))


def file_list(ds: Dataset) -> None:
    """Every file at a fixed address, as a link, with what it holds."""
    here = f"{FOLDER}/{LATEST}/"
    rows = [(_LINK.format(here + f.path, f.path), f.holds()) for f in open_files(ds, today())]
    described = (_LINK.format(f"{FOLDER}/{OPENAPI}", OPENAPI), _("deze lijst voor programma's (OpenAPI)"))
    words = _("Met {edition} in plaats van latest in het adres weet je zeker dat je deze editie leest.")
    show(Markup("<h2>{}</h2><p>{}</p>").format(_("Alle bestanden"), words.format(edition=ds.edition)))
    show(
        table((_("Bestand"), _("Wat erin staat")), (described, *rows), _("Bestanden op een vast adres"), style="words")
    )
