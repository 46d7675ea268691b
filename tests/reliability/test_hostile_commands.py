"""Hostile names and notes through every command, and every option fuzzed: an answer or one line, never a trace."""

from __future__ import annotations

import argparse
import json
import shutil
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from hostile_package import LONG_NAME, MARKUP_NAME, name_of
from hypothesis import given
from small_package import write_package
from test_hostile_addresses import hostile as texts
from test_hostile_addresses import tried

from coverage.cli import COMMANDS, main, parser

QUESTIONS = {
    "regions": ["--year", "2024"],
    "status": ["--date", "2013-07-01"],
    "profile": [MARKUP_NAME, "--date", "2013-07-01"],
    "allocate": [],
    "white-spots": ["--date", "2013-07-01"],
    "compare": ["--from", "2011-06-30", "--to", "2013-07-01"],
    "edition": ["list"],
    "fragile": ["--date", "2013-07-01"],
    "expires": ["--from", "2013-07-01", "--to", "2016-12-31"],
    "gaps": ["--date", "2013-07-01", "--group", "men"],
    "programmes": [],
    "results": [],
    "answer": ["--date", "2013-07-01"],
    "region": ["1", "--date", "2021-07-01"],
    "route": [MARKUP_NAME, "--group", "men", "--date", "2013-07-01"],
}  # the other commands are below and in test_hostile_exports.py, tests/cli/test_add.py and tests/inventory
# What comes before an option, or a word, since the command is not understood without it.
NEEDED = {
    "edition diff": ["2026-najaar"], "edition diff second": ["2026-najaar"], "edition freeze": ["proef"],
    "export": ["--out", "x.csv", "--format", "csv"], "compare": QUESTIONS["compare"], "gaps": QUESTIONS["gaps"],
    "profile": QUESTIONS["profile"], "regions": QUESTIONS["regions"], "region": QUESTIONS["region"],
    "route": QUESTIONS["route"],
}  # fmt: skip


def free(words: tuple[str, ...], command: argparse.ArgumentParser) -> Iterator[tuple[str, str]]:
    """(command, option or name of a word) for everything that is filled in freely.

    Names of files are left out: whoever types them means them, and a test must not write just anywhere.
    """
    for action in command._actions:
        if isinstance(action, argparse._SubParsersAction):
            for name, below in action.choices.items():
                yield from free((*words, name), below)
        elif action.type is not Path and not action.choices and action.nargs != 0:
            yield " ".join(words), next(iter(action.option_strings), action.dest)


@pytest.fixture
def own_data(hostile: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The hostile package as the data of a command, in a directory of its own."""
    shutil.copytree(hostile, tmp_path / "data")
    monkeypatch.setenv("COVERAGE_DATA", str(tmp_path / "data"))
    monkeypatch.chdir(tmp_path)
    return tmp_path / "data"


@pytest.fixture
def asked(own_data: Path, capsys: pytest.CaptureFixture[str]) -> Callable[..., str]:
    """Ask a command and get its answer, which must be one."""

    def ask(*arguments: str) -> str:
        assert main(arguments) == 0
        return capsys.readouterr().out

    return ask


def test_every_command_is_asked() -> None:
    modules = {module.__name__.rpartition(".")[2].replace("_", "-") for module in COMMANDS}
    assert modules == {*QUESTIONS, "derive", "add", "inventory", "export", "corrections"}


def test_hostile_names_in_every_answer(asked: Callable[..., str]) -> None:
    for name, options in QUESTIONS.items():
        assert asked(name, *options)
        json.loads(asked(name, *options, "--format", "json"))
    stated = json.loads(asked("status", "--date", "2013-07-01", "--format", "json"))["municipalities"]
    names = {m["code"]: m["name"] for m in stated}
    assert names[MARKUP_NAME] == name_of(MARKUP_NAME, "Apeldoorn")
    assert names[LONG_NAME] == name_of(LONG_NAME, "Zutphen")


def test_hostile_names_in_an_edition(asked: Callable[..., str]) -> None:
    asked("edition", "freeze", "proef", "--date", "2013-07-01")
    (found,) = json.loads(asked("edition", "list", "--format", "json"))
    assert found["name"] == "proef"
    assert asked("edition", "diff", "proef", "--date", "2013-08-01")
    assert asked("check", "--data", "data")


WRITE = {"derive", "add", "inventory"}  # commands that read and write a whole package: they get a small one


@pytest.fixture(scope="module")
def one_package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The package as it is, which is read once."""
    return _package(tmp_path_factory.mktemp("package"))


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A made-up package, that commands may write in."""
    return write_package(tmp_path_factory.mktemp("small") / "data")


@pytest.mark.parametrize(("command", "option"), list(free((), parser())))
@pytest.mark.parametrize("examples", [4, pytest.param(100, marks=pytest.mark.slow)])
def test_whatever_an_option_holds(
    command: str,
    option: str,
    examples: int,
    one_package: Path,
    small: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """0 done, 1 a problem in one line, 2 not understood; anything else would be a trace."""
    writes = command.partition(" ")[0] in WRITE
    monkeypatch.setenv("COVERAGE_DATA", str(small if writes else one_package))
    monkeypatch.setenv("COVERAGE_INVENTORY", f"sqlite:///{tmp_path / 'inventory.db'}" if writes else "none")
    monkeypatch.chdir(tmp_path)
    if option.startswith("--"):
        words = [*command.split(), *NEEDED.get(command, []), option]
    else:
        words = [*command.split(), *NEEDED.get(f"{command} {option}", [])]

    @tried(examples)
    @given(texts)
    def check(text: str) -> None:
        code = None
        with suppress(SystemExit):  # argparse has its own line, and 2
            code = main([*words, text])
        assert code in {None, 0, 1, 2}

    check()


def _package(folder: Path) -> Path:
    from coverage.dataset import DATA

    return Path(shutil.copytree(DATA, folder / "data"))


@pytest.mark.parametrize("text", ["Twee\nregels", "Tab\tin de naam", "\u202egnidreW", "nul\u200bbreed", "\x9b31m"])
def test_what_no_reader_can_see_is_refused_in_the_data(
    text: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    package = _package(tmp_path)
    table = package / "municipalities.csv"
    table.write_text(table.read_text("utf-8").replace(",Zutphen,", f',"{text}",'), encoding="utf-8")
    assert main(["check", "--data", str(package)]) == 1
    said = capsys.readouterr().out
    assert "data/municipalities.csv, regel" in said
    assert "kolom name" in said
    assert "onzichtbaar teken; haal dat weg" in said
    assert text not in said  # shown in a form that can be seen
