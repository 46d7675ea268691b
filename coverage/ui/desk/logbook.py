"""The log at the desk: search it, take it along, and recompute the chain and the tables."""

from __future__ import annotations

import csv
import io
import json

import streamlit as st
from markupsafe import Markup

from coverage.dates import AMSTERDAM
from coverage.editing.publishing import verify
from coverage.exports.safe import neutral
from coverage.i18n import _, label, number
from coverage.inventory.answer_words import subject_in_words
from coverage.inventory.chain import EventKind, LogEvent
from coverage.inventory.judging import redact
from coverage.inventory.subjects import Places
from coverage.ui.desk.at_work import AtWork, do
from coverage.ui.html import as_text, hint, join, notice, show
from coverage.ui.pieces import row, table

_MOST = 100  # rows that are shown; the file has all
_WHO = 18  # characters of who did it, enough to tell invitations apart


def logbook_view(at: AtWork) -> None:
    """Every event, newest first."""
    with at.store.reading() as connection:
        events = at.store.events(connection)
    wanted = st.text_input(_("Zoek in het logboek"), key="log-search", max_chars=100)
    lines = [(e, _about(e, at)) for e in reversed(events)]
    found = [(e, about) for e, about in lines if wanted.casefold() in _searched(e, about).casefold()]
    st.write(
        _("{shown} van {total} gebeurtenissen; laatste hash {head}.").format(
            shown=number(len(found)), total=number(len(events)), head=at.book.head[:16] or "–"
        )
    )
    rows = join(_row(e, about) for e, about in found[:_MOST])
    head = (_("Nummer"), _("Wanneer en wie"), _("Wat en waarover"))
    show(table(head, [rows], _("Logboek, nieuwste bovenaan"), style="stated", height="window"))
    if len(found) > _MOST:
        st.caption(_("De nieuwste {count} staan er; het bestand heeft ze allemaal.").format(count=_MOST))
    with st.container(horizontal=True, key="log-buttons"):
        st.download_button(
            _("Download het logboek (CSV)"), lambda: _log_csv(events, at.places), "logboek.csv", "text/csv",
            on_click="ignore", icon=":material/download:", key="log-csv",
        )  # fmt: skip
        checked = st.button(_("Reken de keten en de tabellen na"), key="log-verify")
    with st.expander(_("Een tekst wissen")):
        _erasing(at, [(e, about) for e, about in found if e.texts])
    if checked:
        problems = list(verify(at.store, at.ds.path))
        if problems:
            st.error(as_text("; ".join(problems[:5])))
        else:
            notice(_("In orde: {count} gebeurtenissen.").format(count=number(len(events))))


def _row(event: LogEvent, about: str) -> Markup:
    """An event in three columns, so that a phone shows all of it."""
    twofold = Markup('{}<p class="note">{}</p>')
    whereof = " · ".join(filter(None, (about, event.round)))
    return row(event.seq, (twofold.format(_when(event), event.actor), twofold.format(_happened(event.kind), whereof)))


def _erasing(at: AtWork, found: list[tuple[LogEvent, str]]) -> None:
    """Erase what someone typed; the events are those that the search left, newest first."""
    hint(_("Voor een tekst die er niet had mogen staan, zoals een naam. De gebeurtenis blijft en de keten blijft "
           "kloppen. Wat al is gepubliceerd, staat ook in de editie."))  # fmt: skip
    if not found:
        st.write(_("Bij deze gebeurtenissen is geen tekst om te wissen."))
        return
    words = {e.event_id: f"{e.seq} · {about}"[:160] for e, about in found[:_MOST]}
    with st.form("erase"):
        chosen = st.selectbox(_("Van welke gebeurtenis?"), list(words), format_func=words.__getitem__)
        ground = st.text_input(_("Waarom? Herhaal de tekst niet."), max_chars=300)
        sent = st.form_submit_button(_("Wis de tekst"))
    if sent:
        do(lambda: redact(at.store, at.desk, str(chosen), ground), _("De tekst is gewist."))


def _happened(kind: EventKind) -> str:
    """What happened, in words."""
    return {
        EventKind.GRANTED: _("rol gegeven"), EventKind.UNGRANTED: _("rol teruggenomen"),
        EventKind.ROUND_OPENED: _("ronde geopend"), EventKind.INVITED: _("uitgenodigd"),
        EventKind.INVITATION_REVOKED: _("uitnodiging ingetrokken"), EventKind.REMINDED: _("herinnerd"),
        EventKind.CONTACT_FAILED: _("niet bereikt"), EventKind.ANSWERED: _("geantwoord"),
        EventKind.SUBMITTED: _("verstuurd"), EventKind.ACCEPTED: _("overgenomen"),
        EventKind.RETURNED: _("terug met een vraag"), EventKind.REJECTED: _("niet overgenomen"),
        EventKind.WITHDRAWN: _("ingetrokken"), EventKind.REDACTED: _("tekst gewist"),
        EventKind.PUBLISHED: _("gepubliceerd"), EventKind.ROUND_CLOSED: _("ronde gesloten"),
    }[kind]  # fmt: skip


def _when(event: LogEvent) -> str:
    return event.moment.astimezone(AMSTERDAM).strftime("%d-%m-%Y %H:%M")


def _about(event: LogEvent, at: AtWork) -> str:
    """Whom and what an event is about; a judgement names the answer that it judges."""
    judged = at.book.answers.get(event.about)
    answer = judged or at.book.answers.get(event.event_id)
    organisation = answer.organisation if answer else event.payload.get("organisation", "")
    parts = [at.places.names.get(organisation, organisation), event.payload.get("edition", "")]
    if answer:
        parts += [subject_in_words(answer.subject, at.places), label(answer.field), label(answer.kind)]
    return " · ".join(str(part) for part in (*parts, *event.texts.values()) if part)


def _searched(event: LogEvent, about: str) -> str:
    words = (event.seq, event.kind, _happened(event.kind), event.round, about, event.actor, event.event_id, event.about)
    return " ".join(map(str, words))


def _log_csv(events: list[LogEvent], places: Places) -> bytes:
    """Everything but the salts; a cell that a spreadsheet would take for a formula gets a quote before it."""
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\r\n")
    writer.writerow(
        ("seq", "event_id", "at", "kind", "round", "organisation", "actor", "about", "payload", "texts", "hash")
    )
    for e in events:
        town = places.names.get(e.payload.get("organisation", ""), "")
        values = (e.seq, e.event_id, e.at, e.kind.value, e.round, town, e.actor, e.about,
                  json.dumps(e.payload, ensure_ascii=False), json.dumps(e.texts, ensure_ascii=False),
                  e.hash)  # fmt: skip
        writer.writerow([neutral(v) for v in values])
    return file.getvalue().encode("utf-8-sig")
