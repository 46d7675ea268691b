"""``/data/<edition>/…``: the files at fixed addresses, for programs, open to scripts of any site.

A file is made when it is first asked for, by few at a time and beside the threads that pages and health need, and kept
with its snapshot. What is asked for must be on the list, so that no address makes work or fills memory.
"""

from __future__ import annotations

import gzip
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from hashlib import sha256

from anyio import CapacityLimiter, to_thread
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from coverage.dataset import Dataset, one_snapshot
from coverage.dataset.memo import per_snapshot
from coverage.dates import today
from coverage.exports.open_data.catalogue import LATEST, open_files_by_path
from coverage.exports.open_data.openapi import OPENAPI, openapi_json
from coverage.exports.standards.publication import FOLDER
from coverage.i18n import use_language

AT_ONCE = 1  # being made: what follows is asked for by programs, which can wait
KEPT = 200  # more than there are files; 8 MB in all
ZIPPED = ("text/", "application/json", "application/geo+json", "application/ld+json", "application/schema+json")
OPEN = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": "ETag",
    "Cross-Origin-Resource-Policy": "cross-origin",
    "Cache-Control": "no-cache",  # kept by a browser, and asked about each time: the answer is mostly 304
    "Vary": "Accept-Encoding",
}
PREFLIGHT = {"Access-Control-Allow-Methods": "GET, HEAD, OPTIONS", "Access-Control-Allow-Headers": "If-None-Match"}


@dataclass(frozen=True, slots=True)
class _Kept:
    media_type: str
    content: bytes
    digest: str
    zipped: bool

    @property
    def tag(self) -> str:
        return f'"{self.digest}{"-gz" if self.zipped else ""}"'


def open_files_route(base: str) -> Route:
    """The route ``<base>/data/…``."""
    making = CapacityLimiter(AT_ONCE)

    async def answer(request: Request) -> Response:
        if request.method == "OPTIONS":
            return Response(status_code=204, headers=OPEN | PREFLIGHT)
        zipped = "gzip" in request.headers.get("accept-encoding", "")
        kept = await to_thread.run_sync(_asked, request.path_params["path"], zipped, limiter=making)
        if kept is None:
            words = f"Dit bestand staat hier niet. De lijst van bestanden staat in {base}/{FOLDER}/{OPENAPI}.\n"
            return PlainTextResponse(words, status_code=404, headers=OPEN)
        headers = OPEN | {"ETag": kept.tag} | ({"Content-Encoding": "gzip"} if kept.zipped else {})
        if _matches(request.headers.getlist("if-none-match"), kept.tag):
            return Response(status_code=304, headers=headers)
        return Response(kept.content, media_type=kept.media_type, headers=headers)

    return Route(f"{base}/{FOLDER}/{{path:path}}", answer, methods=["GET", "OPTIONS"])


def _asked(path: str, zipped: bool) -> _Kept | None:
    """A file by what follows ``/data/``; None when it is not on the list of this edition."""
    use_language("nl")  # one content at one address
    with one_snapshot() as ds:
        edition, _slash, name = path.partition("/")
        on = today()
        if path == OPENAPI:
            return _made(ds, on, path, zipped)
        if edition not in (LATEST, ds.edition) or name not in open_files_by_path(ds, on):
            return None
        return _made(ds, on, name, zipped)


@per_snapshot(maxsize=KEPT)
def _made(ds: Dataset, on: date, name: str, zipped: bool) -> _Kept:
    if name == OPENAPI:
        media_type, content = "application/json", openapi_json(ds, on)
    else:
        file = open_files_by_path(ds, on)[name]
        media_type, content = file.media_type, file.make()
    digest = sha256(content).hexdigest()[:32]
    if zipped and media_type.startswith(ZIPPED):
        return _Kept(media_type, gzip.compress(content, 6, mtime=0), digest, True)
    return _Kept(media_type, content, digest, False)


def _matches(asked: Iterable[str], tag: str) -> bool:
    """Whether one of the tags that the reader holds is this one; how it was packed on the way makes no difference."""
    held = {part.strip().removeprefix("W/") for line in asked for part in line.split(",")}
    return "*" in held or tag in held or tag.replace("-gz", "") in {t.replace("-gz", "") for t in held}
