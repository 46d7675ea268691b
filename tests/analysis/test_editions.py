"""Editions: what they hold, and what is told about the time since."""

import json
from datetime import date
from itertools import combinations
from pathlib import Path

import pytest
from edition_data import moved, package
from small_package import write_package

from coverage.analysis.allocation.result import allocate
from coverage.analysis.allocation.scenario import baseline
from coverage.analysis.comparison.compare import compare, programmes_compared
from coverage.analysis.editions.changelog import changes
from coverage.analysis.editions.edition import REFERENCE_DAYS, difference, edition, editions, freeze, previous, since
from coverage.analysis.editions.sentences import describe_edition, editions_answer
from coverage.analysis.editions.snapshot import as_content, from_content, take
from coverage.analysis.groups.gaps import gaps_at
from coverage.analysis.status import status_at
from coverage.dataset import Dataset, current
from coverage.dataset.editions import EditionError
from coverage.vocabulary import ChangeKind, GroupCover, Status, TargetGroup

ON = date(2024, 11, 1)
AUTUMN = date(2026, 11, 20)
GOOI = {"Blaricum", "Gooise Meren", "Hilversum", "Huizen", "Laren", "Wijdemeren"}  # Belle, W-BELLE2022 and W-DUIC2023


@pytest.fixture
def ds(tmp_path: Path) -> Dataset:
    return current(write_package(tmp_path / "data"))


def test_an_edition_holds_what_the_analysis_says(ds: Dataset) -> None:
    made = freeze(ds, "2024-najaar", ON)
    assert set(made.taken.moments) == {*REFERENCE_DAYS, ON}
    for on, moment in made.taken.moments.items():
        report = status_at(ds, on)
        assert moment.counts() == report.counts()
        for r in report.rows:
            kept = moment.rows[r.code]
            assert (kept.name, kept.status, kept.partial) == (r.name, r.status, r.partial)
            assert kept.programmes == programmes_compared(r)
        for group in TargetGroup:
            served = {c for c, kept in moment.rows.items() if group in kept.groups}
            assert served == set(gaps_at(ds, on, (group,)).codes(GroupCover.SERVED))
    amounts = made.taken.amounts
    assert {n: a for n, (_name, a) in amounts.regions.items()} == {
        r.number: r.amount for r in allocate(ds, baseline(ds)).regions
    }
    assert sum(a for _name, a in amounts.regions.values()) == amounts.budget


def test_a_snapshot_survives_its_file(ds: Dataset) -> None:
    taken = take(ds, ON, REFERENCE_DAYS)
    assert from_content(json.loads(json.dumps(as_content("proef", taken)))) == taken


def test_what_opened_and_closed_is_what_the_page_on_coverage_says(ds: Dataset) -> None:
    for first, second in combinations((*REFERENCE_DAYS, ON), 2):
        name = f"op-{first.isoformat()}"
        if name not in {e.name for e in editions(ds)}:
            freeze(ds, name, first)
        found, known = since(ds, edition(ds, name), second), compare(ds, first, second)
        for kind in ChangeKind:
            if kind is not ChangeKind.SAME:
                assert set(found.of(kind)) == {c.after.code for c in known.of(kind)}, (first, second, kind)
        assert (found.learned, found.corrected) == ((), ())


def test_what_was_not_known_then_is_learned(tmp_path: Path) -> None:
    earlier = package(tmp_path / "then", lambda line: "GOOI-VECHT-2022" in line and "UTR-BELLE" in line)
    freeze(earlier, "2025-najaar", date(2025, 11, 1))
    now = package(tmp_path / "now")
    moved(earlier.path, now)
    found = since(now, edition(now, "2025-najaar"), AUTUMN)
    assert {d.now.name for d in found.learned} == GOOI
    assert found.corrected == ()
    assert {d.then.status for d in found.learned} == {Status.ANNOUNCED}
    assert {d.now.status for d in found.learned} == {Status.EVIDENCED_REGION}
    assert "weten we nu meer in 6 gemeenten" in editions_answer(found, "2025-najaar")
    assert describe_edition(now, found.learned[0]).startswith("editie: ")


def test_what_the_edition_said_otherwise_is_corrected(tmp_path: Path) -> None:
    earlier = package(tmp_path / "then")
    freeze(earlier, "2025-najaar", date(2025, 11, 1))
    now = package(tmp_path / "now", lambda line: "GOOI-VECHT-2022" in line and "UTR-BELLE" in line)
    moved(earlier.path, now)
    found = since(now, edition(now, "2025-najaar"), AUTUMN)
    assert {d.now.name for d in found.corrected} == GOOI
    assert found.learned == ()


def test_an_older_date_is_read_against_what_the_edition_said_of_it(tmp_path: Path) -> None:
    earlier = package(tmp_path / "then", lambda line: ",Raalte," in line)
    freeze(earlier, "2025-najaar", date(2025, 11, 1))
    now = package(tmp_path / "now")
    moved(earlier.path, now)
    found = since(now, edition(now, "2025-najaar"), date(2013, 7, 1))
    assert (found.base, found.on) == (date(2013, 7, 1), date(2013, 7, 1))
    assert [d.now.name for d in found.learned] == ["Raalte"]
    assert not found.changes
    with pytest.raises(EditionError, match="zegt niets over 2 juli 2013"):
        since(now, edition(now, "2025-najaar"), date(2013, 7, 2))


def test_two_editions_differ_as_the_later_one_did_from_the_data_of_its_day(ds: Dataset) -> None:
    first = freeze(ds, "2021-voorjaar", date(2021, 5, 1))
    second = freeze(ds, "2024-najaar", ON)
    assert first.on in second.taken.moments
    assert difference(first.taken, second.taken) == since(ds, first, ON)
    assert [e.name for e in editions(ds)] == ["2021-voorjaar", "2024-najaar"]
    assert previous(ds, ON) is first
    assert previous(ds, first.on) is None


def test_the_changelog_is_newest_first(tmp_path: Path) -> None:
    ds = current(write_package(tmp_path / "data"))
    assert changes(ds, AUTUMN) == ()
    freeze(ds, "2021-voorjaar", date(2021, 5, 1))
    freeze(ds, "2024-najaar", ON)
    today, later, first = changes(ds, AUTUMN)
    assert (today.edition, later.edition and later.edition.name) == (None, "2024-najaar")
    assert later.since and later.earlier and later.earlier.name == "2021-voorjaar"
    assert (first.edition and first.edition.name, first.since) == ("2021-voorjaar", None)


def test_an_unknown_edition_names_those_that_exist(ds: Dataset) -> None:
    with pytest.raises(EditionError, match="nog geen enkele"):
        edition(ds, "2024-najaar")
    freeze(ds, "2024-najaar", ON)
    with pytest.raises(EditionError, match="kies uit 2024-najaar"):
        edition(ds, "2025-najaar")
