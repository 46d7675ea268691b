"""Reference pages that follow from the code: ``make reference`` writes them, ``tests/test_docs.py`` compares them."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path

from coverage.cli import parser
from coverage.dataset.tables import TABLES, Field, Table

FOLDER = Path(__file__).parents[1] / "docs" / "reference"
MADE = "Made by `make reference`; change the code and not this page.\n"


def tables_page() -> str:
    """Every table of the data package with its fields."""
    parts = [
        "# Tables of the data package\n",
        MADE,
        "Files in `data/`: UTF-8, comma, a header, LF. A partial date is `2013`, `2013-07` or `2013-07-01`; a\n"
        "municipality is `GM` and four digits; yes or no is `true` or `false`. What a column may hold and must refer\n"
        "to is checked by `python -m coverage check`; words for the codes are in `coverage/vocabulary.py`.\n",
        *(_table(table) for table in TABLES.values()),
    ]
    return "\n".join(parts)


def _table(table: Table) -> str:
    rows = "\n".join(
        f"| `{f.name}` | {_kind(f)} | {'' if f.required else 'optional'} | {f.description} |" for f in table.fields
    )
    key = f" One row for each {', '.join(f'`{c}`' for c in table.key)}." if table.key else ""
    return f"## {table.name}\n\n{table.description}.{key}\n\n| field | kind | | meaning |\n|---|---|---|---|\n{rows}\n"


def _kind(field: Field) -> str:
    kind = field.kind.replace("_", " ")
    if field.values:
        kind = " \\| ".join(f"`{value}`" for value in field.values)
    return f"{kind}, in `{field.refers}`" if field.refers else kind


def commands_page() -> str:
    """Every command with its options, as its own help says."""
    parts = [
        "# Commands\n",
        MADE,
        "Run with `python -m coverage`. Exit codes: 0 done, 1 the data or the answer has problems, 2 the question was\n"
        "not understood.\n",
    ]
    for name, command, told in commands(parser()):
        rows = "\n".join(f"| {_option(a)} | {(a.help or '').replace('|', chr(92) + '|')} |" for a in actions(command))
        table = f"\n| option | |\n|---|---|\n{rows}\n" if rows else ""
        parts.append(f"## {name}\n\n{told}\n{table}")
    return "\n".join(parts)


def commands(top: argparse.ArgumentParser, name: str = "") -> Iterator[tuple[str, argparse.ArgumentParser, str]]:
    """(name, parser, help) of every command and action below a parser."""
    for action in top._actions:
        if isinstance(action, argparse._SubParsersAction):
            told = {choice.dest: choice.help or "" for choice in action._choices_actions}
            for word, command in action.choices.items():
                whole = f"{name} {word}".strip()
                yield whole, command, told.get(word, "")
                yield from commands(command, whole)


def actions(command: argparse.ArgumentParser) -> list[argparse.Action]:
    """Arguments and options of a command itself."""
    left_out = (argparse._HelpAction, argparse._SubParsersAction)
    return [a for a in command._actions if not isinstance(a, left_out)]


def _option(action: argparse.Action) -> str:
    value = action.metavar or ("|".join(map(str, action.choices)) if action.choices else "")
    words = [*action.option_strings, str(value)] if action.option_strings else [str(value or action.dest)]
    return "`" + " ".join(filter(None, words)).replace("|", "\\|") + "`"


PAGES = {"tables.md": tables_page, "commands.md": commands_page}

if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for file, page in PAGES.items():
        (FOLDER / file).write_text(page(), encoding="utf-8")
