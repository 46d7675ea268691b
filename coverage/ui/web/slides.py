"""The slides at an address of their own: all that they depend on is in it, so they need no session.

The page is one document that keeps working when the connection is lost during the meeting.
"""

from __future__ import annotations

import gzip
from base64 import b64encode
from collections.abc import Mapping
from datetime import date
from functools import cache
from hashlib import sha256
from urllib.parse import urlencode

from anyio import CapacityLimiter, to_thread
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from coverage.analysis.status import status_at
from coverage.analysis.story.plan import story
from coverage.analysis.story.scene import Wish, heard_now
from coverage.dataset import Dataset, one_snapshot
from coverage.dataset.memo import per_language
from coverage.geography.region_names import region_names
from coverage.i18n import language, use_language
from coverage.inventory.overlay import book_of_readers
from coverage.ui.params import DATE, LANGUAGE, MAX_AGE
from coverage.ui.params.evidence import EARLIER, REGION
from coverage.ui.params.slides import ALL_REGIONS, EDITION, MEETING, PLACE, PROVINCE, REGIONS, SLIDES, TITLE
from coverage.ui.state import reading

PATH = "dias"
KEPT = 16  # documents of about 0.2 MB
AT_ONCE = 2  # drawn side by side; who asks meanwhile waits without holding a thread that pages and health need


def slides_route(base: str) -> Route:
    """The route ``<base>/dias``; bad values in the address are passed over, as the page on slides explains them."""
    drawing = CapacityLimiter(AT_ONCE)

    async def answer(request: Request) -> Response:
        zipped = await to_thread.run_sync(_asked, request.query_params, limiter=drawing)
        if "gzip" in request.headers.get("accept-encoding", ""):
            return HTMLResponse(zipped, headers={**_headers(), "Content-Encoding": "gzip"})
        return HTMLResponse(gzip.decompress(zipped), headers=_headers())

    return Route(f"{base}/{PATH}", answer)


@cache
def _headers() -> dict[str, str]:
    """The document brings all that it needs and may fetch nothing."""
    from coverage.exports.deck_html import deck_script  # drawing libraries, for who asks

    script = b64encode(sha256(deck_script().encode()).digest()).decode()
    policy = (
        "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; "
        f"frame-ancestors 'self'; script-src 'sha256-{script}'"
    )
    return {"Cache-Control": "no-cache", "Content-Security-Policy": policy, "Vary": "Accept-Encoding"}


def _asked(query: Mapping[str, str]) -> bytes:
    with reading(query):
        use_language(LANGUAGE.get())
    with one_snapshot() as ds:
        return _document(ds, wish_from(ds, query))


@per_language(maxsize=KEPT)
def _document(ds: Dataset, wish: Wish) -> bytes:
    from coverage.exports.deck_html import html_page  # drawing libraries, for who asks

    return gzip.compress(html_page(ds, story(ds, wish)).encode(), 6, mtime=0)


def wish_from(ds: Dataset, query: Mapping[str, str]) -> Wish:
    """What an address asks for; the default where it says nothing or nothing that is understood."""
    with reading(query):
        return wish_here(ds, DATE.get())


def wish_here(ds: Dataset, on: date) -> Wish:
    """What the address that is read asks for, on a date."""
    return Wish(
        on=on, kinds=SLIDES.get(), regions=region_numbers(ds, REGIONS.get(), REGION.get(), on), title=TITLE.get(),
        edition=EDITION.get(), earlier=EARLIER.get(), max_age=MAX_AGE.get(), place=PLACE.get(), meeting=MEETING.get(),
        heard=heard_now(ds, book_of_readers()),
    )  # fmt: skip


def slides_address(ds: Dataset, wish: Wish) -> str:
    """The path and query at which the slides of a wish stand, without the base path."""
    names = region_names(ds)
    values = {
        DATE.name: DATE.write(wish.on), SLIDES.name: SLIDES.write(wish.kinds),
        REGIONS.name: REGIONS.write(tuple(names[n] for n in wish.regions)),
        PLACE.name: wish.place, MEETING.name: MEETING.write(wish.meeting),
        TITLE.name: wish.title, EDITION.name: wish.edition, EARLIER.name: EARLIER.write(wish.earlier),
        MAX_AGE.name: MAX_AGE.write(wish.max_age), LANGUAGE.name: language(),
    }  # fmt: skip
    return f"/{PATH}?" + urlencode({name: value for name, value in values.items() if value})


def region_numbers(ds: Dataset, words: tuple[str, ...], single: str, on: date) -> tuple[int, ...]:
    """Numbers of the DUUP regions that are meant, in their order; without any the one on other pages, or the first.

    A province stands for the regions with a municipality in it on the date.
    """
    numbers = {name: n for n, name in region_names(ds).items()}
    if ALL_REGIONS in words:
        return tuple(sorted(numbers.values()))
    found = {numbers[w] for w in words if w in numbers}
    if provinces := {w.removeprefix(f"{PROVINCE} ") for w in words} - set(numbers):
        lies_in = dict(zip(ds.table("municipalities")["code"], ds.table("municipalities")["province"], strict=True))
        found |= {r.duup_number for r in status_at(ds, on).rows if lies_in[r.code] in provinces}
    return tuple(sorted(found)) or (numbers.get(single, min(numbers.values())),)
