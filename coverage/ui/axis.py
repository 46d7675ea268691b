"""One axis of time for every picture that has one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from coverage.ui.html import join


@dataclass(frozen=True, slots=True)
class Axis:
    """A stretch of time from the first day up to and including the last."""

    first: date
    last: date

    def percent(self, on: date) -> float:
        """Place of a day as a percentage of the axis; a day outside it lies at the nearer end."""
        whole = max((self.last - self.first).days, 1)
        return round(100 * (min(max(on, self.first), self.last) - self.first).days / whole, 2)

    def years(self, step: int = 1) -> Markup:
        """The years under the axis, each at its first of January; decoration, since every picture is told in words."""
        marks = join(
            Markup('<span style="left:{}%">{}</span>').format(self.percent(date(year, 1, 1)), year)
            for year in range(self.first.year, self.last.year + 1, step)
        )
        return Markup('<div class="years" aria-hidden="true">{}</div>').format(marks)
