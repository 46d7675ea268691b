"""The figures of the data are those that a person last looked at."""

from __future__ import annotations

import facts

from coverage.dataset import DATA, current


def test_figures_are_those_that_were_looked_at() -> None:
    assert facts.facts(current(DATA)) == facts.FILE.read_text(encoding="utf-8"), "run: make facts, and look"
