"""The legend: colour, pattern and words of each status, with its municipalities and inhabitants."""

from __future__ import annotations

import streamlit as st
from markupsafe import Markup

from coverage.analysis.status import StatusReport
from coverage.i18n import _, definition, label, number, percent
from coverage.ui.html import join, show, swatch
from coverage.vocabulary import STATUS_STYLE, Status


def marks() -> dict[str, str]:
    """Marks on an area besides its colour, with their words."""
    return {
        "p": _("geldt voor een deel van de gemeente"),
        "u": _("indeling bij de DUUP-regio is onzeker"),
    }


def status_legend(report: StatusReport) -> Markup:
    """Seven statuses with counts, and the marks that occur on this date."""
    counts, people = report.counts(), report.inhabitants()
    total = sum(people.values())
    rows = join(
        Markup('<tr><th scope="row">{}{}</th><td>{}</td><td>{}<span class="soft"> · {}</span></td></tr>').format(
            swatch(STATUS_STYLE[s]),
            label(s),
            number(counts[s]),
            number(people[s]),
            percent(people[s] / total),
        )
        for s in Status
    )
    provisional = " " + _("(voorlopig)") if report.population.provisional else ""
    source = _("Inwoners op 1 januari {year}{provisional}. Bron: CBS.")
    return Markup(
        '<table class="legend"><caption>{}</caption><thead><tr><th scope="col">{}</th><th scope="col">{}</th>'
        '<th scope="col">{}</th></tr></thead><tbody>{}</tbody>'
        '<tfoot><tr><th scope="row">{}</th><td>{}</td><td>{}</td>'
        '</tr></tfoot></table>{}<p class="source">{}</p>'
    ).format(
        _("Legenda"),
        _("Status"),
        _("Gemeenten"),
        _("Inwoners"),
        rows,
        _("Heel Nederland"),
        number(len(report.rows)),
        number(total),
        _marks_found(report),
        source.format(year=report.population.year, provisional=provisional),
    )


def status_words() -> None:
    """What each status means, in full."""
    with st.expander(_("Wat betekenen deze woorden?")):
        show(
            Markup('<dl class="words">{}</dl>').format(
                join(
                    Markup("<dt>{}{}</dt><dd>{}</dd>").format(swatch(STATUS_STYLE[s]), label(s), definition(s))
                    for s in Status
                )
            )
        )


def _marks_found(report: StatusReport) -> Markup:
    found = {
        "p": sum(r.partial for r in report.rows),
        "u": sum(r.uncertain for r in report.rows),
    }
    items = join(
        Markup('<li><span class="mark mark-{}" aria-hidden="true"></span>{} ({})</li>').format(
            m, text, number(found[m])
        )
        for m, text in marks().items()
        if found[m]
    )
    return Markup('<ul class="marks">{}</ul>').format(items) if items else Markup("")
