"""What code must name of the data, all in one place: nothing else of a row's identity stands in code.

``coverage check`` refuses a package without a citation for each :class:`Cited` place. A :class:`CaveatPlace`
without contradictions shows none.
"""

from __future__ import annotations

from enum import StrEnum


class Cited(StrEnum):
    """A fixed sentence of the interface that rests on a source; table ``citations`` says which, and where in it."""

    ALLOCATION_RULE = "allocation_rule"  # that the amount of a region follows inhabitants
    PRIORITY = "priority"  # that a region without a programme had priority
    PHASES = "phases"  # that a plan had to have four phases


class CaveatPlace(StrEnum):
    """A part of a page that shows contradictions; ``contradiction_subjects`` says which (kind ``place``)."""

    MONEY_HISTORY = "money_history"
    NATIONAL_FINDINGS = "national_findings"
