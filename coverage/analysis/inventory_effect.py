"""What accepting answers would do to the map, before they are accepted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from coverage.analysis.status import status_at
from coverage.dataset import Dataset
from coverage.dataset.problems import inspect
from coverage.inventory.book import Book
from coverage.inventory.fold import fold
from coverage.inventory.judging import would_accept
from coverage.vocabulary import Status


@dataclass(frozen=True, slots=True)
class Turned:
    """A municipality whose status an acceptance changes, with its inhabitants."""

    code: str
    name: str
    before: Status
    after: Status
    inhabitants: int


@dataclass(frozen=True, slots=True)
class MapEffect:
    """What an acceptance does on a day. ``problems`` says why it cannot be written; then nothing turns."""

    on: date
    turned: tuple[Turned, ...]
    problems: tuple[str, ...] = ()

    @property
    def inhabitants(self) -> int:
        """Inhabitants of the municipalities that turn."""
        return sum(t.inhabitants for t in self.turned)


def effect(ds: Dataset, book: Book, answer_ids: Sequence[str], on: date) -> MapEffect:
    """Which municipalities get another status on a day when these answers are accepted, in order of name.

    ``ds`` says which package; what is shown now follows from its files and the accepted answers of the book.
    """
    now = inspect(ds.path, partial(fold, book=book))
    after = inspect(ds.path, partial(fold, book=would_accept(book, answer_ids)), [now])
    if after.problems:
        return MapEffect(on, (), tuple(str(p) for p in after.problems))
    shown = Dataset(ds.path, now)
    then = Dataset(ds.path, after, shown.geography)
    old, new = ({r.code: r for r in status_at(each, on).rows} for each in (shown, then))
    turned = [
        Turned(code, row.name, row.status, new[code].status, row.inhabitants)
        for code, row in old.items()
        if new[code].status is not row.status
    ]
    return MapEffect(on, tuple(sorted(turned, key=lambda t: t.name)))
