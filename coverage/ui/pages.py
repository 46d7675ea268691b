"""The one list of pages: the navigation, the first view, the tests, the benchmarks and the documentation read it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from coverage.dataset import Dataset
from coverage.i18n import _
from coverage.inventory import is_configured
from coverage.ui.allocation import page as allocation_page
from coverage.ui.answer import page as answer_page
from coverage.ui.data import changelog
from coverage.ui.data import page as data_page
from coverage.ui.desk import desk_page
from coverage.ui.evidence import page as evidence_page
from coverage.ui.evidence import spots_page
from coverage.ui.groups import page as groups_page
from coverage.ui.groups.links import CELL
from coverage.ui.hard_words import GLOSSARY
from coverage.ui.municipality import page as municipality_page
from coverage.ui.opening import Opening
from coverage.ui.overview import page as overview
from coverage.ui.params import DATE, MAX_AGE, MUNICIPALITY, allocation, data, evidence, groups, inventory, slides
from coverage.ui.params.overview import MAP_BY
from coverage.ui.presentation import page as presentation_page
from coverage.ui.programmes import page as programmes_page
from coverage.ui.region import page as region_page
from coverage.ui.response import response_page
from coverage.ui.rooms import Room
from coverage.ui.state import Param
from coverage.ui.web.desk_access import has_desk


@dataclass(frozen=True, slots=True)
class Page:
    """A file in ``pages/``: its path, its name, the room it is in and what its address may hold beside the language.

    ``opening`` is how it begins, as the server draws it before the app is there.
    """

    file: str
    path: str
    title: Callable[[], str]
    room: Room
    params: tuple[Param[Any], ...]
    opening: Callable[[Dataset], Opening]
    shown: Callable[[], bool] = lambda: True  # whether the menu has it; its address always works


@dataclass(frozen=True, slots=True)
class PlainPage:
    """A page without scripts that the server writes itself (coverage/ui/web/): its path, its name and its room."""

    path: str
    title: Callable[[], str]
    room: Room


_ALL = (DATE, MAX_AGE, MUNICIPALITY)
# The first page of a room that is shown is where its entry in the menu leads.
PAGES: tuple[Page, ...] = (
    Page("overzicht.py", "", lambda: _("Overzicht"), Room.OVERVIEW, (*_ALL, MAP_BY), overview.opening),
    Page(
        "dekking.py", "dekking", lambda: _("Kaart en dekking"), Room.OVERVIEW,
        (*_ALL, evidence.EARLIER, evidence.LAYER, evidence.OUTLINE, evidence.REGION, evidence.DIVISION,
         evidence.AHEAD),
        evidence_page.opening,
    ),
    Page(
        "witte_vlekken.py", "witte-vlekken", lambda: _("Witte vlekken"), Room.OVERVIEW,
        (*_ALL, evidence.LIST, evidence.ORDER, evidence.PART, evidence.LEVEL), spots_page.opening,
    ),
    Page(
        "regio.py", "regio", lambda: _("Regio's"), Room.PLACES, (DATE, MAX_AGE, evidence.REGION), region_page.opening,
    ),
    Page(
        "mijn_gemeente.py", "mijn-gemeente", lambda: _("Mijn gemeente"), Room.PLACES, _ALL,
        municipality_page.opening,
    ),
    Page(
        "doelgroepen.py", "doelgroepen", lambda: _("Doelgroepen"), Room.GROUPS,
        (*_ALL, groups.GROUP_VIEW, groups.DIMENSION, groups.SCOPE, groups.ROW, groups.TOPIC, groups.GROUPS, CELL),
        groups_page.opening,
    ),
    Page(
        "programmas.py", "programmas", lambda: _("Programma's"), Room.GROUPS,
        (
            DATE, MAX_AGE, groups.PROGRAMME, groups.PROGRAMME_VIEW, groups.SEARCH, groups.PRESENCE, groups.PAID_BY,
            groups.SERVES_GROUP, data.CAVEAT,
        ),
        programmes_page.opening,
    ),
    Page(
        "verdeling.py", "verdeling", lambda: _("Verdeling van het geld"), Room.MONEY,
        (DATE, MAX_AGE, allocation.VIEW, evidence.REGION, allocation.MEASURE, allocation.OVER, allocation.GAP_ORDER,
         *allocation.ALL),
        allocation_page.opening,
    ),
    Page(
        "uitvraag.py", "uitvraag", lambda: _("Uitvraag"), Room.ROUND,
        (inventory.ROUND, inventory.PART, inventory.LIVE), response_page.opening, is_configured,
    ),
    Page(
        "werkbank.py", "werkbank", lambda: _("Werkbank"), Room.ROUND,
        (inventory.TASK, inventory.ROUND, inventory.ORGANISATION), desk_page.opening, has_desk,
    ),
    Page(
        "presentatie.py", "presentatie", lambda: _("Presentatie"), Room.MEETING,
        (DATE, MAX_AGE, slides.SLIDES, evidence.REGION, slides.REGIONS, slides.TITLE, slides.PLACE, slides.MEETING,
         slides.EDITION, evidence.EARLIER),
        presentation_page.opening,
    ),
    Page("antwoord.py", "antwoord", lambda: _("Voor de Kamer"), Room.MEETING, (DATE, MAX_AGE), answer_page.opening),
    Page(
        "gegevens.py", "gegevens", lambda: _("Gegevens"), Room.DATA,
        (*_ALL, data.DATA_VIEW, data.TABLE, data.WORD, data.SOURCE, data.SOURCES_SHOWN, data.SHEET, data.CAVEAT),
        data_page.opening,
    ),
    Page(
        "wijzigingen.py", "wijzigingen", lambda: _("Wijzigingen"), Room.DATA, (DATE, slides.EDITION),
        changelog.opening,
    ),
)  # fmt: skip
PLAIN: tuple[PlainPage, ...] = (
    PlainPage(GLOSSARY, lambda: _("Begrippen"), Room.DATA),
    PlainPage("hulp", lambda: _("Hulp bij stoppen"), Room.DATA),
    PlainPage("toegankelijkheid", lambda: _("Toegankelijkheid"), Room.DATA),
)
_AT = {page.path: page for page in PAGES}


def page_at(path: str) -> Page | None:
    """The page with this path, without slashes; None when there is none."""
    return _AT.get(path)


def params_of(path: str) -> tuple[Param[Any], ...]:
    """What the address of this page may hold beside the language."""
    return _AT[path].params
