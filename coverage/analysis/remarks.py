"""What a reader must know with a status: through which area, since when not confirmed, only a part, region uncertain.

One wording for every place: whole sentences where there is room, a few words in a table.
"""

from __future__ import annotations

from coverage.analysis.dating import claim_day, last_day_told
from coverage.analysis.naming import in_words
from coverage.analysis.status import MunicipalityStatus
from coverage.dataset import Dataset
from coverage.i18n import _
from coverage.vocabulary import EVER_EVIDENCED, EVIDENCED, Basis, Status


def remarks(row: MunicipalityStatus) -> tuple[str, ...]:
    """A sentence for each remark that applies."""
    found = []
    if row.via_area:
        found.append(
            _("De bron noemt niet de gemeente zelf, maar een gebied waar zij bij hoort: {area}.").format(
                area=_area(row)
            )
        )
    if row.status in EVER_EVIDENCED:
        found.append(_said_last(row))
    if row.partial:
        found.append(_("Dit geldt voor een deel van de gemeente: de bron gaat over een kleiner gebied."))
    if row.announced and row.status is not Status.ANNOUNCED:
        found.append(_also_announced(row))
    if row.uncertain:
        found.append(_("Bij welke DUUP-regio de gemeente hoort, is onzeker."))
    return tuple(found)


def national_remarks(ds: Dataset, row: MunicipalityStatus) -> tuple[str, ...]:
    """A sentence for each programme with national reach that a recent source names: it says nothing of help here."""
    form = _(
        "Er was ook landelijk aanbod, voor een deel van de mensen: {name} ({date}). {limits}"
        "Dat zegt niets over hulp in deze gemeente."
    )
    return tuple(
        form.format(
            name=in_words(ds, [c.programme_id], c.start),
            date=claim_day(c),
            limits=f"{c.note.rstrip('.')}. " if c.note else "",
        )
        for c in row.national
    )


def remarks_in_short(row: MunicipalityStatus) -> str:
    """The same in a few words, for a cell of a table; empty when nothing applies."""
    found = (
        _("via {area}").format(area=_area(row)) if row.via_area else "",
        _("bron van {date}").format(date=last_day_told(row)) if row.status in EVER_EVIDENCED else "",
        _("deels") if row.partial else "",
        _("ook in regel of plan") if row.announced and row.status is not Status.ANNOUNCED else "",
        _("DUUP-regio onzeker") if row.uncertain else "",
    )
    return "; ".join(words for words in found if words)


def _area(row: MunicipalityStatus) -> str:
    return next(c.claim.area_name for c in row.decisive if c.claim.area_id == row.via_area)


def _said_last(row: MunicipalityStatus) -> str:
    form = (
        _("De nieuwste bron is van {date}.")
        if row.status in EVIDENCED
        else _("De nieuwste bron is van {date}. Daarna vonden we geen bericht, ook niet dat het is gestopt.")
    )
    return form.format(date=last_day_told(row))


def _also_announced(row: MunicipalityStatus) -> str:
    newest = max(row.announced, key=lambda c: c.claim.start).claim
    form = (
        _("Een lokale regel noemt ook hulp bij stoppen ({date}); of die er is, staat er niet in.")
        if newest.basis is Basis.REGULATION
        else _("Een bron noemt ook een plan ({date}); of het er is gekomen, staat er niet in.")
    )
    return form.format(date=claim_day(newest))
