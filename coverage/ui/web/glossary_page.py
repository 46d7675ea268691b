"""The hard words with their meaning, at an address of its own: without scripts, each word with a place to link to."""

from __future__ import annotations

from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from coverage.analysis.glossary import hard_words
from coverage.i18n import _, language, use_language
from coverage.ui.hard_words import GLOSSARY
from coverage.ui.html import join
from coverage.ui.params import LANGUAGE
from coverage.ui.web.plain import back, plain_page


def glossary_route(base: str) -> Route:
    """``<base>/begrippen``, with a link back to the page that the reader comes from."""

    def answer(request: Request) -> Response:
        use_language("en" if request.query_params.get(LANGUAGE.name) == "en" else "nl")
        return plain_page(_("Begrippen"), language(), glossary(), back(request, base, GLOSSARY))

    return Route(f"{base}/{GLOSSARY}", answer)


def glossary() -> Markup:
    """Heading, a line, and every word with its meaning."""
    words = join(
        Markup('<dt id="{}"><strong>{}</strong></dt><dd>{}</dd>').format(word.slug, word.forms[0], word.meaning)
        for word in hard_words()
    )
    return Markup("<h1>{}</h1><p>{}</p><dl class=words>{}</dl>").format(
        _("Begrippen"), _("Wat de moeilijke woorden op deze pagina's betekenen."), words
    )
