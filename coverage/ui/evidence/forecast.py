"""What turns old when: a look ahead, as a map of a later day and as a list of whom to ask before it."""

from __future__ import annotations

from datetime import date

import streamlit as st
from markupsafe import Markup

from coverage.analysis.forecast import Turn, forecast_answer, lapses, turns
from coverage.analysis.naming import in_words
from coverage.analysis.status import status_at
from coverage.dataset import Dataset
from coverage.dates import today
from coverage.i18n import _, day, label, number
from coverage.ui.bound import bound, pick_from
from coverage.ui.html import show
from coverage.ui.map.component import coverage_map
from coverage.ui.map.legend import status_legend
from coverage.ui.map.status import status_view
from coverage.ui.params import MAX_AGE
from coverage.ui.params.evidence import AHEAD, half_years_ahead
from coverage.ui.pieces import answer_line, table
from coverage.vocabulary import Lapse

MAP = "vooruit"


def forecast_panel(ds: Dataset) -> None:
    """The day to look ahead to, the map of that day if nobody confirms anything, and what changes until then."""
    ahead = bound(st.select_slider, _("Kijk vooruit naar"), AHEAD, words=_days())
    found = turns(ds, today(), ahead, MAX_AGE.get())
    report = status_at(ds, ahead, MAX_AGE.get())
    sentence = forecast_answer(found, today(), ahead)
    answer_line(sentence)
    left, right = st.columns([8, 5], gap="medium")
    with left:
        coverage_map(status_view(report, selected=None, description=sentence), key=MAP)
    with right:
        show(status_legend(report))
    show(_turn_table(ds, lapses(found)))


def told_forecast(ds: Dataset) -> None:
    """The same without a map, for who waits in vain for the app."""
    ahead = pick_from(_("Kijk vooruit naar"), AHEAD, _days())
    found = turns(ds, today(), ahead, MAX_AGE.get())
    answer_line(forecast_answer(found, today(), ahead))
    show(_turn_table(ds, lapses(found)))


def _days() -> dict[date, str]:
    return {on: day(on) for on in half_years_ahead()}


def _turn_table(ds: Dataset, found: tuple[tuple[Turn, Lapse], ...]) -> Markup:
    if not found:
        return Markup("<p>{}</p>").format(_("Tot die dag wordt niets te oud."))
    rows = (
        (
            t.row.name, day(t.on), label(lapse), label(t.before), label(t.after),
            in_words(ds, t.programmes, today()) or "–", number(t.row.inhabitants), t.row.duup_region,
        )
        for t, lapse in found
    )  # fmt: skip
    head = (
        _("Gemeente"), _("Op"), _("Wat"), _("Ervoor"), _("Daarna"), _("Programma of regel"), _("Inwoners"),
        _("DUUP-regio"),
    )  # fmt: skip
    return table(head, rows, _("Wat veroudert wanneer"), style="plain left", height="window")
