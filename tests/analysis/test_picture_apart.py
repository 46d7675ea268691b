"""The end of 2018, also computed apart: docs/method-coverage.md names every municipality that differs."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from slow_status import Slow

from coverage.analysis.status import status_at
from coverage.dataset import current
from coverage.vocabulary import EVIDENCED

DS = current()
DOC = Path(__file__).parents[2] / "docs" / "method-coverage.md"
ON, LIMIT, DUUP_START = date(2018, 12, 31), 3, date(2021, 1, 1)


@pytest.mark.slow
def test_the_doc_names_each_municipality_that_differs_and_no_other() -> None:
    """Without the claims of the sources that the doc names, the slow twin is left with the picture computed apart."""
    row = next(line for line in DOC.read_text(encoding="utf-8").splitlines() if line.startswith(f"| {ON} |"))
    _, _, apart, here, why, _ = row.split("|")
    by_source = re.findall(r"([^;:]+?) \(([^)]+)\)", why.split("claims made since:")[1])
    told = {name.strip(" ,.") for names, _sources in by_source for name in re.split(r", | and ", names)} - {""}
    sources = {s for _names, text in by_source for s in text.split(", ")}
    report = status_at(DS, ON, LIMIT)
    slow = Slow(DS)  # one of its own: its claims are taken away
    slow.rows["claims"] = [c for c in slow.rows["claims"] if c["source_id"] not in sources]
    recent = {r.name for r in report.rows if r.status in EVIDENCED}
    begin = report.division.valid_from
    without = {r.name for r in report.rows if slow.status(r.code, ON, LIMIT, begin, DUUP_START) in EVIDENCED}
    assert told == recent - without
    assert f"= {len(recent)};" in here
    assert f"= {len(without)};" in apart
