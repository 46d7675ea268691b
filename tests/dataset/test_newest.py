"""The newest snapshot: sound changes show, broken ones do not, and what is the same is shared."""

from __future__ import annotations

import gc
import logging
import os
import shutil
import threading
import weakref
from collections import deque
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from coverage.analysis.status import status_at
from coverage.dataset import DATA, Dataset, DatasetError, current, one_snapshot
from coverage.dataset.memo import per_snapshot
from coverage.dataset.newest import DATA_VARIABLE, geographies, not_taken_over
from coverage.dataset.problems import check
from coverage.geography.areas import division_areas
from coverage.geography.web import geometry_file

ON = date(2013, 7, 1)


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    copy = Path(shutil.copytree(DATA, tmp_path / "data"))
    monkeypatch.setenv(DATA_VARIABLE, str(copy))
    return copy


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def add_line(path: Path) -> None:
    """A new event at the end of a table that nothing else rests on."""
    text = path.read_text("utf-8")
    path.write_text(text + text.splitlines()[-1] + "\n", encoding="utf-8")


def test_the_same_files_give_the_same_snapshot_to_all(package: Path) -> None:
    with ThreadPoolExecutor(8) as pool:
        found = set(pool.map(lambda _n: id(current()), range(32)))
    assert found == {id(current())} == {id(current(package))}


def test_an_edit_gives_a_new_snapshot_that_shares_what_did_not_change(package: Path) -> None:
    first = current()
    areas, borders = division_areas(first, "2023"), geometry_file(first, "2023")
    report = status_at(first, ON)
    add_line(package / "timeline.csv")
    second = current()
    assert second is not first is not current()
    assert len(second.table("timeline")) == len(first.table("timeline")) + 1
    assert second.geography is first.geography
    assert geometry_file(second, "2023") is borders
    assert division_areas(second, "2023").equals(areas)
    assert second._tables["claims"] is first._tables["claims"]
    assert status_at(second, ON) is not report
    assert status_at(first, ON) is report


def test_an_edit_of_the_geography_gives_another_one_and_the_old_files_stay(package: Path) -> None:
    first = current()
    old = geometry_file(first, "2023")
    path = package / "boundaries" / "2023.topojson"
    path.write_bytes(path.read_bytes() + b"\n\n")
    second = current()
    assert second.geography is not first.geography
    assert geometry_file(second, "2023").url_name != old.url_name
    assert geographies() == (first.geography, second.geography)
    for _again in range(3):
        add_line(package / "timeline.csv")
        current()
    assert geographies() == (first.geography, second.geography)
    edit(package / "municipalities.csv", "Zutphen", "Zutphenn")
    assert geographies() == (second.geography, current().geography)


def test_what_is_reused_is_judged_as_if_all_were_read_again(package: Path, inspected_once: deque[Any]) -> None:
    """A rule over two tables of which one changes, a reference to a row that goes, and both mended."""
    current()
    steps = [
        ("claims.csv", "GM0301", "GM9999"),
        ("programmes.csv", "\nLEE-ASJA", "\nLEE-OTHER"),
        ("programmes.csv", "\nLEE-OTHER", "\nLEE-ASJA"),
        ("claims.csv", "GM9999", "GM0301"),
    ]
    for file, old, new in steps:
        edit(package / file, old, new)
        inspected_once.clear()
        current()
        inspected_once.clear()
        assert [str(p) for p in not_taken_over()] == [str(p) for p in check(package)]
    assert not not_taken_over()


def test_a_broken_edit_keeps_the_last_sound_one_and_is_told_once(
    package: Path, caplog: pytest.LogCaptureFixture
) -> None:
    first = current()
    edit(package / "claims.csv", ",explicit,", ",explicitly,")
    with caplog.at_level(logging.ERROR):
        assert [current() for _ in range(3)] == [first] * 3
    assert len(caplog.records) == 1
    assert "claims.csv" in caplog.text
    assert [p.file for p in not_taken_over()] == ["claims.csv"]
    caplog.clear()
    add_line(package / "timeline.csv")
    assert current() is first
    assert not caplog.records
    edit(package / "claims.csv", ",explicitly,", ",explicit,")
    assert len(current().table("timeline")) == len(first.table("timeline")) + 1
    assert not not_taken_over()


