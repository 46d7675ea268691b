"""``python -m benchmarks.snapshots``: what a change of data/ costs readers with an open page, and the memory of many.

In one process, without a browser: sessions of the front page, as Streamlit runs them. What the browser and the
connection add is the same with and without a change.
"""

from __future__ import annotations

import argparse
import gc
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from statistics import median

from streamlit.testing.v1 import AppTest

from coverage.analysis.profile.facts import profile
from coverage.analysis.spots.white_spots import white_spots
from coverage.analysis.status import status_at
from coverage.dataset import DATA, current
from coverage.dataset.newest import DATA_VARIABLE
from coverage.dataset.outside import outsides
from coverage.exports.map_shapes import shapes
from coverage.vocabulary import Status

ROOT = Path(__file__).parents[1]
SESSIONS, FEW, MANY = 3, 3, 200
MOST_EXTRA = 0.3  # seconds
ON = date(2013, 7, 1)


def add_claim(package: Path, number: int) -> str:
    """Claim that the first programme of the table sits in a municipality of which nothing was known; gives its code."""
    path = package / "claims.csv"
    lines = path.read_text("utf-8").splitlines()
    cells = dict(zip(lines[0].split(","), lines[1].split(","), strict=True))
    row = next(r for r in status_at(current(), date.fromisoformat(cells["date"])).rows if r.status is Status.UNKNOWN)
    cells |= {"claim_id": f"NEW{number}", "code": row.code, "name": "nieuw"}
    path.write_text("\n".join([*lines, ",".join(cells.values())]) + "\n", encoding="utf-8")
    return row.code


def seconds(run: Callable[[], object]) -> float:
    """How long something takes."""
    begun = time.perf_counter()
    run()
    return time.perf_counter() - begun


def interactions(package: Path, repeat: int) -> dict[str, float]:
    """Median seconds of a run of an open front page: once more, on a new date, the first after a claim was added."""
    open_pages = [AppTest.from_file(str(ROOT / "app.py"), default_timeout=120) for _ in range(SESSIONS)]
    for at in open_pages:
        at.query_params["datum"] = ON.isoformat()
        at.run()
    taken: dict[str, list[float]] = {"again": [], "new date": [], "after a new claim": [], "next session": []}
    for turn in range(repeat):
        first, other = open_pages[turn % SESSIONS], open_pages[(turn + 1) % SESSIONS]
        taken["again"].append(seconds(first.run))
        first.query_params["datum"] = (ON + timedelta(days=turn + 1)).isoformat()
        taken["new date"].append(seconds(first.run))
        first.query_params["datum"] = ON.isoformat()
        first.run()
        before = current()
        code = add_claim(package, turn)
        taken["after a new claim"].append(seconds(first.run))
        taken["next session"].append(seconds(other.run))
        if current() is before or status_at(current(), ON).row(code).status is Status.UNKNOWN:
            raise RuntimeError("the claim does not show")
    return {name: median(found) for name, found in taken.items()}


def first_reader(repeat: int = 7) -> float:
    """Seconds that the first run after a new claim takes more than one without; in a fresh process."""
    command = [sys.executable, "-m", "benchmarks.snapshots", "--repeat", str(repeat), "--first"]
    return float(subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout.split()[-1])


def use_widely() -> None:
    """What readers of several pages make follow from a snapshot."""
    ds = current()
    for on in (ON, date(2018, 12, 31), date(2021, 1, 1)):
        white_spots(ds, on)
        for row in status_at(ds, on).rows[::40]:
            profile(ds, row.code, on)
    shapes(ds, "2023")


def memory(package: Path) -> tuple[float, float]:
    """Megabytes of the process after a few snapshots, and after many."""
    path, found = package / "timeline.csv", []
    for generation in range(1, MANY + 1):
        lines = path.read_text("utf-8").splitlines()
        lines = [*lines, lines[-1]] if generation % 2 else lines[:-1]
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
        if len(current().table("timeline")) != len(lines) - 1:
            raise RuntimeError("the change does not show")
        use_widely()
        gc.collect()
        if generation in {FEW, MANY}:
            status = Path("/proc/self/status").read_text("ascii")
            found.append(int(status.partition("VmRSS:")[2].split()[0]) / 1024)
    return found[0], found[1]


def main() -> None:
    """Measure and print."""
    options = argparse.ArgumentParser(prog="python -m benchmarks.snapshots", description=__doc__)
    options.add_argument("--repeat", type=int, default=15, help="claims that are added (default 15)")
    options.add_argument("--first", action="store_true", help="only what the first reader waits for more, in seconds")
    asked = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        package = Path(shutil.copytree(DATA, Path(folder) / "data"))
        os.environ[DATA_VARIABLE] = str(package)
        current()
        if asked.first:
            found = interactions(package, asked.repeat)
            print(found["after a new claim"] - found["again"])
            return
        look = median(seconds(lambda: outsides(package)) for _ in range(200))
        print(f"to see that nothing changed ({len(outsides(package))} files): {1000 * look:.2f} ms")
        found = interactions(package, asked.repeat)
        for name, taken in found.items():
            print(f"a run of the front page, {name}: {1000 * taken:.0f} ms")
        extra = found["after a new claim"] - found["again"]
        print(f"more for the reader who comes first: {extra:.2f} s (at most {MOST_EXTRA})")
        few, many = memory(package)
        print(f"memory after {FEW} snapshots {few:.0f} MB, after {MANY} {many:.0f} MB: {100 * (many / few - 1):+.1f}%")


if __name__ == "__main__":
    main()
