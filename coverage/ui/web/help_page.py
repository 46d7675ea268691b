"""The list of organisations that public sources name for help with leaving: without scripts, linked everywhere."""

from __future__ import annotations

from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from coverage.analysis.where_to_turn import help_doubt, help_line, help_question, named_help, under_the_list
from coverage.dataset import Dataset, one_snapshot
from coverage.dates import today
from coverage.i18n import _, language, use_language
from coverage.ui.params import LANGUAGE
from coverage.ui.pieces import table
from coverage.ui.web.plain import back, plain_page

PATH = "hulp"


def help_route(base: str) -> Route:
    """``<base>/hulp``, with a link back to the page that the reader comes from."""

    def answer(request: Request) -> Response:
        use_language("en" if request.query_params.get(LANGUAGE.name) == "en" else "nl")
        with one_snapshot() as ds:
            return plain_page(help_question(), language(), help_list(ds), back(request, base, PATH))

    return Route(f"{base}/{PATH}", answer)


def help_list(ds: Dataset) -> Markup:
    """The line, and the organisations with place, date, whom they admit, and the source."""
    found = named_help(ds, today())
    head = (_("Organisatie"), _("Plaats of gebied"), _("Bron van"), _("Eis voor wonen of werken, volgens de bron"))
    rows = (
        (
            h.organisation,
            h.place or _("geen plaats genoemd"),
            Markup("{}<br><small>{}</small>").format(h.when, ds.source(h.source_id).title),
            h.admits or _("niet genoemd"),
        )
        for h in found
    )
    title = _("Organisaties die hielpen bij stoppen, volgens openbare bronnen; de nieuwste bron eerst")
    none = Markup("<p>{}</p>").format(_("De gegevens noemen op dit moment geen organisatie."))
    return Markup("<h1>{}</h1><p>{}</p>{}<p>{} {}</p>").format(
        help_question(), help_line(), table(head, rows, title) if found else none, under_the_list(), help_doubt()
    )
