"""The report of a crowd, on the terminal."""

from __future__ import annotations

import os
import platform
from collections import Counter
from importlib.metadata import version

from benchmarks.crowd.crowd import Course, Plan
from benchmarks.crowd.deeds import DEEDS, OPENED
from benchmarks.crowd.figures import line, spread, verdict

SESSION_MB = 3.0  # target: memory that one more reader takes


def machine() -> str:
    """Where this was measured."""
    return (
        f"{os.cpu_count()} cores, {platform.machine()}, {platform.system()} {platform.release()}; "
        f"Python {platform.python_version()}, Streamlit {version('streamlit')}"
    )


def what(plan: Plan, address: str | None, processes: int) -> str:
    """What is going to happen, in words."""
    if address:
        where = f"the server at {address}"
    else:
        where = "one process" if processes == 1 else "two processes behind nginx with deploy/nginx.conf"
    killed = "; one process is killed halfway" if plan.kill else ""
    return (
        f"{plan.people} people open within {plan.within:g} s at {where}; {plan.active} of them do something "
        f"about every {plan.pause:g} s; they stay {plan.stay:g} s longer{killed}.\n"
        "Readers and driver share the machine with the server. Times are until the last message of the server; "
        "a browser needs its own time to draw.\n"
    )


def told(plan: Plan, course: Course) -> bool:
    """Print everything; gives whether all targets were met."""
    tally = course.tally
    print("Times")
    opened = tally.of(OPENED)
    line("a page opened, with all its files and an empty cache", spread([d.seconds for d in opened]))
    for deed in DEEDS:
        done = tally.of(deed)
        line(f"  {deed} ({len(done)} times)", spread([d.seconds for d in done]))
    line("all that active readers did", spread([d.seconds for d in tally.of(*DEEDS)]))
    print("Traffic")
    line("MB to open a page (mean)", f"{_mean([d.bytes for d in opened]) / 1e6:.2f} MB")
    line("kB of websocket for one thing done (mean)", f"{_mean([d.bytes for d in tally.of(*DEEDS)]) / 1e3:.1f} kB")
    met = _told_costs(plan, course)
    if plan.kill:
        _told_kill(plan, course)
    print("Failures")
    line("opened, of those who came", f"{len(opened)} of {plan.people}")
    met &= verdict("wrong, late or no answers, and lost connections", len(tally.failures), "", 0)
    for text, count in Counter(tally.failures).most_common(10):
        print(f"    {count} x {text}")
    return met and len(opened) == plan.people


def _told_costs(plan: Plan, course: Course) -> bool:
    """Memory and processor; unknown for a server that is not ours, and without meaning when a process was killed."""
    if not course.memory or plan.kill:
        return True
    print("Memory (resident, of the server)")
    before = course.memory["before"]
    for moment, megabytes in course.memory.items():
        line(moment, f"{megabytes:.0f} MB ({megabytes - before:+.0f})")
    each = (course.memory["all there, at the end"] - before) / plan.people
    done = len(course.tally.of(*DEEDS, since=course.together))
    met = verdict("for one more reader", each, "MB", SESSION_MB)
    print("Processor, from when everyone was there until they left")
    line("of the server for one thing done", f"{1000 * course.cpu / max(done, 1):.0f} ms")
    line("of the server, share of one core", f"{100 * course.cpu / plan.stay:.0f}%")
    line("of the readers (this driver), share of one core", f"{100 * course.driver_cpu / plan.stay:.0f}%")
    return met


def _told_kill(plan: Plan, course: Course) -> None:
    tally = course.tally
    print("One process killed")
    line("readers who lost their connection", f"{len(tally.lost)} of {plan.people}")
    line("of those, while they waited for an answer", f"{tally.interrupted}")
    line("came back by themselves", f"{len(tally.back)}")
    line("at the same address, with the same and right answer", f"{tally.kept}")
    line("from the loss until the page was whole again", spread([done.seconds for done in tally.back]))
    line("the killed process took readers again after", f"{course.healthy_again - course.killed:.1f} s")


def _mean(values: list[int]) -> float:
    return sum(values) / len(values) if values else 0.0
