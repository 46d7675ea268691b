"""The receipt of answers as PDF: one page for few, more for many, and nothing below the paper."""

import re
from typing import Any

import pytest

from coverage.exports.answers_pdf import AnswersReceipt, answers_pdf
from coverage.exports.factsheet_layout import A4, Sheet

LINE = ("Uitstapprogramma", "Voor inwoners van welke gemeenten is het programma?", ", ".join(["Súdwest-Fryslân"] * 40))


@pytest.mark.parametrize(("lines", "more"), [(3, False), (30, True)])
def test_every_answer_is_on_paper(lines: int, more: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    printed, lowest, put = [], [], Sheet.put

    def watched(sheet: Sheet, text: str, *place: float, **style: Any) -> float:
        printed.append(text)
        lowest.append(put(sheet, text, *place, **style))
        return lowest[-1]

    monkeypatch.setattr(Sheet, "put", watched)
    told = AnswersReceipt("19-42408E", "Sneek", "2026-najaar", "vandaag", "a" * 64, (LINE,) * lines, ("Dan dit.",))
    content = answers_pdf(told)
    assert (len(re.findall(rb"/Type /Page\b", content)) > 1) is more
    assert printed.count(LINE[2]) == lines and "Dan dit." in printed and max(lowest) < A4[1]
