"""How recent what is known of a region is: the newest that a source says of it, whatever it is about."""

from __future__ import annotations

from coverage.analysis.claim import Claim
from coverage.analysis.dating import claim_day
from coverage.analysis.profile.text import Line
from coverage.analysis.region_profile.facts import RegionProfile
from coverage.i18n import _
from coverage.vocabulary import Basis


def newest_claim(p: RegionProfile) -> Claim | None:
    """The newest claim or local rule about a municipality of the region that holds on the date; None without any.

    A source may have been there later and look back, as the one of 2013 that says what ran in 2009.

    Inhabitants, the assignment by the state, and what is said of the country as a whole do not count.
    """
    claims = (c.claim for r in p.rows for c in r.claims if c.claim.basis is not Basis.ASSIGNMENT)
    return max(claims, key=lambda c: (c.start, c.claim_id), default=None)


def newest_said(p: RegionProfile) -> Line:
    """The date of that claim or rule, and its source."""
    newest = newest_claim(p)
    if newest is None:
        return Line(_("Over gemeenten in deze regio vonden we geen uitspraak van een bron en geen regel."))
    words = _("De nieuwste uitspraak of regel over een gemeente hier is van {date}.")
    return Line(words.format(date=claim_day(newest)), (newest.source_id,))
