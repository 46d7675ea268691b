"""A municipality that goes to another region within a year: the amounts do not follow yet, and that is said."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from app_pages import html_of, page
from small_package import code, small_tables, write_package

from coverage.analysis.allocation.result import allocate
from coverage.analysis.allocation.scenario import baseline
from coverage.analysis.allocation.since import moved_line, moved_since
from coverage.analysis.profile.facts import profile
from coverage.analysis.profile.text import facts
from coverage.cli import main
from coverage.dataset.newest import read_dataset

MOVED, YEAR = date(2025, 6, 1), 2021


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """GM9005 goes to a DUVO region in the other DUUP region, on a day that is no first of January."""
    tables = small_tables()
    (own,) = [m for m in tables["memberships"] if m["code"] == code(5)]
    tables["memberships"].append(own | {"valid_from": MOVED.isoformat(), "duvo_region": "Súdhaven"})
    own["valid_to"] = MOVED.isoformat()
    root = write_package(tmp_path / "data", tables)
    monkeypatch.setenv("COVERAGE_DATA", str(root))
    return root


def test_who_moved_is_named_from_the_day_itself(package: Path) -> None:
    ds = read_dataset(package)
    basis = allocate(ds, baseline(ds, 1_000_000, YEAR)).basis
    assert next(m.region for m in basis.municipalities if m.code == code(5)) == 1
    assert moved_since(ds, basis, date(2025, 5, 31)) == () and moved_line(ds, basis, date(2025, 5, 31)) == ""
    (moved,) = moved_since(ds, basis, MOVED)
    assert (moved.name, moved.origin, moved.goal) == ("Fluitwijk (O.)", "Aardeveld", "Súdhaven")
    assert "Fluitwijk (O.) (van Aardeveld naar Súdhaven)" in moved_line(ds, basis, MOVED)


def test_command_and_page_say_so(package: Path, capsys: pytest.CaptureFixture[str]) -> None:
    asked = ["allocate", "--budget", "1000000", "--year", str(YEAR)]
    assert main(asked) == 0
    assert "van Aardeveld naar Súdhaven" in capsys.readouterr().out
    assert main([*asked, "--format", "json"]) == 0
    (told,) = json.loads(capsys.readouterr().out)["moved_since"]
    assert told == {"name": "Fluitwijk (O.)", "origin": "Aardeveld", "goal": "Súdhaven"}
    assert "van Aardeveld naar Súdhaven" in html_of(page("verdeling", (), budget="1000000", jaar=str(YEAR)))


def amount_told(root: Path, municipality: int) -> str:
    """What the page of a municipality says of the amount of its region."""
    ds = read_dataset(root)
    return next(f.value for f in facts(profile(ds, code(municipality), MOVED)) if f.word == "Bedrag van de DUUP-regio")


def test_the_amount_of_a_region_says_who_left_or_came_since(package: Path, tmp_path: Path) -> None:
    """On the page of the municipality itself, and of one in each region."""
    for municipality in (5, 1, 7):
        assert "Fluitwijk (O.) (van Aardeveld naar Súdhaven)" in amount_told(package, municipality)
    assert "Sindsdien" not in amount_told(write_package(tmp_path / "plain"), 5)
