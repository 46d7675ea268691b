"""A reader who goes from page to page and back: controls show what is chosen, and each choice is one step."""

from __future__ import annotations

import re

import pytest
from addresses import settle
from harness import Visit, until
from playwright.sync_api import expect

from coverage.ui.menu import entries, shown_in

CHOSEN = "[role=radio][aria-checked=true], input:checked"


def test_on_each_page_that_a_reader_moves_to_the_controls_show_what_is_chosen(reader: Visit, server: str) -> None:
    """Streamlit keeps of a page that is left what its widgets held, under the same keys."""
    page = reader.open(f"{server}/?datum=2013-07-01&gemeente=Zutphen")
    settle(reader)
    rows = page.get_by_role("radiogroup")
    for room, first in entries():
        for place in shown_in(room):
            if not place.path:
                continue  # where we begin
            if place is first:
                page.get_by_test_id("stTopNavLink").filter(has_text=room.title).click()
            else:
                page.locator(".stApp .sisters a").get_by_text(place.title(), exact=True).click()
            expect(page).to_have_title(re.compile(re.escape(place.title())))
            settle(reader)
            expect(rows.filter(has_not=page.locator(CHOSEN))).to_have_count(0)
            search = page.get_by_label("Zoek een gemeente", exact=True)
            if search.count():
                expect(search).to_have_value("Zutphen")


@pytest.mark.parametrize("path", ["regio", "mijn-gemeente"])
def test_back_takes_away_a_choice_on_a_map_that_makes_way_for_it(reader: Visit, server: str, path: str) -> None:
    page = reader.open(f"{server}/{path}")
    settle(reader)
    heading, steps = page.get_by_role("heading", level=1), page.evaluate("history.length")
    before = heading.inner_text()
    reader.map_frame().locator("[data-code=GM0301]").dispatch_event("click")
    until(page, lambda: page.url != f"{server}/{path}", "nothing is chosen")
    expect(heading).not_to_have_text(before)
    page.go_back()
    expect(heading).to_have_text(before)
    settle(reader)
    expect(page).to_have_url(f"{server}/{path}")
    page.go_forward()
    expect(heading).not_to_have_text(before)
    assert page.evaluate("history.length") == steps + 1


def test_a_link_to_the_page_where_the_reader_is_makes_no_step(reader: Visit, server: str) -> None:
    page = reader.open(f"{server}/regio")
    settle(reader)
    steps, sisters = page.evaluate("history.length"), page.locator(".stApp .sisters a")
    sisters.get_by_text("Regio's", exact=True).click()
    sisters.get_by_text("Mijn gemeente", exact=True).click()
    expect(page).to_have_title(re.compile("^Mijn gemeente"))
    assert page.evaluate("history.length") == steps + 1


def test_back_leads_to_the_sheet_that_was_left(reader: Visit, server: str) -> None:
    page = reader.open(f"{server}/gegevens?blad=bronnen")
    settle(reader)
    caption = page.get_by_text(re.compile("^Bronnen [0-9]+ tot en met"))
    page.get_by_role("button", name="Volgende").click()
    expect(caption).to_contain_text("Bronnen 21 tot en met")
    page.get_by_role("radio", name="gebruikt", exact=True).click()
    expect(caption).to_contain_text("Bronnen 1 tot en met")
    expect(page).to_have_url(f"{server}/gegevens?blad=bronnen&soort=gebruikt")
    page.go_back()
    expect(caption).to_contain_text("Bronnen 21 tot en met")
    settle(reader)
    expect(page).to_have_url(f"{server}/gegevens?blad=bronnen&bladzijde=2")


def test_a_refused_text_is_not_told_where_the_reader_goes(reader: Visit, server: str) -> None:
    page = reader.open(f"{server}/regio")
    settle(reader)
    search = page.get_by_role("combobox", name="Zoek een regio")
    search.fill("Nergens")
    search.press("Enter")
    told = page.locator(".stApp .notice", has_text="Nergens")
    expect(told).to_be_visible()
    settle(reader)
    reader.map_frame().locator("[data-code=GM0301]").dispatch_event("click")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Regio ")
    expect(told).to_have_count(0)
    reader.open(f"{server}/verdeling?toon=effect")
    settle(reader)
    page.get_by_role("radio", name="Kassabon", exact=True).click()
    expect(page).to_have_url(f"{server}/verdeling?toon=kassabon")
    settle(reader)
    budget = page.get_by_label("Budget per jaar", exact=True)
    before = budget.input_value()
    budget.fill("veel")
    budget.press("Enter")
    told = page.locator(".stApp .notice", has_text="We laten de vorige uitkomst staan.")
    expect(told).to_be_visible()
    settle(reader)
    page.go_back()
    expect(told).to_have_count(0)
    expect(budget).to_have_value(before)
