"""All that the data claim about a municipality, row by row, so that the municipality can check it."""

from __future__ import annotations

from dataclasses import dataclass

from coverage.analysis.evidence import local_claims
from coverage.analysis.naming import municipality_names, programme_names
from coverage.dataset import Dataset
from coverage.dataset.divisions import duup_of
from coverage.dataset.memo import per_snapshot
from coverage.geography.lineage import lineage
from coverage.geography.region_names import region_names
from coverage.vocabulary import Basis, Certainty, Code, MembershipCertainty, MembershipEvidence, Relation


@dataclass(frozen=True, slots=True)
class Stated:
    """One claim, or one membership when ``relation`` is None; then ``subject`` names both regions.

    ``municipality`` is the name that the source used; ``date`` is as precise as the source. Nothing here depends on the
    language of the reader, since correction sheets are compared with it when they come back.
    """

    id: str
    municipality: str
    subject: str
    relation: Relation | None
    basis: Basis | None
    certainty: Code
    evidence: MembershipEvidence | None
    date: str
    source_id: str
    detail: str
    note: str


def claimed(ds: Dataset, code: str, division_id: str) -> tuple[Stated, ...]:
    """Rows of ``claims`` and ``memberships`` about a municipality of a division, and about those it was made of.

    At any date: first the claims in order of time, then the memberships of the codes that the division has.
    """
    rows = all_claimed(ds)
    claims = (rows[c.claim.claim_id] for c in local_claims(ds, division_id)[code] if c.claim.claim_id)
    pieces = {p for p, holder in lineage(ds).composition(division_id).items() if holder == code} | {code}
    own = (s for s in rows.values() if s.relation is None and s.id.split("-")[1] in pieces)
    return (*claims, *own)


@per_snapshot(maxsize=1)
def all_claimed(ds: Dataset) -> dict[str, Stated]:
    """Identifier -> row, for every row of ``claims`` and ``memberships``.

    A membership has no identifier of its own; it gets ``LID-<code>-<first day>``, which is the key of its table.
    """
    names, programmes = municipality_names(ds), programme_names(ds)
    areas = dict(zip(ds.table("areas")["area_id"], ds.table("areas")["name"], strict=True))
    found = {}
    for r in ds.table("claims").itertuples():
        found[r.claim_id] = Stated(
            r.claim_id, areas.get(r.area_id, r.name), f"{programmes[r.programme_id]} [{r.programme_id}]",
            Relation(r.relation), Basis(r.basis), Certainty(r.certainty), None, r.date, r.source_id, r.source_detail,
            r.note,
        )  # fmt: skip
    regions = region_names(ds)
    for m in ds.table("memberships").itertuples():
        key = f"LID-{m.code}-{m.valid_from.isoformat().replace('-', '')}"
        duup = regions[duup_of(ds.table("duvo_duup"), m.valid_from)[m.duvo_region]]
        subject = f"DUVO-regio {m.duvo_region}; DUUP-regio {duup}"
        found[key] = Stated(
            key, names[m.code], subject, None, None, MembershipCertainty(m.certainty), MembershipEvidence(m.evidence),
            m.valid_from.isoformat(), m.source_id, "", m.note,
        )  # fmt: skip
    return found
