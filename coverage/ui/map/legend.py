"""The legend: colour, pattern and words of each status, with its municipalities and inhabitants."""

from __future__ import annotations

import streamlit as st
from markupsafe import Markup

from coverage.analysis.status import StatusReport
from coverage.i18n import _, definition, label, number
from coverage.ui.html import join, show
from coverage.ui.pieces import legend, of_all, swatched
from coverage.vocabulary import STATUS_STYLE, Status


def legend_marks() -> dict[str, str]:
    """Marks on an area besides its colour, with their words."""
    return {
        "p": _("geldt voor een deel van de gemeente"),
        "u": _("indeling bij de DUUP-regio is onzeker"),
    }


def status_legend(report: StatusReport) -> Markup:
    """Seven statuses with counts, and the marks that occur on this date."""
    counts, people = report.counts(), report.inhabitants()
    total = sum(people.values())
    entries = ((swatched(STATUS_STYLE[s], label(s)), number(counts[s]), of_all(people[s], total)) for s in Status)
    head = (_("Status"), _("Gemeenten"), _("Inwoners"))
    foot = (_("Heel Nederland"), number(len(report.rows)), number(total))
    provisional = " " + _("(voorlopig)") if report.population.provisional else ""
    source = _("Inwoners op 1 januari {year}{provisional}. Bron: CBS.")
    return Markup('{}{}<p class="source">{}</p>').format(
        legend(_("Legenda"), head, entries, foot=[foot]),
        _marks_found(report),
        source.format(year=report.population.year, provisional=provisional),
    )


def status_words() -> None:
    """What each status means, in full."""
    with st.expander(_("Wat betekenen deze woorden?")):
        show(
            Markup('<dl class="words">{}</dl>').format(
                join(
                    Markup("<dt>{}</dt><dd>{}</dd>").format(swatched(STATUS_STYLE[s], label(s)), definition(s))
                    for s in Status
                )
            )
        )


def _marks_found(report: StatusReport) -> Markup:
    found = {
        "p": sum(r.partial for r in report.rows),
        "u": sum(r.in_doubt for r in report.rows),
    }
    items = join(
        Markup('<li><span class="mark mark-{}" aria-hidden="true"></span>{} ({})</li>').format(
            m, text, number(found[m])
        )
        for m, text in legend_marks().items()
        if found[m]
    )
    return Markup('<ul class="marks">{}</ul>').format(items) if items else Markup("")
