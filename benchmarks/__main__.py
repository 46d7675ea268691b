"""``make bench``: how fast every page is, how much it sends and what it costs the server, measured in one run.

Ratios come first, since seconds depend on the machine. See benchmarks/README.md for what is measured and how.
"""

from __future__ import annotations

import argparse
import os
from contextlib import ExitStack
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser, sync_playwright

from benchmarks import allocation, files, form_pages, sessions, snapshots
from benchmarks.browser import Visit, launch, visit
from benchmarks.figures import Figure, Result, Run
from benchmarks.machine import dataset_seconds, description
from benchmarks.one_round import one_round
from benchmarks.report import put, report, write
from benchmarks.server import ROOT, Server, serve
from benchmarks.views import DOCS_STYLE, EMPTY, PAGES, Target, docs_style_environment
from coverage.dataset import DATA, current
from coverage.dataset.problems import read_strings
from coverage.inventory import VARIABLE

EMPTY_APP, DOCS_STYLE_APP = "benchmarks/empty_app.py", "benchmarks/docs_style_app.py"
MORE_PER_READER = 3  # MB
START = 3  # s
FORM_CPU, FORM_SIZE = 50, 60  # ms, kB


def visits(browser: Browser, repeat: int, docs: dict[str, str] | None) -> Run:
    """Visit all pages in turn, so that a busy moment hits all alike; the first round is not counted."""
    with ExitStack() as stack:
        inventory = one_round(Path(stack.enter_context(TemporaryDirectory())), read_strings(DATA)[0])
        inventory.store.close()
        ours = stack.enter_context(serve("app.py", {VARIABLE: inventory.url}))
        where: list[tuple[Target, Server]] = [(EMPTY, stack.enter_context(serve(EMPTY_APP)))]
        if docs:
            where.append((DOCS_STYLE, stack.enter_context(serve(DOCS_STYLE_APP, docs))))
        where += [(page, ours) for page in PAGES]
        found: list[list[Visit]] = [[] for _ in where]
        for turn in range(repeat + 1):
            for (target, server), kept in zip(where, found, strict=True):
                seen = visit(browser, server, target, stand_in=target is DOCS_STYLE)
                if turn > 0:
                    kept.append(seen)
        results = [Result(target, kept) for (target, _), kept in zip(where, found, strict=True)]
        return Run(results[0], results[1] if docs else None, results[-len(PAGES) :])


def server_figures(browser: Browser, repeat: int) -> list[Figure]:
    """Start-up, memory, the data package, the allocation, a changed fact, files and the answer form."""
    startup = sessions.startup_seconds(browser, repeat)
    empty = sessions.memory(browser, EMPTY_APP, EMPTY)
    ours = sessions.memory(browser, "app.py", sessions.FRONT)
    imports, loading = dataset_seconds(repeat)
    form = form_pages.costs()
    return [
        Figure("start of the process to a live map for the first reader", startup, "s", START),
        Figure("memory before the first reader, empty app", empty.start, "MB"),
        Figure("memory before the first reader, ours", ours.start, "MB"),
        Figure(f"memory with {sessions.FIRST} readers, empty app", empty.first, "MB"),
        Figure(f"memory with {sessions.FIRST} readers, ours", ours.first, "MB"),
        Figure(f"memory for each reader more (of {sessions.MORE}), empty app", empty.each, "MB"),
        Figure(f"memory for each reader more (of {sessions.MORE}), ours", ours.each, "MB", MORE_PER_READER),
        Figure("load and validate the data package, once per process", loading, "s"),
        Figure("importing what that needs", imports, "s"),
        Figure(
            "a new budget: all keys, with ranges over memberships, years and keys",
            allocation.seconds(current()), "s", allocation.TARGET,
        ),
        Figure("a changed fact: more for who comes first", snapshots.first_reader(), "s", snapshots.MOST_EXTRA),
        *(
            Figure(f"{name}, CPU", files.seconds(current(), make), "s", files.TARGET)
            for name, make in files.FILES.items()
        ),
        Figure("files: a page of another reader, later meanwhile", files.held_up(current()), "s", files.HELD_UP),
        Figure("a page of the answer form, server CPU, slowest", max(p.milliseconds for p in form), "ms", FORM_CPU),
        Figure("a page of the answer form, largest", max(p.size for p in form) / 1000, "kB", FORM_SIZE),
    ]  # fmt: skip


def main() -> None:
    """Measure, print, and write when asked."""
    arguments = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    arguments.add_argument("--repeat", type=int, default=4, help="counted visits per page (default 4)")
    arguments.add_argument("--shared", type=Path, default=ROOT.parent / "shared", help="where the raw sources are")
    arguments.add_argument("--write", type=Path, help="put the report in this file, between its marks")
    options = arguments.parse_args()
    if options.write:
        put(options.write.read_text(encoding="utf-8"), "figures", "")  # better no place for it now than after minutes
    load_before = os.getloadavg()[0]
    with sync_playwright() as playwright:
        browser = launch(playwright)
        version = browser.version
        run = visits(browser, options.repeat, docs_style_environment(options.shared))
        run = Run(run.empty, run.docs, run.pages, server_figures(browser, options.repeat))
        browser.close()
    made = (
        f"Measured on {date.today()} with `make bench`, {options.repeat} visits per page. {description(version)}. "
        f"Load of the machine before the start: {load_before:.2f}."
    )
    if options.repeat < 3:
        made = "**A trial run, not a measurement.** " + made
    text = report(run, made)
    print(text)
    if options.write:
        write(options.write, "figures", text)


if __name__ == "__main__":
    main()
