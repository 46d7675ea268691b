"""The response of a round for everybody: per region, who names whom, and what is asked again when."""

from __future__ import annotations

import streamlit as st
from markupsafe import Markup

from coverage.analysis.round_words import response_sentence, waiting_words
from coverage.dataset import Dataset, one_snapshot
from coverage.dates import today
from coverage.i18n import _, day, label, use_language
from coverage.inventory.answer_words import subject_in_words
from coverage.inventory.book import Book, Round
from coverage.inventory.handshakes import due, handshakes
from coverage.inventory.overlay import book_of_readers
from coverage.inventory.response import Response, response
from coverage.inventory.subjects import Places, tables_of
from coverage.ui.bound import pick, pick_from
from coverage.ui.html import collecting, hint, join, show, shown_by
from coverage.ui.map.component import coverage_map
from coverage.ui.opening import Opening
from coverage.ui.params import LANGUAGE
from coverage.ui.params.inventory import LIVE, PART, ROUND, LiveView, ResponsePart
from coverage.ui.pieces import answer_line, row, table
from coverage.ui.response.handshake_map import handshake_legend, handshake_view, handshake_words
from coverage.ui.response.handshake_picture import handshake_drawing, handshake_files, named_pairs
from coverage.ui.response.response_map import response_view
from coverage.ui.response.tiles import response_tiles, state_legend

EVERY = 5  # seconds between two looks of a screen in the room
_MOST_DUE = 100


def title() -> str:
    """Over the page."""
    return _("Uitvraag onder gemeenten")


def opening(ds: Dataset) -> Opening:
    """What the first view shows of this page: the part that the address names, without its map."""
    return Opening(title(), dated=False, article=shown_by(lambda: show_round_response(ds)))


def show_round_response(ds: Dataset) -> None:
    """The whole page; a dashboard without an inventory says so."""
    book = book_of_readers()
    if book is None:
        _say(_("Dit dashboard toont het gepubliceerde pakket; er loopt hier geen uitvraag."))
        return
    if not book.rounds:
        _say(_("Er is nog geen ronde geopend. Zodra dat zo is, staat hier wie gevraagd is en wat er binnen is."))
        return
    hint(
        _("Twee keer per jaar vragen we de centrumgemeenten wat er is. Hier staat wat er binnen is. Wat een gemeente "
          "opgeeft komt pas op de kaart als het is overgenomen. “Weten wij niet” is een antwoord.")
    )  # fmt: skip
    part = ResponsePart(pick(_("Onderdeel"), PART, ResponsePart, label_visibility="collapsed"))
    if part is ResponsePart.TILES:
        _tiles(ds, book)
    elif part is ResponsePart.HANDSHAKE:
        _handshakes(ds, book)
    else:
        _due(ds, book)


def _say(text: str) -> None:
    show(Markup("<p>{}</p>").format(text))


def _chosen(book: Book) -> Round:
    return book.rounds.get(ROUND.get()) or next(reversed(book.rounds.values()))


def _tiles(ds: Dataset, book: Book) -> None:
    if len(book.rounds) > 1:
        pick_from(_("Ronde"), ROUND, {name: name for name in reversed(book.rounds)})
    if collecting():
        _now(ds, book)
        return
    if LiveView(pick(_("Scherm"), LIVE, LiveView)) is LiveView.LIVE:
        st.fragment(_live_tiles, run_every=EVERY)()
        return
    found = _now(ds, book)
    left, right = st.columns([8, 5], gap="medium")
    with left:
        coverage_map(response_view(ds, found), key="responskaart")
    with right:
        show(state_legend(found))


def _now(ds: Dataset, book: Book) -> Response:
    """The answer, the days of the round and a tile for each region."""
    found = response(book, tables_of(ds), _chosen(book).name, today())
    answer_line(_told(found, book))
    _days(found)
    show(response_tiles(found))
    return found


def _live_tiles() -> None:
    """Drawn again by itself: a tile turns as soon as an answer is judged."""
    use_language(LANGUAGE.get())
    book = book_of_readers()
    if book is None or not book.rounds:
        return
    with one_snapshot() as ds:
        found = response(book, tables_of(ds), _chosen(book).name, today())
    answer_line(_told(found, book))
    show(response_tiles(found))


def _told(found: Response, book: Book) -> str:
    """The response, and how much of it was stated only."""
    waiting = sum(a.round == found.round.name for a in book.open_answers())
    return f"{response_sentence(found)} {waiting_words(waiting)}".strip()


def _days(found: Response) -> None:
    one = found.round
    days = [(_("opening"), one.opening), (_("uiterste dag"), one.deadline), (_("editie"), one.freeze),
            (_("kennisbijeenkomst"), one.meeting)]  # fmt: skip
    said = ", ".join(f"{word} {day(on)}" for word, on in days if on)
    words = _("Ronde {name}: {days}.").format(name=one.name, days=said)
    show(Markup('<p class="source">{}</p>').format(words))


def _handshakes(ds: Dataset, book: Book) -> None:
    pairs = tuple(handshakes(book))
    answer_line(handshake_words(pairs))
    if not pairs:
        return
    if collecting():
        show(handshake_drawing(pairs))
    else:
        left, right = st.columns([7, 6], gap="medium")
        with left:
            coverage_map(handshake_view(ds, pairs), key="herkenningskaart")
        with right:
            show(handshake_legend(pairs))
    show(handshake_files())
    rows = join(row(name, (programme, state)) for _code, name, programme, state in named_pairs(ds, book))
    head = (_("Gemeente"), _("Programma"), _("Wie noemt wie"))
    show(table(head, [rows], _("Per gemeente en programma"), style="stated", height="window"))


def _due(ds: Dataset, book: Book) -> None:
    found, places = due(book, today()), Places(tables_of(ds), book)
    soon = sum(d.soon for d in found)
    answer_line(
        _("{count} overgenomen antwoorden worden binnen 60 dagen weer gevraagd, {old} zijn aan de beurt.").format(
            count=soon, old=sum(d.expired for d in found)
        )
    )
    if not found:
        return
    rows: Markup = join(
        row(subject_in_words(d.answer.subject, places), (label(d.answer.field), day(d.answer.on), day(d.on)))
        for d in found[:_MOST_DUE]
    )
    head = (_("Waarover"), _("Vraag"), _("Antwoord van"), _("Weer gevraagd vanaf"))
    show(table(head, [rows], _("Wat wanneer weer gevraagd wordt"), style="stated", height="window"))
