"""Publishing at the desk: accepted answers into the data package, and the edition of the meeting; closing a round."""

from __future__ import annotations

import streamlit as st

from coverage.dates import today
from coverage.editing.publishing import Published, publish
from coverage.i18n import _, day, number
from coverage.inventory.answer_words import counted_answers
from coverage.inventory.rounds import close_round
from coverage.ui.desk.at_work import AtWork, choose_round, do


def publishing_view(at: AtWork) -> None:
    """What would be published, the name of the edition, and what was published before."""
    asked = choose_round(at.book)
    last = max((seq for _edition, seq, _on in at.book.published), default=0)
    fresh = sum(a.judged_seq > last for a in at.book.accepted())
    st.write(
        _("Overgenomen en nog niet gepubliceerd: {fresh}. Nog te beoordelen, en dus niet mee: {waiting}.").format(
            fresh=counted_answers(fresh), waiting=counted_answers(len(at.book.open_answers())))
    )  # fmt: skip
    taken = {edition for edition, _seq, _on in at.book.published}
    with st.form("publish"):
        name = st.text_input(
            _("Naam van de editie"), asked.name if asked and asked.name not in taken else "", max_chars=40,
            help=_("Een editie verandert nooit; kies een naam die nog niet bestaat."),
        )  # fmt: skip
        sent = st.form_submit_button(_("Publiceer en leg vast"), type="primary")
    if sent:
        do(lambda: publish(at.store, at.desk, at.ds.path, name.strip()), _told)
    for edition, seq, on in reversed(at.book.published):
        st.write(_("Editie {name}, {day}, rust op gebeurtenis {seq}.").format(name=edition, day=day(on), seq=seq))
    if at.book.published:
        st.markdown(
            "[{}](./presentatie?dias=respons,geleerd,landelijk,veranderd,vlekken,zaal)".format(
                _("Dia's voor de bijeenkomst")
            )
        )
    if asked is not None and not asked.closed:
        st.header(_("De ronde sluiten"), anchor=False)
        st.write(_("Antwoorden die later komen blijven welkom; ze horen bij de volgende editie."))
        if asked.deadline >= today():
            st.caption(_("De termijn loopt nog tot en met {day}.").format(day=day(asked.deadline)))
        if st.button(_("Sluit ronde {name}").format(name=asked.name), key="close-round"):
            do(
                lambda: close_round(at.store, at.desk, asked.name),
                _("Ronde {name} is gesloten.").format(name=asked.name),
            )


def _told(made: Published) -> str:
    return _("Editie {name} vastgelegd op gebeurtenis {seq}; gemeenten met een andere status: {count}.").format(
        name=made.edition.name, seq=made.seq, count=number(len(made.changes))
    )
