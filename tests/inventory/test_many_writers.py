"""Many at once, and killed in the middle: every receipt that was given out is in the log, once, and the chain holds."""

import random
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from uuid import uuid4

import pytest
from small_package import write_package

from coverage.dataset.problems import read_strings
from coverage.inventory.actors import Desk
from coverage.inventory.chain import EventKind, chain_problems
from coverage.inventory.statements import AnswerStatement
from coverage.inventory.store import Store
from coverage.inventory.submitting import Sending, submit
from coverage.vocabulary import AnswerChannel, AnswerField, AnswerKind

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_package(tmp_path_factory.mktemp("country") / "data")


def assert_all_there_once(store: Store, receipts: Sequence[str]) -> None:
    with store.reading() as connection:
        events = store.events(connection)
    sent = Counter(e.event_id for e in events if e.kind is EventKind.SUBMITTED)
    assert set(receipts) <= set(sent) and set(sent.values()) <= {1}
    answered = {e.event_id for e in events if e.kind is EventKind.ANSWERED}
    named = [i for e in events if e.kind is EventKind.SUBMITTED for i in e.payload["answers"]]
    assert sorted(named) == sorted(answered)  # no half submission
    assert list(chain_problems(events)) == []


def test_fifty_at_once_lose_nothing_and_double_nothing(store: Store, package: Path) -> None:
    """Each sends twice, as an impatient person does."""
    strings, _unread = read_strings(package)

    def send(n: int) -> str:
        said = AnswerStatement("programme:P-EIK", AnswerField.EXECUTOR, AnswerKind.CHANGED, f"Stichting {n}")
        sending = Sending(str(uuid4()), "GM9001", "", AnswerChannel.PHONE, (said,))
        first, second = (submit(store, Desk("desk:a"), sending, strings) for _time in range(2))
        assert first == second
        return first.submission_id

    with ThreadPoolExecutor(50) as pool:
        receipts = list(pool.map(send, range(50)))
    assert len(set(receipts)) == 50
    assert_all_there_once(store, receipts)


def _killed(store: Store, package: Path, after: float) -> list[str]:
    """Receipts that a process gave out before it was killed, ``after`` seconds after it began to send."""
    address = store.url.render_as_string(hide_password=False)
    command = [
        sys.executable,
        str(ROOT / "tests" / "inventory" / "submitter.py"),
        address,
        str(package),
        "desk:a",
        "9999",
    ]
    process = subprocess.Popen(
        command, cwd=ROOT, env=None, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1
    )
    assert process.stdin and process.stdout
    try:
        assert process.stdout.readline() == "ready\n"
        process.stdin.write("go\n")
        process.stdin.flush()
        time.sleep(after)
    finally:
        process.kill()
    told, _err = process.communicate(timeout=30)
    return [line for line in told.splitlines() if len(line) == 36]  # the last line may be cut off


@pytest.mark.parametrize("times", [2, pytest.param(50, marks=pytest.mark.slow)])
def test_killed_in_the_middle_of_a_submit(
    store: Store, package: Path, times: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    chance = random.Random(13)
    receipts = [r for _time in range(times) for r in _killed(store, package, chance.uniform(0.05, 0.3))]
    assert receipts
    assert_all_there_once(store, receipts)
