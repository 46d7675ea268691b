"""Which door: choose groups and a municipality, and read which programme says it is for them, and how old that is."""

from __future__ import annotations

from datetime import date

import streamlit as st
from markupsafe import Markup

from coverage.analysis.dating import claim_day
from coverage.analysis.groups.route import Door, Route, route, route_answer, route_question
from coverage.analysis.status import status_at
from coverage.dataset import Dataset
from coverage.i18n import _, label
from coverage.ui import choose
from coverage.ui.asking import asking_form, select_field
from coverage.ui.data.cite import programme_address
from coverage.ui.groups.stances import stance_list
from coverage.ui.html import join, show
from coverage.ui.params import MUNICIPALITY
from coverage.ui.params.groups import GROUPS
from coverage.ui.pieces import address_field, answer_line, answered
from coverage.vocabulary import TargetGroup


def route_part(ds: Dataset, on: date, groups: tuple[TargetGroup, ...], max_age: int) -> None:
    """The answer, its doors, and what to ask where there is none; the groups are chosen above it."""
    choose.search(ds)
    code = choose.selected(ds, on, status_at(ds, on, max_age).division.id)
    if code is None:
        answer_line(asked_for())
        return
    found = route(ds, on, groups, code, max_age)
    answer_line(route_answer(found))
    if shown := doors(ds, found):
        show(shown)
    if question := route_question(found):
        st.header(_("Vraag voor wie het kan weten"), anchor=False)
        show(address_field(_("Om te kopiëren"), question))


def asked_for() -> str:
    """What to do before there is an answer."""
    return _("Kies een gemeente. Dan zie je welk programma zegt dat het deze groep bedient, en hoe oud dat bewijs is.")


def told_route(ds: Dataset, on: date, groups: tuple[TargetGroup, ...], max_age: int, code: str | None) -> Markup:
    """The same for a page without controls; a form asks it."""
    if code is None:
        return answered(asked_for()) + _form(groups)
    found = route(ds, on, groups, code, max_age)
    asked = Markup("")
    if question := route_question(found):
        asked = Markup("<h2>{}</h2><p>{}</p>").format(_("Vraag voor wie het kan weten"), question)
    return answered(route_answer(found)) + doors(ds, found) + asked + _form(groups)


def _form(groups: tuple[TargetGroup, ...]) -> Markup:
    """Asks for a group and a municipality; the rest of the address stays."""
    asked = select_field(_("Doelgroep"), GROUPS.name, ((g.value, label(g), g in groups[:1]) for g in TargetGroup))
    place = Markup(' <label>{} <input name="{}" value="{}" required></label>')
    return asking_form(asked + place.format(_("Gemeente"), MUNICIPALITY.name, MUNICIPALITY.get()), GROUPS, MUNICIPALITY)


def doors(ds: Dataset, found: Route) -> Markup:
    """Each kind of door under its own heading; kinds without any are left out."""
    kinds = (
        (_("Recent aangetoond, en voor deze groep"), found.now),
        (_("Eerder aangetoond, en voor deze groep"), found.earlier),
        (_("Landelijk programma dat deze groep noemt"), found.national),
        (_("Aangetoond, zonder een woord over deze groep"), found.silent),
        (_("Zegt de groep minder vaak, onvoldoende of niet te bedienen"), found.falling_short),
    )
    return join(
        Markup('<section class="detail"><h2>{}</h2>{}</section>').format(title, join(_door(ds, d) for d in kind))
        for title, kind in kinds
        if kind
    )


def _door(ds: Dataset, door: Door) -> Markup:
    lines = [_("Uitvoerder: {organisation}").format(organisation=door.organisation)] if door.organisation else []
    if door.status and door.newest:
        words = _("{status}; laatst bevestigd {date}")
        lines.append(words.format(status=label(door.status), date=claim_day(door.newest)))
    if door.partial:
        lines.append(_("Geldt voor een deel van de gemeente."))
    lines += [_("Toegang: {rule}").format(rule=rule) for rule in door.access]
    return Markup('<h3><a href="{}">{}</a></h3><ul>{}</ul>{}').format(
        programme_address(door.programme_id), door.name, join(Markup("<li>{}</li>").format(line) for line in lines),
        stance_list(ds, [s for s in door.said if s.level]),
    )  # fmt: skip
