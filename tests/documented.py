"""The commands that our documents show, line by line: in shell blocks and between backquotes."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]
# docs/decisions.md and CHANGELOG.md tell what was true once; commands.md is written from the parser itself.
_FOLDERS = ("docs", "deploy", "benchmarks")
DOCUMENTS = sorted(
    {ROOT / "README.md", *(path for folder in _FOLDERS for path in (ROOT / folder).rglob("*.md"))}
    - {ROOT / "docs" / "decisions.md", ROOT / "docs" / "reference" / "commands.md"}
)
_BLOCK = re.compile(r"^```(?:sh|powershell)\n(.*?)^```", re.MULTILINE | re.DOTALL)
_FENCED = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)
_PROGRAMS = r"python -m|\.venv/bin/python|make|podman|systemctl|curl|WRITER=\S+"
_QUOTED = re.compile(rf"`((?:[A-Z_]+=\S+ )*(?:{_PROGRAMS})(?: [^`]+)|add [a-z]+ --[^`]+)`")
_VARIABLE = re.compile(r"[A-Z_]+=\S*")


@dataclass(frozen=True)
class Shown:
    """A command of a document: its words, without the variables before it and the remark after it."""

    document: str
    words: tuple[str, ...]

    def __str__(self) -> str:
        return shlex.join(self.words)

    @property
    def ours(self) -> tuple[str, ...] | None:
        """What comes after ``python -m coverage``; None for another program."""
        return self.words[3:] if self.words[1:3] == ("-m", "coverage") else None


def _commands(document: str, line: str) -> Iterator[Shown]:
    words: list[str] = []
    lexer = shlex.shlex(line, posix=True, punctuation_chars=";&")
    lexer.whitespace_split = True
    lexer.escape = ""  # a path of Windows keeps its slashes
    for word in [*lexer, ";"]:
        if set(word) <= {";", "&"}:
            if words:
                yield Shown(document, tuple(words))
            words = []
        elif words or not _VARIABLE.fullmatch(word):
            words.append(word)


def shown() -> Iterator[Shown]:
    """All commands, in the order of each document."""
    for path in DOCUMENTS:
        document, text = path.relative_to(ROOT).as_posix(), path.read_text(encoding="utf-8")
        found = [(m.start(), m[1]) for m in _BLOCK.finditer(text)]
        bare = _FENCED.sub(lambda m: re.sub(r"[^\n]", " ", m[0]), text)
        found += [(m.start(), " ".join(m[1].split())) for m in _QUOTED.finditer(bare)]
        for _at, lines in sorted(found):
            for line in re.sub(r"\\\n", " ", lines).splitlines():
                told = f"python -m coverage {line}" if line.startswith("add ") else line
                yield from _commands(document, told.strip())
