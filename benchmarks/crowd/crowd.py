"""The course of one crowd: a first reader, all of them, one process killed if asked, and silence afterwards."""

from __future__ import annotations

import asyncio
import signal
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from random import Random

from benchmarks.crowd.apps import App
from benchmarks.crowd.figures import Tally
from benchmarks.crowd.reader import REFUSED, Lost, Place, Reader
from benchmarks.server import Server

ADDRESSES = ("", "datum=2013-07-01", "datum=2018-12-31", "datum=2011-06-30")  # at which readers arrive


@dataclass(frozen=True, slots=True)
class Plan:
    """What a crowd does; times in seconds. ``pause`` is the mean between two things an active reader does."""

    people: int
    within: float
    active: int
    pause: float
    stay: float
    kept: int
    kill: bool
    again: bool = False


@dataclass
class Course:
    """What happened. Memory in MB of all processes together: at moments by name."""

    tally: Tally = field(default_factory=Tally)
    together: float = 0.0  # moment from which everyone was there
    cpu: float = 0.0  # seconds of processor from then on, until they left
    driver_cpu: float = 0.0  # the same, of this process
    memory: dict[str, float] = field(default_factory=dict)
    killed: float = 0.0
    healthy_again: float = 0.0


async def run(plan: Plan, address: str, running: list[tuple[App, Server]]) -> Course:
    """Let a crowd come, stay and leave. ``running`` are the processes behind the address, if they are ours."""
    course = Course()
    with ThreadPoolExecutor(plan.people + 8) as threads:
        alone = [Place(app.address, Tally(), threads) for app, _ in running] or [Place(address, Tally(), threads)]
        await _warm(alone)
        _weigh(course, "before", running)
        place = Place(address, course.tally, threads, forgiving=plan.kill)
        await _crowd(plan, course, place, running)
        _weigh(course, "just after they left", running)
        if running and not plan.kill:
            await _forget(plan, alone)
            _weigh(course, "when they are forgotten", running)
        if plan.again:
            second = Course()
            quick = replace(plan, within=15, stay=15)
            await _crowd(quick, second, replace(place, tally=second.tally), running)
            await _forget(plan, alone)
            _weigh(course, "when a second crowd is forgotten too", running)
            course.tally.failures += second.tally.failures
    return course


async def _crowd(plan: Plan, course: Course, place: Place, running: list[tuple[App, Server]]) -> None:
    """All come, stay and leave."""
    begun = time.monotonic()
    course.together = begun + plan.within
    readers = [Reader(number, place) for number in range(plan.people)]
    arrivals = [asyncio.create_task(_visit(plan, course, reader, begun)) for reader in readers]
    peak = asyncio.create_task(_watch(course, running))
    await asyncio.sleep(course.together - time.monotonic())
    cpu, own = _cpu(running), time.process_time()
    if plan.kill:
        await asyncio.sleep(plan.stay / 2)
        await _kill(course, running[0])
    await asyncio.gather(*arrivals)
    peak.cancel()
    course.cpu, course.driver_cpu = _cpu(running) - cpu, time.process_time() - own
    _weigh(course, "all there, at the end", running)
    for reader in readers:
        await reader.leave()
    await asyncio.sleep(2)


async def _forget(plan: Plan, alone: list[Place]) -> None:
    """Wait until Streamlit may forget the sessions, which it does when the next reader leaves."""
    await asyncio.sleep(plan.kept)
    await _warm(alone)
    await asyncio.sleep(2)


async def _visit(plan: Plan, course: Course, reader: Reader, begun: float) -> None:
    """Arrive at a moment of our own, and stay until the end."""
    arrival = begun + plan.within * (reader.number + 0.5) / plan.people
    await asyncio.sleep(arrival - time.monotonic())
    try:
        await reader.open(Random(reader.number).choice(ADDRESSES))
    except (*REFUSED, Lost, TimeoutError) as problem:
        course.tally.failures.append(f"opening: {type(problem).__name__}: {problem}")
        return
    active = reader.number * plan.active // plan.people != (reader.number + 1) * plan.active // plan.people
    await reader.stay(course.together + plan.stay, plan.pause if active else None)


async def _warm(alone: list[Place]) -> None:
    """One reader before the crowd, at every process: what all readers share is in memory afterwards."""
    for place in alone:
        reader = Reader(-1, place)
        for query in ADDRESSES:
            await reader.open(query)
            for _ in range(5):
                await reader.act()
            await reader.leave()


async def _kill(course: Course, victim: tuple[App, Server]) -> None:
    """Kill one process without warning, and start it again at once, as systemd does."""
    app, _ = victim
    app.stop(signal.SIGKILL)
    course.killed = time.monotonic()
    await asyncio.sleep(2)  # RestartSec of deploy/dashboard@.service
    app.start()
    while not await asyncio.to_thread(app.is_healthy):
        await asyncio.sleep(0.1)
    course.healthy_again = time.monotonic()


async def _watch(course: Course, running: list[tuple[App, Server]]) -> None:
    """Keep the most memory that was seen."""
    while True:
        _weigh(course, "most", running, keep_most=True)
        await asyncio.sleep(1)


def _weigh(course: Course, moment: str, running: list[tuple[App, Server]], *, keep_most: bool = False) -> None:
    try:
        weight = sum(server.megabytes() for _, server in running)
    except OSError:  # killed just now
        return
    if running:
        course.memory[moment] = max(weight, course.memory.get(moment, 0)) if keep_most else weight


def _cpu(running: list[tuple[App, Server]]) -> float:
    try:
        return sum(server.cpu_seconds() for _, server in running)
    except OSError:
        return float("nan")
