"""'Klopt dit?': what is claimed about a municipality, and a sheet to correct it that can be read back."""

from __future__ import annotations

from datetime import date

import streamlit as st
from markupsafe import Markup

from coverage.analysis.profile.claimed import Stated
from coverage.analysis.profile.facts import profile
from coverage.dataset import Dataset
from coverage.exports.correction_xlsx import correction_xlsx, known
from coverage.forms import PATH as FORM
from coverage.i18n import _, in_this_language, label, language, number, partial_day
from coverage.inventory import is_configured
from coverage.sender import no_contact_yet, sender
from coverage.sheets.corrections import read_corrections
from coverage.sheets.proposals import Corrections, Proposal, SheetProblem
from coverage.sheets.unpack import MOST_BYTES, SheetError
from coverage.ui.data.cite import cite
from coverage.ui.html import as_text, join, notice, show
from coverage.ui.params import LANGUAGE
from coverage.ui.pieces import table, unfolding
from coverage.ui.redraw import fragment

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@fragment
def is_this_right(ds: Dataset, code: str, on: date, max_age: int, address: str) -> None:
    """Every row about the municipality, the sheet to take along, and the place to bring it back."""
    p = profile(ds, code, on, max_age)
    st.header(_("Klopt dit?"), anchor=False)
    if is_configured():
        show(_to_the_form())
    else:
        st.write(
            _("Klopt er iets niet, of weet je meer? Vul het correctieblad in en stuur het naar {contact}. "
              "Er verandert niets vanzelf: een mens bekijkt elk voorstel."
              ).format(contact=as_text(sender().contact or _keeper()))
            + ("" if sender().contact else f" {no_contact_yet()}")
        )  # fmt: skip
    if p.stated:
        title = _("Alles wat de gegevens over deze gemeente zeggen ({count})").format(count=number(len(p.stated)))
        unfolding("stated", title, lambda: _table(ds, p.stated))
    st.download_button(
        _("Download het correctieblad (XLSX)"),
        in_this_language(lambda: correction_xlsx(ds, p, address)),
        f"correctieblad-{p.row.code}.xlsx",
        XLSX,
        key="download-corrections",
        on_click="ignore",
        icon=":material/download:",
    )
    returned = st.expander(_("Een ingevuld blad bekijken"), key="returned-sheet", on_change="rerun")
    if returned.open:
        with returned:
            read_back(ds, code, {p.row.name, *(s.municipality for s in p.stated)})


def _keeper() -> str:
    return _("wie de gegevens bijhoudt")


def _to_the_form() -> Markup:
    """Where a municipality answers, for a dashboard with an inventory."""
    said = _(
        "Klopt er iets niet, of weet je meer? Een gemeente geeft het door met een uitnodiging. Er verandert niets "
        "vanzelf: een mens beoordeelt elk antwoord."
    )
    link = Markup('<p>{}</p><p><a href="{}">{}</a></p>')
    elsewhere = "" if language() == LANGUAGE.default() else f"?{LANGUAGE.name}={language()}"
    return link.format(said, f"{FORM}{elsewhere}", _("Geef door hoe het zit, of vraag een uitnodiging"))


def read_back(ds: Dataset, code: str, about: set[str]) -> None:
    """A sheet uploaded for the municipality ``code``, shown as proposals with what is wrong in it.

    ``about`` are the names under which the data know it; the sheet goes when another municipality is chosen.
    """
    show(
        Markup('<p class="notice cookies-needed">{}</p>').format(
            _("Je browser bewaart geen cookies. Dan komt een blad hier niet aan. Sta cookies toe voor dit adres, of "
              "stuur het blad naar {contact}.").format(contact=sender().contact or _keeper())
        )
    )  # fmt: skip
    uploaded = st.file_uploader(
        _("Ingevuld correctieblad (XLSX, ODS of CSV)"),
        type=["xlsx", "ods", "csv"],
        key=f"upload-corrections-{code}",
        max_upload_size=MOST_BYTES // 10**6,
    )
    if uploaded is None:
        return
    try:
        found = read_corrections(uploaded.getvalue(), known(ds))
    except SheetError as problem:
        notice(str(problem))
        return
    if others := sorted({x.municipality for x in found.proposals} - about - {""}):
        notice(_("Dit blad gaat over een andere gemeente dan deze pagina: {names}.").format(names=", ".join(others)))
    show(_outcome(found))


def _table(ds: Dataset, stated: tuple[Stated, ...]) -> Markup:
    head = (_("Kenmerk"), _("Gemeente in de bron"), _("Programma of regio"), _("Wat er staat"), _("Datum"), _("Bron"))
    rows = (
        (s.id, s.municipality, s.subject, _words(s), partial_day(s.date), cite(ds, s.source_id, s.detail))
        for s in stated
    )
    title = _("Alles wat de gegevens over deze gemeente zeggen")
    return table(head, rows, title, style="stated", height="window")


def _words(s: Stated) -> Markup:
    parts = [label(s.relation) if s.relation else _("indeling bij een regio"), *([label(s.basis)] if s.basis else [])]
    parts += [label(s.certainty), *([label(s.evidence)] if s.evidence else [])]
    note = Markup('<p class="note">{}</p>').format(s.note) if s.note else Markup("")
    return Markup("{}{}").format(", ".join(parts), note)


def _outcome(found: Corrections) -> Markup:
    summary = _(
        "Voorstellen: {proposals}. Bekeken rijen: {rows}. Fouten in het blad: {problems}. Er is niets gewijzigd."
    ).format(proposals=number(len(found.proposals)), rows=number(found.rows), problems=number(len(found.problems)))
    head = (
        _("Rij"),
        _("Kenmerk"),
        _("Voorstel"),
        _("Relatie"),
        _("Programma of regio"),
        _("Bron"),
        _("Datum"),
        _("Toelichting"),
    )
    rows = [_proposal(x) for x in found.proposals]
    return Markup('<div role="status"><p><strong>{}</strong></p>{}{}{}</div>').format(
        summary,
        _cells(_("Verbeter dit in het blad:"), found.problems),
        _cells(_("Dit staat op een plek die wij niet lezen. Hoort het bij een rij? Zet het dan daar:"), found.unread),
        table(head, rows, _("Voorstellen in het blad"), style="stated", height="window") if rows else "",
    )


def _cells(title: str, cells: tuple[SheetProblem, ...]) -> Markup:
    lines = join(Markup("<li>{}</li>").format(str(x)) for x in cells)
    return Markup('<p>{}</p><ul class="problems">{}</ul>').format(title, lines) if cells else Markup("")


def _proposal(x: Proposal) -> tuple[object, ...]:
    kind = label(x.kind) if x.complete else _("{kind} (nog niet compleet)").format(kind=label(x.kind))
    return (
        x.row, x.claim_id or _("nieuw"), kind,
        label(x.relation) if x.relation else "", x.subject, x.source, partial_day(x.date) if x.date else "", x.remark,
    )  # fmt: skip
