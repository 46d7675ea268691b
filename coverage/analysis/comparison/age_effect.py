"""What the claim age limit does: counts per status for other limits on the same day."""

from __future__ import annotations

from collections.abc import Iterable

from coverage.analysis.status import StatusReport, judge
from coverage.dates import years_before
from coverage.vocabulary import EVIDENCED, Status

AGES = (1, 3, 5, 10, 20)
AGES_TO_CHOOSE = (3, 5, 7, 10)  # on the front page


def age_effect(report: StatusReport) -> dict[int, dict[Status, int]]:
    """Age limit in years -> municipalities per status, the limit of the report itself included; in order of age."""
    found = {}
    for age in sorted({*AGES, report.max_age}):
        oldest = years_before(report.on, age)
        counts = dict.fromkeys(Status, 0)
        for row in report.rows:
            counts[judge(row.claims, report.on, oldest).status] += 1
        found[age] = counts
    return found


def shares_by_age(report: StatusReport, ages: Iterable[int]) -> dict[int, tuple[int, float]]:
    """Age limit in years -> municipalities with recent evidence, and the share of inhabitants there."""
    total = sum(r.inhabitants for r in report.rows) or 1
    found = {}
    for age in sorted({*ages, report.max_age}):
        oldest = years_before(report.on, age)
        there = [r for r in report.rows if judge(r.claims, report.on, oldest).status in EVIDENCED]
        found[age] = (len(there), sum(r.inhabitants for r in there) / total)
    return found
