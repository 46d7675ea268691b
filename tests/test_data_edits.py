"""A correct edit of the data fails no test of logic: those tests run on a copy with edits of every kind."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from data_edits import edited_copy

TESTS = Path(__file__).parent
LOGIC = ("dataset", "geography", "analysis", "cli", "pages", "exports", "sheets", "inventory", "ui", "derive")


@pytest.mark.slow
def test_edits_fail_no_test_of_logic(tmp_path: Path) -> None:
    """All but ``test_facts.py`` (a person looks) and ``test_promises.py`` (a source says)."""
    package = edited_copy(tmp_path / "data")
    told = subprocess.run(
        [
            sys.executable, "-m", "pytest", "-q", "--tb=line", "--show-capture=no", "-m", "not slow and not browser",
            *(str(TESTS / part) for part in LOGIC),
        ],
        cwd=TESTS.parent, env={**os.environ, "COVERAGE_DATA": str(package)},
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert told.returncode == 0, "\n".join(line for line in told.stdout.splitlines() if line.startswith("FAILED"))
