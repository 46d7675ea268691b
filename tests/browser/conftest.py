"""Fixtures for tests that drive a real browser."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest
from harness import BROWSER_ARGS, Visit, chromium, serve, visit
from playwright.sync_api import Browser, Page, sync_playwright


@pytest.hookimpl(tryfirst=True)  # before -m chooses
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Every test that drives a browser is marked so, and gets two more tries: a busy machine is a race.

    The summary counts who needed it ("1 rerun"), so that a test that often does is seen.
    """
    for item in items:
        if "browser" in getattr(item, "fixturenames", ()):
            item.add_marker("browser")
            item.add_marker(pytest.mark.flaky(reruns=2))


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium. Without it tests are skipped on a developer's machine and fail in CI."""
    path = chromium()
    if path is None and not os.environ.get("CI"):
        pytest.skip("no Chromium found: install it, or set CHROMIUM to its path")
    with sync_playwright() as playwright:
        chrome = playwright.chromium.launch(executable_path=path, args=BROWSER_ARGS)
        yield chrome
        chrome.close()


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """Address of the application."""
    with serve("app.py") as url:
        yield url


@pytest.fixture(scope="session")
def demo() -> Iterator[str]:
    """Address of the page with nothing but the map."""
    with serve("tests/browser/demo_app.py") as url:
        yield url


@pytest.fixture
def reader(browser: Browser) -> Iterator[Visit]:
    """A reader with a wide screen."""
    with visit(browser) as one:
        yield one


@pytest.fixture
def new_reader(browser: Browser) -> Iterator[Visit]:
    """The same on a first visit: with an empty cache, in a window that nobody else gets."""
    with visit(browser, fresh=True) as one:
        yield one


@pytest.fixture
def page(reader: Visit) -> Page:
    """The reader's page."""
    return reader.page
