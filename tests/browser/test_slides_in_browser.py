"""What only a browser shows of the slides: keys, full screen, and one click to a file with progress."""

from __future__ import annotations

from pathlib import Path

from addresses import settle
from harness import PATIENCE, Visit
from playwright.sync_api import expect

WATCH = """() => new MutationObserver(() => { window.seen ||= !!document.querySelector("[data-testid=stProgress]"); })
  .observe(document.body, {subtree: true, childList: true})"""
SLIDES = "/dias?datum=2013-07-01&vergelijk=2011-06-30&regio=Assen"


def test_keys_move_through_the_slides_and_are_announced(server: str, reader: Visit) -> None:
    page = reader.open(server + SLIDES)
    status = page.locator("#status")
    expect(status).to_have_text("Dia 1 van 13: Waar kan een sekswerker die wil stoppen terecht?")
    page.keyboard.press("ArrowRight")
    expect(status).to_have_text("Dia 2 van 13: Het landelijk beeld")
    expect(page.locator(".slide.now")).to_be_focused()
    page.keyboard.press("End")
    expect(status).to_contain_text("Dia 13 van 13")
    page.keyboard.press("ArrowRight")
    expect(status).to_contain_text("Dia 13 van 13")
    page.keyboard.press("Home")
    expect(status).to_contain_text("Dia 1 van 13")
    page.keyboard.press("f")
    page.wait_for_function("document.fullscreenElement !== null")
    page.keyboard.press("Escape")
    page.wait_for_function("document.fullscreenElement === null")
    page.keyboard.press("n")
    expect(page.locator(".slide.now .notes, .slide.now h1").first).to_be_visible()
    assert page.url.endswith("#1")
    assert reader.external == []
    assert reader.errors == []


def test_one_click_gives_the_file_and_progress(server: str, reader: Visit, tmp_path: Path) -> None:
    page = reader.open(server + "/presentatie?datum=2013-07-01")
    expect(page.frame_locator('iframe[title="Voorbeeld van de dia\'s"]').locator(".slide.now")).to_be_visible(
        timeout=PATIENCE
    )
    settle(reader)
    page.evaluate(WATCH)  # it may be there for a moment
    with page.expect_download(timeout=PATIENCE) as download:
        page.get_by_role("button", name="Download PowerPoint").click()
    download.value.save_as(tmp_path / "dias.pptx")
    assert download.value.suggested_filename == "kennisbijeenkomst-2013-07-01.pptx"
    assert (tmp_path / "dias.pptx").read_bytes().startswith(b"PK")
    assert page.evaluate("seen"), "no progress was shown"
    expect(page.get_by_test_id("stProgress")).to_have_count(0)
    assert reader.external == []
