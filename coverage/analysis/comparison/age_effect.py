"""What the claim age limit does: counts per status for other limits on the same day."""

from __future__ import annotations

from collections.abc import Iterable

from coverage.analysis.status import StatusReport, judge, years_before
from coverage.vocabulary import Status

AGES = (1, 3, 5, 10, 20)


def age_effect(report: StatusReport, ages: Iterable[int] = AGES) -> dict[int, dict[Status, int]]:
    """Age limit in years -> municipalities per status, the limit of the report itself included; in order of age."""
    found = {}
    for age in sorted({*ages, report.max_age}):
        oldest = years_before(report.on, age)
        counts = dict.fromkeys(Status, 0)
        for row in report.rows:
            counts[judge(row.claims, report.on, oldest).status] += 1
        found[age] = counts
    return found
