"""Whether the cost per area grows with the number of areas: the same work on 1, 4 and 16 times as many.

Run with ``python -m benchmarks.growth``; ``--write docs/performance.md`` puts the table in that file. Each country is
measured in processes of its own, on dates that were not asked before, so that no cache helps.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from statistics import median

from benchmarks.country import make
from benchmarks.machine import description
from benchmarks.report import table, write
from benchmarks.server import ROOT
from coverage.analysis.comparison.compare import compare
from coverage.analysis.evidence import local_claims
from coverage.analysis.groups.gaps import gaps_at
from coverage.analysis.spots.white_spots import white_spots
from coverage.analysis.status import status_at
from coverage.dataset import DATA, Dataset, current
from coverage.geography.areas import duup_regions, municipalities, neighbours, places
from coverage.geography.web import compressed
from coverage.vocabulary import TargetGroup

SIZES = (1, 4, 16)
MOST = 1.1  # cost per area of the largest country against the real one
DAYS = [date(2013, month, 1) for month in range(8, 13)]  # when most is evidenced; a year before has claims too
DIVISION = "2021"  # whose borders are shown for these days
BYTES = "bytes"


def work(ds: Dataset) -> dict[str, Callable[[date], object]]:
    """What is timed: step by step, each on what the steps before it left behind."""
    from benchmarks.allocation import recompute
    from coverage.analysis.moments import moments

    group = (next(iter(TargetGroup)),)
    return {
        "lineage and claims brought to the areas": lambda _: (moments(ds), local_claims(ds, DIVISION)),
        "areas, regions and neighbours joined": lambda on: (
            municipalities(ds, on), duup_regions(ds, on), places(ds, DIVISION), neighbours(ds, DIVISION),
        ),
        "status on a date": lambda on: status_at(ds, on.replace(day=15)),
        "what the map is sent": lambda on: paint(ds, on),
        "white and blind spots": lambda on: white_spots(ds, on),
        "two dates compared": lambda on: compare(ds, on.replace(year=on.year - 1), on),
        "gaps of a target group": lambda on: gaps_at(ds, on, group),
        "allocation: a new budget, all keys and ranges": lambda on: recompute(ds, 5_000_000 + on.toordinal()),
    }  # fmt: skip


ONCE = 2  # the first steps are done once in a process; the others are timed on several dates


def paint(ds: Dataset, on: date) -> int:
    """Bytes of the message that paints the map of a date."""
    from coverage.ui.map.status import status_view
    from coverage.ui.map.view import payload

    return len(json.dumps(payload(status_view(status_at(ds, on), selected=None))))


def measure() -> dict[str, float]:
    """Processor seconds of each step, and bytes for the browser, for the package that ``COVERAGE_DATA`` names."""
    began = time.process_time()
    ds = current()
    found = {"load and check the package": time.process_time() - began}
    for number, (name, run) in enumerate(work(ds).items()):
        taken = []
        for on in DAYS[: 1 if number < ONCE else None]:
            status_at(ds, on)
            began = time.process_time()
            run(on)
            taken.append(time.process_time() - began)
        found[name] = median(taken)
    found[f"{BYTES}: message that paints the map"] = paint(ds, DAYS[0])
    found[f"{BYTES}: borders, compressed"] = len(compressed(ds, DIVISION))
    return found


def countries(repeat: int) -> dict[int, dict[str, float]]:
    """Size -> step -> the least of some processes (the least disturbed), or bytes."""
    found: dict[int, dict[str, float]] = {}
    with tempfile.TemporaryDirectory() as folder:
        for size in SIZES:
            make(DATA, Path(folder) / str(size), size)
        for _ in range(repeat):
            for size in SIZES:
                environment = os.environ | {"COVERAGE_DATA": str(Path(folder) / str(size))}
                command = [sys.executable, "-m", "benchmarks.growth", "--measure"]
                done = subprocess.run(command, cwd=ROOT, env=environment, check=True, stdout=subprocess.PIPE, text=True)
                for name, value in json.loads(done.stdout).items():
                    known = found.setdefault(size, {})
                    known[name] = min(value, known.get(name, value))
    return found


def growth(costs: dict[int, dict[str, float]], name: str) -> float:
    """Cost per area in the largest country against that in the smallest."""
    small, large = min(costs), max(costs)
    return (costs[large][name] / large) / (costs[small][name] / small)


def report(costs: dict[int, dict[str, float]], areas: int) -> str:
    """A table with the cost per area of each step, in microseconds or bytes, and how it grows."""
    head = ["cost per area", *(f"{size} x ({size * areas} areas)" for size in costs), "growth", f"at most {MOST}"]
    rows = []
    for name in next(iter(costs.values())):
        per_area = [cost[name] / size / areas for size, cost in costs.items()]
        cells = [f"{v:.1f} B" if name.startswith(BYTES) else f"{v * 1e6:.0f} µs" for v in per_area]
        ratio = growth(costs, name)
        rows.append([name, *cells, f"{ratio:.2f}", "MET" if ratio <= MOST else "**MISSED**"])
    total = {size: {"all": sum(v for n, v in cost.items() if not n.startswith(BYTES))} for size, cost in costs.items()}
    seconds = [f"{cost['all']:.2f} s" for cost in total.values()]
    ratio = growth(total, "all")
    rows.append(["all seconds together", *seconds, f"{ratio:.2f}", "MET" if ratio <= MOST else "**MISSED**"])
    return table(head, rows)


def main() -> None:
    """Measure, print, and write when asked."""
    arguments = argparse.ArgumentParser(prog="python -m benchmarks.growth", description=__doc__)
    arguments.add_argument("--repeat", type=int, default=3, help="processes per country; the least counts (default 3)")
    arguments.add_argument("--write", type=Path, help="put the table in this file, between its marks")
    arguments.add_argument("--measure", action="store_true", help=argparse.SUPPRESS)
    options = arguments.parse_args()
    if options.measure:
        print(json.dumps(measure()))
        return
    text = report(countries(options.repeat), len(status_at(current(), DAYS[0]).rows))
    made = (
        f"Measured on {date.today()} with `python -m benchmarks.growth`, the least of {options.repeat} processes each."
    )
    text = f"{made} {description()}.\n\n{text}"
    print(text)
    if options.write:
        write(options.write, "growth", text)


if __name__ == "__main__":
    main()
