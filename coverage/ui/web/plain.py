"""Pages without scripts at an address of their own, in the style of the static edition."""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha256

from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from coverage.exports.static_site.render import TEMPLATES
from coverage.i18n import _, language
from coverage.sender import site_name
from coverage.ui.web.switch import in_other_words, referrer

OWN_STYLE = """main { max-width: 62rem; }
main h1 { font-size: clamp(1.1rem, 5vw, 1.9rem); hyphens: auto; }
main table { min-width: 0; }
@media (max-width: 40rem) { main table { font-size: .8rem; } main :is(th, td) { padding: .3rem .25rem; } }
@media (max-width: 23rem) { main :is(th, td, code) { overflow-wrap: anywhere; } }
main dl.words { display: block; max-width: 46rem; }
.words dt { margin-top: 1rem; font-size: 1rem; color: inherit; }
.words dd { margin: 0; font-weight: 400; }
.words dt:target { background: #fff8e1; }
"""
STYLE = (TEMPLATES / "stijl.css").read_text(encoding="utf-8") + OWN_STYLE
PAGE = Markup("""<!doctype html>
<html lang="{of_text}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title} · {product}</title>
<style>{style}</style>
</head>
<body>
<a class="skip" href="#inhoud" lang="{language}">{skip}</a>
<header><nav aria-label="{menu}" lang="{language}"><ul><li><a href="{back}">{home}</a></li></ul></nav></header>
<main id="inhoud" tabindex="-1">{body}</main>
</body>
</html>
""")
POLICY = (
    "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'; "
    f"style-src 'sha256-{b64encode(sha256(STYLE.encode()).digest()).decode()}'"
)
HEADERS = {"Cache-Control": "no-store", "Content-Security-Policy": POLICY}


def plain_page(title: str, of_text: str, body: Markup, back_to: str, status: int = 200) -> Response:
    """A page with a link back; ``of_text`` is the language of the body, the rest is in the language in use."""
    page = PAGE.format(
        style=Markup(STYLE),  # noqa: S704 our own file
        of_text=of_text,
        title=title,
        product=site_name(),
        language=language(),
        skip=_("Naar de inhoud"),
        menu=_("Hoofdmenu"),
        back=back_to,
        home=_("Terug naar het dashboard"),
        body=body,
    )
    return HTMLResponse(page, status, headers=HEADERS)


def back(request: Request, base: str, path: str) -> str:
    """The page of ours that the reader comes from, unless that is this one; else the front page."""
    came_from = request.headers.get("referer", "")
    parts = referrer(came_from)
    ours = parts.netloc == request.headers.get("host", "") and parts.path != f"{base}/{path}"
    return in_other_words(came_from if ours else "", language(), base)
