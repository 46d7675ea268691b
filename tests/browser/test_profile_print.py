"""What only a browser shows of the page of a municipality: one printed A4, and no sideways scrolling on a telephone."""

import re

import pytest
from addresses import settle
from harness import PATIENCE, WIDE, Visit
from playwright.sync_api import expect


def open_profile(reader: Visit, server: str, address: str) -> None:
    reader.open(f"{server}/mijn-gemeente?{address}")
    expect(reader.page.locator(".profile .verdict")).to_be_visible()
    settle(reader)


@pytest.mark.parametrize(
    "address",
    [
        "gemeente=Amsterdam&datum=2013-07-01",  # the longest
        pytest.param("gemeente=Zutphen&datum=2013-07-01", marks=pytest.mark.slow),
        pytest.param("gemeente=Den+Haag&datum=2018-01-01", marks=pytest.mark.slow),
    ],
)
def test_it_fits_a_telephone_and_prints_on_one_sheet_with_what_is_folded_on_the_screen(reader, server, address):
    """Both sides of one sheet; the fact sheet is always one A4."""
    reader.page.set_viewport_size({"width": 390, "height": 844})
    open_profile(reader, server, address)
    assert reader.page.evaluate("document.documentElement.scrollWidth") <= 390
    assert reader.page.evaluate("document.querySelector('.profile').scrollWidth") <= 390
    reader.page.set_viewport_size(WIDE)
    reader.page.emulate_media(media="print")
    expect(reader.page.locator(".profile .sources")).to_be_visible()
    pdf = reader.page.pdf(prefer_css_page_size=True)
    assert len(re.findall(rb"/Type\s*/Page\b", pdf)) <= 2


def test_the_history_line_is_drawn(reader, server):
    open_profile(reader, server, "gemeente=Den+Haag&datum=2018-01-01")
    reader.page.locator(".profile summary", has_text="Sinds 2011").click()
    drawing = reader.page.get_by_role("img", name="in de lijst hieronder")
    expect(drawing).to_be_visible(timeout=PATIENCE)
    widths = [box["width"] for bar in drawing.locator(".stack i").all() if (box := bar.bounding_box())]
    assert len(widths) > 3
    assert sum(widths) == pytest.approx((drawing.bounding_box() or {})["width"], rel=0.02)


def test_a_name_that_was_mistyped_is_one_click_away(reader, server):
    reader.open(f"{server}/mijn-gemeente?gemeente=Zuthpen")
    reader.page.get_by_role("button", name="Zutphen", exact=True).click()
    expect(reader.page.locator(".profile .verdict")).to_be_visible(timeout=PATIENCE)
    assert "gemeente=Zutphen" in reader.page.url
