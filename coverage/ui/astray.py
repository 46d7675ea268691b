"""Addresses as people type, copy and mail them: what is meant is found, and what does not exist is said.

Streamlit shows its front page at every address that it does not know, with status 200. Here ``/Mijn-Gemeente/`` leads
to ``/mijn-gemeente``, ``/geld`` to the page that the menu calls so, and ``/verdeling/x`` answers 404 with a page that
has the way back. The names in a query are read without regard to capitals and to the ``amp;`` that a copied link can
hold.
"""

from __future__ import annotations

from html import unescape
from urllib.parse import parse_qsl, unquote, urlencode

from markupsafe import Markup
from starlette.responses import RedirectResponse, Response

from coverage.dataset import current
from coverage.geography.region_names import UnknownRegion, region_names, resolve_region
from coverage.i18n import _, language, use_language
from coverage.ui.html import join
from coverage.ui.pages import PAGES, PLAIN, page_at, params_of
from coverage.ui.params import LANGUAGE
from coverage.ui.params.evidence import REGION
from coverage.ui.web.plain import plain_page
from coverage.vocabulary import Language

REGIONS = "regio"  # the page under which a path may name a region


def astray(path: str, query: str, base: str) -> Response | None:
    """What to answer at a path (without base path) in place of the app; None when the address is that of a page.

    A redirect when the address is another spelling of one of ours, else a page with status 404.
    """
    name = path.strip("/")
    meant = _meant(name)
    first, _slash, rest = name.partition("/")
    if rest and _meant(first) == REGIONS:
        return _region(rest, query, base)
    if meant is None:
        return _not_found(name, _language(dict(_read(query, None))), base)
    given = parse_qsl(query, keep_blank_values=True)
    read = _read(query, meant)
    if f"/{meant}" == path and read == given:
        return None
    return RedirectResponse(f"{base}/{meant}" + (f"?{urlencode(read)}" if read else ""), 307)


def _region(rest: str, query: str, base: str) -> Response:
    """``/regio/apeldoorn`` leads to the page of that region; a name that is no region gives names to choose."""
    use_language(_language(dict(_read(query, None))))
    ds, asked = current(), unquote(rest).strip("/").replace("-", " ").replace("_", " ")
    try:
        name = region_names(ds)[resolve_region(ds, asked)]
    except UnknownRegion as problem:
        kept = _read(query, REGIONS)
        links = join(
            Markup('<li><a href="{}/{}?{}">{}</a></li>').format(
                base, REGIONS, urlencode([*kept, (REGION.name, name)]), name
            )
            for name in problem.suggestions or region_names(ds).values()
        )
        body = Markup("<h1>{}</h1><p>{}</p><ul>{}</ul>").format(_("Deze regio kennen we niet"), str(problem), links)
        return plain_page(_("Deze regio kennen we niet"), language(), body, f"{base}/{REGIONS}", status=404)
    kept = [pair for pair in _read(query, REGIONS) if pair[0] != REGION.name]
    return RedirectResponse(f"{base}/{REGIONS}?{urlencode([*kept, (REGION.name, name)])}", 307)


def _meant(name: str) -> str | None:
    """The path of the page that is written or called so, whatever the capitals, underscores and slashes at the end."""
    written = _written(unquote(name))
    if page_at(written):
        return written
    called = [(page.title(), page.path) for page in PAGES] + [(page.room.title, page.path) for page in PAGES]
    return next((path for title, path in called if _written(title) == written), None)


def _written(name: str) -> str:
    """A name as it stands in an address."""
    return name.strip().strip("/").casefold().replace("_", "-").replace(" ", "-").replace("'", "")


def _read(query: str, page: str | None) -> list[tuple[str, str]]:
    """Names and values, where a name that is another spelling of one that the page knows is that one."""
    known = {LANGUAGE.name} | {p.name for p in params_of(page)} if page is not None else {LANGUAGE.name}
    found = []
    for name, value in parse_qsl(query, keep_blank_values=True):
        plain = unescape(name).strip().removeprefix("&").removeprefix("amp;").casefold()
        found.append((plain if plain in known else name, value))
    return found


def _language(values: dict[str, str]) -> Language:
    return "en" if values.get(LANGUAGE.name) == "en" else "nl"


def _not_found(name: str, reader: Language, base: str) -> Response:
    use_language(reader)
    lasting = "" if language() == LANGUAGE.default() else f"?{LANGUAGE.name}={language()}"
    known = [(page.path, page.title()) for page in PAGES] + [(page.path, page.title()) for page in PLAIN]
    pages = join(
        Markup('<li><a href="{}/{}{}">{}</a></li>').format(base, path, lasting, title) for path, title in known
    )
    title = _("Deze pagina bestaat niet")
    body = Markup("<h1>{}</h1><p>{}</p><ul>{}</ul>").format(
        title,
        _("Op het adres “/{name}” staat niets. Misschien is het verkeerd overgenomen. Deze pagina's zijn er:").format(
            name=name[:80]
        ),
        pages,
    )
    return plain_page(title, language(), body, f"{base}/{lasting}", status=404)
