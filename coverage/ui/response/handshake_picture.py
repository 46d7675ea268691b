"""``/beeld/herkenning.<png|svg|csv>``: who names whom today, as a map and as a table, at an address of its own."""

from __future__ import annotations

from datetime import date

import pandas as pd
from anyio import CapacityLimiter, to_thread
from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from coverage.analysis.status import status_at
from coverage.dataset import Dataset, one_snapshot
from coverage.dataset.memo import per_language
from coverage.dates import today
from coverage.exports.tabular import csv_bytes
from coverage.i18n import _, label, language, use_language
from coverage.inventory.book import Book
from coverage.inventory.handshakes import Pair, handshakes
from coverage.inventory.overlay import book_of_readers
from coverage.inventory.subjects import Places, tables_of
from coverage.ui.figure import picture_files
from coverage.ui.map.download import static_view
from coverage.ui.params import LANGUAGE
from coverage.ui.response.handshake_map import handshake_view, handshake_words
from coverage.ui.state import reading
from coverage.ui.web.kept import drawing_response
from coverage.ui.web.missing_file import no_such_file
from coverage.ui.web.pictures import MEDIA_TYPES, PICTURES

NAME = "herkenning"
Named = tuple[str, str, str, str]  # code and name of a municipality, name of a programme, how they name each other


def named_pairs(ds: Dataset, book: Book) -> tuple[Named, ...]:
    """Every pair of a municipality and a programme in words, by programme and then by municipality."""
    places = Places(tables_of(ds), book)
    found = (
        (p.municipality, places.names.get(p.municipality, p.municipality),
         places.programme_names.get(p.programme, p.programme), label(p.state))
        for p in handshakes(book)
    )  # fmt: skip
    return tuple(sorted(found, key=lambda one: (one[2], one[1])))


def handshake_file(ds: Dataset, book: Book, ending: str) -> bytes:
    """The map of today with its legend as PNG or SVG, or its pairs as CSV for a Dutch spreadsheet."""
    return _made(ds, tuple(handshakes(book)), named_pairs(ds, book), today(), ending)


@per_language(maxsize=6)
def _made(ds: Dataset, pairs: tuple[Pair, ...], named: tuple[Named, ...], on: date, ending: str) -> bytes:
    from coverage.exports.static_map import draw  # drawing libraries, for who asks

    if ending == "csv":
        return csv_bytes(pd.DataFrame(named, columns=[_("code"), _("gemeente"), _("programma"), _("wie noemt wie")]))
    people = {r.code: r.inhabitants for r in status_at(ds, on).rows}
    return draw(ds, static_view(ds, handshake_view(ds, pairs), on, people), "png" if ending == "png" else "svg")


def handshake_route(base: str) -> Route:
    """The route ``<base>/beeld/herkenning.…``; 404 where there is no inventory, or nobody named anybody yet."""
    drawing = CapacityLimiter(1)

    async def answer(request: Request) -> Response:
        ending = request.path_params["ending"]
        made = None
        if ending in MEDIA_TYPES:
            made = await to_thread.run_sync(_asked, ending, dict(request.query_params), limiter=drawing)
        if made is None:
            return no_such_file(request, lambda: _("Deze afbeelding is er niet."))
        return drawing_response(request, made, MEDIA_TYPES[ending])

    return Route(f"{base}/{PICTURES}/{NAME}.{{ending}}", answer)


def _asked(ending: str, query: dict[str, str]) -> bytes | None:
    book = book_of_readers()
    if book is None or not handshakes(book):
        return None
    with reading(query), one_snapshot() as ds:
        use_language(LANGUAGE.get())
        return handshake_file(ds, book, ending)


def handshake_files() -> Markup:
    """The way to the map as PNG, SVG and CSV, for under it."""
    return picture_files(_address, f"{NAME}-{today()}")


def handshake_drawing(pairs: tuple[Pair, ...]) -> Markup:
    """The map as an image, where the one that can be clicked does not come."""
    image = Markup('<figure class="picture"><img loading="lazy" src="{}" alt="{}"></figure>')
    return image.format(_address("svg"), handshake_words(pairs))


def _address(ending: str) -> str:
    return f"{PICTURES}/{NAME}.{ending}?{LANGUAGE.name}={language()}"
