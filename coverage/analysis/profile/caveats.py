"""What a reader should know beside the claims about a municipality: contradictions, and claims of later dates."""

from __future__ import annotations

from coverage.analysis.claim import LocalClaim
from coverage.analysis.contradictions import Contradiction, contradictions
from coverage.analysis.evidence import duup_start, local_claims
from coverage.analysis.status import MunicipalityStatus, StatusReport
from coverage.dataset import Dataset


def caveats(ds: Dataset, report: StatusReport, row: MunicipalityStatus) -> tuple[Contradiction, ...]:
    """Contradictions about the municipality, or about its DUUP region since that exists, or about the programmes that
    decide its status. Those about a table of figures as well are left out: they belong with the figures."""
    subjects = {("municipality", row.code)}
    if report.on >= duup_start(ds):
        subjects.add(("duup", str(row.duup_number)))
    subjects |= {("programme", c.claim.programme_id) for c in row.decisive if c.claim.claim_id}
    found = []
    for c in contradictions(ds):
        about_figures = any(kind == "table" and name != "access" for kind, name in c.subjects)
        if ("municipality", row.code) in c.subjects or (subjects & set(c.subjects) and not about_figures):
            found.append(c)
    return tuple(found)


def later_claims(ds: Dataset, report: StatusReport, row: MunicipalityStatus) -> tuple[LocalClaim, ...]:
    """Claims that bear on the municipality and count only after the date of the report, in order of time."""
    return tuple(c for c in local_claims(ds, report.division.id)[row.code] if c.claim.effective > report.on)
