"""The first screen of the desk: what is done, what comes next, and opening a round."""

from __future__ import annotations

from datetime import date, timedelta

import streamlit as st
from markupsafe import Markup

from coverage.analysis.round_words import response_sentence
from coverage.dates import today
from coverage.i18n import _, day, number
from coverage.inventory.answer_words import counted_answers
from coverage.inventory.handshakes import unasked_handshakes
from coverage.inventory.response import Response, response
from coverage.inventory.rounds import Dates, asked_organisations, open_round
from coverage.ui.bound import multiselect
from coverage.ui.desk.at_work import AtWork, choose_round, do
from coverage.ui.desk.roles import roles_view
from coverage.ui.html import join, show
from coverage.ui.params.inventory import ROUND, TASK, DeskTask
from coverage.ui.response.tiles import response_tiles

TERM, MEETING, FREEZE = timedelta(days=28), timedelta(days=35), timedelta(days=10)


def start_view(at: AtWork) -> None:
    """Steps of a round with how far each is; the response; and a form for another round."""
    asked = choose_round(at.book)
    found = response(at.book, at.tables, asked.name, today()) if asked else None
    _steps(at, found)
    if found:
        st.header(_("Stand van ronde {name}").format(name=found.round.name), anchor=False)
        st.write(response_sentence(found))
        show(response_tiles(found))
        with st.expander(_("Nog een ronde openen")):
            _opening(at)
    else:
        st.header(_("Een ronde openen"), anchor=False)
        _opening(at)
    with st.expander(_("Wie mag wat")):
        roles_view(at)
    if at.alone:
        st.caption(
            _("Je werkt hier alleen, zonder aanmelding. Je mag daarom beoordelen wat je zelf noteerde; in het logboek "
              "staat dan dat niemand meekeek.")
        )  # fmt: skip


def _steps(at: AtWork, found: Response | None) -> None:
    invited = {i.organisation for i in at.book.invitations.values() if found and i.round == found.round.name}
    waiting = len(at.book.open_answers())
    came = found.came_in if found else 0
    asked = len(found.organisations) if found else 0
    steps = (
        (_("Open een ronde"), _("{count} organisaties gevraagd").format(count=number(asked)), asked > 0, None),
        (
            _("Maak uitnodigingen"),
            _("{count} van {total} uitgenodigd").format(count=number(len(invited)), total=number(asked)),
            0 < asked <= len(invited), DeskTask.INVITE,
        ),
        (
            _("Noteer antwoorden aan de telefoon, herinner wie niet begon"),
            _("{count} van {total} antwoordden").format(count=number(came), total=number(asked)),
            0 < asked <= came, DeskTask.CALL,
        ),
        (
            _("Beoordeel wat is opgegeven"),
            _("{answers} te beoordelen").format(answers=counted_answers(waiting)),
            came > 0 and not waiting, DeskTask.JUDGE,
        ),
        (
            _("Publiceer, en leg de editie voor de bijeenkomst vast"),
            _("edities gepubliceerd: {count}").format(count=number(len(at.book.published))),
            bool(at.book.published), DeskTask.PUBLISH,
        ),
    )  # fmt: skip
    following = next((i for i, (_title, _state, done, _task) in enumerate(steps) if not done), -1)
    items = join(_step(i, *step[:3], i == following) for i, step in enumerate(steps))
    show(Markup('<ol class="steps" aria-label="{}">{}</ol>').format(_("Stappen van een ronde"), items))
    task = steps[following][3]
    if task:
        st.button(
            _("Verder: {step}").format(step=task.label()),
            type="primary",
            key="next-step",
            on_click=TASK.set,
            args=(task,),
        )


def _step(index: int, title: str, state: str, done: bool, following: bool) -> Markup:
    word = _("gedaan") if done else _("nu") if following else _("later")
    return Markup('<li class="{}"{}><strong>{}</strong> <span>{}</span> <em>{}</em></li>').format(
        "done" if done else "todo", Markup(' aria-current="step"') if following else "", title, state, word
    )


def _usual_name(on: date) -> str:
    """Twice a year: the meeting of spring and that of autumn."""
    return f"{'voorjaar' if on.month < 7 else 'najaar'}-{on.year}"


def _opening(at: AtWork) -> None:
    now = today()
    with st.form("open-round"):
        name = st.text_input(
            _("Naam van de ronde"), _usual_name(now), max_chars=40, help=_("Kleine letters, cijfers en streepjes.")
        )
        whom = {
            "centres": _("de {count} centrumgemeenten").format(count=len(at.places.centres)),
            "all": _("alle {count} gemeenten").format(count=len(at.places.names)),
            "named": _("de {count} gemeenten die een programma noemt en die nog niet zeiden of ze het kennen").format(
                count=len(unasked_handshakes(at.book))
            ),
            "some": _("een keuze uit de gemeenten"),
        }
        ask = st.radio(_("Wie vraag je?"), list(whom), format_func=whom.__getitem__)
        some = multiselect(
            _("De keuze"), sorted(at.places.names, key=at.places.names.__getitem__),
            format_func=at.places.names.__getitem__, placeholder=_("Alleen bij een keuze uit de gemeenten"),
        )  # fmt: skip
        left, right = st.columns(2)
        opening = left.date_input(_("Opening"), now, format="DD-MM-YYYY")
        deadline = right.date_input(_("Uiterste dag om te antwoorden"), now + TERM, format="DD-MM-YYYY")
        left, right = st.columns(2)  # a row of its own, so that the days stand in their order on a phone too
        freeze = left.date_input(
            _("Dag waarop de editie wordt vastgelegd"), now + TERM + MEETING - FREEZE, format="DD-MM-YYYY"
        )
        meeting = right.date_input(_("Kennisbijeenkomst"), now + TERM + MEETING, format="DD-MM-YYYY")
        if not st.form_submit_button(_("Open de ronde"), type="primary"):
            return

    def act() -> str:
        asked = asked_organisations(at.tables, some if ask == "some" else ask, at.book)
        made = open_round(at.store, at.desk, name.strip(), asked, Dates(deadline, opening, freeze, meeting))
        ROUND.set(made.name)
        return _("Ronde {name} is open: {count} organisaties, tot en met {day}.").format(
            name=made.name, count=number(len(made.asked)), day=day(made.deadline)
        )

    do(act, str)