def test_a_package_that_is_away_for_a_moment_keeps_the_last_sound_one(package: Path) -> None:
    first = current()
    away = package.rename(package.with_name("away"))
    assert current() is first
    assert not_taken_over()
    away.rename(package)
    assert current() is first
    assert not not_taken_over()


def test_a_package_that_never_was_sound_is_refused_each_time_until_it_is(package: Path) -> None:
    edit(package / "claims.csv", ",explicit,", ",explicitly,")
    for _again in range(2):
        with pytest.raises(DatasetError):
            current()
    edit(package / "claims.csv", ",explicitly,", ",explicit,")
    assert current().table("claims") is not None


def test_what_cannot_even_be_checked_keeps_the_last_sound_one(package: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = current()

    def fails(*_args: object) -> None:
        raise ZeroDivisionError("an error of ours")

    monkeypatch.setattr("coverage.dataset.newest.inspect", fails)
    add_line(package / "timeline.csv")
    assert current() is first
    assert "an error of ours" in str(not_taken_over()[0])


def test_a_file_written_again_with_the_same_content_changes_nothing(package: Path) -> None:
    first = current()
    path = package / "claims.csv"
    path.write_bytes(path.read_bytes())
    os.utime(path, (1, 1))
    assert current() is first


def test_a_link_that_leads_to_another_package_is_followed(package: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    other = Path(shutil.copytree(package, package.with_name("other")))
    link = package.with_name("link")
    link.symlink_to(package)
    monkeypatch.setenv(DATA_VARIABLE, str(link))
    first = current()
    add_line(other / "timeline.csv")
    link.unlink()
    link.symlink_to(other)
    assert len(current().table("timeline")) == len(first.table("timeline")) + 1


def test_a_run_has_one_snapshot_whatever_happens_to_the_files(package: Path) -> None:
    with one_snapshot() as ds:
        add_line(package / "timeline.csv")
        assert current() is ds
        with one_snapshot() as inner:
            assert inner is ds
        with ThreadPoolExecutor(1) as pool:
            assert pool.submit(current).result() is not ds  # another reader
    assert current() is not ds


def test_readers_wait_for_one_reading(package: Path) -> None:
    current()
    add_line(package / "timeline.csv")
    start = threading.Barrier(8)

    def ask(_n: int) -> int:
        start.wait(20)
        return id(current())

    with ThreadPoolExecutor(8) as pool:
        assert set(pool.map(ask, range(8))) == {id(current())}


def _wide_use(ds: Dataset) -> None:
    from coverage.analysis.profile.facts import profile
    from coverage.analysis.spots.white_spots import white_spots

    white_spots(ds, ON)
    profile(ds, "GM0301", ON)


def test_no_snapshot_older_than_two_generations_survives(package: Path) -> None:
    seen: list[weakref.ref[Dataset]] = []
    for _generation in range(5):
        add_line(package / "timeline.csv")
        ds = current()
        _wide_use(ds)
        seen.append(weakref.ref(ds))
        del ds
    gc.collect()
    assert [ref() is not None for ref in seen] == [False, False, False, True, True]


def test_who_holds_an_old_snapshot_does_not_hold_what_followed_from_it(package: Path) -> None:
    class Followed:
        def __init__(self, ds: Dataset) -> None:
            self.ds = ds

    @per_snapshot()
    def follows(ds: Dataset) -> Followed:
        return Followed(ds)

    held = current()
    followed = weakref.ref(follows(held))
    assert followed() is not None
    for _generation in range(2):
        add_line(package / "timeline.csv")
        current()
    assert followed() is None  # without the garbage collector, which never sees what was frozen at the start
    assert status_at(held, ON).rows == status_at(current(), ON).rows
