"""Municipalities without recent evidence in sentences: white, blind and to be confirmed apart."""

from __future__ import annotations

from coverage.analysis.dating import last_day_told
from coverage.analysis.naming import counted
from coverage.analysis.spots.white_spots import Spot, Spots
from coverage.i18n import _, day, partial_day
from coverage.vocabulary import BLIND, TO_CONFIRM, WHITE, Status


def spots_answer(spots: Spots) -> str:
    """How many municipalities have no recent evidence, and by why, for how many people."""
    words = {s: counted(len(rows), spots.inhabitants(s)) for s, rows in spots.by_status.items()}
    everywhere = sum(len(rows) for rows in spots.by_status.values())
    if not everywhere:
        return _("Op {date} is voor elke gemeente een programma recent aangetoond.").format(date=day(spots.report.on))
    first = _("Op {date} is voor {count} geen programma recent aangetoond.").format(
        date=day(spots.report.on), count=counted(everywhere)
    )
    forms = {
        Status.EVIDENCED_EARLIER: _(
            "Te bevestigen: voor {count} was er eerder een programma, volgens een oudere bron."
        ),
        Status.ANNOUNCED: _("Te bevestigen: voor {count} noemt een lokale regel of een plan hulp bij stoppen."),
        Status.ASSIGNED_ONLY: _(
            "Blinde vlek: van {count} weten we niet of er een programma is; het Rijk heeft de regio aangewezen."
        ),
        Status.UNKNOWN: _("Blinde vlek: voor {count} vonden we geen bron die zegt of er op die dag een programma is."),
        Status.CONFIRMED_NONE: _(
            "Witte vlek: in {count} is er volgens een bron geen programma, of stopte het laatste."
        ),
    }
    parts = [form.format(count=words[s]) for s, form in forms.items() if spots.by_status[s]]
    if not spots.by_status[Status.CONFIRMED_NONE]:
        parts.append(_("Een witte vlek, waar een recente bron zelf zegt dat er niets is, kennen we op die dag niet."))
    return " ".join([first, *parts])


def kinds_told() -> tuple[tuple[tuple[Status, ...], str], ...]:
    """The three kinds of spot with what each means; they are never added up."""
    return (
        (WHITE, _("Witte vlek: een bron zegt dat er geen programma is, of dat het laatste stopte")),
        (BLIND, _("Blinde vlek: geen recente bron zegt of er een programma is")),
        (TO_CONFIRM, _("Te bevestigen: eerder aangetoond, of aangekondigd")),
    )


def since_told(spot: Spot) -> str:
    """Since when a source says there is none, or of when the last evidence is; empty when no source said anything."""
    if spot.row.status in WHITE:
        return partial_day(spot.since) if spot.since else ""
    return last_day_told(spot.row)
