"""``python -m benchmarks.crowd``: 50 people open the dashboard within a minute, and 30 of them use it.

See benchmarks/crowd/README.md for what is done and measured, and docs/reliability.md for the outcome.
"""

from __future__ import annotations

import argparse
import asyncio
from contextlib import ExitStack
from datetime import date

from benchmarks.crowd import report
from benchmarks.crowd.apps import apps
from benchmarks.crowd.crowd import Course, Plan, run
from benchmarks.crowd.proxy import proxy

KEPT = "seconds that the server keeps a session that left, before memory is measured again (20; 120 in production)"


def options() -> argparse.Namespace:
    """What was asked on the command line."""
    arguments = argparse.ArgumentParser(prog="python -m benchmarks.crowd", description=__doc__)
    arguments.add_argument("--people", type=int, default=50, help="who open the dashboard (50)")
    arguments.add_argument("--within", type=float, default=60, help="seconds in which they do (60)")
    arguments.add_argument("--active", type=int, default=30, help="how many of them use it (30)")
    arguments.add_argument("--pause", type=float, default=5, help="seconds from one thing they do to the next (5)")
    arguments.add_argument("--minutes", type=float, default=1, help="that they stay when all are there (1)")
    arguments.add_argument("--address", help="of a server that runs already; its processor and memory stay unknown")
    arguments.add_argument("--processes", type=int, choices=(1, 2), default=1, help="2: behind nginx of deploy/ (1)")
    arguments.add_argument("--kill", action="store_true", help="with 2 processes: kill one halfway the stay")
    arguments.add_argument("--again", action="store_true", help="let a second, quicker crowd come: does memory grow?")
    arguments.add_argument("--kept", type=int, default=20, help=KEPT)
    chosen = arguments.parse_args()
    if chosen.kill and (chosen.processes != 2 or chosen.address):
        arguments.error("--kill needs --processes 2, and no --address: only processes of our own are killed")
    if chosen.again and (chosen.kill or chosen.address):
        arguments.error("--again is about the memory of a process of our own that nobody kills")
    if chosen.active > chosen.people:
        arguments.error("--active is at most --people")
    return chosen


def main() -> None:
    """Run the crowd and print what happened; exit code 1 when a target was missed."""
    asked = options()
    plan = Plan(
        asked.people, asked.within, asked.active, asked.pause, asked.minutes * 60, asked.kept, asked.kill, asked.again
    )
    with ExitStack() as stack:
        running = [] if asked.address else stack.enter_context(apps(asked.processes, asked.kept))
        if asked.address:
            address = asked.address.rstrip("/")
        elif asked.processes == 2:
            address = stack.enter_context(proxy([app.port for app, _ in running]))
        else:
            address = running[0][0].address
        print(f"Crowd of {date.today()}. {report.machine()}")
        print(report.what(plan, asked.address, asked.processes), flush=True)
        course: Course = asyncio.run(run(plan, address, running))
    raise SystemExit(0 if report.told(plan, course) else 1)


if __name__ == "__main__":
    main()
