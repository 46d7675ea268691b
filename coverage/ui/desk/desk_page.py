"""The page of the desk: who sits there, and the part that was asked for."""

from __future__ import annotations

import streamlit as st

from coverage.dataset import Dataset
from coverage.i18n import _
from coverage.inventory import InventoryAwayError, InventoryError
from coverage.inventory.actors import Desk
from coverage.inventory.overlay import connect
from coverage.inventory.store import Store
from coverage.ui.bound import pick
from coverage.ui.desk.at_work import AtWork, tell_what_was_done
from coverage.ui.desk.calling import calling_view
from coverage.ui.desk.inviting import inviting_view
from coverage.ui.desk.judging_desk import judging_view
from coverage.ui.desk.logbook import logbook_view
from coverage.ui.desk.publishing_desk import publishing_view
from coverage.ui.desk.start import start_view
from coverage.ui.html import notice
from coverage.ui.opening import Opening
from coverage.ui.params.inventory import TASK, DeskTask
from coverage.ui.pieces import answered
from coverage.ui.web.desk_access import at_desk, has_desk

_VIEWS = {
    DeskTask.START: start_view,
    DeskTask.INVITE: inviting_view,
    DeskTask.CALL: calling_view,
    DeskTask.JUDGE: judging_view,
    DeskTask.LOG: logbook_view,
    DeskTask.PUBLISH: publishing_view,
}


def title() -> str:
    """Over the page."""
    return _("Werkbank")


def opening(_ds: Dataset) -> Opening:
    """What the first view shows of this page: nothing of the work, which is for who may see it."""
    if not has_desk():
        return Opening(title(), dated=False, article=answered(_no_desk()))
    words = _(
        "Op de werkbank bereidt het ministerie een ronde voor en beoordeelt het de antwoorden. Daarvoor is een open "
        "verbinding nodig. Lukt die hier niet, dan kan de beheerder hetzelfde op de opdrachtregel."
    )
    return Opening(title(), dated=False, article=answered(words))


def _no_desk() -> str:
    return _("Dit dashboard heeft geen werkbank.")


def show_desk(ds: Dataset) -> None:
    """The whole page, for whoever may see it."""
    if not has_desk():
        st.write(_no_desk())
        return
    try:
        desk, store = at_desk(), connect()
    except InventoryError as refusal:
        notice(str(refusal))
        return
    if desk is None or store is None:
        st.write(_("Meld je aan om te werken aan de uitvraag."))
        st.button(_("Aanmelden"), type="primary", on_click=st.login, key="sign-in")
        return
    try:
        _desk_of(ds, desk, store)
    except InventoryAwayError as away:
        notice(str(away))


def _desk_of(ds: Dataset, desk: Desk, store: Store) -> None:
    """The desk of who is known."""
    with store.reading() as connection:
        book = store.book(connection)
    if desk.signed_in:
        with st.container(horizontal=True):
            st.caption(_("Je kenmerk: {reference}").format(reference=desk.reference))
            st.button(_("Afmelden"), on_click=st.logout, key="sign-out")
        if not book.roles.get(desk.reference):
            st.write(_("Je hebt nog geen rol. Geef je kenmerk aan de beheerder; die geeft een rol met "
                       "`python -m coverage inventory grant`."))  # fmt: skip
            return
    part = DeskTask(pick(_("Onderdeel"), TASK, DeskTask, label_visibility="collapsed"))
    tell_what_was_done()
    _VIEWS[part](AtWork(ds, store, desk, book))
