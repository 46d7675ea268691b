"""The first view: heading, answer, and map with legend or main table in the page itself, before any script has run.

Streamlit shows nothing until its scripts are there, a connection is open and the first messages are in. What
a page will show is known when it is asked for, so the server draws that into the page. A reader sees it at once, also
without scripts; `assets/first_view.js` takes it away when the app has painted its own, and hands over what was clicked
meanwhile. Where the app does not come (a proxy that stops websockets), it stays, and a line says so after some seconds.
Everything comes from the functions that the app uses itself.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache

from markupsafe import Markup

from coverage.dataset import Dataset
from coverage.dataset.memo import per_language
from coverage.dates import today
from coverage.geography.picture import picture
from coverage.i18n import _
from coverage.inventory.overlay import last_event
from coverage.ui.choose import choose_moment
from coverage.ui.foot import foot
from coverage.ui.groups.links import spelt_out
from coverage.ui.html import join
from coverage.ui.map.svg import drawn
from coverage.ui.menu import entries, entry_of, lasting, sisters, with_values
from coverage.ui.opening import Opening
from coverage.ui.pages import Page, page_at
from coverage.ui.params import DATE, MUNICIPALITY
from coverage.ui.pieces import answered
from coverage.ui.state import reading
from coverage.ui.titles import full_title
from coverage.ui.web.files import ASSETS
from coverage.ui.web.site import static_edition
from coverage.ui.web.switch import switch_line
from coverage.vocabulary import ATTRIBUTION

KEPT = 48  # views of some 100 kB

_VIEW = Markup("""<div id="first-view" class="at-{name}">{menu}<main>
<p class="no-session" role="status" data-text="{no_session}"></p>{sisters}
<header><h1>{title}</h1>{by_title}</header>{above}{moments}<div class="sides{kind}"><div class="lead">{lead}</div>
{picture}</div><div class="without">{parts}{form}{static}{foot}</div></main></div>
<script>{script}</script>""")
_MENU = Markup('<nav aria-label="{}">{}</nav>{}')
_FIGURE = Markup("<figure>{}<figcaption>{}</figcaption></figure><div class=side>{}</div>")
_FORM = Markup(
    """<form action="./mijn-gemeente"><label>{} <input name="{}" required></label>{} <button>{}</button></form>"""
)
_LINK = Markup('<a href="{}"{}>{}</a>')
_CURRENT, _OTHER = Markup(' aria-current="true"'), Markup("")


def first_view(ds: Dataset, path: str, query: Mapping[str, str]) -> Markup:
    """What stands in the page at ``path`` (without base path) before the app; nothing where there is no page.

    A value in the address that cannot be used is passed over: the app explains it.
    """
    name = path.strip("/")
    page = page_at(name)
    if page is None:
        return Markup("")
    return _drawn(ds, name, tuple(sorted(query.items())), today(), last_event())


def title_at(ds: Dataset, path: str, query: Mapping[str, str]) -> str:
    """The title of the page at ``path``, for the head of what the server sends."""
    page = page_at(path.strip("/"))
    with reading(query):
        return full_title(ds, page.title() if page and page.path else "")


@per_language(maxsize=KEPT)
def _drawn(ds: Dataset, name: str, query: tuple[tuple[str, str], ...], _today: date, _last_event: int) -> Markup:
    """``_today`` is the default date, and one of the moments to choose from; pages tell how far a round is as well."""
    address = dict(sorted(spelt_out(dict(query)).items()))
    with reading(address):
        page = page_at(name)
        if page is None:
            return Markup("")
        return _page(ds, name, address, page.opening(ds))


def _page(ds: Dataset, name: str, address: Mapping[str, str], opening: Opening) -> Markup:
    shown = opening.shown
    return _VIEW.format(
        name=name or "front",
        menu=_menu(name) if address.get("embed") != "true" else "",
        sisters=sisters(name, lambda page: _kept(address, page)),
        no_session=no_session(),
        kind="" if shown else " plain",
        title=opening.title,
        by_title=_search() if opening.search == "title" else "",
        above=opening.above,
        moments=_moments(address, opening) if opening.dated else "",
        lead=(opening.article or (answered(shown.sentence) if shown else "")) + opening.under,
        picture=_FIGURE.format(drawn(shown.view, picture(ds, shown.view.division)), ATTRIBUTION, shown.legend)
        if shown else "",
        form=_FORM.format(_("Zoek een gemeente"), MUNICIPALITY.name, _lasting_field(), _("Zoek")),
        static=_static_line(),
        parts=opening.parts,
        foot=foot(ds),
        script=_script(),
    )  # fmt: skip


def no_session() -> str:
    """The line for a reader whose page gets no connection: what does not work, and what to do."""
    return _(
        "Er komt geen verbinding met het interactieve deel: vaak laat een netwerk of proxy geen websockets door. "
        "Wat je hier ziet klopt, en links en zoeken werken. Kiezen, sorteren en downloaden werken niet. Probeer een "
        "ander netwerk, of vraag je beheerder websockets voor dit adres toe te laten."
    )


def _static_line() -> Markup:
    address = static_edition()
    text = _("Alle gegevens zonder scripts: de statische editie")
    return Markup('<p><a href="{}">{}</a></p>').format(address, text) if address else Markup("")


def _lasting_field() -> Markup:
    return join(Markup('<input type="hidden" name="{}" value="{}">').format(*item) for item in lasting().items())


def _kept(address: Mapping[str, str], page: Page) -> dict[str, str]:
    """What a link to a page keeps of an address: what that page knows too."""
    known = {param.name for param in page.params}
    return {**{name: value for name, value in address.items() if name in known}, **lasting()}


def _menu(name: str) -> Markup:
    here = page_at(name)
    current = entry_of(here) if here else None
    links = join(
        _LINK.format(with_values(f"./{page.path}", lasting()), _CURRENT if page is current else _OTHER, room.title)
        for room, page in entries()
    )
    return _MENU.format(_("Pagina's"), links, switch_line())


@cache
def _script() -> Markup:
    """In the page itself: it must be there before a reader clicks, and Streamlit's scripts take their time."""
    return Markup((ASSETS / "first_view.js").read_text(encoding="utf-8"))  # noqa: S704 our own file


def _moments(address: Mapping[str, str], opening: Opening) -> Markup:
    """The moments to choose from; a date that is none of them stands in a field below, as in the app."""
    on, known = DATE.get(), choose_moment()
    links = join(
        _LINK.format(with_values("", {**address, DATE.name: day}), _CURRENT if day == DATE.write(on) else _OTHER, name)
        for day, name in known.items()
    )
    row = Markup('<div class="moments"><div><p>{}<span>{}<i aria-hidden="true"{}>{}</i></span></p>{}</div>{}</div>')
    other = DATE.write(on) not in known
    return row.format(
        _("Peildatum"), links, _CURRENT if other else _OTHER, _("andere datum"),
        _field(_("Andere peildatum"), on.strftime("%d - %m - %Y")) if other else "",
        _search() if opening.search == "moments" else "",
    )  # fmt: skip


def _search() -> Markup:
    return _field(_("Zoek een gemeente"), MUNICIPALITY.get())


def _field(title: str, content: str) -> Markup:
    """Where the app will have a field; it cannot be used yet."""
    return Markup('<p class="field" aria-hidden="true">{}<span>{}</span></p>').format(title, content)
