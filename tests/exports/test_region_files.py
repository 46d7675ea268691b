"""Files of a region: one A4 that says what the page says, a slide, and a table."""

from __future__ import annotations

import csv
from datetime import date
from io import BytesIO, StringIO

import pytest
from pptx import Presentation

from coverage.analysis.region_profile.facts import region_profile
from coverage.analysis.region_profile.sentences import region_answer
from coverage.cli import main
from coverage.dataset import current
from coverage.exports import region_pdf as paper
from coverage.exports.factsheet_layout import Sheet
from coverage.exports.region_csv import region_csv
from coverage.exports.region_pptx import region_pptx

DS = current()


@pytest.mark.parametrize(
    ("number", "on"),
    [(7, date(2026, 11, 28)), (10, date(2013, 7, 1)), *(pytest.param(n, date(2026, 11, 28), marks=pytest.mark.slow)
                                                         for n in range(1, 19))],
)  # fmt: skip
def test_one_page_with_the_answer_that_stays_on_the_paper(
    number: int, on: date, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    lowest: list[float] = []
    put = Sheet.put

    def spy(self, text, x, y, width, size=8.0, **style):
        said.append(text)
        low = put(self, text, x, y, width, size, **style)
        lowest.append(low)
        return low

    monkeypatch.setattr(Sheet, "put", spy)
    monkeypatch.setattr(paper, "draw", _one_dot)  # the map has tests of its own
    p = region_profile(DS, number, on)
    assert p
    data = paper.region_pdf(DS, p)
    assert data.count(b"/Type /Page\n") == 1
    assert max(lowest) <= 291  # millimetres; the paper ends at 297
    assert region_answer(p) in said


def _one_dot(*_arguments: object, **_options: object) -> bytes:
    from PIL import Image

    stream = BytesIO()
    Image.new("RGB", (1, 1)).save(stream, "PNG")
    return stream.getvalue()


def test_the_table_has_its_municipalities_and_the_slide_its_title() -> None:
    p = region_profile(DS, 7, date(2026, 11, 28))
    assert p
    rows = list(csv.reader(StringIO(region_csv(DS, p).decode("utf-8-sig")), delimiter=";"))
    assert [row[1] for row in rows[1:]] == [r.name for r in p.rows]
    slides = Presentation(BytesIO(region_pptx(DS, p))).slides
    assert len(slides) == 2
    words = " ".join(shape.text_frame.text for slide in slides for shape in slide.shapes if shape.has_text_frame)
    assert "Regio Apeldoorn" in words


def test_the_command_writes_the_paper(tmp_path, capsys: pytest.CaptureFixture[str], monkeypatch) -> None:
    monkeypatch.setattr(paper, "draw", _one_dot)
    target = tmp_path / "apeldoorn.pdf"
    assert main(["region", "Apeldoorn", "--out", str(target)]) == 0
    assert target.read_bytes().startswith(b"%PDF")
    assert str(target) in capsys.readouterr().out
