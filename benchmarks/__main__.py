"""``make bench``: how fast the front page is, and how much it sends, measured in one run.

Ratios come first, since seconds depend on the machine. See benchmarks/README.md for what is measured and how.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable
from contextlib import ExitStack
from datetime import date
from pathlib import Path
from statistics import median

from playwright.sync_api import sync_playwright

from benchmarks import allocation, steps
from benchmarks.browser import AREAS, ROOT, App, View, launch, serve, visit
from benchmarks.machine import dataset_seconds, description
from coverage.dataset import load

BOUNDARIES = "data/boundaries/gemeenten_2024_cbs_gegeneraliseerd_dashboard3.geojson"
MOMENTS = ("medio 2013", "medio 2011", "vandaag")

OURS = App("dashboard", "app.py", f"p.ready && p.areas >= {AREAS}")
EMPTY = App("empty page", "benchmarks/empty_app.py", "p.heading")
Visits = dict[str, list[list[View]]]


def docs_style(shared: Path) -> App | None:
    """The app of the documentation, when the boundaries that it needs are there."""
    boundaries = shared / BOUNDARIES
    if not boundaries.is_file():
        return None
    return App(
        "docs-style app",
        "benchmarks/docs_style_app.py",
        f"p.areas >= {AREAS}",
        {"BOUNDARIES": str(boundaries.resolve())},
        stand_in=True,
    )


def measure(apps: list[App], repeat: int) -> tuple[str, Visits, dict[str, list[View]]]:
    """Visit the apps in turn, after one visit each that does not count.

    Gives the browser's version, the views of each app, and the steps in time on other pages of ours.
    """
    visits: Visits = {app.name: [] for app in apps}
    with ExitStack() as stack:
        browser = launch(stack.enter_context(sync_playwright()))
        stack.callback(browser.close)
        addresses = {app.name: stack.enter_context(serve(app)) for app in apps}
        for turn in range(repeat + 1):
            for app in apps:
                views = visit(browser, app, addresses[app.name], MOMENTS if app is not EMPTY else ())
                if turn > 0:
                    visits[app.name].append(views)
        return browser.version, visits, steps.measure(browser, OURS, addresses[OURS.name], repeat)


def line(text: str, value: str, target: str = "", *, met: bool = True) -> None:
    """One row of the report; says so when a target is missed."""
    print(f"  {text:<64}{value:>10}   {target}{'' if met else '  MISSED'}".rstrip())


def report(visits: Visits, repeat: int) -> None:
    """Print the figures; medians, with the worst in brackets where one bad case matters."""

    def first(name: str, part: Callable[[View], float] = lambda v: v.seconds) -> float:
        return median(part(views[0]) for views in visits[name])

    def changes(name: str, part: Callable[[View], float] = lambda v: v.seconds) -> list[float]:
        return [part(view) for views in visits[name] for view in views[1:]]

    ours, empty, docs = OURS.name, EMPTY.name, "docs-style app"
    print("Ratios")
    ratio = first(ours) / first(empty)
    line("complete map: dashboard against an empty Streamlit page", f"{ratio:.2f} x", "at most 1.5", met=ratio <= 1.5)
    if docs in visits:
        change = median(changes(docs)) / median(changes(ours))
        sent = median(changes(docs, lambda v: v.socket_bytes)) / median(changes(ours, lambda v: v.socket_bytes))
        line("complete map: docs-style app against the dashboard", f"{first(docs) / first(ours):.2f} x")
        line("change of date: docs-style app against the dashboard", f"{change:.2f} x")
        line("bytes for a change of date: docs-style app against the dashboard", f"{sent:.1f} x")
    else:
        line("docs-style app: skipped, its boundaries are not here", "-")

    print("Seconds")
    for name in visits:
        line(f"complete, {name}", f"{first(name):.2f} s")
    for name in visits:
        if name != empty:
            line(f"change of date to repainted map, {name}", f"{median(changes(name)):.2f} s")
            line(f"  the slowest of {len(changes(name))}", f"{max(changes(name)):.2f} s")
    imports, loading = dataset_seconds(repeat)
    line("load and validate the data package (once per process)", f"{loading:.2f} s")
    line("  importing what that needs", f"{imports:.2f} s")

    print("Traffic of the dashboard")
    socket_first = max(views[0].socket_bytes for views in visits[ours]) / 1000
    socket_change = max(changes(ours, lambda v: v.socket_bytes)) / 1000
    hosts = sorted({host for views in visits[ours] for view in views for host in view.external_hosts})
    line("websocket, first view (most)", f"{socket_first:.1f} kB", "at most 60", met=socket_first <= 60)
    line("websocket, change of date (most)", f"{socket_change:.1f} kB", "at most 20", met=socket_change <= 20)
    line("requests beside it, change of date (most)", f"{max(changes(ours, lambda v: v.http_bytes)) / 1000:.1f} kB")
    line(
        "first visit, requests",
        f"{first(ours, lambda v: v.requests):.0f}",
        f"empty page {first(empty, lambda v: v.requests):.0f}",
    )
    line(
        "first visit, MB",
        f"{first(ours, lambda v: v.http_bytes) / 1e6:.2f}",
        f"empty page {first(empty, lambda v: v.http_bytes) / 1e6:.2f}",
    )
    line("hosts other than our own", str(len(hosts)), ", ".join(hosts) or "none allowed", met=not hosts)
    if docs in visits:
        foreign = {host for views in visits[docs] for view in views for host in view.external_hosts}
        line("  of the docs-style app", str(len(foreign)))


def main() -> None:
    """Measure and print."""
    arguments = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    arguments.add_argument("--repeat", type=int, default=5, help="counted visits per app (default 5)")
    arguments.add_argument("--shared", type=Path, default=ROOT.parent / "shared", help="where the raw sources are")
    options = arguments.parse_args()
    docs = docs_style(options.shared)
    version, visits, stepped = measure([EMPTY, OURS, *([docs] if docs else [])], options.repeat)
    print(f"Benchmark of {date.today()}. {description(version)}")
    print(f"Medians of {options.repeat} visits per app, in turn, with an empty browser cache and warm servers.\n")
    report(visits, options.repeat)
    print("Other pages, all steps of all visits")
    for name, views in stepped.items():
        seconds, most = median(v.seconds for v in views), max(v.socket_bytes for v in views) / 1000
        line(f"{name}, median", f"{seconds:.2f} s", f"at most {steps.SECONDS}", met=seconds <= steps.SECONDS)
        line("  websocket (most)", f"{most:.1f} kB", f"at most {steps.KILOBYTES}", met=most <= steps.KILOBYTES)
    print("Allocation")
    taken = allocation.seconds(load())
    line(
        "a new budget: all keys, with ranges over memberships, years and keys",
        f"{taken:.3f} s",
        f"at most {allocation.TARGET}",
        met=taken <= allocation.TARGET,
    )


if __name__ == "__main__":
    main()
