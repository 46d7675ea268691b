"""A clock that is wrong: the pages and commands stand, and no more is claimed than on the right day.

A process of its own runs with a calendar of which today is another day; the pages are asked what they show today.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from coverage.analysis.status import status_at
from coverage.dataset import DATA, current
from coverage.dataset.editions import edition_files
from coverage.ui.pages import PAGES
from coverage.ui.params import parse_date
from coverage.ui.state import BadValue
from coverage.vocabulary import EVIDENCED

ROOT = Path(__file__).parents[2]
AHEAD, BEHIND = date(2027, 11, 21), date(2015, 5, 5)  # the latter before the edition of the package was frozen
CHILD = """
import io, json, sys
from contextlib import redirect_stdout
from datetime import datetime

from coverage import dates

dates.now = lambda: datetime.fromisoformat(sys.argv[1]).astimezone(dates.AMSTERDAM)
from streamlit.testing.v1 import AppTest
from coverage.cli import main

shown = {}
at = AppTest.from_file("app.py", default_timeout=120).run()  # opens with the front page, the first of all
for page in sys.argv[2].split(","):
    at = at if page == "overzicht.py" else at.switch_page(f"pages/{page}").run()
    html = " ".join(e.proto.body for e in at.get("html"))
    shown[page] = {"exceptions": [e.value for e in at.exception], "titles": len(at.title), "html": html}
answers = {}
for command in (["status"], ["white-spots"], ["fragile"], ["edition", "list"], ["edition", "freeze", "van-vandaag"]):
    heard = io.StringIO()
    with redirect_stdout(heard):
        answers[" ".join(command)] = [main(command if "freeze" in command else [*command, "--format", "json"])]
    answers[" ".join(command)].append(heard.getvalue())
print(json.dumps({"pages": shown, "answers": answers}))
"""


def on(today: date, data: Path) -> dict[str, Any]:
    """What every page and some commands say when today is another day, with the data in a folder of its own."""
    shutil.copytree(DATA, data)
    done = subprocess.run(
        [sys.executable, "-c", CHILD, today.isoformat(), ",".join(p.file for p in PAGES)],
        cwd=ROOT, env={**os.environ, "COVERAGE_DATA": str(data)}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    said: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return said | {"editions": [p.stem for p in edition_files(data)]}


Asked = Callable[[date], dict[str, Any]]
behind = pytest.param(BEHIND, marks=pytest.mark.slow, id="years behind")
wrong_days = pytest.mark.parametrize("today", [pytest.param(AHEAD, id="a year ahead"), behind])


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> Asked:
    """Asks once a day."""
    return cache(lambda today: on(today, tmp_path_factory.mktemp("clock") / "data"))


@wrong_days
def test_every_page_stands(asked: Asked, today: date) -> None:
    pages = asked(today)["pages"]
    assert set(pages) == {p.file for p in PAGES}
    for page, shown in pages.items():
        assert shown["exceptions"] == [], page
        assert shown["titles"] == 1, page


@wrong_days
def test_every_command_answers_with_its_date(asked: Asked, today: date) -> None:
    said = asked(today)
    for command, (code, _heard) in said["answers"].items():
        assert code == 0, command
    assert json.loads(said["answers"]["status"][1])["date"] == today.isoformat()
    assert said["editions"] == ["2026-najaar", "van-vandaag"]
    assert len(json.loads(said["answers"]["edition list"][1])) == 1


def test_a_clock_that_is_ahead_claims_nothing_new(asked: Asked) -> None:
    """Evidence only grows older: nowhere is there provision that the newest source does not know of."""
    said = asked(AHEAD)
    rows = json.loads(said["answers"]["status"][1])["municipalities"]
    ahead = {r["code"] for r in rows if r["status"] in {s.value for s in EVIDENCED}}
    now = {r.code for r in status_at(current(), date(2026, 11, 21), 3).rows if r.status in EVIDENCED}
    assert ahead <= now
    assert "21 november 2027" in said["pages"]["overzicht.py"]["html"]


def test_a_day_in_the_future_is_refused_in_an_address() -> None:
    with pytest.raises(BadValue, match="daar kan niemand al iets over weten"):
        parse_date("2199-01-01")
