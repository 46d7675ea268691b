"""Large letters: zoom of 200% and 400% (WCAG 1.4.4 and 1.4.10), and the reader's own spacing of text (1.4.12)."""

from __future__ import annotations

import pytest
from addresses import ADDRESSES, settle
from harness import Visit, visit
from layout import cut_off, resize, still
from playwright.sync_api import Browser

# A window of 1280 by 1024 has so many CSS pixels left at that zoom.
ZOOMS = {"200%": (640, 512), "400%": (320, 256)}
SPACING = """* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; }
p { margin-bottom: 2em !important; }"""

QUICK = {"/", "/verdeling?toon=geschiedenis"}
CASES = [pytest.param(a, marks=[] if a in QUICK else [pytest.mark.slow]) for a in ADDRESSES]


def test_the_quick_ones_exist() -> None:
    assert set(ADDRESSES) >= QUICK


@pytest.mark.parametrize("address", CASES)
def test_nothing_is_cut_off(browser: Browser, server: str, address: str) -> None:
    with visit(browser, viewport={"width": 1280, "height": 1024}, reduced_motion="reduce") as reader:
        page = reader.open(server + address)
        settle(reader)
        found = {"100%": cut_off(page)}
        for zoom, size in ZOOMS.items():
            resize(page, *size)
            found[zoom] = cut_off(page)
        resize(page, 1280, 1024)
        page.add_style_tag(content=SPACING)
        still(page)
        found["spacing of text"] = cut_off(page)
        assert not any(found.values()), found


def test_the_map_works_at_400_percent(browser: Browser, server: str) -> None:
    """It fits in the width, its buttons are large enough to touch, and it can be tabbed into and past."""
    with visit(browser, viewport={"width": 320, "height": 256}, reduced_motion="reduce") as reader:
        page = reader.open(server)
        settle(reader)
        frame = reader.map_frame()
        element = frame.frame_element()
        box = element.bounding_box()
        assert box and box["x"] >= 0 and box["x"] + box["width"] <= 320
        for button in frame.locator(".leaflet-control-zoom a").all():
            size = button.bounding_box()
            assert size and size["width"] >= 24 and size["height"] >= 24
        frame.locator("path[tabindex='0']").focus()
        page.keyboard.type("zut")
        assert frame.evaluate("document.activeElement.dataset.code") == "GM0301"
        tip = frame.locator(".tip").bounding_box()
        assert tip and tip["x"] >= box["x"] and tip["x"] + tip["width"] <= box["x"] + box["width"]
        for _ in range(4):  # three buttons, and out
            page.keyboard.press("Tab")
        assert page.evaluate("!document.activeElement.matches('iframe')")


def test_the_language_lies_beside_the_navigation_and_what_is_cut_off_would_be_noticed(
    reader: Visit, server: str
) -> None:
    page = reader.open(f"{server}/gegevens")
    settle(reader)
    for width in (1280, 800):
        resize(page, width, 800)
        shown = [link.bounding_box() for link in page.locator("[data-testid=stTopNav] :is(a, button)").all()]
        language = page.get_by_role("link", name="English").bounding_box()
        assert language
        assert all(box is None or box["x"] + box["width"] <= language["x"] for box in shown)
    page.evaluate("""document.querySelector('.foot').insertAdjacentHTML('afterbegin',
      '<p style="width: 9em; overflow: hidden; white-space: nowrap">zo lang dat het einde niet te lezen is</p>'
      + '<p style="height: .5em; overflow: hidden">te laag</p>'
      + '<p style="width: 200vw">' + 'te breed voor dit venster '.repeat(20))""")
    found = "\n".join(cut_off(page))
    assert "cut sideways" in found
    assert "cut downwards" in found
    assert "outside the window" in found
