"""Stepping through time on the page on coverage, and choosing a date on the page on white spots."""

from __future__ import annotations

from playwright.sync_api import Browser

from benchmarks.browser import App, View, visit

PAGES: dict[str, tuple[str, tuple[str, ...]]] = {
    "step in time, coverage": ("/dekking?datum=2013-07-01", ("Volgende",) * 4 + ("Vorige",) * 3),
    "step in time since the DUUP, coverage": ("/dekking?datum=2022-01-21", ("Volgende",) * 4),
    "change of date, white spots": ("/witte-vlekken?datum=2013-07-01", ("medio 2011", "eind 2018", "vandaag")),
}
SECONDS, KILOBYTES = 0.25, 20


def measure(browser: Browser, app: App, address: str, repeat: int) -> dict[str, list[View]]:
    """Name of what was done -> a view for every step, of all visits after the first, which does not count."""
    found: dict[str, list[View]] = {name: [] for name in PAGES}
    for turn in range(repeat + 1):
        for name, (page, choices) in PAGES.items():
            views = visit(browser, app, address + page, choices)
            if turn > 0:
                found[name] += views[1:]
    return found
