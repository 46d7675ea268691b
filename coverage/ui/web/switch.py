"""The switch of language: a link that loads the page the reader is at again, in the other language.

A view changes in part of a page without the frame around it being drawn again, so a link in that frame cannot
hold the address of the view. The browser tells the server which address the reader comes from; only its path and
query are used, so the link leads nowhere else. A new load makes ``<html lang>`` follow.
"""

from __future__ import annotations

from urllib.parse import SplitResult, parse_qsl, urlencode, urlsplit

from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from coverage.i18n import LANGUAGES, OWN_NAME, language
from coverage.ui.params import LANGUAGE
from coverage.vocabulary import Language

PATH = "taal"


def referrer(address: str) -> SplitResult:
    """The parts of the address that a browser says it comes from; all empty when it is no address."""
    try:
        return urlsplit(address)
    except ValueError:
        return urlsplit("")


def in_other_words(address: str, language: str, base: str = "") -> str:
    """Path and query of an address, with the language; the front page when the browser tells no address."""
    came_from = referrer(address)
    query = [(name, value) for name, value in parse_qsl(came_from.query) if name != LANGUAGE.name]
    if language != LANGUAGE.default():
        query.append((LANGUAGE.name, language))
    path = "/" + came_from.path.lstrip("/\\") if came_from.path else f"{base}/"
    return f"{path}?{urlencode(query)}" if query else path


def switch_route(base: str) -> Route:
    """``/taal/en`` and ``/taal/nl``."""

    def switch(request: Request) -> Response:
        language = request.path_params["language"]
        if language not in LANGUAGES:
            return RedirectResponse(f"{base}/", 303)
        headers = {"Cache-Control": "no-store"}
        return RedirectResponse(in_other_words(request.headers.get("referer", ""), language, base), 303, headers)

    return Route(f"{base}/{PATH}/{{language}}", switch)


def switch_line() -> Markup:
    """A link to the other language; the server finds the address that the reader is at (coverage/ui/web/switch.py)."""
    other: Language = "nl" if language() == "en" else "en"
    link = Markup('<p class="switch"><a href="{}/{}" lang="{}" hreflang="{}">{}</a></p>')
    return link.format(PATH, other, other, other, OWN_NAME[other])
