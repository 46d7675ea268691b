"""Municipalities without recent evidence in sentences: white, blind and to be confirmed apart."""

from __future__ import annotations

from coverage.analysis.dating import last_day_told
from coverage.analysis.naming import counted
from coverage.analysis.spots.white_spots import Spot, Spots
from coverage.i18n import _, day, partial_day
from coverage.vocabulary import WHITE, Status


def answer(spots: Spots) -> str:
    """How many municipalities have no recent evidence, and by why, for how many people."""
    words = {s: counted(len(rows), spots.inhabitants(s)) for s, rows in spots.by_status.items()}
    everywhere = sum(len(rows) for rows in spots.by_status.values())
    first = _("Op {date} is in {count} geen programma recent aangetoond. Dat komt door verschillende dingen.").format(
        date=day(spots.report.on), count=counted(everywhere)
    )
    forms = {
        Status.EVIDENCED_EARLIER: _("Te bevestigen: in {count} was er eerder een programma, volgens een oudere bron."),
        Status.ANNOUNCED: _("Te bevestigen: een lokale regel of een plan noemt {count}."),
        Status.ASSIGNED_ONLY: _("Blinde vlek: van {count} weten we alleen dat het Rijk de regio heeft aangewezen."),
        Status.UNKNOWN: _("Blinde vlek: voor {count} vonden we geen bron."),
        Status.CONFIRMED_NONE: _("Witte vlek: in {count} is er volgens een bron geen programma."),
    }
    parts = [form.format(count=words[s]) for s, form in forms.items() if spots.by_status[s]]
    if not spots.by_status[Status.CONFIRMED_NONE]:
        parts.append(
            _("Witte vlekken kennen we niet: geen recente bron zegt in zoveel woorden dat er ergens niets is.")
        )
    return (
        " ".join([first, *parts])
        if everywhere
        else _("Op {date} is overal een programma recent aangetoond.").format(date=day(spots.report.on))
    )


def since_told(spot: Spot) -> str:
    """Since when a source says there is none, or of when the last evidence is; empty when no source said anything."""
    if spot.row.status in WHITE:
        return partial_day(spot.since) if spot.since else ""
    return last_day_told(spot.row)
