"""The health check: does this process answer, and are the data it answers from still those on disk?

Data are read once, at the start. When a file changes afterwards, readers keep seeing what was checked, but the
process no longer shows what the package says: time to restart it. Compared are size and time of every file, which
takes less than a millisecond; only a file that differs in those is read again.
"""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from coverage.analysis.status import status_at
from coverage.dataset import current
from coverage.dataset.editions import edition_files
from coverage.dataset.problems import BOUNDARIES, DESCRIPTION
from coverage.dataset.tables import TABLES
from coverage.dates import today

PATH = "gezondheid"
RESTART = "De gegevens op schijf zijn veranderd sinds de start. Controleer ze (python -m coverage check) en herstart."


class OnDisk:
    """The files of a package as they were when it was loaded.

    Editions that are frozen later are not among them: those are read when they are asked for.
    """

    def __init__(self, root: Path) -> None:
        self._root = root
        self._loaded = {name: _content(root / name) for name in _names(root)}
        self._seen = {name: _outside(root / name) for name in self._loaded}

    def changed(self) -> list[str]:
        """Names of files that are gone or have other content; a file written again with the same content is not."""
        return [name for name in self._loaded if self._differs(name)]

    def _differs(self, name: str) -> bool:
        outside = _outside(self._root / name)
        if outside == self._seen[name]:
            return False
        if _content(self._root / name) != self._loaded[name]:
            return True
        self._seen[name] = outside
        return False


def health_route(base: str) -> Route:
    """``<base>/gezondheid``: 200 with the edition, or 503 with the names of the files that changed."""
    files = OnDisk(current().path)

    def health(_request: Request) -> Response:
        ds = current()
        status_at(ds, today())  # the question of the front page; when it cannot be answered, neither can this
        told: dict[str, object] = {"status": "ok", "edition": ds.edition}
        if changed := files.changed():
            told |= {"status": "veranderd", "bestanden": changed, "wat nu": RESTART}
        return JSONResponse(told, 503 if changed else 200, headers={"Cache-Control": "no-store"})

    return Route(f"{base}/{PATH}", health)


def _names(root: Path) -> Iterator[str]:
    yield DESCRIPTION
    yield from (f"{name}.csv" for name in TABLES)
    yield from (
        path.relative_to(root).as_posix() for path in (*sorted((root / BOUNDARIES).iterdir()), *edition_files(root))
    )


def _outside(path: Path) -> tuple[int, int] | None:
    """Size and time of change of a file; None when it is not there."""
    try:
        known = path.stat()
    except OSError:
        return None
    return known.st_size, known.st_mtime_ns


def _content(path: Path) -> str | None:
    try:
        return sha256(path.read_bytes()).hexdigest()
    except OSError:
        return None
