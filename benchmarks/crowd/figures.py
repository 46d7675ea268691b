"""What was measured, and what it comes down to."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Done:
    """Something a reader did: what, seconds until it was on the page, bytes over the line, when it began."""

    what: str
    seconds: float
    bytes: int
    at: float


@dataclass
class Tally:
    """All that happened to all readers. ``failures`` are texts; nobody may have any."""

    done: list[Done] = field(default_factory=list)
    failures: list[str] = field(default_factory=list)
    lost: list[float] = field(default_factory=list)  # moments at which a connection was lost
    interrupted: int = 0  # runs that were going on at such a moment
    back: list[Done] = field(default_factory=list)  # from the loss until the page was whole again
    kept: int = 0  # of those: how many got what they were looking at, by its address

    def of(self, *what: str, since: float = 0.0) -> list[Done]:
        """What was done of some kinds, begun after a moment."""
        return [done for done in self.done if done.what in what and done.at >= since]


def percentile(values: Sequence[float], share: float) -> float:
    """The smallest of the values that at least this share (0 to 1) does not exceed; NaN when there are none."""
    if not values:
        return math.nan
    ordered = sorted(values)
    return ordered[max(0, math.ceil(share * len(ordered)) - 1)]


def spread(values: Sequence[float]) -> str:
    """Median, 95th percentile and most, in seconds."""
    if not values:
        return "none"
    return f"p50 {percentile(values, 0.5):.2f}  p95 {percentile(values, 0.95):.2f}  max {max(values):.2f} s"


def line(text: str, value: str, target: str = "") -> None:
    """One row of the report."""
    print(f"  {text:<58}{value:>38}   {target}".rstrip(), flush=True)


def verdict(text: str, value: float, unit: str, most: float) -> bool:
    """One row with a target; gives whether it was met."""
    met = value <= most
    line(text, f"{value:.1f} {unit}", f"at most {most:g}{'' if met else '  MISSED'}")
    return met
