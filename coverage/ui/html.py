"""The one choke point through which text reaches HTML: every value is escaped by :class:`Markup`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from contextvars import ContextVar

import streamlit as st
from markupsafe import Markup

from coverage.vocabulary import Style

_COLLECTING: ContextVar[list[Markup] | None] = ContextVar("collecting", default=None)
_MARKDOWN = re.compile(r"([\\`*_\[\]<>$:~#&|!])")


def show(markup: Markup) -> None:
    """Write markup to the page. Plain strings are refused: build markup with ``Markup("…{}…").format(value)``."""
    if not isinstance(markup, Markup):
        raise TypeError("show() takes Markup, so that every value has been escaped")
    collecting = _COLLECTING.get()
    if collecting is None:
        st.html(str(markup))
    else:
        collecting.append(markup)


def shown_by(*draw: Callable[[], None]) -> Markup:
    """What functions show, as markup: for the first view, which the server draws outside a reader's session."""
    parts: list[Markup] = []
    token = _COLLECTING.set(parts)
    try:
        for one in draw:
            one()
    finally:
        _COLLECTING.reset(token)
    return join(parts)


def collecting() -> bool:
    """Whether :func:`shown_by` asks: what a page shows is for the first view, where no widget can be."""
    return _COLLECTING.get() is not None


def as_text(value: str) -> str:
    """A value from the data for where Streamlit reads Markdown (titles, buttons): shown as it is, never interpreted."""
    return _MARKDOWN.sub(r"\\\1", value)


def notice(text: str) -> None:
    """One friendly line to the reader; what was typed may be part of it, so it is no Markdown."""
    show(Markup('<p class="notice" role="status">{}</p>').format(text))


def done(text: str) -> None:
    """One line on what was just done as the reader asked."""
    show(Markup('<p class="notice done" role="status">{}</p>').format(text))


def hint(text: str) -> None:
    """One quiet line on what a reader can do here."""
    show(hinted(text))


def hinted(text: str) -> Markup:
    """The line of :func:`hint`."""
    return Markup('<p class="hint">{}</p>').format(text)


def join(parts: Iterable[Markup]) -> Markup:
    """Concatenate markup."""
    return Markup("").join(parts)


def swatch(style: Style) -> Markup:
    """A small square in the colour and pattern of an area, without words: the label stands beside it."""
    return Markup('<i class="swatch {}" style=--c:{}></i>').format(style.pattern or "plain", style.fill)
