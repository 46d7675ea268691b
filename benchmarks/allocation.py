"""How long a new budget takes: every key with its amounts, and its ranges over memberships, years and keys.

Run with ``python -m benchmarks.allocation``. The target is at most 0.1 s of server time for all of it.
"""

from __future__ import annotations

import time
from statistics import median

from coverage.analysis.allocation.definitions import definitions
from coverage.analysis.allocation.result import allocate
from coverage.analysis.allocation.scenario import baseline
from coverage.analysis.allocation.uncertainty import over_keys, over_memberships, over_years
from coverage.dataset import Dataset, current

TARGET = 0.1
REPEAT = 9


def recompute(ds: Dataset, budget: int) -> None:
    """All that the page shows for a budget, for every key."""
    start = baseline(ds, budget)
    for key in definitions():
        scenario = start.with_key(key)
        over_memberships(allocate(ds, scenario))
        over_years(ds, scenario)
    over_keys(ds, start)


def seconds(ds: Dataset) -> float:
    """Median time for a budget that was not asked before; the first visit, which fills caches, does not count."""
    taken = []
    for i in range(REPEAT + 1):
        began = time.perf_counter()
        recompute(ds, 6_000_000 + 7 * i)
        taken.append(time.perf_counter() - began)
    return median(taken[1:])


def main() -> None:
    """Print the time and its ratio to the target."""
    taken = seconds(current())
    verdict = "met" if taken <= TARGET else "MISSED"
    print(f"new budget, all keys and ranges: {taken * 1000:.0f} ms, {taken / TARGET:.2f} of the target ({verdict})")


if __name__ == "__main__":
    main()
