"""Writing the package: aside first, then into place, so that a build that stops leaves the old data whole."""

from __future__ import annotations

import csv
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pandas as pd

from coverage.dataset.editions import FOLDER as EDITIONS


def write_csv(frame: pd.DataFrame, path: Path) -> None:
    """A frame of strings as UTF-8 CSV with a header, comma and LF; quotes only where needed."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(frame.columns)
        writer.writerows(frame.itertuples(index=False, name=None))


@contextmanager
def replacing(out: Path) -> Iterator[Path]:
    """A new directory beside ``out`` to write to; it takes the place of ``out`` when the block ends well.

    Only what the build does not make is carried over: Markdown files (explanations) and editions. When a build
    was killed between the last two renames, the old data stand beside as ``.<name>.previous`` and are
    put back by the next one.
    """
    out = out.absolute()
    out.parent.mkdir(parents=True, exist_ok=True)
    previous = out.with_name(f".{out.name}.previous")
    if previous.exists() and not out.exists():
        previous.rename(out)
    fresh = Path(tempfile.mkdtemp(prefix=f".{out.name}.", dir=out.parent))
    try:
        fresh.chmod(0o755)
        yield fresh
        for document in out.glob("*.md"):
            shutil.copy2(document, fresh)
        if (out / EDITIONS).is_dir():
            shutil.copytree(out / EDITIONS, fresh / EDITIONS)
        shutil.rmtree(previous, ignore_errors=True)
        if out.exists():
            out.rename(previous)
        fresh.rename(out)
        shutil.rmtree(previous, ignore_errors=True)
    finally:
        shutil.rmtree(fresh, ignore_errors=True)
