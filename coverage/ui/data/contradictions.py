"""Caveats beside figures: a mark such as T12 that leads to its text on the same page, and the whole list."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup

from coverage.analysis.contradictions import Contradiction, contradictions
from coverage.dataset import Dataset
from coverage.i18n import _, label
from coverage.ui.html import join, show

ALL = "programmas?onderdeel=kanttekeningen"


def marks(caveats: Iterable[Contradiction]) -> Markup:
    """Small links T01, T02 …; the page must show :func:`notes` with the same caveats below."""
    return join(Markup(' <a class="caveat" href="#{}" title="{}">{}</a>').format(c.id, c.title, c.id) for c in caveats)


def notes(caveats: Iterable[Contradiction], title: str) -> None:
    """The caveats in full, in order of number, each once; nothing when there are none."""
    found = {c.id: c for c in caveats}
    if found:
        show(
            Markup('<section class="caveats" aria-label="{}"><h2>{}</h2>{}<p><a href="{}">{}</a></p></section>').format(
                title, title, join(_note(found[i]) for i in sorted(found)), ALL, _("Alle 39 tegenstrijdigheden"),
            )
        )  # fmt: skip


def everything(ds: Dataset) -> None:
    """All caveats, by subject, with a table of contents."""
    sections: dict[str, list[Contradiction]] = {}
    for c in contradictions(ds):
        sections.setdefault(c.section, []).append(c)
    contents = join(Markup("<li>{}: {}</li>").format(section, marks(inside)) for section, inside in sections.items())
    show(Markup('<nav class="contents" aria-label="{}"><ul>{}</ul></nav>').format(_("Inhoud"), contents))
    for section, inside in sections.items():
        show(Markup('<section class="caveats"><h2>{}</h2>{}</section>').format(section, join(_note(c) for c in inside)))


def _note(c: Contradiction) -> Markup:
    advice = Markup('<p class="advice"><strong>{}</strong> {}</p>').format(_("Wat wij ermee doen:"), c.advice)
    return Markup(
        '<article id="{}" class="caveat-note" tabindex="-1"><h3>{} {}</h3><p class="tags"><span>{}</span></p>'
        "<p>{}</p>{}</article>"
    ).format(c.id, c.id, c.title, label(c.kind), c.text, advice if c.advice else Markup(""))
