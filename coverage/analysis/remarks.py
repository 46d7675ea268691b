"""What a reader must know with a status: evidence too old, only a part covered, region uncertain.

One wording for every place: whole sentences where there is room, a few words in a table.
"""

from __future__ import annotations

from coverage.analysis.status import MunicipalityStatus
from coverage.i18n import _, partial_day


def remarks(row: MunicipalityStatus) -> tuple[str, ...]:
    """A sentence for each remark that applies."""
    found = []
    if row.dated:
        confirmed = _confirmed(row)
        found.append(
            _("{confirmed}: dat bewijs is te oud om mee te tellen.").format(
                confirmed=confirmed[0].upper() + confirmed[1:]
            )
        )
    if row.partial:
        found.append(
            _("Dit geldt voor een deel van de gemeente: de bron gaat over een gemeente van vóór een herindeling.")
        )
    if row.uncertain:
        found.append(_("Bij welke DUUP-regio de gemeente hoort, is onzeker."))
    return tuple(found)


def remarks_in_short(row: MunicipalityStatus) -> str:
    """The same in a few words, for a cell of a table; empty when nothing applies."""
    found = (
        _confirmed(row) if row.dated else "",
        _("deels") if row.partial else "",
        _("DUUP-regio onzeker") if row.uncertain else "",
    )
    return "; ".join(words for words in found if words)


def _confirmed(row: MunicipalityStatus) -> str:
    """A day takes another preposition than a month or a year."""
    words = _("laatst bevestigd op {date}") if row.last_confirmed.count("-") == 2 else _("laatst bevestigd in {date}")
    return words.format(date=partial_day(row.last_confirmed))
