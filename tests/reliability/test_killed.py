"""A process killed (SIGKILL, which nothing can catch) at each step of a derive or freeze: the old data stay whole.

The child counts what it does to files of the package, and kills itself just before a step; a run that is not
killed tells which steps there are. More steps, and kills at random moments, come with ``make test-all``.

One process imports what all runs need and makes a child for each: importing takes longer than a run.
"""

from __future__ import annotations

import json
import os
import random
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from small_package import write_package

from coverage.dataset import DATA
from coverage.dataset.editions import edition_files
from coverage.dataset.problems import check

ROOT = Path(__file__).parents[2]
KILLS = 10
CHILD = """
import json, os, signal, sys, threading
import coverage.analysis.editions.edition, coverage.dataset.newest, coverage.derive  # what the commands import later
from coverage.cli import main
steps = []

def watch(event, arguments):
    looks = event in ("os.listdir", "os.listxattr", "os.scandir") or event == "open" and "r" in str(arguments[1])
    if looks or not event.startswith(("open", "os.")):
        return
    if any(isinstance(a, (str, os.PathLike)) and place in os.fspath(a) for a in arguments):
        if len(steps) == fatal:
            os.kill(os.getpid(), signal.SIGKILL)
        steps.append(event)

for line in sys.stdin:
    place, fatal, arguments = json.loads(line)
    assert threading.active_count() == 1  # a child has no other thread than the one that made it
    if not (process := os.fork()):
        os.environ["COVERAGE_DATA"] = place
        answer = os.dup(1)
        os.dup2(2, 1)  # what the command says
        sys.addaudithook(watch)
        code, fatal = main(arguments), -1
        os.write(answer, json.dumps([code, steps]).encode() + b"\\n")
        os._exit(code)
    if os.WIFSIGNALED(os.waitpid(process, 0)[1]):
        print("null", flush=True)
"""
Child = Callable[..., list[str] | None]


@pytest.fixture(scope="module")
def child() -> Iterator[Child]:
    """Runs a command on a package, killed before its step number ``fatal``; all steps when it came to its end first."""
    with subprocess.Popen(
        [sys.executable, "-c", CHILD], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:

        def run(place: Path, fatal: int, *arguments: str) -> list[str] | None:
            assert process.stdin and process.stdout
            process.stdin.write(json.dumps([str(place), fatal, arguments]) + "\n")
            process.stdin.flush()
            answer = json.loads(process.stdout.readline())
            if answer is None:
                return None
            code, steps = answer
            assert code == 0
            return list(steps)

        yield run
        assert process.stdin
        process.stdin.close()


def around(steps: list[str], step: str) -> set[int]:
    """Numbers of the steps of one kind, and of those just after."""
    return {n + after for n, name in enumerate(steps) if name == step for after in (0, 1)}


@pytest.fixture
def package(tmp_path: Path) -> Path:
    return Path(shutil.copytree(DATA, tmp_path / "data"))


@pytest.mark.parametrize("moments", [1, pytest.param(40, marks=pytest.mark.slow)])
def test_a_derive_killed_at_a_step_is_finished_by_the_next(moments: int, child: Child, tmp_path: Path) -> None:
    """At moments spread over all steps: the hand edit stays, and one more derive leaves a sound package."""
    package = write_package(tmp_path / "small")
    claims = package / "claims.csv"
    edited = claims.read_text("utf-8").replace(",p. 1,", ",p. 2,", 1)
    claims.write_text(edited, encoding="utf-8")
    rehearsal = Path(shutil.copytree(package, tmp_path / "rehearsal"))
    steps = child(rehearsal, -1, "derive", "--data", str(rehearsal))
    assert steps and "os.rename" in steps
    for fatal in sorted({*range(0, len(steps), max(len(steps) // moments, 1)), *around(steps, "os.rename")}):
        copy = Path(shutil.copytree(package, tmp_path / f"killed-{fatal}"))
        child(copy, fatal, "derive", "--data", str(copy))
        assert (copy / "claims.csv").read_text("utf-8") == edited
        assert child(copy, -1, "derive", "--data", str(copy))
        assert check(copy) == []


def test_a_freeze_killed_at_any_step_leaves_no_half_edition(child: Child, tmp_path: Path) -> None:
    ask = ("edition", "freeze", "proef", "--date", "2013-07-01")
    package = write_package(tmp_path / "small")
    assert child(package, -1, "edition", "freeze", "eerder", "--date", "2013-06-30")
    before = {p.name: p.read_bytes() for p in edition_files(package)}
    rehearsal = Path(shutil.copytree(package, tmp_path / "rehearsal"))
    steps = child(rehearsal, -1, *ask)
    assert steps and steps.count("os.rename") == 1
    last = steps.index("os.rename")
    for fatal in range(1, last + 1):  # the first step, a folder for editions, is there already
        assert child(package, fatal, *ask) is None
        assert check(package) == []
        assert {p.name: p.read_bytes() for p in edition_files(package)} == before
    assert child(package, -1, *ask)  # what was left behind is in nobody's way
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
