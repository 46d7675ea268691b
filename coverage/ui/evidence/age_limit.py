"""The claim age limit as a control, with what it does to the counts."""

from __future__ import annotations

import streamlit as st
from markupsafe import Markup

from coverage.analysis.comparison.age_effect import age_effect
from coverage.analysis.status import MAX_AGE_LIMIT, StatusReport
from coverage.i18n import _, in_years, label, number
from coverage.ui.bound import bound
from coverage.ui.html import join, show, swatch
from coverage.ui.params import MAX_AGE
from coverage.ui.pieces import cells, table
from coverage.vocabulary import STATUS_STYLE, Status


def age_limit() -> int:
    """Let the reader choose how old evidence may be; returns whole years."""
    limit: int = bound(
        st.slider, _("Hoe oud mag bewijs zijn? (jaren)"), MAX_AGE, min_value=0, max_value=MAX_AGE_LIMIT,
        help=_("Ouder bewijs blijft zichtbaar, met een merk, maar telt niet meer als aangetoond."),
    )  # fmt: skip
    return limit


def age_table(report: StatusReport) -> None:
    """Municipalities per status for several limits; the one in use is marked."""
    effect = age_effect(report)
    head = (_("Grens"), *(Markup("{}{}").format(swatch(STATUS_STYLE[s]), label(s)) for s in Status))
    rows = join(
        Markup("<tr{}><th scope=row>{}</th>{}</tr>").format(
            Markup(' class="chosen" aria-current="true"') if age == report.max_age else Markup(""),
            in_years(age),
            cells(number(counts[s]) for s in Status),
        )
        for age, counts in effect.items()
    )
    show(
        Markup(
            '<div class="scroll" tabindex="0" role="region" aria-label="{}"><table class="plain"><caption>{}</caption>'
            "{}</table></div>"
        ).format(
            _("Wat de leeftijdsgrens doet"),
            _("Aantal gemeenten per status bij een andere leeftijdsgrens"),
            table(head, rows),
        )
    )
