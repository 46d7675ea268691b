"""Pieces that pages share: the answer on top, tables, legends, and sections that unfold.

A wide table stands in a region of its own that scrolls, can be reached with the keyboard and has a name.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import Any, Literal
from urllib.parse import urlencode

import streamlit as st
from markupsafe import Markup

from coverage.analysis.axis import Axis
from coverage.analysis.planned import planned_remarks
from coverage.dataset import Dataset
from coverage.i18n import _, label, number, percent
from coverage.ui.hard_words import with_meanings
from coverage.ui.html import collecting, join, show, swatch
from coverage.ui.params import DATE, LANGUAGE
from coverage.ui.state import Param
from coverage.vocabulary import Code, Style


def answer_line(sentence: str) -> None:
    """The answer to the question of the page, generated from the data."""
    show(answered(sentence))


def answered(sentence: str) -> Markup:
    """The line of :func:`answer_line`."""
    return Markup('<p class="answer">{}</p>').format(with_meanings(sentence))


def subheading(text: str) -> None:
    """A heading within a page, in the app and in the first view."""
    if collecting():
        show(Markup("<h2>{}</h2>").format(text))
    else:
        st.header(text, anchor=False)


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


def article_part(title: str, body: Markup, folded: bool = False) -> Markup:
    """A part of an article under its heading; folded, a browser opens it for who asks, and on paper."""
    if folded:
        return Markup("<details><summary><h2>{}</h2></summary>{}</details>").format(title, body)
    return Markup("<section><h2>{}</h2>{}</section>").format(title, body)


def folded_on_phone(words: str, inside: Markup) -> Markup:
    """What a phone folds under a few words, and a wide screen and paper simply show (``details.rest`` of page.css)."""
    return Markup('<details class="rest"><summary>{}</summary>{}</details>').format(words, inside)


def address_field(title: str, address: str) -> Markup:
    """An address to copy, in a field that cannot be changed: the keyboard selects all of it and nothing else."""
    return Markup(
        '<label class="address">{}<textarea readonly rows="3" spellcheck="false">{}</textarea></label>'
    ).format(title, address)


BodyRow = Markup | Sequence[object]  # a row as markup, or its name and its values


def table(
    head: Markup | Iterable[object],
    rows: Iterable[BodyRow],
    caption: str,
    *,
    foot: Iterable[BodyRow] = (),
    style: str = "plain",
    height: Literal["whole", "window"] = "whole",
) -> Markup:
    """A table that scrolls by itself where it is too wide, with its caption.

    ``head`` names the columns, without words for one that holds a drawing. ``whole`` shows all rows, ``window`` lets
    a long table scroll. ``style`` is the class of the table. Cells and rows go without their end tags, which HTML adds:
    that is a tenth of what a table takes on its way to the browser.
    """
    return scrolling(caption, style, _inside(head, rows, foot), height)


def scrolling(caption: str, style: str, inside: Markup, height: Literal["whole", "window"] = "whole") -> Markup:
    """The region of :func:`table`, for a table that is built otherwise inside."""
    return Markup(
        '<div class="scroll {}" role="region" tabindex="0" aria-label="{}">'
        '<table class="{}"><caption>{}</caption>{}</table></div>'
    ).format(height, caption, style, caption, inside)


def legend(
    caption: str,
    head: Iterable[str],
    entries: Iterable[BodyRow],
    *,
    foot: Iterable[BodyRow] = (),
    style: str = "legend",
) -> Markup:
    """A small table that stands beside a map: what is counted, and how many."""
    return Markup('<table class="{}"><caption>{}</caption>{}</table>').format(
        style, caption, _inside(head, entries, foot)
    )


def swatched(style: Style, words: object, meaning: str = "") -> Markup:
    """The name of an entry of a legend: its colour and its words, with what they mean on a line of its own."""
    small = Markup("<small>{}</small>").format(meaning) if meaning else ""
    return Markup("{}{}{}").format(swatch(style), words, small)


def of_all(people: int, total: int) -> Markup:
    """Inhabitants, and softly which part of all they are."""
    return Markup('{}<span class="soft"> · {}</span>').format(number(people), percent(people / total if total else 0))


def row(name: object, values: Iterable[object], *, chosen: bool = False) -> Markup:
    """A row of a table, headed by its name; a chosen one stands out."""
    mark = Markup(' class="chosen" aria-current="true"') if chosen else ""
    return Markup("<tr{}><th scope=row>{}{}").format(mark, name, cells(values))


def cells(values: Iterable[object]) -> Markup:
    """Cells of a row; what begins with ``<td`` is one already."""
    return join(v if isinstance(v, Markup) and v.startswith("<td") else Markup("<td>{}").format(v) for v in values)


def _inside(head: Markup | Iterable[object], rows: Iterable[BodyRow], foot: Iterable[BodyRow]) -> Markup:
    names = head if isinstance(head, Markup) else join(map(_head, head))
    end = join(map(_row, foot))
    return Markup("<thead><tr>{}<tbody>{}{}").format(
        names, join(map(_row, rows)), Markup("<tfoot>{}").format(end) if end else ""
    )


def _head(name: object) -> Markup:
    return Markup("<th scope=col>{}").format(name) if name else Markup("<td>")


def _row(one: BodyRow) -> Markup:
    return one if isinstance(one, Markup) else row(one[0], one[1:])


def years_under(axis: Axis, step: int) -> Markup:
    """The years under a line, each at its first of January; decoration, since every picture is told in words."""
    marks = join(Markup('<span style="{}">{}</span>').format(axis.left(date(y, 1, 1)), y) for y in axis.years(step))
    return Markup('<div class="years" aria-hidden="true">{}</div>').format(marks)


def stacked(parts: Iterable[tuple[Style, float]]) -> Markup:
    """A stacked bar of parts, as wide as their shares of 1; decorative, the numbers stand beside the bar."""
    spans = (
        Markup("<i{} style=--w:{:g}%;--c:{}></i>").format(
            Markup(" class={}").format(style.pattern) if style.pattern else "", round(100 * share, 1), style.fill
        )
        for style, share in parts
        if share
    )
    return Markup("<div class=stack>{}</div>").format(join(spans))


def unfolding(name: str, title: str, inside: Callable[[], Markup]) -> None:
    """A folded section; what it holds is sent when a reader unfolds it, not with every change.

    The first view holds it folded: no script is needed to read it.
    """
    if collecting():
        show(Markup("<details><summary>{}</summary>{}</details>").format(title, inside()))
        return
    box = st.expander(title, key=f"unfolding-{name}", on_change="rerun")
    if box.open:
        with box:
            show(inside())


def all_municipalities(name: str, table: Callable[[], None]) -> None:
    """The table with the rows of the map, folded: it and the script that draws it are sent to who unfolds it.

    The first view, which has no script of a table, holds its rows.
    """
    if collecting():
        table()
        return
    box = st.expander(_("Alle gemeenten als tabel"), key=f"unfolding-{name}", on_change="rerun")
    if box.open:
        with box:
            table()
