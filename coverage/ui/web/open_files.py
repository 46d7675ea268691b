"""``/data/<edition>/…``: the files at fixed addresses, for programs, open to scripts of any site.

A file is made when it is first asked for, by few at a time and beside the threads that pages and health need, and kept
with its snapshot. What is asked for must be on the list, so that no address makes work or fills memory. A part of a
file can be asked for: GDAL, and so QGIS, reads files on the web in no other way.
"""

from __future__ import annotations

import gzip
import re
from dataclasses import dataclass
from datetime import date
from hashlib import sha256

from anyio import CapacityLimiter, to_thread
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from coverage.dataset import Dataset, one_snapshot
from coverage.dataset.memo import per_snapshot
from coverage.dates import today
from coverage.exports.open_data.catalogue import LATEST, open_files_by_path
from coverage.exports.open_data.openapi import OPENAPI, openapi_json
from coverage.exports.standards.publication import FOLDER
from coverage.i18n import _, use_language
from coverage.ui.web.kept import ASKED_EACH_TIME, holds
from coverage.ui.web.missing_file import no_such_file

AT_ONCE = 1  # being made: what follows is asked for by programs, which can wait
KEPT = 200  # more than there are files; 8 MB in all
ZIPPED = ("text/", "application/json", "application/geo+json", "application/ld+json", "application/schema+json")
OPEN = ASKED_EACH_TIME | {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": "ETag",
    "Cross-Origin-Resource-Policy": "cross-origin",
    "Vary": "Accept-Encoding",
    "Accept-Ranges": "bytes",
}
PREFLIGHT = {
    "Access-Control-Allow-Methods": "GET, HEAD, OPTIONS",
    "Access-Control-Allow-Headers": "If-None-Match, Range",
}
_PART = re.compile(r"bytes=(\d{0,18})-(\d{0,18})")


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
        part = request.headers.get("range", "")
        zipped = "gzip" in request.headers.get("accept-encoding", "") and not part
        kept = await to_thread.run_sync(_asked, request.path_params["path"], zipped, limiter=making)
        if kept is None:
            return no_such_file(request, lambda: _not_listed(f"{base}/{FOLDER}/{OPENAPI}"), OPEN)
        headers = OPEN | {"ETag": kept.tag} | ({"Content-Encoding": "gzip"} if kept.zipped else {})
        if holds(request, kept.tag):
            return Response(status_code=304, headers=headers)
        if part and request.headers.get("if-range", kept.tag) == kept.tag and (asked := _PART.fullmatch(part)):
            return _partial(kept, asked.group(1), asked.group(2), headers)
        return Response(kept.content, media_type=kept.media_type, headers=headers)

    return Route(f"{base}/{FOLDER}/{{path:path}}", answer, methods=["GET", "OPTIONS"])


def _not_listed(address: str) -> str:
    return _("Dit bestand staat hier niet. De lijst van bestanden staat in {address}.").format(address=address)


def _partial(kept: _Kept, first: str, last: str, headers: dict[str, str]) -> Response:
    """Bytes ``first`` up to and including ``last``; the last so many when only ``last`` is given (RFC 9110)."""
    size = len(kept.content)
    begin = int(first) if first else max(size - int(last or 0), 0)
    end = min(int(last), size - 1) if first and last else size - 1
    if begin > end:
        return Response(status_code=416, headers=headers | {"Content-Range": f"bytes */{size}"})
    told = headers | {"Content-Range": f"bytes {begin}-{end}/{size}"}
    return Response(kept.content[begin : end + 1], 206, told, kept.media_type)


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
