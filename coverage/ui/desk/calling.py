"""The call list: who still has to answer, the script for the telephone, reminders, and contact that failed."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

import streamlit as st

from coverage.dates import today
from coverage.i18n import _, day, label
from coverage.inventory.book import Round
from coverage.inventory.chain import EventKind
from coverage.inventory.invitations import of_round
from coverage.inventory.response import OrganisationResponse, response
from coverage.inventory.rounds import record_contact
from coverage.ui.bound import pick_from
from coverage.ui.desk.answering import answer_form, new_programme_form
from coverage.ui.desk.at_work import AtWork, choose_round, do
from coverage.ui.desk.inviting import this_address
from coverage.ui.desk.post import grows_old, known_sentences, mail_to, reminder, unanswered
from coverage.ui.desk.sheet_desk import sheet_of_organisation
from coverage.ui.html import as_text, hint, join, show
from coverage.ui.params.inventory import ORGANISATION
from coverage.ui.pieces import row, table
from coverage.vocabulary import ResponseState

_LAST = (ResponseState.ACCEPTED, ResponseState.IN)


def calling_view(at: AtWork) -> None:
    """Everybody who was asked, those who did not begin first; and for one of them what to say and note."""
    asked = choose_round(at.book)
    if asked is None:
        st.write(_("Open eerst een ronde, bij Begin."))
        return
    found = response(at.book, at.tables, asked.name, today()).organisations
    listed = sorted(found, key=lambda o: (o.state in _LAST, o.answered > 0, o.name))
    words = {o.organisation: _("{town}: {state}, {count} van {total} open").format(
        town=o.name, state=label(o.state), count=len(o.open), total=o.asked) for o in listed}  # fmt: skip
    pick_from(_("Wie heb je aan de lijn?"), ORGANISATION, words)
    chosen = next((o for o in listed if o.organisation == ORGANISATION.get()), None)
    with st.expander(_("Bellijst ({count})").format(count=len(listed)), expanded=chosen is None):
        _call_list(at, asked, listed)
    _script(at, asked, chosen or listed[0])


def _call_list(at: AtWork, asked: Round, listed: Sequence[OrganisationResponse]) -> None:
    head = (_("Organisatie"), _("Stand"), _("Nog open"), _("Laatste contact"))
    rows = join(
        row(o.name, (_state_words(o), _("{count} van {total}").format(count=len(o.open), total=o.asked),
                     _contact(at, asked, o.organisation)))
        for o in listed
    )  # fmt: skip
    show(table(head, [rows], _("Bellijst"), style="stated", height="window"))


def _state_words(one: OrganisationResponse) -> str:
    return f"{label(one.state)}; {_('ook: weten wij niet')}" if one.unknown else label(one.state)


def _contact(at: AtWork, asked: Round, organisation: str) -> str:
    found = [c for c in at.book.contacts if c[:2] == (asked.name, organisation)]
    if not found:
        return "–"
    _round, _organisation, on, kind = found[-1]
    word = _("herinnerd op {day}") if kind is EventKind.REMINDED else _("niet bereikt op {day}")
    return word.format(day=day(on))


def _script(at: AtWork, asked: Round, one: OrganisationResponse) -> None:
    st.header(_("Gesprek met gemeente {town}").format(town=as_text(one.name)), anchor=False)
    hint(
        _("Ik bel namens de uitvraag over programma's voor sekswerkers die willen stoppen. Ik lees voor wat wij "
          "weten; jij zegt of het klopt. “Weten wij niet” is ook een antwoord. Noem geen gegevens van personen.")
    )  # fmt: skip
    if old := grows_old(at, one.organisation):
        st.info(as_text(old))
    with st.container(horizontal=True, key="contact"):
        for reached, text in ((True, _("Herinnerd")), (False, _("Niet bereikt"))):
            if st.button(text, key=f"contact-{reached}"):
                do(
                    partial(record_contact, at.store, at.desk, asked.name, one.organisation, reached),
                    _("Genoteerd bij {town}: {what}.").format(town=one.name, what=text.lower()),
                )
    answer_form(at, one.organisation, unanswered(at, asked.name, one.organisation))
    with st.expander(_("Er is een programma dat wij nog niet kennen")):
        new_programme_form(at, one.organisation)
    with st.expander(_("Het antwoord kwam op een correctieblad")):
        sheet_of_organisation(at, asked, one.organisation)
    with st.expander(_("Tekst van een herinnering")):
        text = reminder(at, asked, one.organisation, this_address())
        st.text_area(_("Herinnering"), text, height=320, key=f"reminder-{one.organisation}-{at.book.seq}")
        subject = _("Herinnering: klopt dit nog? Ronde {round}").format(round=asked.name)
        st.link_button(_("Open in je mailprogramma"), mail_to(_mailbox(at, asked, one.organisation), subject, text))
    with st.expander(_("Wat wij over deze organisatie weten")):
        questions = [(a.subject, a.field) for a in at.book.answers.values() if a.organisation == one.organisation]
        for line in known_sentences(at, list(dict.fromkeys([*one.open, *questions]))) or (_("Nog niets."),):
            st.write(as_text(line))


def _mailbox(at: AtWork, asked: Round, organisation: str) -> str:
    with at.store.reading() as connection:
        found = [
            i.mailbox for i in of_round(connection, asked.name) if i.organisation == organisation and not i.revoked
        ]
    return found[0] if found else ""
