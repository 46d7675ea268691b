"""What a browser keeps and asks about each time: the answer is mostly that it did not change."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256

from starlette.requests import Request
from starlette.responses import Response

ASKED_EACH_TIME = {"Cache-Control": "no-cache"}
DRAWN = ASKED_EACH_TIME | {"Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'"}


def drawing_response(request: Request, content: bytes, media_type: str) -> Response:
    """A drawing, or 304 when the reader has this one."""
    tag = f'"{sha256(content).hexdigest()[:16]}"'
    if holds(request, tag):
        return Response(status_code=304, headers=DRAWN | {"ETag": tag})
    return Response(content, media_type=media_type, headers=DRAWN | {"ETag": tag})


def holds(request: Request, tag: str) -> bool:
    """Whether one of the tags that the reader holds is this one; how it was packed on the way makes no difference."""
    return _matches(request.headers.getlist("if-none-match"), tag)


def _matches(asked: Iterable[str], tag: str) -> bool:
    held = {part.strip().removeprefix("W/") for line in asked for part in line.split(",")}
    return "*" in held or tag in held or tag.replace("-gz", "") in {t.replace("-gz", "") for t in held}
