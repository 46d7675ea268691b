"""Worksheets to hand out: a page a region, and the QR code only where answers can be given."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PIL import Image
from pptx import Presentation

from coverage.analysis.region_profile.facts import region_profiles
from coverage.analysis.story.plan import story
from coverage.analysis.story.scene import Wish
from coverage.dataset import current
from coverage.exports.deck_html import html_page
from coverage.exports.deck_pdf import pdf_bytes
from coverage.exports.deck_pptx import pptx_bytes
from coverage.exports.worksheet_pdf import worksheets_pdf
from coverage.sender import SITE_VARIABLE, read_sender
from coverage.vocabulary import SlideKind

DS = current()
ON = date(2026, 11, 28)


def test_a_page_for_each_region_and_a_code_where_answers_are_given() -> None:
    regions = region_profiles(DS, ON)[:3]
    plain, coded = worksheets_pdf(DS, regions), worksheets_pdf(DS, regions, "https://example.org/opgave")
    assert len(re.findall(rb"/Type /Page\b", plain)) == 3
    assert len(re.findall(rb"/Type /Page\b", coded)) == 3
    assert b"https://example.org/opgave" not in plain
    assert coded.count(b"(https://example.org/opgave)") == 3


def test_without_regions_there_is_no_sheet() -> None:
    with pytest.raises(ValueError, match="at least one region"):
        worksheets_pdf(DS, ())


@pytest.fixture
def other_sender(monkeypatch: pytest.MonkeyPatch) -> Iterator[pytest.MonkeyPatch]:
    yield monkeypatch
    monkeypatch.undo()
    read_sender.cache_clear()


def test_the_logo_of_the_sender_is_on_the_first_slide(tmp_path: Path, other_sender: pytest.MonkeyPatch) -> None:
    whole = story(DS, Wish(ON, kinds=(SlideKind.METHOD,)))
    assert 'class="logo"' not in html_page(DS, whole)
    Image.new("RGB", (300, 60), "#0b5570").save(tmp_path / "logo.png")
    (tmp_path / "site.toml").write_text('sender = "Voorbeeld"\nlogo = "logo.png"\n', encoding="utf-8")
    other_sender.setenv(SITE_VARIABLE, str(tmp_path / "site.toml"))
    read_sender.cache_clear()
    assert '<img class="logo" alt="Voorbeeld" src="data:image/png;base64,' in html_page(DS, whole)
    path = tmp_path / "dias.pptx"
    path.write_bytes(pptx_bytes(DS, whole))
    (shape,) = (s for s in Presentation(str(path)).slides[0].shapes if s.name == "logo")
    assert shape.width / shape.height == pytest.approx(5, rel=0.01)
    assert b"Voorbeeld" in pdf_bytes(DS, whole) or b"/Image" in pdf_bytes(DS, whole)
