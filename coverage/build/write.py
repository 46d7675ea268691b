"""Writing the package: aside first, then into place, so that a build that stops leaves the old data whole."""

from __future__ import annotations

import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from coverage.dataset.editions import FOLDER as EDITIONS
from coverage.dataset.place import previous, put_back

ABANDONED = 3600  # seconds without a change; a build takes less than a minute


@contextmanager
def replacing(out: Path) -> Iterator[Path]:
    """A new directory beside ``out`` to write to; it takes the place of ``out`` when the block ends well.

    Only what the build does not make is carried over: Markdown files (explanations) and editions. When a build
    was killed between the last two renames, whoever reads the package next puts the old data back
    (:mod:`coverage.dataset.place`); what it left beside is removed by a later build.
    """
    out = out.absolute()
    out.parent.mkdir(parents=True, exist_ok=True)
    put_back(out)
    aside = f".{out.name}.new-"
    _sweep(out.parent, aside)
    fresh = Path(tempfile.mkdtemp(prefix=aside, dir=out.parent))
    try:
        fresh.chmod(0o755)
        yield fresh
        for document in out.glob("*.md"):
            shutil.copy2(document, fresh)
        if (out / EDITIONS).is_dir():
            shutil.copytree(out / EDITIONS, fresh / EDITIONS, ignore=shutil.ignore_patterns(".*"))
        shutil.rmtree(previous(out), ignore_errors=True)
        if out.exists():
            out.rename(previous(out))
        fresh.rename(out)
        shutil.rmtree(previous(out), ignore_errors=True)
    finally:
        put_back(out)  # the second rename failed
        shutil.rmtree(fresh, ignore_errors=True)


def _sweep(folder: Path, aside: str) -> None:
    """Remove what killed builds left in a folder; a build that is busy now is left alone."""
    for left in folder.glob(f"{aside}*"):
        if time.time() - left.stat().st_mtime > ABANDONED:
            shutil.rmtree(left, ignore_errors=True)
