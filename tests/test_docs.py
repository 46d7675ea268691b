"""Everything that a maintainer or a reader can set is documented, or one of these tests names what is not."""

from __future__ import annotations

import importlib
import pkgutil
import re
import shlex
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
import reference

import coverage.ui
from coverage.analysis.source_use import table_names
from coverage.cli import parser
from coverage.dataset.tables import TABLES
from coverage.forms import PATH as FORM
from coverage.ui.pages import PAGES
from coverage.ui.state import Param

ROOT = Path(__file__).parents[1]
ADDRESSES = (reference.FOLDER / "addresses.md").read_text(encoding="utf-8")
SETTINGS = (reference.FOLDER / "settings.md").read_text(encoding="utf-8")
_READ = re.compile(r'environ(?:\.get\(|\[)"([A-Z_]+)"|_VARIABLE = "([A-Z_]+)"')


def rows(text: str) -> set[str]:
    """What stands in the first column of the tables of a page."""
    return set(re.findall(r"^\| `([^`]+)` \|", text, re.MULTILINE))


@pytest.mark.parametrize("file", reference.PAGES)
def test_tables_and_commands(file: str) -> None:
    """Every field and every option has words, and the page has them."""
    assert (reference.FOLDER / file).read_text(encoding="utf-8") == reference.PAGES[file](), "run: make reference"


def test_every_option_has_words() -> None:
    silent = [(name, a.dest) for name, c, _ in reference.commands(parser()) for a in reference.actions(c) if not a.help]
    assert not silent


def test_every_command_has_words() -> None:
    assert not [name for name, _command, told in reference.commands(parser()) if not told]


def parameters() -> set[str]:
    """Names of everything that an address may hold."""
    modules = (importlib.import_module(m.name) for m in pkgutil.walk_packages(coverage.ui.__path__, "coverage.ui."))
    return {value.name for module in modules for value in vars(module).values() if isinstance(value, Param)}


def test_pages_and_parameters() -> None:
    assert rows(ADDRESSES) == {f"/{page.path}" for page in PAGES} | {f"/{FORM}"} | parameters()


def variables() -> Iterator[str]:
    """Environment variables that our code reads."""
    for folder in ("coverage", "pages", "benchmarks", "tests"):
        for path in (ROOT / folder).rglob("*.py"):
            for found in _READ.findall(path.read_text(encoding="utf-8")):
                yield found[0] or found[1]


def settings() -> Iterator[str]:
    """Settings of the server; colours of the theme are one."""
    for section, values in tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8")).items():
        yield from ["theme"] if section == "theme" else (f"{section}.{name}" for name in values)


def test_settings_and_environment() -> None:
    assert rows(SETTINGS) == set(variables()) | set(settings())


def test_commands_of_make_say_what_they_do() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = re.findall(r"^([a-z-]+):(?!=)(.*)$", makefile, re.MULTILINE)
    assert not [name for name, rest in targets if "##" not in rest and f".PHONY: {name}" not in makefile]


def test_every_table_has_a_name_for_readers() -> None:
    assert set(table_names()) == set(TABLES)


def test_commands_that_the_guide_shows_exist() -> None:
    """Each example is one that the parser understands."""
    guide = (ROOT / "docs" / "maintaining.md").read_text(encoding="utf-8")
    examples = re.findall(r"`(add [a-z]+ --[^`]+)`", guide)
    assert len(examples) > 5
    for example in examples:
        assert parser().parse_args(shlex.split(example)).thing


def test_tests_that_documents_name_exist() -> None:
    named = {
        hit
        for file in (ROOT / "docs").glob("*.md")
        for hit in re.findall(r"(tests/[\w/]+\.py)::(test_\w+)", file.read_text("utf-8"))
    }
    assert len(named) > 40
    assert {
        f"{file}::{test}" for file, test in named if f"def {test}(" not in (ROOT / file).read_text("utf-8")
    } == set()
