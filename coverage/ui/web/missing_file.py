"""What is said where a file or picture is asked for that is not there, in the language of who asks."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from coverage.i18n import LANGUAGES, use_language
from coverage.ui.params import LANGUAGE
from coverage.vocabulary import Language

VARY = "Accept-Language"


def no_such_file(request: Request, line: Callable[[], str], headers: Mapping[str, str] | None = None) -> Response:
    """404 with a line of text, which ``line`` gives in the language in use."""
    use_language(_asked(request))
    held = dict(headers or {})
    held["Vary"] = f"{held['Vary']}, {VARY}" if "Vary" in held else VARY
    return PlainTextResponse(line() + "\n", status_code=404, headers=held)


def _asked(request: Request) -> Language:
    """The language in the address; else, since programs ask for files too, the one that the request prefers."""
    for known in LANGUAGES:
        if request.query_params.get(LANGUAGE.name) == known:
            return known
    liked = {known: _liked(request.headers.get("accept-language", ""), known) for known in LANGUAGES}
    return max(LANGUAGES, key=lambda known: liked[known])  # the first, Dutch, when the request has no preference


def _liked(header: str, known: Language) -> float:
    """How much a request likes a language, from 0 to 1 (RFC 9110, 12.5.4); what is not understood counts as 0."""
    found = 0.0
    for part in header.split(","):
        tag, _semicolon, weight = part.strip().partition(";")
        if tag.strip().casefold().split("-")[0] == known:
            try:
                found = max(found, float(weight.strip().removeprefix("q=") or 1))
            except ValueError:
                continue
    return found
