"""Writing the files of a package: aside first, then into place, and only when something changed."""

from __future__ import annotations

import csv
import io
import os
import tempfile
from collections.abc import Mapping
from pathlib import Path

import pandas as pd


def table_bytes(frame: pd.DataFrame) -> bytes:
    """A frame of strings as UTF-8 CSV with a header, comma and LF; quotes only where needed."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(frame.columns)
    writer.writerows(frame.itertuples(index=False, name=None))
    return text.getvalue().encode()


def write_csv(frame: pd.DataFrame, path: Path) -> None:
    """Write :func:`table_bytes` to a file that nobody reads yet."""
    path.write_bytes(table_bytes(frame))


def put_files(root: Path, contents: Mapping[str, bytes]) -> list[str]:
    """Write files (name relative to ``root`` -> content) that differ from what stands there; return their names.

    All are written aside and brought to the disk before the first takes its place, in the order given, so that a
    full disk changes nothing. OSError when writing fails.
    """
    changed = {name: content for name, content in contents.items() if _differs(root / name, content)}
    with tempfile.TemporaryDirectory(prefix=".aside-", dir=root) as aside:
        parts: list[tuple[Path, Path]] = []
        for i, (name, content) in enumerate(changed.items()):
            part = Path(aside) / str(i)
            with part.open("wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            parts.append((part, root / name))
        for part, target in parts:
            target.parent.mkdir(exist_ok=True)
            part.replace(target)
    return list(changed)


def _differs(path: Path, content: bytes) -> bool:
    return not path.is_file() or path.read_bytes() != content
