"""Invitations: making them, taking them along once (CSV, letters, mails), and revoking one."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Mapping

import streamlit as st
from markupsafe import Markup

from coverage.dates import today
from coverage.editing.words import municipality
from coverage.i18n import _, day, in_this_language
from coverage.inventory import InventoryError
from coverage.inventory.book import Round
from coverage.inventory.invitations import MAILBOX, Invitation, Letter, of_round
from coverage.inventory.rounds import invite, revoke_invitation
from coverage.ui.bound import multiselect
from coverage.ui.desk.at_work import AtWork, choose_round, do
from coverage.ui.desk.post import form_address, mail_to, round_letter
from coverage.ui.html import join, show
from coverage.ui.pieces import row, table

_FRESH = "desk-letters"  # the only place that holds the secrets, for as long as this session


def inviting_view(at: AtWork) -> None:
    """Who has an invitation; making new ones; what was just made, to take along."""
    asked = choose_round(at.book)
    if asked is None:
        st.write(_("Open eerst een ronde, bij Begin."))
        return
    with at.store.reading() as connection:
        known = {i.organisation: i for i in of_round(connection, asked.name) if not i.revoked}
    names = at.places.names
    everybody = sorted(asked.asked, key=names.__getitem__)
    without = [c for c in everybody if c not in known or not known[c].open]
    st.write(
        _("{count} van {total} organisaties hebben een uitnodiging die nu opent.").format(
            count=len(asked.asked) - len(without), total=len(asked.asked)
        )
    )
    with st.form("invite"):
        only = multiselect(
            _("Voor wie? Leeg: iedereen die er nu geen heeft ({count})").format(count=len(without)), everybody,
            format_func=names.__getitem__, placeholder=_("Kies"),
            help=_("Wie al een uitnodiging heeft krijgt een nieuwe; de oude opent dan niet meer."),
        )  # fmt: skip
        typed = st.text_area(
            _("Functionele postbussen, als je ze hebt"), max_chars=30_000, height=100,
            placeholder=_("Eén per regel, ook geplakt uit Excel: Apeldoorn; postbus@apeldoorn.nl"),
        )  # fmt: skip
        sent = st.form_submit_button(_("Maak uitnodigingen"), type="primary", disabled=asked.closed)
    if sent:

        def act() -> list[Letter]:
            whom = only or without
            if not whom:
                raise InventoryError(_("Iedereen heeft een uitnodiging; kies voor wie je een nieuwe maakt."))
            boxes = {c: known[c].mailbox for c in whom if c in known} | _mailboxes(at, typed)
            made = invite(at.store, at.desk, asked.name, boxes, whom)
            st.session_state[_FRESH] = (asked.name, made)
            return made

        said = _("{count} uitnodigingen gemaakt. Haal ze hieronder op: de codes staan nergens anders.")
        do(act, lambda made: said.format(count=len(made)))
    _fresh(at, asked)
    rows = join(
        row(names[c], (_state(known.get(c)), known[c].mailbox if c in known else "", _until(known.get(c))))
        for c in everybody
    )
    head = (_("Organisatie"), _("Uitnodiging"), _("Postbus"), _("Opent tot en met"))
    show(table(head, [rows], _("Uitnodigingen van deze ronde"), style="stated"))
    _revoking(at, asked, {c: i.invitation_id for c, i in known.items()})


def _state(invitation: Invitation | None) -> str:
    if invitation is None:
        return _("nog niet")
    return _("open") if invitation.open else _("verlopen of te vaak geprobeerd")


def _until(invitation: Invitation | None) -> str:
    return day(invitation.expires_on) if invitation else ""


def _mailboxes(at: AtWork, typed: str) -> dict[str, str]:
    """Organisation -> mailbox, from lines; InventoryError names the line that cannot be used."""
    made = {}
    for number, line in enumerate(typed.splitlines(), 1):
        if not line.strip():
            continue
        organisation, _sep, mailbox = (
            part.strip() for part in re.sub(r"[\t;,](?=[^\t;,]*$)", ";", line).rpartition(";")
        )
        if not MAILBOX.fullmatch(mailbox):
            raise InventoryError(
                _(
                    "Regel {line}: schrijf een gemeente, een puntkomma en een mailadres; een postbus, geen persoon."
                ).format(line=number)
            )
        made[municipality(at.ds, organisation, None)] = mailbox
    return made


def _fresh(at: AtWork, asked: Round) -> None:
    name, letters = st.session_state.get(_FRESH, ("", []))
    if name != asked.name or not letters:
        return
    base = this_address()
    st.header(_("Om te versturen"), anchor=False)
    st.write(
        _("Link en code gaan langs verschillende wegen: de link in de mail, de code in de brief of aan de telefoon. "
          "Sluit je dit venster, dan zijn ze weg; maak dan nieuwe.")
    )  # fmt: skip
    with st.container(horizontal=True):
        st.download_button(
            _("Brieven (PDF, één A4 per organisatie)"), in_this_language(lambda: _pdf(at, asked, letters)),
            f"brieven-{asked.name}.pdf", "application/pdf",
            on_click="ignore", icon=":material/download:", key="letters-pdf",
        )  # fmt: skip
        st.download_button(
            _("Lijst voor samenvoegen (CSV)"), lambda: _merge_list(at, letters, base),
            f"uitnodigingen-{asked.name}.csv", "text/csv",
            on_click="ignore", icon=":material/download:", key="letters-csv",
        )  # fmt: skip
    items = join(
        Markup('<li><a href="{}">{}</a></li>').format(_mail(at, asked, x, base), _("mail aan {town}").format(
            town=at.places.names[x.organisation]))
        for x in letters
    )  # fmt: skip
    show(
        Markup('<ul class="columns" aria-label="{}">{}</ul>').format(_("Mails om te openen in je mailprogramma"), items)
    )


def this_address() -> str:
    """The address of the dashboard as the reader of the desk sees it."""
    return (st.context.url or "").partition("?")[0].rstrip("/").removesuffix("/werkbank")


def _mail(at: AtWork, asked: Round, letter: Letter, base: str) -> str:
    body = _(
        "Beste collega,\n\nVoor gemeente {town} staat het formulier van ronde {round} klaar:\n{address}\n\nOpenen "
        "verandert niets. De code krijg je apart, per brief of telefoon. Antwoorden kan tot en met {day}; je hebt geen "
        "account nodig."
    ).format(
        town=at.places.names[letter.organisation], round=asked.name, address=form_address(base, letter.link),
        day=day(asked.deadline),
    )  # fmt: skip
    return mail_to(letter.mailbox, _("Klopt dit nog? Ronde {round}").format(round=asked.name), body)


def _pdf(at: AtWork, asked: Round, letters: list[Letter]) -> bytes:
    from coverage.exports.letter_pdf import letters_pdf  # drawing libraries, for who asks

    about = _("Gegevens: editie {edition}; gemaakt op {day}.").format(edition=at.ds.edition, day=day(today()))
    return letters_pdf([round_letter(at, asked, x) for x in letters], asked.name, asked.deadline, about)


def _merge_list(at: AtWork, letters: list[Letter], base: str) -> bytes:
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\r\n")
    writer.writerow(("organisation", "name", "mailbox", "link", "code", "expires_on"))
    for x in letters:
        name, link = at.places.names[x.organisation], form_address(base, x.link)
        writer.writerow((x.organisation, name, x.mailbox, link, x.code, x.expires_on.isoformat()))
    return file.getvalue().encode("utf-8-sig")


def _revoking(at: AtWork, asked: Round, known: Mapping[str, str]) -> None:
    if not known:
        return
    with st.expander(_("Een uitnodiging intrekken")):
        names = at.places.names
        chosen = st.selectbox(_("Van wie?"), list(known), format_func=names.__getitem__, key=f"revoke-{asked.name}")
        if st.button(_("Trek in"), key="revoke"):
            do(
                lambda: revoke_invitation(at.store, at.desk, known[chosen]),
                _("De uitnodiging van {town} is ingetrokken.").format(town=names[chosen]),
            )
