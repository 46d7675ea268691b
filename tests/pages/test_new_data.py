"""An edit of data/ shows in pages that are open, at the next thing a reader does."""

from __future__ import annotations

import csv
import shutil
from datetime import date
from pathlib import Path

import pytest
from app_pages import html_of, page

from coverage.analysis.status import status_at
from coverage.analysis.summary import country_answer
from coverage.dataset import DATA, current
from coverage.dataset.newest import DATA_VARIABLE, not_taken_over
from coverage.vocabulary import Relation, Status


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    copy = Path(shutil.copytree(DATA, tmp_path / "data"))
    monkeypatch.setenv(DATA_VARIABLE, str(copy))
    return copy


def add_claim(package: Path, on: date) -> None:
    """Claim what is claimed of one municipality for one more, of which nothing is known."""
    claims = package / "claims.csv"
    with claims.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    row = next(r for r in rows if r["code"] and r["relation"] == Relation.LOCATION and r["date"] == on.isoformat())
    code = next(r.code for r in status_at(current(), on).rows if r.status is Status.UNKNOWN)
    with claims.open("a", encoding="utf-8", newline="") as file:
        csv.DictWriter(file, list(row), lineterminator="\n").writerow(row | {"claim_id": "NEW", "code": code})


def test_a_new_claim_shows_in_an_open_session_and_a_broken_one_does_not(package: Path) -> None:
    on = date(2011, 6, 30)
    at = page("overzicht", datum=on.isoformat())
    before = str(country_answer(status_at(current(), on)))
    assert before in html_of(at)
    add_claim(package, on)
    at.run()
    after = str(country_answer(status_at(current(), on)))
    assert after != before
    assert after in html_of(at) and before not in html_of(at)
    claims = package / "claims.csv"
    claims.write_text(claims.read_text("utf-8").replace(",explicit,", ",explicitly,"), encoding="utf-8")
    at.run()
    assert not at.exception
    assert after in html_of(at)
    assert not_taken_over()


def test_open_pages_of_every_kind_go_on_with_new_data(package: Path) -> None:
    on = date(2011, 6, 30)
    names = ["dekking", "witte_vlekken", "doelgroepen", "verdeling", "mijn_gemeente", "programmas", "gegevens"]
    pages = [page(name, datum=on.isoformat()) for name in names]
    add_claim(package, on)
    for name, at in zip(names, pages, strict=True):
        at.run()
        assert not at.exception, name
