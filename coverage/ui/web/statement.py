"""The accessibility statement at an address of its own: a page without scripts, in the style of the static edition.

It shows the Dutch part of docs/accessibility.md; the introduction and the annex there are for developers.
"""

from __future__ import annotations

from base64 import b64encode
from functools import cache
from hashlib import sha256
from pathlib import Path

from markdown_it import MarkdownIt
from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from coverage.exports.static_site.render import TEMPLATES
from coverage.i18n import _, language, use_language
from coverage.ui.params import LANGUAGE
from coverage.ui.web.switch import in_other_words, referrer

PATH = "toegankelijkheid"
STATEMENT = Path(__file__).parents[3] / "docs" / "accessibility.md"
RULE = "\n---\n"  # before the Dutch part of the file, and after it
OWN_STYLE = """main { max-width: 62rem; }
main h1 { font-size: clamp(1.1rem, 5vw, 1.9rem); hyphens: auto; }
main table { min-width: 0; }
"""
STYLE = (TEMPLATES / "stijl.css").read_text(encoding="utf-8") + OWN_STYLE
PAGE = Markup("""<!doctype html>
<html lang="nl">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Toegankelijkheidsverklaring · Dekking uitstapprogramma's</title>
<style>{style}</style>
</head>
<body>
<a class="skip" href="#inhoud" lang="{language}">{skip}</a>
<header><nav aria-label="{menu}" lang="{language}"><ul><li><a href="{back}">{home}</a></li></ul></nav></header>
<main id="inhoud" tabindex="-1">{foreign}{statement}</main>
</body>
</html>
""")
POLICY = (
    "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'; "
    f"style-src 'sha256-{b64encode(sha256(STYLE.encode()).digest()).decode()}'"
)
HEADERS = {"Cache-Control": "no-store", "Content-Security-Policy": POLICY}


@cache
def statement() -> Markup:
    """The Dutch part as HTML; markup in the file is shown as it is written."""
    dutch = STATEMENT.read_text(encoding="utf-8").split(RULE)[1]
    return Markup(MarkdownIt("commonmark", {"html": False}).enable("table").render(dutch))  # noqa: S704 escaped by it


def statement_route(base: str) -> Route:
    """``<base>/toegankelijkheid``, with a link back to the page that the reader comes from."""

    def answer(request: Request) -> Response:
        use_language("en" if request.query_params.get(LANGUAGE.name) == "en" else "nl")
        foreign = Markup('<p lang="{}">{}</p>').format(
            language(), _("Deze verklaring is in het Nederlands: zij volgt het model dat bij de Nederlandse wet hoort.")
        )
        page = PAGE.format(
            style=Markup(STYLE),  # noqa: S704 our own file
            language=language(),
            skip=_("Naar de inhoud"),
            menu=_("Hoofdmenu"),
            back=_back(request, base),
            home=_("Terug naar het dashboard"),
            foreign="" if language() == "nl" else foreign,
            statement=statement(),
        )
        return HTMLResponse(page, headers=HEADERS)

    return Route(f"{base}/{PATH}", answer)


def _back(request: Request, base: str) -> str:
    """The page of ours that the reader comes from, else the front page."""
    came_from = request.headers.get("referer", "")
    parts = referrer(came_from)
    ours = parts.netloc == request.headers.get("host", "") and parts.path != f"{base}/{PATH}"
    return in_other_words(came_from if ours else "", language(), base)
