"""A process killed (SIGKILL, which nothing can catch) at each step of a derive or freeze: the old data stay whole.

The child counts what it does to files of the package, and kills itself just before a step; a run that is not
killed tells which steps there are. More steps, and kills at random moments, come with ``make test-all``.
"""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from small_package import write_package

from coverage.dataset import DATA
from coverage.dataset.editions import edition_files
from coverage.dataset.problems import check

ROOT = Path(__file__).parents[2]
KILLS = 10
CHILD = """
import os, signal, sys
place, fatal, steps = sys.argv.pop(1), int(sys.argv.pop(1)), []

def watch(event, arguments):
    looks = event in ("os.listdir", "os.listxattr", "os.scandir") or event == "open" and "r" in str(arguments[1])
    if looks or not event.startswith(("open", "os.")):
        return
    if any(isinstance(a, (str, os.PathLike)) and place in os.fspath(a) for a in arguments):
        if len(steps) == fatal:
            os.kill(os.getpid(), signal.SIGKILL)
        steps.append(event)

sys.addaudithook(watch)
"""
COMMAND = """
from coverage.cli import main
code = main()
print(*steps)
sys.exit(code)
"""


def child(code: str, place: Path, fatal: int, *arguments: str) -> list[str] | None:
    """Run code that is killed before its step number ``fatal``; all steps when it came to its end first."""
    done = subprocess.run(
        [sys.executable, "-c", CHILD + code, str(place), str(fatal), *arguments],
        cwd=ROOT, env={**os.environ, "COVERAGE_DATA": str(place)}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    if done.returncode == -signal.SIGKILL:
        return None
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()[-1].split()


def around(steps: list[str], step: str) -> set[int]:
    """Numbers of the steps of one kind, and of those just after."""
    return {n + after for n, name in enumerate(steps) if name == step for after in (0, 1)}


@pytest.fixture
def package(tmp_path: Path) -> Path:
    return Path(shutil.copytree(DATA, tmp_path / "data"))


@pytest.mark.parametrize("moments", [3, pytest.param(40, marks=pytest.mark.slow)])
def test_a_derive_killed_at_a_step_is_finished_by_the_next(moments: int, tmp_path: Path) -> None:
    """At moments spread over all steps: the hand edit stays, and one more derive leaves a sound package."""
    package = write_package(tmp_path / "small")
    claims = package / "claims.csv"
    edited = claims.read_text("utf-8").replace(",p. 1,", ",p. 2,", 1)
    claims.write_text(edited, encoding="utf-8")
    rehearsal = Path(shutil.copytree(package, tmp_path / "rehearsal"))
    steps = child(COMMAND, rehearsal, -1, "derive", "--data", str(rehearsal))
    assert steps and "os.rename" in steps
    for fatal in sorted({*range(0, len(steps), max(len(steps) // moments, 1)), *around(steps, "os.rename")}):
        copy = Path(shutil.copytree(package, tmp_path / f"killed-{fatal}"))
        child(COMMAND, copy, fatal, "derive", "--data", str(copy))
        assert (copy / "claims.csv").read_text("utf-8") == edited
        assert child(COMMAND, copy, -1, "derive", "--data", str(copy))
        assert check(copy) == []


def test_a_freeze_killed_at_any_step_leaves_no_half_edition(package: Path, tmp_path: Path) -> None:
    ask = ("edition", "freeze", "proef", "--date", "2013-07-01")
    before = {p.name: p.read_bytes() for p in edition_files(package)}
    rehearsal = Path(shutil.copytree(DATA, tmp_path / "rehearsal" / "data"))
    steps = child(COMMAND, rehearsal, -1, *ask)
    assert steps and steps.count("os.rename") == 1
    last = steps.index("os.rename")
    for fatal in range(1, last + 1):  # the first step, a folder for editions, is there already
        assert child(COMMAND, package, fatal, *ask) is None
        assert check(package) == []
        assert {p.name: p.read_bytes() for p in edition_files(package)} == before
    assert child(COMMAND, package, -1, *ask)  # what was left behind is in nobody's way
    assert {p.name for p in edition_files(package)} == {*before, "proef.json"}
    assert check(package) == []


def started(command: list[str], package: Path) -> subprocess.Popen[bytes]:
    variables = {**os.environ, "COVERAGE_DATA": str(package)}
    line = [sys.executable, "-m", "coverage", *command]
    return subprocess.Popen(line, cwd=ROOT, env=variables, stdout=subprocess.DEVNULL)


@pytest.mark.slow
def test_a_freeze_killed_at_random_moments(package: Path) -> None:
    command = ["edition", "freeze", "proef"]
    begin, chance = time.monotonic(), random.Random(7)
    assert started(command, package).wait() == 0
    usual = time.monotonic() - begin
    for _ in range(KILLS):
        (package / "editions" / "proef.json").unlink(missing_ok=True)
        process = started(command, package)
        time.sleep(chance.uniform(0, usual))
        process.kill()
        process.wait()
        assert check(package) == []
    (package / "editions" / "proef.json").unlink(missing_ok=True)
    assert started(command, package).wait() == 0
    assert check(package) == []
