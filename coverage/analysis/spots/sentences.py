"""White and blind spots in sentences."""

from __future__ import annotations

from coverage.analysis.naming import counted
from coverage.analysis.spots.white_spots import Spots
from coverage.i18n import _, day
from coverage.vocabulary import Status


def answer(spots: Spots) -> str:
    """How many white and blind spots there are, for how many people; remote and paper apart."""
    words = {s: counted(len(rows), spots.inhabitants(s)) for s, rows in spots.by_status.items()}
    parts = [
        (
            _("Op {date} zegt een bron over {count} dat er geen aanbod is (witte vlek).")
            if spots.by_status[Status.CONFIRMED_NONE]
            else _("Op {date} zijn geen witte vlekken bekend: over geen gemeente zegt een bron dat er geen aanbod is.")
        ).format(date=day(spots.report.on), count=words[Status.CONFIRMED_NONE]),
        (
            _("Over {count} zegt geen bron iets (blinde vlek).")
            if spots.by_status[Status.UNKNOWN]
            else _("Blinde vlekken zijn er niet: over elke gemeente zegt een bron iets.")
        ).format(count=words[Status.UNKNOWN]),
    ]
    if spots.by_status[Status.REMOTE_ONLY]:
        parts.append(
            _("Voor {count} is alleen een landelijk programma bekend, voor een deel van de doelgroep.").format(
                count=words[Status.REMOTE_ONLY]
            )
        )
    if spots.by_status[Status.ON_PAPER]:
        parts.append(
            _("Alleen op papier staat het in {count}: of er een programma is, zegt geen recente bron.").format(
                count=words[Status.ON_PAPER]
            )
        )
    return " ".join(parts)
