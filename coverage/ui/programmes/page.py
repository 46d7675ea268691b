"""The parts of the page on programmes."""

from __future__ import annotations

from datetime import date
from functools import partial

import streamlit as st
from markupsafe import Markup

from coverage import dates
from coverage.analysis.contradictions import contradictions_about
from coverage.analysis.moments import bands
from coverage.analysis.programmes.directory import DirectoryEntry, amounts, directory
from coverage.analysis.programmes.records import Programme
from coverage.analysis.programmes.results import figures, results, series
from coverage.analysis.programmes.sentences import timeline_answer
from coverage.analysis.programmes.timeline import events, lanes
from coverage.analysis.status import status_at
from coverage.dataset import Dataset
from coverage.i18n import _, label
from coverage.ui import choose
from coverage.ui.bound import pick_from, type_in
from coverage.ui.data import contradictions
from coverage.ui.data.told import folds
from coverage.ui.downloads import downloads
from coverage.ui.folding import folded_on_a_phone
from coverage.ui.groups.stances import names
from coverage.ui.html import notice, show, shown_by
from coverage.ui.opening import Opening
from coverage.ui.params import DATE, MAX_AGE
from coverage.ui.params.groups import (
    PAID_BY,
    PRESENCE,
    PROGRAMME,
    PROGRAMME_VIEW,
    SEARCH,
    SERVES_GROUP,
    Presence,
    ProgrammeView,
)
from coverage.ui.pieces import answer_line, part_links, subheading
from coverage.ui.programmes.card import card_head, card_history, card_map, card_says
from coverage.ui.programmes.directory import directory_frame, directory_table, matching
from coverage.ui.programmes.figures import figure_table
from coverage.ui.programmes.nationwide import nationwide
from coverage.ui.programmes.practice import card_practice
from coverage.ui.programmes.results import (
    exits_table,
    participants_table,
    results_frame,
    why_no_ranking,
)
from coverage.ui.programmes.timeline import event_table, timeline
from coverage.ui.state import here
from coverage.vocabulary import Code, Funding, TargetGroup

REPORT_2013 = date(2013, 7, 1)


def directory_view(ds: Dataset) -> None:
    """One programme when the address names it, else all of them."""
    on = choose.reference_date()
    entries = directory(ds, on, MAX_AGE.get())
    chosen = PROGRAMME.get()
    entry = next((e for e in entries if e.programme.id == chosen), None)
    if entry:
        _card(ds, entry, on)
        return
    if chosen:
        notice(_("“{text}” is geen programma dat wij kennen; hieronder staan ze allemaal.").format(text=chosen))
    first, second, third, fourth = folded_on_a_phone("programmes").columns(4)
    with first:
        text = type_in(_("Zoek"), SEARCH, _("naam, uitvoerder of plaats"))
    with second:
        presence = pick_from(_("Stand"), PRESENCE, _any_of(Presence))
    with third:
        funding = pick_from(_("Wie betaalt"), PAID_BY, _any_of(Funding))
    with fourth:
        group = pick_from(_("Zegt te bedienen"), SERVES_GROUP, _any_of(TargetGroup))
    found = matching(entries, text, presence, funding, group)
    directory_table(found, len(entries), on)
    title = _("Programma's en aanwijzingen")
    downloads(ds, lambda: directory_frame(found), name="programmas", title=title, sentence=title, on=on)


def _any_of(codes: type[Code]) -> dict[str, str]:
    return {"": _("maakt niet uit"), **{code.value: label(code) for code in codes}}


def _card(ds: Dataset, entry: DirectoryEntry, on: date) -> None:
    programme = entry.programme
    st.button(_("Alle programma's"), icon=":material/arrow_back:", on_click=PROGRAMME.set, args=("",))
    left, right = st.columns([8, 5], gap="medium")
    with left:
        _what_it_is(ds, programme, on)
    with right:
        _where_and_when(ds, programme, on)
    _under_card(ds, entry)


def _told_card(ds: Dataset, entry: DirectoryEntry, on: date) -> None:
    _what_it_is(ds, entry.programme, on)
    _where_and_when(ds, entry.programme, on)
    _under_card(ds, entry)


