"""How sure the division into regions is: counts by strength of evidence, and the municipalities in doubt."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date

from coverage.analysis.membership import Membership, membership
from coverage.analysis.naming import municipality_names
from coverage.dataset import Dataset
from coverage.geography.areas import membership_on
from coverage.vocabulary import MembershipCertainty, MembershipEvidence


@dataclass(frozen=True, slots=True)
class MembershipOverview:
    """Municipalities per certainty and evidence, and by name those of which the DUUP region is uncertain."""

    on: date
    counts: dict[tuple[MembershipCertainty, MembershipEvidence], int]
    uncertain: tuple[tuple[str, Membership], ...]

    @property
    def municipalities(self) -> int:
        """All of them."""
        return sum(self.counts.values())

    @property
    def derived(self) -> int:
        """Municipalities of which the DUVO region was inferred."""
        return sum(n for (certainty, _evidence), n in self.counts.items() if certainty is MembershipCertainty.DERIVED)


def membership_overview(ds: Dataset, on: date) -> MembershipOverview:
    """The memberships in force on a date (before 2021: those of 1 January 2021)."""
    rows = membership_on(ds, on)
    found = Counter(zip(rows["certainty"], rows["evidence"], strict=True))
    order = list(MembershipEvidence)
    counts = {
        (MembershipCertainty(c), MembershipEvidence(e)): n
        for (c, e), n in sorted(found.items(), key=lambda item: order.index(MembershipEvidence(item[0][1])))
    }
    names = municipality_names(ds)
    uncertain = [(names[code], membership(ds, code, on)) for code in rows.loc[rows["duup_uncertain"], "code"]]
    return MembershipOverview(on, counts, tuple(sorted(uncertain, key=lambda pair: pair[0])))
