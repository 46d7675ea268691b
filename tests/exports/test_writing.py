"""Files and folders come in place whole, or not at all, and the reason is one line."""

import errno
import os
from pathlib import Path

import pytest

from coverage.exports.writing import WriteError, new_folder, write_file

MARK = "mark.json"


def disk_full(*_args: object, **_kwargs: object) -> int:
    raise OSError(errno.ENOSPC, "No space left on device")


def test_a_file_is_replaced_and_nothing_stays_beside_it(tmp_path):
    target = tmp_path / "kaart.svg"
    write_file(target, b"old")
    write_file(target, b"new")
    assert target.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [target]


def test_a_full_disk_leaves_the_earlier_file_and_says_so_in_one_line(tmp_path, monkeypatch):
    target = tmp_path / "dekking.xlsx"
    write_file(target, b"old")
    monkeypatch.setattr(Path, "write_bytes", disk_full)
    with pytest.raises(WriteError) as problem:
        write_file(target, b"new")
    assert "de schijf is vol" in str(problem.value)
    assert "\n" not in str(problem.value)
    assert target.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [target]


@pytest.mark.parametrize(("place", "reason"), [("nergens/x.csv", "bestaat niet"), ("bestand/x.csv", "geen map")])
def test_a_place_that_is_not_there(tmp_path, place, reason):
    (tmp_path / "bestand").write_text("")
    with pytest.raises(WriteError, match=reason):
        write_file(tmp_path / place, b"")


def test_a_name_that_is_too_long(tmp_path):
    with pytest.raises(WriteError, match="de naam is te lang"):
        write_file(tmp_path / ("x" * 300), b"")
    with pytest.raises(WriteError, match="de naam is te lang"), new_folder(tmp_path / ("x" * 300), MARK):
        pytest.fail("may not begin")
    longest = tmp_path / ("x" * 255)  # nothing beside it may be longer
    write_file(longest, b"new")
    assert list(tmp_path.iterdir()) == [longest]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_place_without_permission(tmp_path):
    tmp_path.chmod(0o500)
    with pytest.raises(WriteError, match="niet schrijven"):
        write_file(tmp_path / "x.csv", b"")


def test_a_folder_takes_the_place_of_the_earlier_one(tmp_path):
    target = tmp_path / "site"
    for content in ("old", "new"):
        with new_folder(target, MARK) as folder:
            (folder / MARK).write_text(content)
            (folder / f"{content}.html").write_text("")
    assert sorted(p.name for p in target.iterdir()) == [MARK, "new.html"]
    assert list(tmp_path.iterdir()) == [target]


def test_an_error_half_way_leaves_the_earlier_folder(tmp_path, monkeypatch):
    target = tmp_path / "site"
    with new_folder(target, MARK) as folder:
        (folder / MARK).write_text("old")
    with pytest.raises(WriteError, match="de schijf is vol"), new_folder(target, MARK) as folder:
        monkeypatch.setattr(Path, "write_bytes", disk_full)
        (folder / MARK).write_bytes(b"new")
    assert (target / MARK).read_text() == "old"
    assert list(tmp_path.iterdir()) == [target]


def test_a_folder_of_someone_else_is_left_alone(tmp_path):
    (tmp_path / "thesis.odt").write_text("years of work")
    with pytest.raises(WriteError, match="bestaat al"), new_folder(tmp_path, MARK):
        pytest.fail("may not begin")
    assert (tmp_path / "thesis.odt").read_text() == "years of work"


def test_an_empty_folder_may_be_used(tmp_path):
    target = tmp_path / "site"
    target.mkdir()
    with new_folder(target, MARK) as folder:
        (folder / MARK).write_text("")
    assert (target / MARK).exists()
