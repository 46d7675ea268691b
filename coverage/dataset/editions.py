"""Editions as files: ``data/editions/<name>.json``, what the product said on the day of a knowledge meeting.

An edition is written once and never changed. It carries its own checksum, so that a change by hand is found
by ``python -m coverage check`` and the description of the package need not be written again for each edition.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import tempfile
from pathlib import Path
from typing import Any

from coverage.dataset.read import Problem, read_json

FOLDER = "editions"
NAME = re.compile(r"[a-z0-9-]{3,40}")
CHECKSUM = "sha256"
FIELDS = {
    "name": str, "date": str, "dataset_edition": str, "max_age_years": int, "rows": dict, "amounts": dict,
    "moments": dict, CHECKSUM: str,
}  # fmt: skip
RESTORE = "zet het bestand terug uit het versiebeheer; een editie verandert nooit"
_DEPTH = 4  # rows of municipalities and regions stand on one line each


class EditionError(ValueError):
    """An edition that cannot be made or read as asked; the message says why and what to do."""


def checksum(content: dict[str, Any]) -> str:
    """SHA-256 of everything but the checksum itself, whatever the layout of the file."""
    rest = {key: value for key, value in content.items() if key != CHECKSUM}
    text = json.dumps(rest, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def edition_files(root: Path) -> list[Path]:
    """Files of the editions of a package, in order of name."""
    return sorted(p for p in (root / FOLDER).glob("*.json") if not p.name.startswith("."))


def read_edition(path: Path) -> tuple[dict[str, Any], list[Problem]]:
    """The content of an edition file; empty with problems when it is broken or its checksum does not hold."""
    file = f"{FOLDER}/{path.name}"
    content, problems = read_json(path, file)
    if problems:
        return {}, problems
    if not isinstance(content, dict) or any(not isinstance(content.get(f), kind) for f, kind in FIELDS.items()):
        return {}, [Problem(file, None, "", f"mist een van de velden {', '.join(FIELDS)}; {RESTORE}")]
    if content[CHECKSUM] != checksum(content):
        return {}, [Problem(file, None, "", f"de controlesom klopt niet: de inhoud is veranderd; {RESTORE}")]
    if content["name"] != path.stem:
        return {}, [Problem(file, None, "", f'heet van binnen "{content["name"]}"; {RESTORE}')]
    return content, []


def checked_name(name: str) -> str:
    """The name when it can be one; EditionError otherwise."""
    if not NAME.fullmatch(name):
        raise EditionError(
            f"“{name[:60]}” kan geen naam van een editie zijn: 3 tot 40 tekens, alleen kleine letters, cijfers en "
            "streepjes, bijvoorbeeld 2026-najaar."
        )
    return name


def write_edition(root: Path, content: dict[str, Any]) -> Path:
    """Store an edition with its checksum: aside first, then into place, so that no half edition ever stands there.

    EditionError when the name cannot be used or an edition of that name is there already.
    """
    path = root / FOLDER / f"{checked_name(content['name'])}.json"
    if path.exists():
        raise EditionError(f"De editie {path.stem} bestaat al en verandert nooit; kies een andere naam.")
    path.parent.mkdir(exist_ok=True)
    text = _layout(content | {CHECKSUM: checksum(content)}) + "\n"
    handle, aside = tempfile.mkstemp(prefix=f".{path.stem}.", dir=path.parent)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        Path(aside).chmod(0o644)
        Path(aside).rename(path)
    finally:
        Path(aside).unlink(missing_ok=True)
    return path


def _layout(value: Any, depth: int = 0) -> str:
    """JSON in which each municipality takes one line, so that two editions can be laid side by side."""
    if not isinstance(value, dict) or not value or depth == _DEPTH:
        return json.dumps(value, ensure_ascii=False)
    inner = " " * (depth + 1)
    lines = (f"{inner}{json.dumps(key, ensure_ascii=False)}: {_layout(v, depth + 1)}" for key, v in value.items())
    return "{\n" + ",\n".join(lines) + "\n" + " " * depth + "}"
