"""What a rule between tables is: the tables that it reads, and a function that yields what is wrong with them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

import pandas as pd

from coverage.dataset.read import Problem

Found = Iterator[Problem]


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule and the tables that it reads, in the order of its arguments."""

    tables: tuple[str, ...]
    check: Callable[..., Found]


class Rules(list[Rule]):
    """Rules of one subject, in the order in which they are written."""

    def on(self, *tables: str) -> Callable[[Callable[..., Found]], Callable[..., Found]]:
        """A decorator: the function is a rule about these tables, all without problems of their own."""

        def add(check: Callable[..., Found]) -> Callable[..., Found]:
            self.append(Rule(tables, check))
            return check

        return add


def line(index: int) -> int:
    """Line in the file of a row by its position in the frame."""
    return index + 2


def lives(municipalities: pd.DataFrame) -> dict[str, tuple[date, date]]:
    """Code -> first day, and first day on which it no longer existed."""
    lives = zip(municipalities["code"], municipalities["valid_from"], municipalities["valid_to"], strict=True)
    return {code: (first or date.min, last or date.max) for code, first, last in lives}


def alive(municipalities: pd.DataFrame, on: date) -> set[str]:
    return {code for code, (first, last) in lives(municipalities).items() if first <= on < last}
