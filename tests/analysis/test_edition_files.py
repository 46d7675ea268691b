"""Files of editions: nobody can change them unseen, and nothing half stands there."""

import json
import os
import shutil
import signal
import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path

import pytest
from edition_data import package

from coverage.analysis.editions.edition import editions, freeze
from coverage.dataset import DATA, Dataset, DatasetError, load
from coverage.dataset.editions import EditionError, checksum, edition_files
from coverage.dataset.problems import check

ON = date(2024, 11, 1)


@pytest.fixture
def ds(tmp_path: Path) -> Dataset:
    return package(tmp_path / "data")


def test_the_file_has_one_line_for_each_municipality(ds: Dataset) -> None:
    freeze(ds, "2024-najaar", ON)
    lines = (ds.path / "editions" / "2024-najaar.json").read_text(encoding="utf-8").splitlines()
    assert sum('"status"' in line for line in lines) == 4 * 352 + 342


@pytest.mark.parametrize(
    "name", ["", "ab", "x" * 41, "Najaar", "../x", "a b c", "najaar.json", "é-2026", "2026_najaar"]
)
def test_names_that_cannot_be(ds: Dataset, name: str) -> None:
    with pytest.raises(EditionError, match="kleine letters"):
        freeze(ds, name, ON)
    assert edition_files(ds.path) == []


def test_an_edition_is_never_overwritten(ds: Dataset) -> None:
    freeze(ds, "2024-najaar", ON)
    before = (ds.path / "editions" / "2024-najaar.json").read_bytes()
    with pytest.raises(EditionError, match="bestaat al"):
        freeze(ds, "2024-najaar", date(2024, 12, 1))
    assert (ds.path / "editions" / "2024-najaar.json").read_bytes() == before


def test_the_future_cannot_be_frozen(ds: Dataset) -> None:
    with pytest.raises(EditionError, match="toekomst"):
        freeze(ds, "straks", date.today() + timedelta(days=1))


def test_freezing_again_gives_the_same_bytes(tmp_path: Path) -> None:
    files = []
    for side in ("a", "b"):
        ds = package(tmp_path / side)
        freeze(ds, "2024-najaar", ON)
        files.append((ds.path / "editions" / "2024-najaar.json").read_bytes())
    assert files[0] == files[1]


def test_tampering_is_found_and_names_the_file(ds: Dataset) -> None:
    freeze(ds, "2024-najaar", ON)
    path = ds.path / "editions" / "2024-najaar.json"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace('"on_paper"', '"unknown"', 1), encoding="utf-8")
    (problem,) = check(ds.path)
    assert problem.file == "editions/2024-najaar.json"
    assert "controlesom" in str(problem)
    with pytest.raises(DatasetError, match=r"editions/2024-najaar\.json"):
        load(shutil.copytree(ds.path, ds.path.parent / "again"))


def test_layout_alone_is_no_tampering(ds: Dataset) -> None:
    freeze(ds, "2024-najaar", ON)
    path = ds.path / "editions" / "2024-najaar.json"
    path.write_text(json.dumps(json.loads(path.read_text(encoding="utf-8"))), encoding="utf-8")
    assert check(ds.path) == []


@pytest.mark.parametrize(
    ("content", "word"), [("{", "JSON"), ("", "leeg"), ("[]", "velden"), ('{"name": "a-b"}', "velden")]
)
def test_a_broken_edition_is_a_problem(ds: Dataset, content: str, word: str) -> None:
    (ds.path / "editions").mkdir()
    (ds.path / "editions" / "stuk.json").write_text(content, encoding="utf-8")
    (problem,) = check(ds.path)
    assert problem.file == "editions/stuk.json"
    assert word in problem.message


def test_a_renamed_edition_is_a_problem(ds: Dataset) -> None:
    freeze(ds, "2024-najaar", ON)
    (ds.path / "editions" / "2024-najaar.json").rename(ds.path / "editions" / "2025-najaar.json")
    assert "2024-najaar" in check(ds.path)[0].message


def test_a_full_disk_leaves_nothing_behind(ds: Dataset, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        freeze(ds, "2024-najaar", ON)
    assert list((ds.path / "editions").iterdir()) == []


def test_a_killed_process_leaves_the_old_editions_whole(ds: Dataset) -> None:
    freeze(ds, "2024-voorjaar", date(2024, 5, 1))
    killer = (
        "import os, signal; os.fsync = lambda handle: os.kill(os.getpid(), signal.SIGKILL)\n"
        "from datetime import date; from pathlib import Path\n"
        "from coverage.dataset import load; from coverage.analysis.editions.edition import freeze\n"
        f"freeze(load(Path({str(ds.path)!r})), '2024-najaar', date(2024, 11, 1))"
    )
    ended = subprocess.run(
        [sys.executable, "-c", killer], cwd=DATA.parent, env={**os.environ, "PYTHONPATH": "."}, check=False
    )
    assert ended.returncode == -signal.SIGKILL
    assert [p.name for p in edition_files(ds.path)] == ["2024-voorjaar.json"]
    assert check(ds.path) == []
    assert freeze(ds, "2024-najaar", ON).on == ON


def test_the_committed_editions_are_whole() -> None:
    for one in editions(load()):
        content = json.loads((DATA / "editions" / f"{one.name}.json").read_text(encoding="utf-8"))
        assert checksum(content) == one.sha256
        assert len(one.taken.now.rows) == sum(one.taken.now.counts().values())
