"""The command ``answer``."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from docx import Document

from coverage.cli import main


def test_text_json_and_word_say_the_same(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["answer", "--date", "2018-12-31"]) == 0
    text = capsys.readouterr().out
    assert main(["answer", "--date", "2018-12-31", "--format", "json"]) == 0
    told = json.loads(capsys.readouterr().out)
    target = tmp_path / "a.docx"
    assert main(["answer", "--date", "2018-12-31", "--out", str(target)]) == 0
    words = [p.text for p in Document(str(target)).paragraphs]
    for answer in told["answers"]:
        for said in answer["answer"]:
            assert said["text"] in text
            assert said["text"] in words
    numbers = [note["number"] for note in told["notes"]]
    assert numbers == list(range(1, len(numbers) + 1))


def test_a_place_that_cannot_be_written_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["answer", "--out", str(tmp_path / "no" / "a.docx")]) == 1
    assert "niet geschreven" in capsys.readouterr().err
