"""What the timeline of programmes shows, in a sentence."""

from __future__ import annotations

from collections.abc import Sequence

from coverage.analysis.moments import Band
from coverage.analysis.programmes.timeline import Lane
from coverage.i18n import _, day, number


def timeline_answer(lanes: Sequence[Lane], bands: Sequence[Band]) -> str:
    """How many programmes sources name, and when there was no state scheme."""
    first = _("Bronnen noemen {count} programma's, het oudste vanaf {year}.").format(
        count=number(len(lanes)), year=min(lane.first for lane in lanes).year
    )
    gaps = [
        _("Van {begin} tot {end} was er geen regeling van het rijk.").format(begin=day(b.begin), end=day(b.end))
        for b in bands
        if b.scheme is None and b.end
    ]
    return " ".join([first, *gaps])
