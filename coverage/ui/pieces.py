"""Pieces that pages share: the answer on top, and wide tables.

A wide table stands in a region of its own that scrolls, can be reached with the keyboard and has a name.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from markupsafe import Markup

from coverage.ui.html import join, show


def answer_line(sentence: str) -> None:
    """The answer to the question of the page, generated from the data."""
    show(Markup('<p class="answer">{}</p>').format(sentence))


def heads(columns: Iterable[str]) -> Markup:
    """Column heads."""
    return join(Markup('<th scope="col">{}</th>').format(c) for c in columns)


def scrolling(title: str, style: str, inside: Markup, height: Literal["whole", "window"] = "whole") -> Markup:
    """A table with this caption; ``whole`` shows all its rows, ``window`` keeps the heads in sight while it scrolls."""
    return Markup(
        '<div class="scroll {}" role="region" tabindex="0" aria-label="{}">'
        '<table class="{}"><caption>{}</caption>{}</table></div>'
    ).format(height, title, style, title, inside)


def table(columns: Iterable[str], body: Markup, foot: Markup | None = None) -> Markup:
    """Head, body and, when given, foot of a table."""
    end = Markup("<tfoot>{}</tfoot>").format(foot) if foot else Markup("")
    return Markup("<thead><tr>{}</tr></thead><tbody>{}</tbody>{}").format(heads(columns), body, end)
