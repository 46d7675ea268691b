"""What a reader must know with a status: through which area, since when not confirmed, only a part, region uncertain.

One wording for every place: whole sentences where there is room, a few words in a table.
"""

from __future__ import annotations

from coverage.analysis.claim import Claim
from coverage.analysis.dating import claim_day, last_day_told
from coverage.analysis.naming import in_words
from coverage.analysis.programmes.records import programmes
from coverage.analysis.statements import without_lines
from coverage.analysis.status import MunicipalityStatus
from coverage.dataset import Dataset
from coverage.i18n import _, label, language, sentence_case
from coverage.vocabulary import EVER_EVIDENCED, EVIDENCE_KINDS, EVIDENCED, Basis, NoClaimReason, Status


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
    if row.in_doubt:
        found.append(_("Bij welke DUUP-regio de gemeente hoort, is onzeker."))
    return tuple(found)


def national_remarks(ds: Dataset, row: MunicipalityStatus) -> tuple[tuple[str, str], ...]:
    """(sentence, source) for each programme with national reach that a recent source names, with its limits.

    It says nothing of help in this municipality, and says so.
    """
    limited = _(
        "Er was ook een landelijk programma, voor een deel van de mensen: {name} ({date}). {limits}. "
        "Dat zegt niets over hulp in deze gemeente."
    )
    bare = _("Er was ook een landelijk programma: {name} ({date}). Dat zegt niets over hulp in deze gemeente.")
    found = []
    for claim in {c.programme_id: c for c in row.national}.values():
        limits = national_limits(ds, claim)
        words = (limited if limits else bare).format(
            name=in_words(ds, [claim.programme_id], claim.start), date=claim_day(claim), limits=limits
        )
        found.append((words, claim.source_id))
    return tuple(found)


def national_limits(ds: Dataset, claim: Claim) -> str:
    """For whom a national programme is and until when, in the words of the source; that it is no exit programme."""
    kind = label(claim.kind) if claim.kind not in EVIDENCE_KINDS else ""
    if language() == "en" and claim.note_en:
        return ". ".join(sentence_case(t) for t in (without_lines(claim.note_en), kind) if t)
    own = next((p.moments for p in programmes(ds) if p.id == claim.programme_id), ())
    notes = (m.note for m in own if (m.source_id, m.date) == (claim.source_id, claim.date))
    money = next(notes, "") if all(m.silence is NoClaimReason.NATIONAL for m in own) else ""
    parts = (without_lines(part) for part in (claim.note, money, kind))
    return ". ".join(dict.fromkeys(sentence_case(part).rstrip(".") for part in parts if part))


def remarks_in_short(row: MunicipalityStatus) -> str:
    """The same in a few words, for a cell of a table; empty when nothing applies."""
    found = (
        _("via {area}").format(area=_area(row)) if row.via_area else "",
        _("bron van {date}").format(date=last_day_told(row)) if row.status in EVER_EVIDENCED else "",
        _("deels") if row.partial else "",
        _("ook in regel of plan") if row.announced and row.status is not Status.ANNOUNCED else "",
        _("DUUP-regio onzeker") if row.in_doubt else "",
    )
    return "; ".join(words for words in found if words)


def _area(row: MunicipalityStatus) -> str:
    return next(c.claim.area_name for c in row.decisive if c.claim.area_id == row.via_area)


def _said_last(row: MunicipalityStatus) -> str:
    form = (
        _("De nieuwste bron daarover is van {date}.")
        if row.status in EVIDENCED
        else _(
            "De nieuwste bron daarover is van {date}. Daarna vonden we geen bericht dat het er nog is, en ook niet dat "
            "het is gestopt."
        )
    )
    return form.format(date=last_day_told(row))


def _also_announced(row: MunicipalityStatus) -> str:
    newest = max((c.claim for c in row.announced), key=lambda c: (c.basis is Basis.REGULATION, c.start))
    form = (
        _("Een lokale regel noemt ook hulp bij stoppen ({date}); of die er is, staat er niet in.")
        if newest.basis is Basis.REGULATION
        else _("Een bron noemt ook een plan ({date}); of het er is gekomen, staat er niet in.")
    )
    return form.format(date=claim_day(newest))
