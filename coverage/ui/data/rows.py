"""Every row of every table: choose a table, look for a word, leaf through what is found."""

from __future__ import annotations

from markupsafe import Markup

from coverage.analysis.source_use import table_names
from coverage.analysis.table_words import ORIGIN, TableRow, column_names, rows_in_words
from coverage.dataset import Dataset
from coverage.dataset.tables import TABLES
from coverage.i18n import _, language, number, sentence_case
from coverage.ui.asking import asking_form, select_field
from coverage.ui.bound import pick_from, type_in
from coverage.ui.data.cite import source_link
from coverage.ui.data.downloads import table_button, table_link
from coverage.ui.data.sheets import begin_again, sheet_of
from coverage.ui.html import join, notice, show
from coverage.ui.params.data import SHEET, TABLE, WORD
from coverage.ui.pieces import answer_line, table

ON_A_SHEET = 10  # wide rows: what a change of sheet sends stays under 20 kB


def all_rows(ds: Dataset) -> None:
    """One table of the package in words, with the source of each row."""
    name = pick_from(_("Tabel"), TABLE, table_names())
    asked = type_in(_("Zoek een woord"), WORD, _("bijvoorbeeld een gemeente, programma of jaar"))
    begin_again("rows-asked", (name, asked))
    _found_rows(ds)
    table_button(ds, name, _("Download {kind}").format(kind=f"{name}.csv"))


def told_rows(ds: Dataset) -> None:
    """The same without the app: what is asked for in a form, a sheet of rows with links, and the whole as a file."""
    show(_form())
    _found_rows(ds)
    show(table_link(TABLE.get()))


def _form() -> Markup:
    tables = select_field(_("Tabel"), TABLE.name, ((c, w, c == TABLE.get()) for c, w in table_names().items()))
    word = Markup(' <label>{} <input name="{}" value="{}" maxlength="100"></label>')
    return asking_form(tables + word.format(_("Zoek een woord"), WORD.name, WORD.get()), TABLE, WORD, SHEET)


def _found_rows(ds: Dataset) -> None:
    """How many rows the table has, and one sheet of those that hold the word."""
    names, name, asked = table_names(), TABLE.get(), WORD.get()
    rows = rows_in_words(ds, name, language())
    found = [row for row in rows if row.has(asked.casefold().split())]
    words = _("Alle {rows} rijen van de tabel met {name}, zoals ze in het gegevenspakket staan.")
    answer_line(words.format(rows=number(len(rows)), name=names[name]) if rows else _("Deze tabel is nog leeg."))
    if found:
        _sheet(ds, name, found, len(rows))
    elif rows:
        notice(_("Geen rij gevonden met “{text}”. Probeer een ander woord.").format(text=asked))


def _sheet(ds: Dataset, name: str, found: list[TableRow], total: int) -> None:
    rows, begin, more = sheet_of(found, ON_A_SHEET)
    caption = _("Rijen {first} tot en met {last} van {all}") if more else _("{all} van de {total} rijen")
    titles = column_names()
    has_source = "source_id" in TABLES[name].columns and name != "sources"
    columns = [
        c for c in _in_one_language(TABLES[name].columns) if any(r.cells[c] for r in rows)
        if not (has_source and c in ORIGIN)
    ]  # fmt: skip
    header = [titles[c] for c in columns] + ([_("Herkomst")] if has_source else [])
    title = caption.format(
        first=number(begin + 1), last=number(begin + len(rows)), all=number(len(found)), total=number(total)
    )
    body = ([*(r.cells[c] for c in columns), *([_origin(ds, r)] if has_source else [])] for r in rows)
    show(table([sentence_case(name) for name in header], body, title, style="words"))


def _in_one_language(columns: list[str]) -> list[str]:
    """Columns without the twins (``verdict`` and ``verdict_en``) in a language that the reader did not choose."""
    twins = {c for c in columns if f"{c}_en" in columns}
    left_out = twins if language() == "en" else {f"{c}_en" for c in twins}
    return [c for c in columns if c not in left_out]


def _origin(ds: Dataset, row: TableRow) -> Markup:
    """Source of a row as a link; under it where in the source, how it was read, and the remark."""
    rest = (row.cells.get(c, "") for c in ORIGIN if c != "source_id")
    small = join(Markup("<br><small>{}</small>").format(text) for text in rest if text)
    return Markup("{}{}").format(source_link(ds, row.source_id), small)
