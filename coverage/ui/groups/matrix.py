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
from coverage.ui.data.cite import here
from coverage.ui.groups.links import links
from coverage.ui.html import join, show
from coverage.ui.params.groups import GROUP_VIEW, ROW, TOPIC, GroupView
from coverage.vocabulary import Code, Criterion, Said, Scope

SILENT = frozenset({Said.SILENT, Said.NO_PROGRAMME})
Address = Callable[[str, Code | None], str]


def matrix_table(table: Matrix, national: dict[Code, Stance], title: str) -> None:
    """Rows by subjects in a region that scrolls by itself, with the national findings as last row."""
    head = join(Markup("<th scope=col>{}").format(label(t)) for t in table.topics)
    address = links(table.dimension, table.on)
    body = join(_row(table, row, address) for row in table.rows)
    foot = _national(table, national) if any(s.level for s in national.values()) else Markup("")
    show(
        Markup(
            '<div class="scroll" role="region" tabindex="0" aria-label="{}"><table class="matrix" '
            "style=\"--silent:'{}'\"><caption>{}</caption>"
            "<thead><tr><th scope=col>{}{}</thead><tbody>{}</tbody>{}</table></div>"
        ).format(title, label(Said.SILENT), title, label(table.scope), head, body, foot)
    )


def _row(table: Matrix, row: Row, address: Address) -> Markup:
    count = len(row.evidenced)
    note = Markup("")
    if table.scope is not Scope.PROGRAMMES:
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


def _national(table: Matrix, national: dict[Code, Stance]) -> Markup:
    cells, findings = [], here({GROUP_VIEW.name: GroupView.NATIONAL.value, ROW.name: "", TOPIC.name: ""})
    for topic in table.topics:
        stance = national.get(topic)
        if stance and stance.level:
            said = Said(stance.level.value)
            cells.append(
                Markup('<td class={}><a href="{}">{} {}</a>').format(said.value, findings, label(said), stance.date[:4])
            )
        else:
            cells.append(Markup("<td>"))
    return Markup("<tfoot><tr><th scope=row>{}<small>{}</small>{}</tfoot>").format(
        _("Nederland als geheel"), _("oordeel van landelijke bronnen"), join(cells)
    )


def matrix_export(ds: Dataset, table: Matrix) -> pd.DataFrame:
    """Every cell as a row, silence included, with the statements behind it."""
    return pd.DataFrame(
        {
            label(table.scope): r.title,
            _("Onderwerp"): label(c.topic),
            _("Gezegd"): label(c.said),
            _("Programma aangetoond"): _("ja") if c.current else _("nee"),
            _("Datum van de uitspraak"): c.since,
            _("Programma's"): ", ".join(dict.fromkeys(s.programme_id for s in c.stances)),
            _("Bronnen"): "; ".join(
                dict.fromkeys(f"{ds.source(x.source_id).title}, {x.detail}" for s in c.stances for x in s.statements)
            ),
        }
        for r in table.rows
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
