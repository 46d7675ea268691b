"""Clicks and taps, counted: each reader's job has a bound. Typing a name and Enter is not a click."""

from __future__ import annotations

from harness import PATIENCE
from playwright.sync_api import Locator


class Clicks:
    """Clicks and counts."""

    def __init__(self) -> None:
        self.made = 0

    def on(self, target: Locator) -> None:
        target.click(timeout=PATIENCE)
        self.made += 1
