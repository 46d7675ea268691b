"""The changelog of the data: what each edition differs from the one before it, and when evidence came in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from coverage.analysis.editions.edition import Edition, Since, difference, editions, since
from coverage.dataset import Dataset


@dataclass(frozen=True, slots=True)
class Entry:
    """One step. ``edition`` is None for the data of today; ``since`` is None for the first edition.

    ``tables`` gives the tables whose number of rows changed: name -> (before, after).
    """

    edition: Edition | None
    earlier: Edition | None
    since: Since | None
    tables: dict[str, tuple[int, int]]


def changes(ds: Dataset, today: date) -> tuple[Entry, ...]:
    """Newest first: today's data against the last edition, then each edition against the one before it."""
    known = [e for e in editions(ds) if e.on <= today]
    if not known:
        return ()
    now = {name: len(ds.table(name)) for name in ds.names}
    found = [Entry(None, known[-1], since(ds, known[-1], today), _tables(known[-1].taken.tables, now))]
    for earlier, later in reversed(list(pairwise(known))):
        step = difference(earlier.taken, later.taken)
        found.append(Entry(later, earlier, step, _tables(earlier.taken.tables, later.taken.tables)))
    return (*found, Entry(known[0], None, None, {}))


def _tables(old: Mapping[str, int], new: Mapping[str, int]) -> dict[str, tuple[int, int]]:
    return {n: (old.get(n, 0), new.get(n, 0)) for n in sorted({*old, *new}) if old.get(n, 0) != new.get(n, 0)}
