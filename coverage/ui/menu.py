"""The menu: one entry a room, and in a room of more pages a quiet row with its pages.

The app, the first view of the server and the page for a wrong address show the same entries and rows.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from urllib.parse import urlencode

from markupsafe import Markup

from coverage.i18n import _, language
from coverage.ui.html import join
from coverage.ui.pages import PAGES, PLAIN, Page, PlainPage, page_at
from coverage.ui.params import LANGUAGE
from coverage.ui.rooms import Room

_LINK = Markup('<li><a href="{}"{}>{}</a></li>')
_HERE, _APP, _PLAIN = Markup(' aria-current="page"'), Markup(""), Markup(" data-plain=yes")  # a plain page is loaded


def shown_in(room: Room) -> list[Page]:
    """The pages of this room that a menu shows, in their order."""
    return [page for page in PAGES if page.room is room and page.shown()]


def entries() -> Iterator[tuple[Room, Page]]:
    """The rooms that have something to show, each with the page that its entry leads to."""
    for room in Room:
        if pages := shown_in(room):
            yield room, pages[0]


def entry_of(page: Page) -> Page:
    """The page that stands in the menu for the room of this page."""
    return next(iter(shown_in(page.room)), page)


def lasting() -> dict[str, str]:
    """What every link within the site keeps: the language, when it is not the usual one."""
    return {} if language() == LANGUAGE.default() else {LANGUAGE.name: LANGUAGE.write(language())}


def with_values(address: str, values: dict[str, str]) -> str:
    """An address with values in its query."""
    return f"{address}?{urlencode(values)}" if values else address


def sisters(path: str, values: Callable[[Page], dict[str, str]] = lambda _page: lasting()) -> Markup:
    """The row of pages of the room that the page at ``path`` is in; nothing when it has one page.

    ``values`` gives what the link to a page keeps. ``data-entry`` names the entry of the menu that is the current one.
    """
    here = page_at(path)
    if here is None:
        return Markup("")
    pages: list[Page | PlainPage] = [*shown_in(here.room), *(page for page in PLAIN if page.room is here.room)]
    if here not in pages:  # an address that is in no menu, such as that of a desk elsewhere
        pages.append(here)
    row = Markup("")
    if len(pages) > 1:
        row = Markup('<nav class="sisters" aria-label="{}"><ul>{}</ul></nav>').format(
            _("Pagina's over {room}").format(room=here.room.title),
            join(
                _LINK.format(
                    with_values(f"./{page.path}", values(page) if isinstance(page, Page) else lasting()),
                    _HERE if page is here else _APP if isinstance(page, Page) else _PLAIN,
                    page.title(),
                )
                for page in pages
            ),
        )  # fmt: skip
    return Markup('<div class="room" data-entry="./{}">{}</div>').format(entry_of(here).path, row)
