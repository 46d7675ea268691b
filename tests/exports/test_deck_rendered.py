"""Slides as they are shown: by LibreOffice and as PDF, no word stands on another or off the page."""

from __future__ import annotations

import re
import shutil
import subprocess
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from coverage.analysis.story.plan import story
from coverage.analysis.story.scene import Wish
from coverage.dataset import current
from coverage.exports.deck_pdf import pdf_bytes
from coverage.exports.deck_pptx import pptx_bytes
from coverage.vocabulary import SlideKind

DS = current()
SHARED = 0.2  # part of the smaller word that may lie under the other: boxes of letters are taller than their ink
_WORD = re.compile(r'<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*?)</word>')
_PAGE = re.compile(r'<page width="([\d.]+)" height="([\d.]+)">(.*?)</page>', re.DOTALL)


@dataclass(frozen=True)
class Word:
    left: float
    top: float
    right: float
    bottom: float
    text: str

    def shared(self, other: Word) -> float:
        """The part of the smaller of two words that both cover."""
        wide = min(self.right, other.right) - max(self.left, other.left)
        tall = min(self.bottom, other.bottom) - max(self.top, other.top)
        least = min(self.area, other.area)
        return max(wide, 0) * max(tall, 0) / least if least else 0

    @property
    def area(self) -> float:
        return (self.right - self.left) * (self.bottom - self.top)


def faults(pdf: Path) -> list[str]:
    """Words on one another or off the page, by page."""
    told = subprocess.run(["pdftotext", "-bbox", str(pdf), "-"], capture_output=True, check=True, text=True).stdout
    found = []
    for number, (width, height, inside) in enumerate(_PAGE.findall(told), 1):
        words = [Word(float(a), float(b), float(c), float(d), text) for a, b, c, d, text in _WORD.findall(inside)]
        assert words
        found += [
            f"page {number}: {w.text} is off the page" for w in words
            if w.left < -1 or w.top < -1 or w.right > float(width) + 1 or w.bottom > float(height) + 1
        ]  # fmt: skip
        found += [
            f"page {number}: {one.text} on {other.text}"
            for i, one in enumerate(words) for other in words[i + 1 :] if one.shared(other) > SHARED
        ]  # fmt: skip
    return found


def wish(on: date, regions: tuple[int, ...] = (7, 13)) -> Wish:
    return Wish(on, kinds=tuple(SlideKind), regions=regions, place="Utrecht", meeting=date(2027, 1, 21))


on_four_days = pytest.mark.parametrize(
    "on", [date(2013, 7, 1), date(2018, 12, 31), date(2021, 1, 1), date(2026, 11, 28)]
)
needs_poppler = pytest.mark.skipif(not shutil.which("pdftotext"), reason="pdftotext (poppler-utils) is not installed")
needs_office = pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")


@needs_poppler
@pytest.mark.slow
@on_four_days
def test_no_word_stands_on_another_in_the_pdf(on: date, tmp_path: Path) -> None:
    file = tmp_path / "dias.pdf"
    file.write_bytes(pdf_bytes(DS, story(DS, wish(on))))
    assert faults(file) == []


@needs_poppler
@needs_office
@pytest.mark.slow
@on_four_days
def test_no_word_stands_on_another_in_libreoffice(on: date, tmp_path: Path) -> None:
    file = tmp_path / "dias.pptx"
    file.write_bytes(pptx_bytes(DS, story(DS, wish(on))))
    home = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = ["soffice", home, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), str(file)]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    assert faults(tmp_path / "dias.pdf") == []
