"""To which regions a municipality belongs on a date, how sure that is, and why."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from coverage.analysis.evidence import duup_start
from coverage.analysis.naming import duup_centres, duvo_centres
from coverage.dataset import Dataset
from coverage.geography.areas import membership_on
from coverage.geography.region_names import region_names
from coverage.i18n import _, label
from coverage.vocabulary import MembershipCertainty, MembershipEvidence, Reading


@dataclass(frozen=True, slots=True)
class Membership:
    """The regions of one municipality. ``other_regions`` are the other DUUP regions that it may belong to.

    ``alternatives`` are other regions in the words of the collection; ``in_force`` is False before the DUUP began,
    when the division of 1 January 2021 is shown.
    """

    duvo_region: str
    duvo_centre: str
    duup_number: int
    duup_region: str
    duup_centre: str
    certainty: MembershipCertainty
    evidence: MembershipEvidence
    uncertain: bool
    alternatives: str
    other_regions: tuple[str, ...]
    valid_from: date
    source_id: str
    reading: Reading
    note: str
    in_force: bool

    @property
    def sentence(self) -> str:
        """How sure the membership is, and why, for readers."""
        sure = (
            _("Bij de DUVO-regio volgens een bron: {why}.")
            if self.certainty is MembershipCertainty.SOURCE
            else _("De DUVO-regio is afgeleid, niet in een bron gevonden: {why}.")
        ).format(why=label(self.evidence))
        if not self.in_force:
            return sure
        if self.uncertain:
            others = ", ".join(self.other_regions) or self.alternatives
            sure += " " + _("De DUUP-regio is onzeker: het kan ook {others} zijn.").format(others=others)
        elif self.alternatives:
            sure += " " + _("Bronnen noemen ook: {others}.").format(others=self.alternatives)
        return sure


def membership(ds: Dataset, code: str, on: date) -> Membership:
    """The regions of a municipality on a date (before 2021: of 1 January 2021); KeyError for another code."""
    rows = membership_on(ds, on).set_index("code", drop=False)
    row = rows.loc[code]
    names = region_names(ds)
    others = [int(n) for n in str(row["alternative_duup"]).split(";") if n.strip()]
    number = int(row["duup_number"])
    return Membership(
        duvo_region=row["duvo_region"],
        duvo_centre=duvo_centres(ds)[row["duvo_region"]],
        duup_number=number,
        duup_region=names[number],
        duup_centre=duup_centres(ds)[number],
        certainty=MembershipCertainty(row["certainty"]),
        evidence=MembershipEvidence(row["evidence"]),
        uncertain=bool(row["duup_uncertain"]),
        alternatives=row["alternatives"],
        other_regions=tuple(names[n] for n in others if n != number),
        valid_from=row["valid_from"],
        source_id=row["source_id"],
        reading=Reading(row["reading"]),
        note=row["note"],
        in_force=on >= duup_start(ds),
    )
