"""A claim that is added to data/ shows in a page that is open, without a restart and without loading it again."""

from __future__ import annotations

import shutil
from pathlib import Path

from harness import PATIENCE, ROOT, Visit, serve
from playwright.sync_api import expect


def test_a_new_claim_shows_at_the_next_thing_a_reader_does(reader: Visit, tmp_path: Path) -> None:
    """In the part of the page that is drawn again by itself."""
    data = Path(shutil.copytree(ROOT / "data", tmp_path / "data"))
    claims = data / "claims.csv"
    text = claims.read_text("utf-8")
    with serve(data=data) as url:
        page = reader.open(f"{url}/?datum=2011-06-30")
        answer = page.locator("#root .answer").first
        expect(answer).to_contain_text("Op 30 juni 2011", timeout=PATIENCE)
        before = answer.inner_text()
        loads: list[str] = []
        page.on("load", lambda _page: loads.append("again"))
        known = [line for line in text.splitlines() if ",GM0363,,,Amsterdam," in line and ",2011-06-30," in line]
        added = (f"N{line}".replace(",GM0363,,,Amsterdam,", ",GM0005,,,Bedum,") for line in known)
        claims.write_text(text + "\n".join(added) + "\n", encoding="utf-8")
        for moment, day in (("medio 2013", "1 juli 2013"), ("medio 2011", "30 juni 2011")):
            page.get_by_text(moment, exact=True).click()
            expect(answer).to_contain_text(f"Op {day}", timeout=PATIENCE)
        expect(answer).not_to_have_text(before, timeout=PATIENCE)
        assert not loads
