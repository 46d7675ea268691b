"""The policy officer's job: from the front page to an answer for parliament, as text or as Word, in five clicks."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

from addresses import settle
from clicks import Clicks
from docx import Document
from harness import PATIENCE, Visit
from playwright.sync_api import Page, expect

MOST_CLICKS = 5


def test_from_the_front_page_to_an_answer(reader: Visit, server: str) -> None:
    clicks, page = Clicks(), reader.page
    page.context.grant_permissions(["clipboard-read", "clipboard-write"], origin=server)
    reader.open(server + "/")
    clicks.on(page.get_by_role("link", name="Presentatie", exact=True).first)
    clicks.on(page.get_by_role("link", name="Voor de Kamer", exact=True).first)
    expect(page.get_by_role("heading", name="Is er een landelijk dekkend netwerk?")).to_be_visible(timeout=PATIENCE)
    settle(reader)  # a click on a button that is drawn anew is lost
    with page.expect_download(timeout=PATIENCE) as file:
        clicks.on(page.get_by_role("button", name="Download Word, met voetnoten"))
    words = [p.text for p in Document(BytesIO(Path(file.value.path()).read_bytes())).paragraphs]
    assert "Is er een landelijk dekkend netwerk?" in words
    clicks.on(page.get_by_text("Kopieer als tekst", exact=True))
    code = page.get_by_test_id("stCode")
    code.hover(timeout=PATIENCE)
    clicks.on(page.get_by_role("button", name="Kopiëren"))
    copied = page.evaluate("navigator.clipboard.readText()")
    assert "landelijk dekkend netwerk is, is op" in copied
    assert copied.rstrip().splitlines()[-1].startswith("[")
    assert clicks.made <= MOST_CLICKS


def test_a_mark_leads_to_its_note(page: Page, server: str) -> None:
    page.goto(server + "/antwoord?datum=2018-12-31")
    expect(page.locator("#first-view")).to_have_count(0, timeout=PATIENCE)
    page.get_by_role("link", name="Noot 1", exact=True).click(timeout=PATIENCE)
    expect(page.locator("#noot-1")).to_be_in_viewport(timeout=PATIENCE)
