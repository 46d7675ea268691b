"""The last row of the table of 352 municipalities, and then a date with ten fewer."""

import re

from addresses import settle
from harness import Visit
from layout import still
from playwright.sync_api import expect

LAST_ROW = """() => {
  const grid = document.querySelector("canvas [role=grid]");
  return grid?.querySelector(`[aria-rowindex="${grid.getAttribute("aria-rowcount")}"]`);
}"""


def test_a_row_chosen_in_2013_is_still_that_municipality_today(reader: Visit, server: str) -> None:
    page = reader.open(f"{server}/?datum=2013-07-01")
    settle(reader)
    page.get_by_text("Alle gemeenten als tabel", exact=True).click()
    table = page.locator("[data-testid='stDataFrame']")
    table.scroll_into_view_if_needed()
    still(page)  # it unfolds
    box = table.bounding_box()
    assert box
    page.mouse.move(box["x"] + 100, box["y"] + 200)
    page.mouse.wheel(0, 30_000)
    page.wait_for_function(LAST_ROW)
    page.mouse.click(box["x"] + 12, box["y"] + box["height"] - 15)  # the box before the last row
    expect(page.locator(".detail h2, section.detail").first).to_contain_text("Zwolle")
    expect(page).to_have_url(re.compile("gemeente=Zwolle"))
    marked = table.locator("tr[aria-selected=true]")
    expect(marked).to_contain_text("Zwolle")
    settle(reader)
    page.go_back()
    expect(marked).to_have_count(0)
    page.go_forward()
    expect(page.locator(".detail h2, section.detail").first).to_contain_text("Zwolle")
    settle(reader)
    page.get_by_role("radio", name="vandaag").or_(page.get_by_role("button", name="vandaag")).click()
    expect(page.locator(".answer")).to_contain_text("342 gemeenten")
    settle(reader)
    expect(page).to_have_url(re.compile("gemeente=Zwolle"))
    expect(page.get_by_test_id("stException")).to_have_count(0)
    expect(page.get_by_role("combobox", name="Zoek een gemeente")).to_have_value("Zwolle")
