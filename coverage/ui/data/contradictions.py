"""Caveats beside figures: a small mark that leads to its text on the same page, and the whole list."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

import streamlit as st
from markupsafe import Markup

from coverage.analysis.contradictions import Contradiction, contradictions
from coverage.dataset import Dataset, current
from coverage.i18n import _, label, number
from coverage.ui.data.cite import caveats_address, sources_linked
from coverage.ui.html import collecting, join, notice, show
from coverage.ui.params.data import CAVEAT
from coverage.ui.pieces import unfolding
from coverage.ui.state import here


def marks(caveats: Iterable[Contradiction]) -> Markup:
    """Small links, named by what they warn of; the page must show :func:`contradiction_notes` with the same below."""
    return join(mark(c, f"#{c.id}") for c in caveats)


def mark(c: Contradiction, address: str) -> Markup:
    """One small mark with an address; its name is the title of the caveat."""
    link = Markup(' <a class="caveat" href="{}" title="{}" aria-label="{}">{}</a>')
    return link.format(address, c.title, _("let op: {title}").format(title=c.title), _("let op"))


def contradiction_notes(caveats: Iterable[Contradiction], title: str) -> None:
    """The caveats in full, in order of number, each once; nothing when there are none.

    The link keeps the date of the page; it is shown apart, so that the caveats are not sent again with another date.
    """
    found = {c.id: c for c in caveats}
    if found:
        notes = join(_folded_note(found[i]) for i in sorted(found))
        show(Markup('<section class="caveats" aria-label="{}"><h2>{}</h2>{}</section>').format(title, title, notes))
        show(Markup('<p><a href="{}">{}</a></p>').format(caveats_address(), _("Alle tegenstrijdigheden")))


def everything(ds: Dataset) -> None:
    """The caveat that the address names, else all by subject: their titles, and under them what each says."""
    known, asked = {c.id: c for c in contradictions(ds)}, CAVEAT.get()
    if asked in known:
        words = _("Alle tegenstrijdigheden")
        if collecting():
            show(Markup('<p class="back"><a href="{}">{}</a></p>').format(here({CAVEAT.name: ""}), words))
        else:
            st.button(words, icon=":material/arrow_back:", on_click=CAVEAT.set, args=("",))
        show(note(known[asked]))
        return
    if asked:
        notice(_("“{text}” is geen tegenstrijdigheid die wij kennen; hieronder staan ze allemaal.").format(text=asked))
    sections: dict[str, list[Contradiction]] = {}
    for c in known.values():
        sections.setdefault(c.section, []).append(c)
    for index, (section, inside) in enumerate(sections.items(), start=1):
        titles = join(Markup("<li>{}</li>").format(c.title) for c in inside)
        show(Markup("<h2>{}</h2><ul>{}</ul>").format(section, titles))
        title = _("Wat er staat, en wat wij ermee doen ({count})").format(count=number(len(inside)))
        unfolding(f"caveats-{index}", title, partial(_in_full, inside))


def _in_full(inside: list[Contradiction]) -> Markup:
    return join(note(c) for c in inside)


def _folded_note(c: Contradiction) -> Markup:
    """The title of a caveat, with the rest folded under it; a browser unfolds it for who follows a mark."""
    return Markup("<details><summary>{}</summary>{}</details>").format(c.title, note(c))


def note(c: Contradiction) -> Markup:
    """One caveat in full, with what this project does about it; a mark leads to it."""
    advice = Markup('<p class="advice"><strong>{}</strong> {}</p>').format(
        _("Wat wij ermee doen:"), sources_linked(current(), c.advice)
    )
    return Markup(
        '<article id="{}" class="caveat-note" tabindex="-1"><h3>{}</h3><p class="tags"><span>{}</span></p>'
        "<p>{}</p>{}</article>"
    ).format(c.id, c.title, label(c.kind), sources_linked(current(), c.text), advice if c.advice else Markup(""))
