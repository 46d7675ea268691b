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


# To shrink: names that still mean two things. What is mended comes off, nothing comes on.
TWICE = """
    Answer Basis Cell Change Effect Entry Event Gap Line Moment Move Page Picture Place Places Question Reading
    Receipt Region Row Statement Table about address answer check chosen clean csv_bytes
    current day describe gap_answer history known largest_remainder map_view marks matching moments money
    municipalities municipality nearest neighbours notes origin pictured places programme programmes
    read read_strings require rule script sources status_table status_view steps table take_over """


def test_public_names_are_unique() -> None:
    double = {name for name, where in public_names().items() if len(where) > 1} - EVERYWHERE
    known = set(TWICE.split())
    assert not double - known, "another name says better what this is"
    assert not known - double, "mended: take these names off the list"
