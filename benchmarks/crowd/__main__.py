"""``python -m benchmarks.crowd``: 50 people open the dashboard within a minute, and 30 of them use it.

With ``--answering`` others answer a round by the form in that minute; every receipt is compared with the log.

See benchmarks/crowd/README.md for what is done and measured, and docs/reliability.md for the outcome.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import signal
import time
from contextlib import ExitStack
from datetime import date

from benchmarks import form_senders
from benchmarks.crowd.apps import App, apps
from benchmarks.crowd.proxy import proxy
from benchmarks.crowd.reader import Reader, Tally, spread
from benchmarks.machine import description
from benchmarks.server import Server
from coverage.inventory import VARIABLE
from coverage.inventory.invitations import Letter
from coverage.inventory.store_setup import init_store

SESSION_MB = 3.0  # target: memory that one more reader takes
ADDRESSES = ("", "datum=2013-07-01", "datum=2018-12-31", "datum=2011-06-30")  # at which readers arrive
KEPT = 20  # seconds that the server keeps a session that left
RESTART = 2  # seconds after which systemd starts it again (RestartSec of deploy/dashboard@.service)
Running = list[tuple[App, Server]]


def options() -> argparse.Namespace:
    """What was asked on the command line."""
    arguments = argparse.ArgumentParser(prog="python -m benchmarks.crowd", description=__doc__)
    arguments.add_argument("--people", type=int, default=50, help="who open the dashboard (50)")
    arguments.add_argument("--within", type=float, default=60, help="seconds in which they do (60)")
    arguments.add_argument("--active", type=int, default=30, help="how many of them use it (30)")
    arguments.add_argument("--pause", type=float, default=5, help="seconds from one choice to the next (5)")
    arguments.add_argument("--minutes", type=float, default=1, help="that they stay when all are there (1)")
    arguments.add_argument("--address", help="of a server that runs already; its processor and memory stay unknown")
    arguments.add_argument("--processes", type=int, choices=(1, 2), default=1, help="2: behind nginx of deploy/ (1)")
    arguments.add_argument("--answering", type=int, default=0, help="how many others answer a round meanwhile (0)")
    arguments.add_argument("--database", default="", help="of that round, empty; a new SQLite file if left out")
    arguments.add_argument("--kill", action="store_true", help="with 2 processes: kill one halfway the stay")
    asked = arguments.parse_args()
    if asked.kill and (asked.processes != 2 or asked.address):
        arguments.error("--kill needs --processes 2, and no --address: only processes of our own are killed")
    if asked.active > asked.people:
        arguments.error("--active is at most --people")
    if asked.answering and (asked.kill or asked.address):
        arguments.error("--answering needs a server of our own, and none is killed: see tests/inventory for that")
    return asked


def main() -> None:
    """Run the crowd and print what happened; exit code 1 when a target was missed."""
    asked = options()
    with ExitStack() as stack:
        letters: list[Letter] = []
        if asked.answering:
            os.environ[VARIABLE] = stack.enter_context(form_senders.named_database(asked.database))
            store = init_store()
            stack.callback(store.close)
            letters = form_senders.prepare(store, asked.answering)
        running = [] if asked.address else stack.enter_context(apps(asked.processes, KEPT))
        if asked.address:
            address = asked.address.rstrip("/")
        else:
            ports = [app.port for app, _ in running]
            address = running[0][0].address if len(ports) == 1 else stack.enter_context(proxy(ports))
        print(f"Crowd of {date.today()}. {description()}\n{asked.people} people open within {asked.within:g} s; "
              f"{asked.active} of them choose a date about every {asked.pause:g} s. Times are until the last message "
              "of the server.\n", flush=True)  # fmt: skip
        met, played, receipts = asyncio.run(_with_answers(asked, address, running, letters))
        if letters:
            load = form_senders.compared(store, played, receipts)
            form_senders.told(load)
            met &= load.is_whole and load.receipts == len(letters)
    raise SystemExit(0 if met else 1)


async def _with_answers(
    asked: argparse.Namespace, address: str, running: Running, letters: list[Letter]
) -> tuple[bool, list[form_senders.Sender], list[str]]:
    """The crowd, and beside it those who answer, spread over the time in which the others come.

    They go to the processes themselves: nginx of deploy/ has a third one for the form, which would spare the readers.
    """
    addresses = [app.address for app, _ in running] or [address]
    await _warm(addresses)
    for one in addresses if letters else ():
        form_senders.Sender(one).ask("/opgave")
    crowd = asyncio.create_task(run(asked, address, running))
    played, receipts = await asyncio.to_thread(form_senders.send_all, addresses, letters, asked.within, 1)
    return await crowd, played, receipts


async def run(asked: argparse.Namespace, address: str, running: Running) -> bool:
    """Let the crowd come, stay and leave; gives whether all targets were met."""
    measured = [] if asked.kill else [server for _, server in running]  # a process that is killed has no figures
    before, tally = sum(server.megabytes() for server in measured), Tally()
    begun = time.monotonic()
    together = begun + asked.within
    readers = [Reader(address, number, tally, forgiving=asked.kill) for number in range(asked.people)]
    visits = [asyncio.create_task(_visit(asked, reader, begun)) for reader in readers]
    await asyncio.sleep(asked.within)
    used, counted = sum(server.cpu_seconds() for server in measured), len(tally.chosen)
    if asked.kill:
        await asyncio.sleep(asked.minutes * 30)
        await _kill(running[0][0])
    await asyncio.gather(*visits)
    after = sum(server.megabytes() for server in measured)
    used = sum(server.cpu_seconds() for server in measured) - used
    stayed = time.monotonic() - together
    for reader in readers:
        await reader.leave()
    print(f"opened ({len(tally.opened)} of {asked.people})     {spread(tally.opened)}")
    print(f"a date chosen ({len(tally.chosen)} times) {spread(tally.chosen)}")
    if asked.kill:
        print(f"back after a lost connection ({len(tally.back)} times) {spread(tally.back)}")
    if measured:
        print(f"processor for one choice {1000 * used / max(len(tally.chosen) - counted, 1):.0f} ms; "
              f"{100 * used / stayed:.0f}% of one core")  # fmt: skip
        if not _verdict("memory for one more reader (MB)", (after - before) / asked.people, SESSION_MB):
            tally.failures.append("too much memory for one reader")
    for failure in sorted(set(tally.failures)):
        print(f"  {tally.failures.count(failure)} x {failure}")
    return _verdict("failures", len(tally.failures), 0) and len(tally.opened) == asked.people


async def _visit(asked: argparse.Namespace, reader: Reader, begun: float) -> None:
    """Arrive at a moment of our own, and stay until the end."""
    await asyncio.sleep(begun + asked.within * (reader.number + 0.5) / asked.people - time.monotonic())
    await reader.open(reader.rng.choice(ADDRESSES))
    active = reader.number * asked.active // asked.people != (reader.number + 1) * asked.active // asked.people
    await reader.stay(begun + asked.within + asked.minutes * 60, asked.pause if active else None)


async def _warm(addresses: list[str]) -> None:
    """One reader before the crowd, at every process: what all readers share is in memory afterwards."""
    for address in addresses:
        for query in ADDRESSES:
            reader = Reader(address, -1, Tally())
            await reader.open(query)
            await reader.choose()
            await reader.leave()


async def _kill(app: App) -> None:
    """Kill one process without warning, and start it again, as systemd does."""
    app.stop(signal.SIGKILL)
    await asyncio.sleep(RESTART)
    app.start()
    while not await asyncio.to_thread(app.is_healthy):
        await asyncio.sleep(0.1)


def _verdict(text: str, value: float, most: float) -> bool:
    met = value <= most
    print(f"{text} {value:.1f}, at most {most:g}{'' if met else '  MISSED'}", flush=True)
    return met


if __name__ == "__main__":
    main()
