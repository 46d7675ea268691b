"""Pieces that pages share: the answer on top, wide tables, and sections that unfold.

A wide table stands in a region of its own that scrolls, can be reached with the keyboard and has a name.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any, Literal
from urllib.parse import urlencode

import streamlit as st
from markupsafe import Markup

from coverage.analysis.axis import Axis
from coverage.analysis.planned import planned_remarks
from coverage.dataset import Dataset
from coverage.i18n import _, label
from coverage.ui.html import join, show
from coverage.ui.params import DATE, LANGUAGE
from coverage.ui.state import Param
from coverage.vocabulary import Code, Style


def answer_line(sentence: str) -> None:
    """The answer to the question of the page, generated from the data."""
    show(answered(sentence))


def answered(sentence: str) -> Markup:
    """The line of :func:`answer_line`."""
    return Markup('<p class="answer">{}</p>').format(sentence)


def planned_notes(ds: Dataset, on: date) -> None:
    """Reorganisations of municipalities that the map of a date does not show: announced, or not drawn yet."""
    for text in planned_remarks(ds, on):
        st.info(text)


def part_links(param: Param[Any], words: Mapping[Any, str] | type[Code]) -> Markup:
    """The parts of a page as links, where the buttons of :func:`coverage.ui.bound.pick` are not there (yet)."""
    if not isinstance(words, Mapping):
        words = {code: label(code) for code in words}
    links = join(
        Markup('<li><a href="?{}">{}</a></li>').format(urlencode(kept_with(param, code)), word)
        for code, word in words.items()
    )
    return Markup('<nav class="parts" aria-label="{}"><ul>{}</ul></nav>').format(_("Onderdelen van deze pagina"), links)


def kept_with(param: Param[Any], value: Any) -> dict[str, str]:
    """What an address holds that keeps date and language and has this value."""
    held = [(p, p.get()) for p in (DATE, LANGUAGE)]
    return {p.name: p.write(v) for p, v in [*held, (param, value)] if v != p.default()}


def address_field(title: str, address: str) -> Markup:
    """An address to copy, in a field that cannot be changed: the keyboard selects all of it and nothing else."""
    return Markup(
        '<label class="address">{}<textarea readonly rows="3" spellcheck="false">{}</textarea></label>'
    ).format(title, address)


def heads(columns: Iterable[str]) -> Markup:
    """Column heads."""
    return join(Markup("<th scope=col>{}</th>").format(c) for c in columns)


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


def cells(values: Iterable[object]) -> Markup:
    """Cells of a row."""
    return join(Markup("<td>{}</td>").format(v) for v in values)


def row(name: object, values: Iterable[object]) -> Markup:
    """A row of a table, headed by its name."""
    return Markup("<tr><th scope=row>{}</th>{}</tr>").format(name, cells(values))


def years_under(axis: Axis, step: int) -> Markup:
    """The years under a line, each at its first of January; decoration, since every picture is told in words."""
    marks = join(Markup('<span style="{}">{}</span>').format(axis.left(date(y, 1, 1)), y) for y in axis.years(step))
    return Markup('<div class="years" aria-hidden="true">{}</div>').format(marks)


def stacked(style: Style, share: float) -> Markup:
    """A part of a stacked bar, as wide as its share of 1; decorative, the numbers stand beside the bar."""
    pattern = Markup(" class={}").format(style.pattern) if style.pattern else Markup("")
    return Markup('<span{} style="width:{}%;background-color:{}"></span>').format(
        pattern, round(100 * share, 1), style.fill
    )


def unfolding(name: str, title: str, inside: Callable[[], Markup]) -> None:
    """A folded section; what it holds is sent when a reader unfolds it, not with every change."""
    box = st.expander(title, key=f"unfolding-{name}", on_change="rerun")
    if box.open:
        with box:
            show(inside())