def _what_it_is(ds: Dataset, programme: Programme, on: date) -> None:
    card_head(ds, programme, on, MAX_AGE.get())
    card_says(ds, programme, on)
    card_practice(ds, programme.id, on)


def _where_and_when(ds: Dataset, programme: Programme, on: date) -> None:
    card_map(ds, programme, status_at(ds, on, MAX_AGE.get()))
    card_history(ds, programme)


def _under_card(ds: Dataset, entry: DirectoryEntry) -> None:
    programme = entry.programme
    if own := figures(ds, programme.id):
        named = _("Cijfers die bronnen noemen")
        show(folds([(named, len(own), shown_by(partial(figure_table, ds, own, {}, named)))]))
    if any(r.programme_id == programme.id for r in results(ds)):
        address = here({PROGRAMME.name: "", PROGRAMME_VIEW.name: ProgrammeView.RESULTS.value})
        words = _("Dit programma in tabel 1.2 en 1.3 van 2013")
        show(Markup('<p><a href="{}">{}</a></p>').format(address, words))
    schemes = dict.fromkeys(a.scheme for a in amounts(ds, programme))
    caveats = entry.caveats + tuple(c for scheme in schemes for c in contradictions_about(ds, scheme=scheme))
    contradictions.contradiction_notes(caveats, _("Kanttekeningen: waar bronnen botsen of misleiden"))


def timeline_view(ds: Dataset) -> None:
    """Programmes, schemes and events from 1992 to today."""
    today, limit = dates.today(), MAX_AGE.get()
    rows = lanes(ds, today, limit)
    answer_line(timeline_answer(rows, bands(ds)))
    timeline(rows, bands(ds), today, limit)
    subheading(_("Gebeurtenissen"))
    event_table(ds, events(ds))


def results_view(ds: Dataset) -> None:
    """The two tables of 2013, and the later figures; no ranking."""
    answer_line(why_no_ranking(ds))
    participants_table(ds)
    exits_table(ds)
    title = _("Tabel 1.2 en 1.3 van het rapport uit 2013")
    downloads(
        ds, lambda: results_frame(ds), name="resultaten", title=title, sentence=why_no_ranking(ds), on=REPORT_2013
    )
    for title, found in series(ds).items():
        figure_table(ds, found, names(ds), title)
    nationwide(ds)
    caveats = contradictions_about(ds, table="results_2013") + contradictions_about(ds, table="outcomes")
    contradictions.contradiction_notes(caveats, _("Kanttekeningen bij deze cijfers"))


def title() -> str:
    """Over the page."""
    return _("Programma's en hun resultaten")


def opening(ds: Dataset) -> Opening:
    """What the first view shows of this page: the directory, a card, or another part, whole."""
    view, on = ProgrammeView(PROGRAMME_VIEW.get()), DATE.get()
    parts = part_links(PROGRAMME_VIEW, ProgrammeView)
    if PROGRAMME.get() or view is ProgrammeView.DIRECTORY:
        entries = directory(ds, on, MAX_AGE.get())
        chosen = next((e for e in entries if e.programme.id == PROGRAMME.get()), None)
        if chosen:
            return Opening(title(), article=shown_by(lambda: _told_card(ds, chosen, on)), parts=parts)
        found = matching(entries, SEARCH.get(), PRESENCE.get(), PAID_BY.get(), SERVES_GROUP.get())
        return Opening(title(), article=shown_by(lambda: directory_table(found, len(entries), on)), parts=parts)
    return Opening(title(), dated=False, article=shown_by(lambda: PROGRAMME_PARTS[view](ds)), parts=parts)


def caveats_view(ds: Dataset) -> None:
    """All places where sources disagree or a bare figure misleads."""
    contradictions.everything(ds)


PROGRAMME_PARTS = {  # beside the directory; the same in the app and in the first view
    ProgrammeView.TIMELINE: timeline_view,
    ProgrammeView.RESULTS: results_view,
    ProgrammeView.CAVEATS: caveats_view,
}
