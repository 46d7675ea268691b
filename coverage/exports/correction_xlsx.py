"""A prefilled correction sheet: what the data claim about a municipality, with room to correct it."""

from __future__ import annotations

import math
from collections.abc import Iterable
from io import BytesIO
from typing import Any

import xlsxwriter

from coverage.analysis.profile.claimed import Stated, all_claimed
from coverage.analysis.profile.facts import Profile
from coverage.dataset import Dataset
from coverage.geography.names import resolve
from coverage.i18n import _, day, label
from coverage.sheets.proposals import AGREES, COLUMNS, CURRENT, DATE, FILLED, NEW, RELATION, SHEET, KnownClaims
from coverage.vocabulary import Agrees, Relation

EXTRA_ROWS = 15
EXPLANATION_WIDTH = 100
MEMBERSHIP = "indeling bij een regio"
WIDTHS = (22, 18, 40, 28, 26, 12, 40, 26, 40, 14, 24, 34, 40, 18, 40)


def known_now(ds: Dataset, stated: Stated) -> dict[str, str]:
    """The cells of the columns that repeat what the data claim; in Dutch in any language, see :class:`Stated`."""
    relation = stated.relation.label() if stated.relation else MEMBERSHIP
    words = f"{relation} ({stated.basis.label()})" if stated.basis else relation
    evidence = f"{stated.certainty.label()}: {stated.evidence.label()}" if stated.evidence else stated.certainty.label()
    source = f"{ds.source(stated.source_id).title} [{stated.source_id}]"
    values = (
        stated.id, stated.municipality, stated.subject, words, evidence, stated.date, source,
        stated.detail, stated.note,
    )  # fmt: skip
    return dict(zip(CURRENT, values, strict=True))


def known(ds: Dataset) -> KnownClaims:
    """Current cells of everything that a sheet may hold, and the names of municipalities, to read a sheet back with."""
    return KnownClaims(
        {key: known_now(ds, stated) for key, stated in all_claimed(ds).items()}, lambda typed: resolve(ds, typed).name
    )


def correction_xlsx(ds: Dataset, profile: Profile, address: str = "") -> bytes:
    """The sheet of one municipality, with an explanation before it. All text is text: no formulas, no links.

    ``address`` is the link that the explanation gives; the one without host when empty.
    """
    stream = BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(stream, options) as book:
        book.set_properties({"title": _("Correctieblad {name}").format(name=profile.row.name), "created": None})
        _explain(book, ds, profile, address or profile.address())
        _sheet(book, ds, profile)
    return stream.getvalue()


def _sheet(book: Any, ds: Dataset, profile: Profile) -> None:
    grey = book.add_format(
        {"bg_color": "#eef2f5", "text_wrap": True, "valign": "top", "border": 1, "border_color": "#d5dbe1"}
    )
    open_ = book.add_format(
        {"text_wrap": True, "valign": "top", "border": 1, "border_color": "#0b5570", "num_format": "@"}
    )
    head = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bg_color": "#d5dbe1", "border": 1})
    head_open = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bg_color": "#cfe6f5", "border": 1})
    sheet = book.add_worksheet(SHEET)
    for column, (name, width) in enumerate(zip(COLUMNS, WIDTHS, strict=True)):
        sheet.write_string(0, column, name, head if name in CURRENT else head_open)
        sheet.set_column(column, column, width)
    new = dict.fromkeys(CURRENT, "") | {CURRENT[0]: NEW, CURRENT[1]: profile.row.name}
    rows: Iterable[dict[str, str]] = [*(known_now(ds, s) for s in profile.stated), *([new] * EXTRA_ROWS)]
    last = 0
    for last, cells in enumerate(rows, start=1):
        sheet.set_row(last, max(_height(cells[name], width) for name, width in zip(CURRENT, WIDTHS, strict=False)))
        for column, name in enumerate(CURRENT):
            sheet.write_string(last, column, cells[name], grey)
        for column in range(len(CURRENT), len(COLUMNS)):
            sheet.write_blank(last, column, None, open_)
    sheet.set_row(0, 30)
    sheet.freeze_panes(1, 1)
    for name, codes in ((AGREES, Agrees), (RELATION, Relation)):
        column = COLUMNS.index(name)
        sheet.data_validation(
            1, column, last, column,
            {"validate": "list", "source": [label(c) for c in codes], "error_title": _("Geen keuze"),
             "error_message": _("Kies een waarde uit de lijst.")},
        )  # fmt: skip
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)


def _explain(book: Any, ds: Dataset, profile: Profile, address: str) -> None:
    bold, wrapped = (
        book.add_format({"bold": True, "valign": "top"}),
        book.add_format({"text_wrap": True, "valign": "top"}),
    )
    sheet = book.add_worksheet("uitleg")
    sheet.set_column(0, 0, 26)
    sheet.set_column(1, 1, EXPLANATION_WIDTH, wrapped)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    for row, (word, text) in enumerate(_explanation(ds, profile, address)):
        sheet.set_row(row, _height(text, EXPLANATION_WIDTH))
        sheet.write_string(row, 0, word, bold)
        sheet.write_string(row, 1, text, wrapped)


def _height(text: str, width: int) -> float:
    """Height of a row, in points, that shows a text in a column; not every program finds it itself."""
    return 15.0 * max(1, math.ceil(1.15 * len(text) / width))


def _explanation(ds: Dataset, profile: Profile, address: str) -> list[tuple[str, str]]:
    relations = "; ".join(f"{label(r)}: {r.definition()}" for r in Relation)
    made = _("gegevens editie {edition}, peildatum {date}").format(edition=ds.edition, date=day(profile.on))
    what = _(
        "Op het blad “{sheet}” staat wat de gegevens over je gemeente zeggen: één rij per bewering, met bron en "
        "datum. Grijze kolommen zijn wat er nu staat; de andere vul je in."
    ).format(sheet=SHEET)
    how = _(
        "Kies bij “{agrees}” ja, nee, deels of weet ik niet. Klopt het niet? Vul dan in wat het wel is, met de bron en "
        "de datum waarop dat gold. Weet je iets dat nog niet op het blad staat? Gebruik een rij met “{new}”."
    ).format(agrees=AGREES, new=NEW)
    why = _(
        "Elk gegeven heeft een bron en een datum: een besluit, een subsidiebeschikking, een webpagina, of een brief "
        "van je gemeente. Zonder bron nemen wij een correctie niet over."
    )
    when = _("Schrijf een jaar (2026), een maand (2026-03) of een dag (2026-03-15 of 15-03-2026) bij “{date}”.")
    never = _("Zet geen namen of gegevens van personen op dit blad, en geen adressen van opvang of werkplekken.")
    then = _(
        "Het blad wordt ingelezen als voorstel. Een mens bekijkt elk voorstel; er verandert niets vanzelf. Geld of een "
        "aanwijzing is nog geen programma."
    )
    return [
        (_("Correctieblad"), profile.row.name), (_("Gemaakt uit"), made), (_("Pagina"), address),
        (_("Wat is dit?"), what), (_("Hoe vul je het in?"), how), (_("Waarom een bron?"), why),
        (_("Datum"), when.format(date=DATE)), (_("Relaties"), relations), (_("Wat niet?"), never),
        (_("Kolommen om in te vullen"), ", ".join(FILLED)), (_("Wat gebeurt ermee?"), then),
    ]  # fmt: skip
