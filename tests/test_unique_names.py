"""A public name means one thing in the whole package, so that a search for it finds that thing."""

from __future__ import annotations

import ast
from collections import defaultdict
from pathlib import Path

COVERAGE = Path(__file__).parents[1] / "coverage"
EVERYWHERE = {
    "register",  # every command adds itself to the parser
    "opening",  # every page with a map begins
    "upgrade",  # every migration, as Alembic asks
    "title", "intro",  # and says what it is
}  # fmt: skip


def public_names() -> dict[str, list[str]]:
    """Name of a function or class at the top of a module -> the modules that define it."""
    found: dict[str, list[str]] = defaultdict(list)
    for path in sorted(COVERAGE.rglob("*.py")):
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_"):
                found[node.name].append(path.relative_to(COVERAGE).as_posix())
    return found


def test_public_names_are_unique() -> None:
    double = {name for name, where in public_names().items() if len(where) > 1} - EVERYWHERE
    assert not double, "another name says better what this is"
