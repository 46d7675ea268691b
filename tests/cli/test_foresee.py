"""A day that is still to come: refused, unless the question is what is known of it now."""

from __future__ import annotations

import json
from datetime import timedelta
from pathlib import Path

import pytest
from small_package import write_package

from coverage.cli import main
from coverage.dates import today


def test_a_future_day_is_asked_for_in_so_many_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("COVERAGE_DATA", str(write_package(tmp_path / "data")))
    ahead = (today() + timedelta(days=30)).isoformat()
    assert main(["status", "--date", ahead]) == 2
    assert "--foresee" in capsys.readouterr().err
    assert main(["status", "--date", ahead, "--foresee", "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["date"] == ahead
