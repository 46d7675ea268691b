"""One line of days, for everything that is drawn through time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Axis:
    """A line from the first to the last day; a day outside lies at its end. ValueError when it would run back."""

    first: date
    last: date

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise ValueError(f"an axis cannot run from {self.first} back to {self.last}")

    def share(self, on: date) -> float:
        """Where a day lies, from 0 (the first day) to 1 (the last)."""
        days = (self.last - self.first).days or 1
        return (min(max(on, self.first), self.last) - self.first).days / days

    def width(self, begin: date, end: date) -> float:
        """How much of the line lies between two days, from 0 to 1."""
        return self.share(end) - self.share(begin)

    def years(self, step: int) -> range:
        """Years to write along the line, from the first on."""
        return range(self.first.year, self.last.year + 1, step)

    def left(self, on: date) -> str:
        """The place of a day, as a style."""
        return f"left:{100 * self.share(on):.2f}%"

    def span(self, begin: date, end: date) -> str:
        """The place of a stretch of days, as a style."""
        return f"{self.left(begin)};width:{100 * self.width(begin, end):.2f}%"
