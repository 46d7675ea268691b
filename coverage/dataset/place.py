"""Where a package stands, and where the one before it waits while a new one takes its place."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path


def previous(package: Path) -> Path:
    """Where the old package stands between the two renames of a build: beside it, hidden."""
    return package.with_name(f".{package.name}.previous")


def put_back(package: Path) -> None:
    """Put the old package back in its place when a build was killed between its two renames.

    Nothing happens when the package is there, when none waits, or when the directory can only be read.
    """
    if not package.exists():
        with suppress(OSError):
            previous(package).rename(package)
