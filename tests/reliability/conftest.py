"""What the tests of reliability share: the hostile package, and helpers that stand with the tests of other parts."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

TESTS = Path(__file__).parents[1]
sys.path += [str(TESTS / "browser"), str(TESTS / "pages")]  # hostile_package and harness; test_hostile_addresses


@pytest.fixture(scope="session")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the data package in which every free text is hostile."""
    from hostile_package import hostile_package

    return hostile_package(tmp_path_factory.mktemp("hostile") / "data")
