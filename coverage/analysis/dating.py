"""How the date of a row is told: as precise as its source, and an estimate never as a day."""

from __future__ import annotations

from collections.abc import Iterable

from coverage.analysis.claim import Claim, LocalClaim
from coverage.analysis.status import MunicipalityStatus
from coverage.dates import end, start
from coverage.i18n import _, partial_day
from coverage.vocabulary import DateBasis


def dated(date: str, basis: DateBasis, earliest: str = "", latest: str = "") -> str:
    """A partial date in words; an estimate by the years between which it lies, or by its year, and marked as one."""
    if basis is not DateBasis.ESTIMATED:
        return partial_day(date)
    first, last = (start(earliest) if earliest else None), (end(latest) if latest else None)
    if first and last and first.year != last.year:
        return _("tussen {first} en {last}, geschat").format(first=first.year, last=last.year)
    if first and not last and first.year != start(date).year:
        return _("{first} of later, geschat").format(first=first.year)
    coarse = date[:7] if first and last and first.replace(day=1) == last.replace(day=1) else date[:4]
    return _("{date}, geschat").format(date=partial_day(coarse))


def claim_day(claim: Claim) -> str:
    """The date of a claim in words."""
    return dated(claim.date, claim.date_basis, claim.earliest, claim.latest)


def newest_of(claims: Iterable[LocalClaim]) -> Claim:
    """The newest of some claims; of one day, one whose date its source gives. ValueError when there is none."""
    return max((c.claim for c in claims), key=lambda c: (c.start, c.date_basis is not DateBasis.ESTIMATED))


def last_day_told(row: MunicipalityStatus) -> str:
    """The date of the newest evidence, or of the newest claim that there is none, in words; empty without one."""
    newest = _newest(row)
    return claim_day(newest) if newest else partial_day(row.last_confirmed) if row.last_confirmed else ""


def last_day_written(row: MunicipalityStatus) -> str:
    """The same for a file: in ISO form as precise as the source, or in words when it was estimated."""
    newest = _newest(row)
    return claim_day(newest) if newest and newest.date_basis is DateBasis.ESTIMATED else row.last_confirmed


def _newest(row: MunicipalityStatus) -> Claim | None:
    """The claim of that date; one with a date of its own where an estimate says the same."""
    found = [c.claim for c in row.decisive if c.claim.date == row.last_confirmed]
    return min(found, key=lambda c: c.date_basis is DateBasis.ESTIMATED, default=None)
