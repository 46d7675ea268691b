"""``/beeld/<picture>.<png|svg|csv>``: pictures at addresses of their own, so that a page need not carry them.

All that a picture depends on is in its address, as for the slides. It is drawn when it is first asked for, by one at a
time beside the threads that pages and health need, and kept with its snapshot.
"""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import urlencode

from anyio import CapacityLimiter, to_thread
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from coverage.analysis.pictures.told import PictureSubject
from coverage.dataset import Dataset, one_snapshot
from coverage.geography.names import NameProblem
from coverage.geography.region_names import region_names, resolve_region
from coverage.i18n import _, language, use_language
from coverage.ui.params import DATE, LANGUAGE, MAX_AGE
from coverage.ui.params.evidence import REGION
from coverage.ui.state import reading
from coverage.ui.web.kept import drawing_response
from coverage.ui.web.missing_file import no_such_file
from coverage.vocabulary import PictureKind

PICTURES = "beeld"
MEDIA_TYPES = {"svg": "image/svg+xml", "png": "image/png", "csv": "text/csv"}


def pictures_route(base: str) -> Route:
    """The route ``<base>/beeld/…``; 404 for what is no picture, or a region that is not there on the date."""
    drawing = CapacityLimiter(1)

    async def answer(request: Request) -> Response:
        name, _dot, ending = request.path_params["name"].rpartition(".")
        made = None
        if name in set(PictureKind) and ending in MEDIA_TYPES:
            made = await to_thread.run_sync(_asked, PictureKind(name), ending, request.query_params, limiter=drawing)
        if made is None:
            return no_such_file(request, lambda: _("Deze afbeelding is er niet."))
        return drawing_response(request, made, MEDIA_TYPES[ending])

    return Route(f"{base}/{PICTURES}/{{name}}", answer)


def _asked(kind: PictureKind, ending: str, query: Mapping[str, str]) -> bytes | None:
    from coverage.exports.pictures.make import drawn_picture, picture_csv  # drawing libraries, for who asks

    with reading(query), one_snapshot() as ds:
        use_language(LANGUAGE.get())
        try:
            region = resolve_region(ds, REGION.get()) if kind is PictureKind.CHAIN else None
            subject = PictureSubject(kind, DATE.get(), MAX_AGE.get(), region)
            if ending == "csv":
                return picture_csv(ds, subject)
            return drawn_picture(ds, subject, "png" if ending == "png" else "svg")
        except (NameProblem, ValueError):
            return None


def drawn_address(ds: Dataset, subject: PictureSubject, ending: str) -> str:
    """The address of a picture as a file, seen from a page."""
    values = {
        DATE.name: DATE.write(subject.on), MAX_AGE.name: MAX_AGE.write(subject.max_age),
        REGION.name: region_names(ds)[subject.region] if subject.region is not None else "",
        LANGUAGE.name: language(),
    }  # fmt: skip
    return f"{PICTURES}/{subject.kind.value}.{ending}?" + urlencode({k: v for k, v in values.items() if v})
