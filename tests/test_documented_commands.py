"""Commands in documents work: ours are run, in the order of each document, on a made-up country.

Of others stands here why they are not.
Names of the real data become names of that country; ``test_names_in_examples_exist`` holds the real ones.
"""

from __future__ import annotations

import json
import re
import subprocess
from contextlib import suppress
from datetime import date, timedelta
from importlib.util import find_spec
from pathlib import Path

import pytest
from documented import DOCUMENTS, ROOT, Shown, shown
from small_package import write_package

from coverage.cli import main, parser
from coverage.dataset import current
from coverage.dataset.newest import add_to_snapshots
from coverage.dates import today
from coverage.geography.names import resolve

ALL = list(shown())
# How the words of an example are filled in here. A name stands for one of the made-up country.
MUNICIPALITIES = {"Zutphen": "Aardeveld", "Lochem": "Beukenrode", "Den Haag": "Aardeveld", "Apeldoorn": "Aardeveld"}
TO_MERGE = {"Wijdemeren": "Ijsveen", "Hilversum": "Súdhaven"}
FILLED_IN = {
    **MUNICIPALITIES, **TO_MERGE, "TWENTE": "WEST", "DHG-SHOP": "P-AARDE", "https://…": "https://voorbeeld.example/",
    "…": "proef", "GM1234": "GM9020", "=Name": "=Nieuw",
}  # fmt: skip
WORDS = {
    "A": "Fluitwijk (O.)",
    "B": "Eikenbosch",
    "NAME": "proef",
    "MAP": "site",
    "FILE": "back-up.jsonl",
    "2027": "2024",
}
# What is not run here, by its first words, and why. Each must be used, and the files that it names must exist.
NOT_RUN = {
    "py -m venv": "Windows",
    ".venv\\Scripts\\python": "Windows",
    "python3 -m venv": "what make does: takes minutes and a package registry",
    ".venv/bin/pip": "what make does: takes minutes and a package registry",
    ".venv/bin/python -m compileall": "writes beside the code; the Containerfile does the same",
    ".venv/bin/python -m pytest": "is this",
    "git clone": "needs an address",
    "cd": "a place on another machine",
    "cp": "a place on another machine; tests/deploy reads what is copied",
    "ln": "a place on another machine",
    "nginx": "tests/deploy/test_nginx.py does so with the file in deploy/",
    "systemctl": "needs systemd",
    "podman": "needs a container engine; tests/deploy/test_without_containers.py does the same",
    "deploy/logins.sh": "tests/inventory/test_deployed_roles.py runs it on PostgreSQL",
    "/var/lib/dashboard/current/deploy/restart.sh": "needs systemd; tests/deploy reads it",
    "curl": "needs a process; tests/ui/test_health.py asks the same address",
    "python -m coverage corrections read": "needs a filled sheet; tests/sheets/test_corrections.py makes one",
    "python -m coverage derive --reorganisations": "needs files of CBS; tests/derive/test_next_year.py has them",
}
# Names of commands in a sentence, which need more words to run: they get --help.
WHOLE = {"add", "add reorganisation", "inventory grant", "edition freeze"}


def reason(command: Shown) -> str:
    """The entry of ``NOT_RUN`` that holds the command; empty when there is none."""
    text = " ".join(command.words)
    return next((start for start in NOT_RUN if f"{text} ".startswith(f"{start} ")), "")


def kind(command: Shown) -> str:
    """Whose command it is: ours, make's, a measurement's, or that of nobody that we run."""
    if reason(command):
        return "not run"
    if command.ours is not None:
        return "ours"
    if command.words[0] == "make":
        return "make"
    return "measurement" if command.words[2:] and command.words[2].startswith("benchmarks.") else ""


def filled_in(word: str) -> str:
    """The word of an example as it is run here."""
    for real, made_up in FILLED_IN.items():
        word = word.replace(real, made_up)
    return WORDS.get(word, word)


def test_every_command_is_run_or_named() -> None:
    assert len(ALL) > 80
    assert [(c.document, str(c)) for c in ALL if not kind(c)] == []
    assert NOT_RUN.keys() == {reason(c) for c in ALL} - {""}


@pytest.mark.parametrize("document", [d.relative_to(ROOT).as_posix() for d in DOCUMENTS])
def test_our_commands_work(
    document: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Done or well: exit 0. An inventory is there, as after ``make inventory``."""
    commands = [c for c in ALL if c.document == document and kind(c) == "ours"]
    if not commands:
        pytest.skip("shows none")
    monkeypatch.setenv("COVERAGE_DATA", str(write_package(tmp_path / "data")))
    monkeypatch.setenv("COVERAGE_INVENTORY", f"sqlite:///{tmp_path / 'inventory.sqlite'}")
    monkeypatch.chdir(tmp_path)
    try:
        assert main(["inventory", "init"]) == 0
        waiting = ""
        for command in commands:
            words = [filled_in(word) for word in (command.ours or ())]
            if ">" in words:
                words = words[: words.index(">")]
            if "--deadline" in words:  # whenever this is run
                words[words.index("--deadline") + 1] = str(today() + timedelta(28))
            words = [waiting if word == "ID" else word for word in words]
            done: int | str | None = None
            capsys.readouterr()
            with suppress(SystemExit):  # --help
                done = main([*words, *(["--help"] if " ".join(words) in WHOLE or not words else [])])
            told = capsys.readouterr()
            assert done == 0 or (done is None and told.out.startswith("gebruik")), (str(command), words, told.err)
            if words[:2] == ["inventory", "queue"]:
                waiting = json.loads(told.out)[0]["id"]
    finally:
        add_to_snapshots(None)


def test_names_in_examples_exist() -> None:
    ds = current()
    for name in MUNICIPALITIES:
        assert resolve(ds, name, date(2026, 3, 1))
    for name in TO_MERGE:
        assert resolve(ds, name, date(2026, 12, 31))
    assert "TWENTE" in set(ds.table("areas")["area_id"]) and "DHG-SHOP" in set(ds.table("programmes")["programme_id"])


def test_commands_of_make_exist() -> None:
    wanted = sorted({c.words[1] for c in ALL if kind(c) == "make"})
    made = subprocess.run(["make", "-n", "-k", *wanted], cwd=ROOT, capture_output=True, text=True, check=False)
    assert made.returncode == 0, made.stderr


def test_measurements_and_their_options_exist() -> None:
    for command in (c for c in ALL if kind(c) == "measurement"):
        found = find_spec(command.words[2])
        assert found, str(command)
        here = Path(str(found.origin))
        text = "\n".join(p.read_text(encoding="utf-8") for p in (here, *here.parent.glob("*.py")))
        assert [w for w in command.words if w.startswith("--") and f'"{w}"' not in text] == [], str(command)


def test_what_is_not_run_names_files_that_exist_and_options_that_are_understood() -> None:
    named = {w for c in ALL for w in c.words if re.match(r"(deploy|coverage|pages|requirements|app\.py)\b", w)}
    assert [w for w in named if not (ROOT / w).exists()] == []
    tests = {test for why in NOT_RUN.values() for test in re.findall(r"tests/[\w/]+(?:\.py)?", why)}
    assert [t for t in tests if not (ROOT / t).exists()] == []
    for command in ALL:
        if reason(command) and command.ours:
            assert parser().parse_args(command.ours).command
