"""The steps in which a package is inspected, of which only those are done again whose input changed."""

from __future__ import annotations

import operator
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, TypeVar, cast

from coverage.dataset.outside import outsides

T = TypeVar("T")
Step = tuple[tuple[object, ...], Any]  # what it was made of, and what came out
_NOTHING = object()


class Steps:
    """The steps of an inspection. One whose input is the very same as at an earlier one is not done again."""

    def __init__(self, root: Path | None = None, earlier: Sequence[Mapping[tuple[str, str], Step]] = ()) -> None:
        self._earlier = earlier
        self.done: dict[tuple[str, str], Step] = {}
        self.outside = outsides(root) if root else {}

    def take(self, kind: str, name: str, given: tuple[object, ...], make: Callable[[], T]) -> T:
        """What ``make`` gives, now or earlier."""
        same = (outcome for before, outcome in self._before(kind, name) if _identical(before, given))
        outcome = next(same, _NOTHING)
        if outcome is _NOTHING:
            outcome = make()
        self.done[kind, name] = given, outcome
        return cast(T, outcome)

    def read(self, kind: str, name: str, make: Callable[[], T], same: Callable[[T, T], bool] = operator.eq) -> T:
        """What ``make`` reads from a file, or what was read before when the file is the same from outside or inside."""
        given = (self.outside.get(name),)
        known = self._before(kind, name)
        outcome = next((outcome for before, outcome in known if before == given), _NOTHING)
        if outcome is _NOTHING:
            outcome = make()
            outcome = next((before for _given, before in known if same(before, outcome)), outcome)
        self.done[kind, name] = given, outcome
        return cast(T, outcome)

    def _before(self, kind: str, name: str) -> list[Step]:
        return [steps[kind, name] for steps in self._earlier if (kind, name) in steps]


def _identical(some: tuple[object, ...], others: tuple[object, ...]) -> bool:
    return len(some) == len(others) and all(map(operator.is_, some, others))
