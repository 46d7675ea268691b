"""A picture on a page: drawn by the server at an address of its own, with what it says in words and its files."""

from __future__ import annotations

from collections.abc import Callable

from markupsafe import Markup

from coverage.analysis.pictures.told import PictureSubject, picture_text
from coverage.dataset import Dataset
from coverage.i18n import _
from coverage.ui.html import join
from coverage.ui.web.pictures import drawn_address

_FIGURE = Markup(
    '<figure class="picture"><figcaption>{}</figcaption><div class="scroll whole" role="region" tabindex="0" '
    'aria-label="{}"><img loading="lazy" src="{}" alt="{}"></div>{}</figure>'
)


def figure(ds: Dataset, subject: PictureSubject) -> Markup:
    """The picture under its words, and the way to it as PNG, SVG and CSV."""
    text = picture_text(ds, subject)
    links = picture_files(lambda ending: drawn_address(ds, subject, ending), f"{subject.kind.value}-{subject.on}")
    return _FIGURE.format(text.told, text.title, drawn_address(ds, subject, "svg"), f"{text.title}. {text.told}", links)


def picture_files(address: Callable[[str], str], name: str) -> Markup:
    """The way to a picture as PNG, SVG and CSV; ``address`` gives that of an ending."""
    files = (
        (_("Afbeelding (PNG)"), "png"), (_("Tekening (SVG)"), "svg"), (_("Cijfers (CSV)"), "csv"),
    )  # fmt: skip
    links = join(
        Markup('<a href="{}" download="{}.{}">{}</a>').format(address(ending), name, ending, words)
        for words, ending in files
    )
    return Markup('<p class="files">{}</p>').format(links)


def folded_figure(ds: Dataset, subject: PictureSubject, title: str) -> Markup:
    """The same, folded: a browser fetches the picture when a reader unfolds it."""
    return Markup('<details class="more"><summary>{}</summary>{}</details>').format(title, figure(ds, subject))
