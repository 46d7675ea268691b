"""The one list of pages: the navigation, the first view, the tests, the benchmarks and the documentation read it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from coverage.dataset import Dataset
from coverage.i18n import _
from coverage.inventory import is_configured
from coverage.ui import overview
from coverage.ui.allocation import result
from coverage.ui.data import changelog
from coverage.ui.data import page as data_page
from coverage.ui.evidence import page as evidence_page
from coverage.ui.evidence import spots_page
from coverage.ui.groups import page as groups_page
from coverage.ui.groups.links import CELL
from coverage.ui.municipality import page as municipality_page
from coverage.ui.opening import Opening
from coverage.ui.params import DATE, MAX_AGE, MUNICIPALITY, allocation, data, evidence, groups, inventory, slides
from coverage.ui.presentation import page as presentation_page
from coverage.ui.programmes import page as programmes_page
from coverage.ui.state import Param
from coverage.ui.web.desk_access import has_desk


@dataclass(frozen=True, slots=True)
class Page:
    """A file in ``pages/``: its path, its name in the navigation and what its address may hold beside the language.

    ``opening`` is how it begins, as the server draws it before the app is there.
    """

    file: str
    path: str
    title: Callable[[], str]
    params: tuple[Param[Any], ...]
    opening: Callable[[Dataset], Opening] | None = None
    shown: Callable[[], bool] = lambda: True  # whether the navigation has it; its address always works


_ALL = (DATE, MAX_AGE, MUNICIPALITY)
PAGES: tuple[Page, ...] = (
    Page("overzicht.py", "", lambda: _("Overzicht"), (DATE, MUNICIPALITY), overview.opening),
    Page(
        "dekking.py", "dekking", lambda: _("Dekking"),
        (*_ALL, evidence.EARLIER, evidence.LAYER, evidence.OUTLINE, evidence.REGION, evidence.DIVISION,
         evidence.AHEAD),
        evidence_page.opening,
    ),
    Page(
        "witte_vlekken.py", "witte-vlekken", lambda: _("Witte vlekken"),
        (*_ALL, evidence.LIST, evidence.ORDER, evidence.PART, evidence.LEVEL), spots_page.opening,
    ),
    Page(
        "doelgroepen.py", "doelgroepen", lambda: _("Doelgroepen"),
        (*_ALL, groups.GROUP_VIEW, groups.DIMENSION, groups.SCOPE, groups.ROW, groups.TOPIC, groups.GROUPS, CELL),
        groups_page.opening,
    ),
    Page(
        "verdeling.py", "verdeling", lambda: _("Verdeling"),
        (DATE, MAX_AGE, allocation.VIEW, evidence.REGION, allocation.MEASURE, allocation.OVER, allocation.GAP_ORDER,
         *allocation.ALL),
        result.opening,
    ),
    Page("mijn_gemeente.py", "mijn-gemeente", lambda: _("Mijn gemeente"), _ALL, municipality_page.opening),
    Page(
        "programmas.py", "programmas", lambda: _("Programma's"),
        (
            DATE, MAX_AGE, groups.PROGRAMME, groups.PROGRAMME_VIEW, groups.SEARCH, groups.PRESENCE, groups.PAID_BY,
            groups.SERVES_GROUP, data.CAVEAT,
        ),
        programmes_page.opening,
    ),
    Page(
        "gegevens.py", "gegevens", lambda: _("Gegevens"),
        (*_ALL, data.DATA_VIEW, data.TABLE, data.WORD, data.SOURCE, data.SOURCES_SHOWN, data.SHEET, data.CAVEAT),
        data_page.opening,
    ),
    Page(
        "presentatie.py", "presentatie", lambda: _("Presentatie"),
        (DATE, MAX_AGE, slides.SLIDES, evidence.REGION, slides.TITLE, slides.EDITION, evidence.EARLIER),
        presentation_page.opening,
    ),
    Page("wijzigingen.py", "wijzigingen", lambda: _("Wijzigingen"), (DATE, slides.EDITION), changelog.opening),
    Page(
        "uitvraag.py", "uitvraag", lambda: _("Uitvraag"), (inventory.ROUND, inventory.PART, inventory.LIVE),
        shown=is_configured,
    ),
    Page(
        "werkbank.py", "werkbank", lambda: _("Werkbank"), (inventory.TASK, inventory.ROUND, inventory.ORGANISATION),
        shown=has_desk,
    ),
)  # fmt: skip
_AT = {page.path: page for page in PAGES}


def page_at(path: str) -> Page | None:
    """The page with this path, without slashes; None when there is none."""
    return _AT.get(path)


def params_of(path: str) -> tuple[Param[Any], ...]:
    """What the address of this page may hold beside the language."""
    return _AT[path].params
