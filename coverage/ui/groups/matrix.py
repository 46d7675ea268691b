"""The matrix as a table: words in the cells, a dash for silence, each statement a link to its sources.

Cells that say nothing are drawn as a dash and read aloud as "niets gezegd": whoever listens hears the words,
whoever looks sees an empty cell, and nobody reads a no. There are hundreds of them and a matrix goes over the wire
again with every change of date, so the table brings the words along once and page.css puts them in (an older browser
reads the dash); end tags of cells are left out, which HTML allows; and a link is as short as can be (links.py).
"""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd
from markupsafe import Markup

from coverage.analysis.groups.matrix import Cell, Matrix, Row
from coverage.analysis.statements import Stance
from coverage.dataset import Dataset
from coverage.i18n import _, definition, label
from coverage.ui.groups.links import links
from coverage.ui.html import join, show
from coverage.ui.params.groups import GROUP_VIEW, ROW, TOPIC, GroupView
from coverage.ui.pieces import table
from coverage.ui.state import here
from coverage.vocabulary import Code, Criterion, Said, Scope

SILENT = frozenset({Said.SILENT, Said.NO_PROGRAMME})
Address = Callable[[str, Code | None], str]


def matrix_table(matrix: Matrix, national: dict[Code, Stance], title: str) -> None:
    """Rows by subjects in a region that scrolls by itself, with the national findings as last row."""
    address = links(matrix.dimension, matrix.on)
    body = (_row(matrix, row, address) for row in matrix.rows)
    foot = [_national(matrix, national)] if any(s.level for s in national.values()) else []
    head = (label(matrix.scope), *map(label, matrix.topics))
    show(
        Markup("<div style=\"--silent:'{}'\">{}</div>").format(
            label(Said.SILENT), table(head, body, title, foot=foot, style="matrix", height="window")
        )
    )


def _row(matrix: Matrix, row: Row, address: Address) -> Markup:
    count = len(row.evidenced)
    note = Markup("")
    if matrix.scope is not Scope.PROGRAMMES:
        text = _("1 programma") if count == 1 else _("{count} programma's").format(count=count)
        note = Markup("<small>{}</small>").format(text if count else _("niets recent aangetoond"))
    elif not count:
        note = Markup("<small>{}</small>").format(_("niet recent aangetoond"))
    nobody = any(c.said is Said.NO_PROGRAMME for c in row.cells)
    return Markup('<tr{}><th scope=row><a href="{}">{}</a>{}{}').format(
        Markup(" class=n") if nobody else "", address(row.key, None), row.title, note,
        join(_cell(row, c, address) for c in row.cells),
    )  # fmt: skip


def _cell(row: Row, cell: Cell, address: Address) -> Markup:
    if cell.said in SILENT:
        return Markup("<td>")
    short = {Said.EMPHASIS: _("nadruk")} | ({Said.YES: _("geldt")} if isinstance(cell.topic, Criterion) else {})
    words = short.get(cell.said, label(cell.said))
    shown = words if cell.current else f"({words})"
    return Markup('<td class={}><a href="{}">{} {}</a>').format(
        f"{cell.said.value}{'' if cell.current else '-o'}",
        address(row.key, cell.topic),
        shown,
        cell.since[:4],
    )


def _national(matrix: Matrix, national: dict[Code, Stance]) -> Markup:
    cells, findings = [], here({GROUP_VIEW.name: GroupView.NATIONAL.value, ROW.name: "", TOPIC.name: ""})
    for topic in matrix.topics:
        stance = national.get(topic)
        if stance and stance.level:
            said = Said(stance.level.value)
            cells.append(
                Markup('<td class={}><a href="{}">{} {}</a>').format(said.value, findings, label(said), stance.date[:4])
            )
        else:
            cells.append(Markup("<td>"))
    return Markup("<tr><th scope=row>{}<small>{}</small>{}").format(
        _("Nederland als geheel"), _("oordeel van landelijke bronnen"), join(cells)
    )


def matrix_export(ds: Dataset, matrix: Matrix) -> pd.DataFrame:
    """Every cell as a row, silence included, with the statements behind it."""
    return pd.DataFrame(
        {
            label(matrix.scope): r.title,
            _("Onderwerp"): label(c.topic),
            _("Gezegd"): label(c.said),
            _("Programma aangetoond"): _("ja") if c.current else _("nee"),
            _("Datum van de uitspraak"): c.since,
            _("Programma's"): ", ".join(dict.fromkeys(s.programme_id for s in c.stances)),
            _("Bronnen"): "; ".join(
                dict.fromkeys(f"{ds.source(x.source_id).title}, {x.detail}" for s in c.stances for x in s.statements)
            ),
        }
        for r in matrix.rows
        for c in r.cells
    )


def matrix_legend() -> Markup:
    """What the words, the dash and the brackets mean."""
    items = join(
        Markup('<li><span class="key {}">{}</span> {}</li>').format(
            {Said.SILENT: "s", Said.NO_PROGRAMME: "n"}.get(s, s.value), label(s), definition(s)
        )
        for s in Said
    )
    brackets = Markup('<li><span class="key yes-o">({})</span> {}</li>').format(
        label(Said.YES),
        _(
            "Gezegd door een programma dat op deze datum niet recent is aangetoond: eerder aangetoond, gestopt, of "
            "alleen in een regel of plan."
        ),
    )
    return Markup('<ul class="matrix-legend">{}{}</ul>').format(items, brackets)
