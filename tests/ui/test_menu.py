"""The menu has one entry a room, and a page shows the pages that share its room."""

from __future__ import annotations

import re

import pytest

from coverage.ui.menu import entries, sisters
from coverage.ui.pages import PAGES, PLAIN, Page
from coverage.ui.rooms import Room


def links(markup: str) -> dict[str, str]:
    """Address of each link by its words."""
    return {words: address for address, words in re.findall(r'<a href="([^"]*)"[^>]*>([^<]*)</a>', markup)}


def test_each_room_with_pages_is_one_entry_in_order() -> None:
    shown = [room for room, _page in entries()]
    assert shown == [room for room in Room if any(p.room is room and p.shown() for p in PAGES)]
    assert len(shown) <= 7
    assert Room.ROUND not in shown  # there is no inventory here


def test_a_room_that_opens_gets_its_entry(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COVERAGE_INVENTORY", "sqlite://")
    assert {page.path for room, page in entries() if room is Room.ROUND} == {"uitvraag"}


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.path or "front")
def test_a_page_links_to_the_others_of_its_room_and_says_which_it_is(page: Page) -> None:
    found = sisters(page.path)
    others = {p.path for p in PAGES if p.room is page.room and p.shown()} | {page.path}
    others |= {p.path for p in PLAIN if p.room is page.room}
    assert set(links(found).values()) == ({f"./{path}" for path in others} if len(others) > 1 else set())
    assert found.count('aria-current="page"') == (len(others) > 1)
    assert re.search(r'data-entry="\./([^"]*)"', found)


def test_where_there_is_no_page_there_is_no_row() -> None:
    assert sisters("x") == ""
