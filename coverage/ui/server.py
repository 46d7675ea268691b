"""What our server adds to Streamlit's: the files of the map, a health check, and a check before the start.

A package with problems is refused: the process says what is wrong and answers every address with one
plain page, so that nobody ever reads figures from data that are not in order.
"""

from __future__ import annotations

import gzip
import sys
from collections.abc import Mapping
from datetime import date
from functools import cache, partial

import streamlit
from markupsafe import Markup
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp, Receive, Scope, Send

from coverage.dataset import Dataset, DatasetError, current, one_snapshot
from coverage.dataset.memo import per_language
from coverage.dataset.newest import geographies
from coverage.dataset.read import Problem
from coverage.dates import today
from coverage.exports.standards.publication import FOLDER
from coverage.exports.standards.schema_org import dataset_head
from coverage.forms import PATH as FORM
from coverage.forms.routes import form_routes
from coverage.i18n import _
from coverage.inventory import is_configured
from coverage.inventory.overlay import connect
from coverage.ui.astray import astray
from coverage.ui.first_view import first_view, title_at
from coverage.ui.hard_words import GLOSSARY
from coverage.ui.local_picture import PATH as PICTURE
from coverage.ui.local_picture import region_picture_route
from coverage.ui.response.handshake_picture import handshake_route
from coverage.ui.web.files import FROM_FRAME, FROM_PAGE, PREFIX, ahead, page_style, script, style, web_files
from coverage.ui.web.frontdoor import FOR_GOOD, FirstView, FrontDoor
from coverage.ui.web.glossary_page import glossary_route
from coverage.ui.web.health import PATH as HEALTH
from coverage.ui.web.health import health_route
from coverage.ui.web.help_page import PATH as HELP
from coverage.ui.web.help_page import help_route
from coverage.ui.web.missing_file import no_such_file
from coverage.ui.web.open_files import open_files_route
from coverage.ui.web.pictures import PICTURES, pictures_route
from coverage.ui.web.returning import Returning
from coverage.ui.web.slides import PATH as SLIDES
from coverage.ui.web.slides import slides_route
from coverage.ui.web.statement import PATH as STATEMENT
from coverage.ui.web.statement import statement_route
from coverage.ui.web.streamlit_inside import take_over_navigation
from coverage.ui.web.switch import PATH as SWITCH
from coverage.ui.web.switch import switch_route

FOREVER = {"Cache-Control": FOR_GOOD, "Vary": "Accept-Encoding"}

REFUSAL = Markup("""<!DOCTYPE html>
<html lang="nl"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Gegevens niet in orde</title>
<style>body{{font:1rem/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#1b1f24}}
table{{border-collapse:collapse;width:100%}}
th,td{{text-align:left;vertical-align:top;padding:.4rem;border-bottom:1px solid #d5dbe1}}
</style></head><body><main><h1>De gegevens zijn niet in orde</h1>
<p>Het dashboard is niet gestart, want het zou onjuiste cijfers kunnen tonen. Verbeter wat hieronder staat
en start het opnieuw.</p><table><caption>{count} gevonden</caption><thead><tr><th scope="col">Bestand</th>
<th scope="col">Regel</th><th scope="col">Kolom</th><th scope="col">Wat er is, en wat je doet</th></tr></thead>
<tbody>{rows}</tbody></table></main></body></html>
""")
REFUSAL_ROW = Markup("<tr><td>{}</td><td>{}</td><td>{}</td><td>{}</td></tr>")


class Refusal:
    """Answers every request with the problems of the data package, and opens no session."""

    def __init__(self, app: ASGIApp, problems: tuple[Problem, ...]) -> None:
        self.app = app
        rows = Markup("").join(REFUSAL_ROW.format(p.file, p.row or "", p.column, p.message) for p in problems)
        self.page = HTMLResponse(REFUSAL.format(count=len(problems), rows=rows), status_code=503)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass only the start and stop of the server on."""
        if scope["type"] == "http":
            await self.page(scope, receive, send)
        elif scope["type"] == "websocket":
            await send({"type": "websocket.close", "code": 1013})
        else:
            await self.app(scope, receive, send)


def routes() -> list[Route]:
    """Routes beside Streamlit's, under the base path; none while the data are refused."""
    take_over_navigation()
    if _refused():
        return []

    def web_file(request: Request) -> Response:
        name = request.path_params["name"]
        file = next((files[name] for files in map(web_files, reversed(geographies())) if name in files), None)
        if file is None:
            return no_such_file(request, lambda: _("Dit bestand bestaat niet (meer). Laad de pagina opnieuw."))
        if "gzip" in request.headers.get("accept-encoding", ""):
            return Response(file.gzipped, media_type=file.media_type, headers=FOREVER | {"Content-Encoding": "gzip"})
        return Response(gzip.decompress(file.gzipped), media_type=file.media_type, headers=FOREVER)

    base = base_path()
    return [
        Route(f"{base}/{PREFIX}/{{name}}", web_file),
        health_route(base),
        slides_route(base),
        handshake_route(base),
        pictures_route(base),
        open_files_route(base),
        statement_route(base),
        help_route(base),
        glossary_route(base),
        switch_route(base),
        region_picture_route(base),
        *(form_routes(base, connect) if is_configured() else ()),
    ]


def middleware() -> list[Middleware]:
    """What stands before Streamlit: language, security headers and compression, or the refusal."""
    if problems := _refused():
        return [Middleware(Refusal, problems=problems)]
    pages = (f"/{SLIDES}", f"/{STATEMENT}", f"/{HELP}", f"/{FORM}", f"/{GLOSSARY}")
    own = (f"/{PREFIX}/", f"/{FOLDER}/", f"/{HEALTH}", f"/{SWITCH}/", f"/{PICTURE}/", f"/{PICTURES}/", *pages)
    frame = Markup("""<link rel="stylesheet" href="{}"><script defer src="{}"></script>""")
    return [
        Middleware(Returning, base_path=base_path()),
        Middleware(
            FrontDoor,
            base_path=base_path(),
            own=own,
            page_head=_page_head,
            first_view=_first_view,
            astray=partial(astray, base=base_path()),
            frame_head=frame.format(FROM_FRAME + style().name, FROM_FRAME + script().name),
        ),
    ]


def base_path() -> str:
    """The configured base path as ``/base``, or nothing."""
    base = str(streamlit.get_option("server.baseUrlPath") or "").strip("/")
    return f"/{base}" if base else ""


def _page_head() -> Markup:
    page = Markup("""<link rel="stylesheet" href="{}"><script type="module" src="{}"></script>""")
    ds = current()
    head = page.format(FROM_PAGE + page_style().name, FROM_PAGE + ahead(ds).name)
    return head + _described(ds, today())


@per_language(maxsize=4)
def _described(ds: Dataset, on: date) -> Markup:
    return dataset_head(ds, on)


def _first_view(path: str, query: Mapping[str, str]) -> FirstView:
    with one_snapshot() as ds:
        return FirstView(title_at(ds, path, query), first_view(ds, path, query))


@cache
def _refused() -> tuple[Problem, ...]:
    """What is wrong with the package at the start; told once on standard error."""
    try:
        current()
    except DatasetError as error:
        sys.stderr.write(f"\n{error}\n\nHet dashboard toont geen gegevens tot dit is verbeterd.\n")
        return error.problems
    return ()
