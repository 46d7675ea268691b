"""The claim age limit as a control, with what it does to the counts."""

from __future__ import annotations

import streamlit as st

from coverage.analysis.comparison.age_effect import age_effect
from coverage.analysis.status import MAX_AGE_LIMIT, StatusReport
from coverage.i18n import _, in_years, label, number
from coverage.ui.bound import bound
from coverage.ui.html import show
from coverage.ui.params import MAX_AGE
from coverage.ui.pieces import row, swatched, table
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
    head = (_("Grens"), *(swatched(STATUS_STYLE[s], label(s)) for s in Status))
    rows = (
        row(in_years(age), (number(counts[s]) for s in Status), chosen=age == report.max_age)
        for age, counts in effect.items()
    )
    show(table(head, rows, _("Aantal gemeenten per status bij een andere leeftijdsgrens")))
