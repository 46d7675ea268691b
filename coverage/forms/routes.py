"""The routes of the form, to be mounted beside the other pages of our server."""

from __future__ import annotations

import logging
from collections.abc import Callable

from anyio import CapacityLimiter, to_thread
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from coverage.dataset import Dataset, one_snapshot
from coverage.forms import PATH, answer_pages, door, send_pages, sheet_pages
from coverage.forms.render import style_sheet
from coverage.forms.state import Answering
from coverage.forms.web import Asked, asked, refused_page
from coverage.inventory import InventoryAwayError, InventoryConfigError
from coverage.inventory.store import Store

Page = Callable[[Asked, Answering, Store], Response]
Answerer = Callable[[Asked, Store, Dataset], Response]
_log = logging.getLogger(__name__)
FOR_GOOD = {"Cache-Control": "public, max-age=31536000, immutable"}
AT_ONCE = 2  # codes tried side by side: each takes 8 MB and a while on purpose
PAGES_AT_ONCE = 4  # more threads than that only take turns, also from one that holds the lock of the writer


def form_routes(base: str, store_of: Callable[[], Store | None]) -> list[Route]:
    """All routes under ``<base>/opgave``, for a process that has an inventory; it is asked for at the first request."""
    codes, pages = CapacityLimiter(AT_ONCE), CapacityLimiter(PAGES_AT_ONCE)

    def route(path: str, answer: Answerer, takes: bool = False, with_file: bool = False) -> Route:
        async def endpoint(request: Request) -> Response:
            try:
                found = await asked(request, base, with_file)
            except HTTPException as error:
                found = Asked(request.method, base, "", {}, dict(request.query_params), {}, False)
                return refused_page(found, error.status_code)
            limiter = codes if path == "/{link}" and request.method == "POST" else pages
            return await to_thread.run_sync(_answered, answer, found, store_of, limiter=limiter)

        return Route(f"{base}/{PATH}{path}", endpoint, methods=["GET", "POST"] if takes else ["GET"])

    question = _entered(_without(answer_pages.question_page), answer_pages.keep)
    sheet = _entered(_without(sheet_pages.sheet), sheet_pages.take_sheet)
    back = _entered(lambda found, _state, _store: found.go(), answer_pages.take_back)
    return [
        route("", lambda found, _store, _ds: door.explain(found)),
        route("/stijl.{name}.css", _style),
        route("/{link}", _front, takes=True),
        route("/{link}/vraag/{subject}/{field}", question, takes=True),
        route("/{link}/nieuw", _entered(_without(answer_pages.new), answer_pages.add), takes=True),
        route("/{link}/controle", _entered(_without(send_pages.check_answers), send_pages.send), takes=True),
        route("/{link}/ontvangst/{submission}.pdf", _entered(send_pages.receipt_file)),
        route("/{link}/ontvangst/{submission}", _entered(send_pages.receipt_page)),
        route("/{link}/correctieblad.xlsx", _entered(_without(sheet_pages.file))),
        route("/{link}/correctieblad", sheet, takes=True, with_file=True),
        route("/{link}/intrekken/{answer}", back, takes=True),
        route("/{link}/afsluiten", _entered(lambda found, _state, _store: found.go(), door.leave), takes=True),
    ]


def _answered(answer: Answerer, found: Asked, store_of: Callable[[], Store | None]) -> Response:
    try:
        store = store_of()
        if store is None:
            return refused_page(found, 404)
        with one_snapshot() as ds:
            return answer(found, store, ds)
    except (InventoryAwayError, InventoryConfigError):
        _log.exception("De inventaris is niet te bereiken; een antwoord kan nu niet worden bewaard")
        return refused_page(found, 503)


def _without(show: Callable[[Asked, Answering], Response]) -> Page:
    """A page that only shows needs no store."""
    return lambda found, state, _store: show(found, state)


def _entered(show: Page, take: Page | None = None) -> Answerer:
    """A page for who is in; others see the door. A form is taken only from the session that it was given to."""

    def answer(found: Asked, store: Store, ds: Dataset) -> Response:
        state = door.inside(found, store, ds)
        if state is None:
            return found.go() if found.method != "POST" else refused_page(found, 403)
        if found.method != "POST":
            return show(found, state, store)
        if take is None or not state.session.is_ours(found.field("csrf")):
            return refused_page(found, 403)
        return take(found, state, store)

    return answer


def _front(found: Asked, store: Store, ds: Dataset) -> Response:
    if found.method == "POST":
        return door.knock(found, store, ds)
    state = door.inside(found, store, ds)
    return door.door(found, store, ds) if state is None else answer_pages.tasks(found, state)


def _style(found: Asked, _store: Store, _ds: Dataset) -> Response:
    name, content = style_sheet()
    if found.parts["name"] != name.split(".")[1]:
        return refused_page(found, 404)
    return Response(content, media_type="text/css", headers=FOR_GOOD)
